"""The mechanisms as a screen shows them: their rule in words, and each number with its source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from experiments.explaining import groups as grouped
from experiments.explaining.words import rule_of
from experiments.front import worlds
from experiments.front.declared import Lever
from experiments.front.shapes import Question
from model.declarations import Named
from model.parameters import ADDRESSES, MECHANISMS


class Number(NamedTuple):
    """One number of a mechanism: what it is in A and in B, and what its size rests on."""

    address: str
    name: str
    meaning: str
    a: str
    b: str
    between: str
    status: str
    basis: str


@dataclass(frozen=True)
class Mechanism:
    """One mechanism: the rule that stands with its numbers."""

    key: str
    named: Named

    def name(self, language: str) -> str:
        """What it is called."""
        return self.named.name(language)  # pyright: ignore[reportArgumentType]

    def meaning(self, language: str) -> str:
        """The rule in a sentence."""
        return self.named.meaning(language)  # pyright: ignore[reportArgumentType]


@dataclass(frozen=True)
class Group(Mechanism):
    """Mechanisms that belong together."""

    mechanisms: Sequence[Mechanism]


@cache
def groups() -> tuple[Group, ...]:
    """Every group with its mechanisms, as rows of a screen."""
    return tuple(
        Group(each.key, each.named, tuple(Mechanism(m, rule_of(m)) for m in each.mechanisms))
        for each in grouped.groups().values()
    )


def numbers(question: Question, mechanism: str, language: str) -> list[Number]:
    """Every number of a mechanism, those first that A and B do not set alike."""
    found = [_number(question, Lever(ADDRESSES[a]), language) for a in MECHANISMS[mechanism]]
    return sorted(found, key=lambda each: each.a == each.b)


def _number(question: Question, lever: Lever, language: str) -> Number:
    sides = (worlds.value(side, lever.address) for side in (question.a, question.b))
    a, b = (lever.written(value, language) for value in sides)
    low, high = (lever.written(value, language) for value in lever.between)
    return Number(
        address=lever.address,
        name=lever.name(language),
        meaning=lever.meaning(language),
        a=a,
        b=b,
        between=f"{low} – {high}",
        status=lever.status(language),
        basis=lever.basis(language),
    )


def set_differently(question: Question) -> Mapping[str, int]:
    """How many numbers of each mechanism A and B do not set alike, where there are any."""
    found: dict[str, int] = {}
    for address in worlds.differing(question):
        mechanism = address.split(".")[0]
        found[mechanism] = found.get(mechanism, 0) + 1
    return found
