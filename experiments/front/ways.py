"""Up to three scenarios beside a baseline: asked, followed, and ready to draw.

First come the runs with the numbers as they stand. When those are in, the same comparison is made
with every number that nobody knows drawn anew, one draw for each replicate, the same in all worlds.
Both take their turn among the questions of all visitors.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from experiments import live, several, uncertainty
from experiments.front import ways_figures, worlds
from experiments.front.compared import DRAWS, MOST, Comparison, Snapshot
from experiments.front.shapes import Side
from experiments.own_place import find
from model.places import DEFAULT_PLACE
from scenarios import library

FILE = Path(__file__).parent / "ways.yaml"


@dataclass(frozen=True)
class Ready:
    """A comparison that stands ready, with the question it is about."""

    key: str
    baseline: str
    others: tuple[str, ...]
    window: str
    words: Mapping[str, str]

    def name(self, language: str) -> str:
        """The question."""
        return self.words[language]

    def meaning(self, language: str) -> str:
        """The question: there is no more to it."""
        return self.words[language]


@cache
def ready() -> tuple[Ready, ...]:
    """The comparisons that stand ready; the page starts with the first."""
    rows = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return tuple(
        Ready(
            row["key"], row["baseline"], tuple(row["others"]), row["window"],
            {language: row[language] for language in ("nl", "en")},
        )
        for row in rows
    )  # fmt: skip


@dataclass(frozen=True)
class Fitted:
    """The sets of numbers that calibration left, if any ship with this model."""

    sets: int


@cache
def fitted() -> Fitted | None:
    """What ships; None where no ensemble of this model does."""
    from experiments.calibration import ensemble  # here: it loads more than others need

    try:
        return Fitted(len(ensemble.read()))
    except ensemble.NoEnsemble:
        return None


def asked(comparison: Comparison) -> several.Several:
    """The comparison with the numbers as they stand."""
    return _several(comparison, ((),) * len(comparison.sides), comparison.runs)


def doubted(comparison: Comparison) -> several.Several:
    """The comparison with what nobody knows drawn anew for each replicate.

    Raises NoEnsemble where draws are asked from an ensemble and none ships.
    """
    count = min(DRAWS, comparison.runs)
    place = find(comparison.place)
    drawn = []
    for side in comparison.sides:
        settled = {address for address, _ in (*side.values, *comparison.prices)}
        settled |= {a for _, sets in worlds.resolved(side).timeline for a in sets}
        drawn.append(
            uncertainty.of_scenario(
                count, comparison.seed, comparison.doubt, library.load(side.scenario),
                settled, place,
            )
        )  # fmt: skip
    return _several(comparison, drawn, count)


def _several(
    comparison: Comparison, drawn: Sequence[Sequence[Mapping[str, float]]], runs: int
) -> several.Several:
    prices = dict(comparison.prices)
    found = []
    for side, draws in zip(comparison.sides, drawn, strict=True):
        story = worlds.resolved(side)
        found.append(several.World(dict(story.values) | prices, story.timeline, tuple(draws)))
    return several.Several(comparison.place, tuple(found), worlds.WEEKS, comparison.seed, runs)


class Ticket:
    """One visitor's interest in one comparison."""

    def __init__(self, comparison: Comparison) -> None:
        """Ask for the runs; the draws are asked for when those are in."""
        self.comparison = comparison
        self._runs = live.request(asked(comparison))
        self._doubt: live.Ticket | None = None
        self._left = False

    def snapshot(self) -> Snapshot:
        """What there is of the answer now."""
        return self.wait(0.0)

    def wait(self, timeout: float) -> Snapshot:
        """The same, as soon as there is something to show, or when it failed, or at timeout."""
        runs = self._runs.wait(0, timeout)
        if runs.state == live.DONE and self._doubt is None and not self._left:
            self._doubt = live.request(doubted(self.comparison))
        draws = self._doubt.wait(0, 0.0) if self._doubt else None
        return Snapshot(self.comparison, runs, draws)

    def cancel(self) -> None:
        """Ask for no more runs than others wait for."""
        self._left = True
        for ticket in (self._runs, self._doubt):
            if ticket is not None:
                ticket.cancel()


class Service:
    """Everything that the page of comparisons can ask for."""

    most = MOST
    draws = DRAWS

    def ready(self) -> Sequence[Ready]:
        """The comparisons that stand ready."""
        return ready()

    def start(self) -> Comparison:
        """The comparison that stands there when nobody has asked anything."""
        first = ready()[0]
        sides = tuple(Side(key) for key in first.others)
        return Comparison(DEFAULT_PLACE, Side(first.baseline), sides, window=first.window)

    def fitted(self) -> Fitted | None:
        """The sets of numbers that fit, if any ship."""
        return fitted()

    def request(self, comparison: Comparison) -> Ticket:
        """A ticket for this comparison."""
        return Ticket(comparison)

    def table(self, comparison: Comparison, language: str) -> str:
        """The figures as CSV: of what there is now, and at least of one run of each."""
        ticket = Ticket(comparison)
        try:
            return ways_figures.table(ticket.wait(600.0), language)
        finally:
            ticket.cancel()
