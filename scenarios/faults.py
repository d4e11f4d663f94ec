"""What may be wrong with what somebody asks for, told so that they can put it right.

A fault says where it is, what stands there, what may stand there, and what comes near. All faults
of a file or a command are told at once.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

ALIKE, A_LITTLE = 0.7, 0.5
"""How alike two words are, from 0 to 1, before the one is offered for the other, or told as one of
a few that come near; chosen."""
FEW, MANY = 3, 12
"""How many words are told that come near, where more than so many may be chosen."""


class Both(str):
    """Words in English that also know the Dutch ones.

    Machines and whoever does not ask read English; ``in_language`` gives either.
    """

    nl: str

    def __new__(cls, en: str, nl: str) -> Both:
        """The English words, with the Dutch beside them."""
        words = super().__new__(cls, en)
        words.nl = nl
        return words


def in_language(words: str, language: str) -> str:
    """The words in this language, where they are known in it; else as they are."""
    return words.nl if language == "nl" and isinstance(words, Both) else str(words)


@dataclass(frozen=True)
class Fault:
    """One thing to put right: a place, the value there, what is allowed, and the nearest to it."""

    where: str
    value: str
    allowed: str
    nearest: str | None = None
    problem: str = Both("this cannot be used", "dit kan niet")

    def __str__(self) -> str:
        """The fault as a colleague would say it."""
        return self.told("en")

    def told(self, language: str) -> str:
        """The fault as a colleague would say it in this language."""
        dutch = language == "nl"
        said = f"{in_language(self.where, language)}: {in_language(self.problem, language)}"
        if self.value:
            said += f" ({'er staat' if dutch else 'it says'}: {self.value})"
        if self.nearest:
            said += f"; {'bedoel je' if dutch else 'did you mean'} "
            said += f"{in_language(self.nearest, language)}?"
        word = "mag zijn" if dutch else "allowed"
        return f"{said}\n    {word}: {in_language(self.allowed, language)}"

    def for_machines(self) -> dict[str, str | None]:
        """The four parts of the fault, as the command line's JSON has them."""
        parts = ("where", "value", "allowed", "nearest")
        return {part: getattr(self, part) for part in parts}


class Refused(ValueError):  # noqa: N818  (it names what happened)
    """Something was asked for that cannot be; carries every fault found."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        """Keep the faults, each once, in the order in which they were found."""
        self.faults = tuple(dict.fromkeys(faults))
        super().__init__("\n".join(str(fault) for fault in self.faults))


def near(word: str, words: Iterable[str]) -> str | None:
    """The nearest of these words; of addresses also by the part after the dot."""
    words = list(words)
    found = _most_similar(word, words)
    if found is None and "." in word:
        ends = {each.rsplit(".", 1)[-1]: each for each in words}
        end = _most_similar(word.rsplit(".", 1)[-1], list(ends))
        return ends[end] if end else None
    return found


def offered(word: str, words: Iterable[str], where_all: Both) -> str:
    """What may stand here: all words where they are few, else the nearest and where all stand."""
    words = list(words)
    if len(words) <= MANY:
        return ", ".join(words)
    named, count = ", ".join(nearest_few(word, words)), len(words)
    if not named:
        return Both(f"one of {count}: see {where_all}", f"een van {count}: zie {where_all.nl}")
    return Both(f"such as {named} (all {count}: {where_all})",
                f"zoals {named} (alle {count}: {where_all.nl})")  # fmt: skip


def nearest_few(word: str, words: Iterable[str]) -> list[str]:
    """The few of these words that come nearest; none where nothing is a little alike."""
    bare = {each.lstrip("-"): each for each in words}
    close = get_close_matches(word.lstrip("-"), bare, n=FEW, cutoff=A_LITTLE)
    return [bare[each] for each in close]


def _most_similar(word: str, words: list[str]) -> str | None:
    """The word that was probably meant; dashes before an option make no words alike."""
    bare = {each.lstrip("-"): each for each in words}
    found = get_close_matches(word.lstrip("-"), bare, n=1, cutoff=ALIKE)
    return bare[found[0]] if found else None
