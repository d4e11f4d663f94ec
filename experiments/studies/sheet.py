"""A study file while it is read: one heading after another, and every fault remembered.

A heading that cannot be used is a fault, and its usual value stands in, so that what is wrong
elsewhere is told as well.
"""

from __future__ import annotations

import difflib
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from model.place_facts import Text
from scenarios.faults import Both, Fault, near, offered
from scenarios.source import Source, Trail

Number = int | float
NUMBER = Both("a number, such as 0.8", "een getal, zoals 0.8")
LIST = Both("a name, or a list of names: [one, two]", "een naam, of een lijst: [een, twee]")
NO_SHAPE = Both("this has another shape", "dit heeft een andere vorm")


def is_number(value: Any) -> bool:
    """Whether this is a number, which yes and no are not."""
    return isinstance(value, int | float) and not isinstance(value, bool)


class Sheet:
    """The headings of a file, with the lines on which they stand."""

    def __init__(self, data: Mapping[str, Any], source: Source) -> None:
        """Keep what the file says, and where; faults are noted in the source."""
        self.data, self.source = data, source

    def fault(
        self, trail: Trail, value: object, allowed: str, nearest: str | None, problem: str
    ) -> None:
        """Note one fault."""
        said = self.source.raw.get(trail, value)
        self.source.fault(trail, said, allowed, nearest, problem)

    def only(self, trail: Trail, given: Mapping[str, Any], known: Sequence[str]) -> None:
        """A fault for each heading under this one that is not known."""
        for word in given:
            if word not in known:
                problem = Both(f"there is no heading {word}", f"er is geen kopje {word}")
                close = near(word, known) or _begins(word, known)
                self.fault((*trail, word), word, ", ".join(known), close, problem)

    def whole(self, trail: Trail, value: Any, low: int, high: int, usual: int) -> int:
        """A whole number within limits; the usual one when it is not."""
        if value is None:
            return usual
        if isinstance(value, int) and not isinstance(value, bool) and low <= value <= high:
            return value
        nearest = None
        if isinstance(value, str) and value.strip().isdecimal():
            nearest = str(min(max(int(value), low), high))
        elif is_number(value) and value == value:
            nearest = f"{min(max(value, low), high):.0f}"
        problem = Both("this number cannot be used", "dit getal kan niet")
        allowed = Both(f"{low} to {high}, whole", f"{low} tot en met {high}, heel")
        self.fault(trail, value, allowed, nearest, problem)
        return usual

    def names(self, trail: Trail, value: Any) -> list[tuple[Trail, str]]:
        """The words of a heading, one or a list, each with its trail; each word once."""
        if value is None:
            return []
        if isinstance(value, str):
            return [(trail, value)]
        if not isinstance(value, list):
            self.fault(trail, value, LIST, None, NO_SHAPE)
            return []
        found: dict[str, Trail] = {}
        for number, word in enumerate(value):
            here = (*trail, number)
            if not isinstance(word, str):
                self.fault(here, word, LIST, None, NO_SHAPE)
            elif word in found:
                problem = Both("this stands here twice", "dit staat er twee keer")
                once = Both("each name once", "elke naam één keer")
                self.fault(here, word, once, None, problem)
            else:
                found[word] = here
        return [(here, word) for word, here in found.items()]

    def one_of(
        self, trail: Trail, word: str, known: Iterable[str], problem: Both, listed: Both
    ) -> bool:
        """Whether the word is one of these; a fault where it is not."""
        words = list(known)
        if word in words:
            return True
        self.fault(trail, word, offered(word, words, listed), near(word, words), problem)
        return False

    def text(self, heading: str) -> Text:
        """Words in one language, or in both; the same words twice where there is one."""
        given = self.data.get(heading)
        allowed = Both("words, or nl: and en: with words", "woorden, of nl: en en: met woorden")
        if isinstance(given, str) and given.strip():
            return Text(given.strip(), given.strip())
        if isinstance(given, Mapping):
            said = {key: given.get(key) for key in ("nl", "en")}
            self.only((heading,), given, ("nl", "en"))
            if all(isinstance(each, str) and each.strip() for each in said.values()):
                return Text(str(said["nl"]).strip(), str(said["en"]).strip())
        problem = Both("a study begins with its question", "een studie begint met haar vraag")
        self.fault((heading,), "" if given is None else given, allowed, None, problem)
        return Text("", "")

    def in_order(self) -> list[Fault]:
        """The faults by the line on which they stand; those of other files as they came, last."""
        prefix = f"{self.source.name}:"

        def line(fault: Fault) -> int:
            number = fault.where.removeprefix(prefix).split(":")[0]
            return int(number) if fault.where.startswith(prefix) else sys.maxsize

        return sorted(self.source.faults, key=line)

    def adopt(self, trail: Trail, faults: Iterable[Fault]) -> None:
        """Take over faults that were found elsewhere, for what stands here."""
        where = self.source.where(trail)
        for each in faults:
            told = Fault(where, each.value, each.allowed, each.nearest, each.problem)
            if told not in self.source.faults:
                self.source.faults.append(told)


def _begins(word: str, known: Sequence[str]) -> str | None:
    """The word that was meant where only its beginning is alike, as in lever for levers."""
    found = difflib.get_close_matches(word, known, n=1, cutoff=0.5)
    return found[0] if found else None
