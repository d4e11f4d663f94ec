"""What this visitor turned away from the scenarios: biggest step first, each with a way back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import solara

from ui import words
from ui.controls import Press
from ui.markup import element, paragraph
from ui.memory import SIDES, Memory, scenario_value, side_of, turn
from ui.provider import Declaration, Provider, Question
from ui.sections.choices import folded_away
from ui.sections.results import standing

SMALL = 0.05
"""Steps below this share of a lever's range are folded away, as are levers that do nothing here."""


@dataclass(frozen=True)
class Move:
    """One lever that stands elsewhere than its scenario has it."""

    side: str
    lever: Declaration
    origin: float
    value: float
    idle: bool

    @property
    def step(self) -> float:
        """How far, as a share of the lever's range."""
        low, high = self.lever.between
        return abs(self.value - self.origin) / (high - low)

    @property
    def small(self) -> bool:
        """Whether it is folded away."""
        return self.idle or self.step < SMALL


def moves(provider: Provider, question: Question) -> list[Move]:
    """All moved levers of both sides, the biggest step first."""
    levers = {lever.address: lever for lever in provider.levers()}
    found = []
    for side in SIDES:
        world = side_of(question, side)
        for address, value in world.values:
            origin = scenario_value(provider, world.scenario, address)
            idle = provider.idle(world, address)
            found.append(Move(side, levers[address], origin, value, idle))
    return sorted(found, key=lambda move: (move.small, -move.step))


def Moves(memory: Memory, provider: Provider) -> list[solara.Element]:
    """The list, the small ones folded; nothing where nobody moved anything."""
    language = memory.language.value
    found = moves(provider, memory.question.value)
    if not found:
        return []
    large = [move for move in found if not move.small]
    small = found[len(large) :]
    parts = [
        element("h3", [words.say("moves.heading", language)]),
        paragraph(words.say("moves.order", language), "hint"),
        listed(memory, provider, large),
    ]
    if small:
        title = words.say("moves.small", language, count=len(small))
        parts.append(folded_away(title, [listed(memory, provider, small)]))
    return parts


def listed(memory: Memory, provider: Provider, found: Sequence[Move]) -> solara.Element:
    """Some moves, one under another."""
    return element("ul", [one_move(memory, provider, move) for move in found], "moves")


def one_move(memory: Memory, provider: Provider, move: Move) -> solara.Element:
    """One lever: where it stood, where it stands, and a button that brings it back."""
    language, lever = memory.language.value, move.lever
    name = lever.name(language)
    said = words.say(
        "moves.idle" if move.idle else "moves.one",
        language,
        side=move.side.upper(),
        name=name,
        origin=standing(lever, move.origin, language),
        value=standing(lever, move.value, language),
    )

    def back() -> None:
        now = memory.question.value
        memory.ask(turn(now, provider, move.side, lever.address, move.origin))

    label = words.say("moves.back", language, side=move.side.upper(), name=name)
    return element("li", [said, " ", Press(label, back, look="quiet")])
