"""A list made shorter: only the rows of one family, or in which every word asked for occurs.

A word may be Dutch or English, whatever language is spoken, and part of a longer word. Where
nothing is found, the nearest word that would find something is offered.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from scenarios.faults import Both, Fault, Refused, near, offered

Row = dict[str, Any]
Families = Callable[[Row], Sequence[str]]

_SEARCHED = ("key", "name", "meaning", "title", "story", "family", "municipality")
"""What of a row is looked through, in both languages; the key first."""
_LETTERS, _MEANT = 4, 0.8
"""Letters of a word that may be offered, and how alike it must be, from 0 to 1: among all words of
a list something always comes a little near; chosen."""


@dataclass(frozen=True)
class Narrowed:
    """What was typed to make a list shorter, and of which command."""

    command: str
    words: Sequence[str] = ()
    family: str | None = None

    def of(self, rows: Sequence[Row], families: Families) -> list[Row]:
        """The rows that are asked for, those with a word in their key first.

        Refused with the nearest word where there are none.
        """
        found = self._in_family(list(rows), families)
        for word in self.words:
            there = [row for row in found if word.casefold() in _text(row)]
            if not there:
                raise Refused([self._nothing(word, rows, found)])
            found = sorted(there, key=lambda row: word.casefold() not in row["key"])
        return found

    def _in_family(self, rows: list[Row], families: Families) -> list[Row]:
        if self.family is None:
            return rows
        asked = self.family.casefold()
        found = [row for row in rows if asked in (each.casefold() for each in families(row))]
        if not found:
            known = list(dict.fromkeys(each for row in rows for each in families(row)))
            problem = Both("there is no such family", "die familie is er niet")
            listed = Both(f"samenspel {self.command}", f"samenspel {self.command}")
            allowed = offered(self.family, known, listed)
            where = f"samenspel {self.command} --family"
            raise Refused([Fault(where, self.family, allowed, near(self.family, known), problem)])
        return found

    def _nothing(self, word: str, rows: Sequence[Row], left: Sequence[Row]) -> Fault:
        """What to say of a word that finds nothing, at all or in what is left."""
        everywhere = any(word.casefold() in _text(row) for row in rows)
        problem = Both("nothing is found with this word", "met dit woord is niets gevonden")
        if everywhere:
            problem = Both("nothing has this word and the rest that was asked",
                           "niets heeft dit woord en de rest die gevraagd is")  # fmt: skip
        known = _vocabulary(left)
        nearest = get_close_matches(word.casefold(), known, n=1, cutoff=_MEANT)
        bare = f"samenspel {self.command}"
        allowed = Both(
            f"a word, in English or Dutch, from what {bare} lists; without a word, all of it",
            f"een woord, Nederlands of Engels, uit wat {bare} toont; zonder woord alles",
        )
        return Fault(bare, word, allowed, nearest[0] if nearest else None, problem)


def _text(row: Row) -> str:
    """All words of a row that are looked through."""
    return "\n".join(_parts(row)).casefold()


def _parts(row: Row) -> list[str]:
    found = []
    for heading in _SEARCHED:
        told = row.get(heading) or ""
        found += told.values() if isinstance(told, dict) else [told]
    return found


def _vocabulary(rows: Sequence[Row]) -> list[str]:
    """Every word that would find something, those of keys first; each once."""
    keys = [word for row in rows for word in (row["key"], *re.split(r"[._]", row["key"]))]
    names = [word for row in rows for part in _parts(row) for word in re.findall(r"\w+", part)]
    words = dict.fromkeys(word.casefold() for word in (*keys, *names))
    return [word for word in words if len(word) >= _LETTERS]
