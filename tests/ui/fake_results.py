"""Made-up results for the tests of the page, with every case that the page has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from experiments.front.answering import Lazily
from tests.ui.fake_world import (
    EUROS,
    LEVERS,
    OUTCOMES,
    SCENARIOS,
    FakeOutcome,
)
from ui.provider import (
    Budget,
    Counts,
    Curves,
    Division,
    Estimate,
    Event,
    Group,
    Pair,
    Picture,
    Question,
    Side,
)

WEEKS = list(range(0, 209, 13))


def pull(side: Side) -> float:
    """How far a side moves away from the present, from all its levers together."""
    scenario = next(s for s in SCENARIOS if s.key == side.scenario)
    moved = dict(side.values)
    strength = 0.0
    for lever in LEVERS:
        low, high = lever.between
        value = moved.get(lever.address, scenario.value(lever.address))
        strength += (value - lever.default) / (high - low)
    return strength


def runs_of(question: Question, outcome: FakeOutcome, side: Side, count: int, tilt: float):
    """Made-up curves (run, week), the same luck on both sides."""
    seed = [question.seed, sum(map(ord, question.place + outcome.key))]
    luck = np.random.default_rng(seed).normal(size=(question.runs, len(WEEKS)))[:count]
    noise = np.cumsum(luck, axis=1) * 0.012 * abs(outcome.level)
    grown = 1 - np.exp(-np.array(WEEKS) / 80)
    own = 0.5 * np.cos(luck[:, :1] * 3)
    effect = outcome.slope * (0.25 + pull(side) * (0.35 + own)) * grown * tilt
    return np.clip(outcome.level + effect + noise, *outcome.between)


def curves(values) -> Curves:
    def quantile(q: float) -> list[float]:
        return np.quantile(values, q, axis=0).tolist()

    count = len(values)
    return Curves(
        median=quantile(0.5),
        runs=values.tolist() if count < 20 else values[:12].tolist(),
        half=(quantile(0.25), quantile(0.75)) if count >= 20 else None,
        wide=(quantile(0.05), quantile(0.95)) if count >= 60 else None,
    )


def counts(difference, margin: float) -> Counts:
    within = int((np.abs(difference) < margin).sum())
    higher = int((difference >= margin).sum())
    lower = int((difference <= -margin).sum())
    share = max(higher, lower) / len(difference)
    steps = ((0.95, "nearly_always"), (0.8, "mostly"), (0.6, "more_often"))
    verdict = next((word for least, word in steps if share >= least), "no_clear_difference")
    direction = "" if verdict == "no_clear_difference" else "higher" if higher > lower else "lower"
    identical = not difference.any()
    return Counts(higher, lower, within, len(difference), verdict, direction, identical)


def picture(question: Question, outcome: FakeOutcome, count: int, tilt: float = 1.0) -> Picture:
    a, b = (runs_of(question, outcome, s, count, tilt) for s in (question.a, question.b))
    return together(a, b, outcome.margin)


def gap(question: Question, outcome: FakeOutcome, count: int) -> Picture:
    sides = (question.a, question.b)
    a, b = (
        runs_of(question, outcome, s, count, 1.5) - runs_of(question, outcome, s, count, 0.5)
        for s in sides
    )
    return together(a, b, outcome.margin)


def together(a, b, margin: float) -> Picture:
    if len(a) < 20:
        return Picture(curves(a), curves(b))
    ends = [values[:, -4:].mean(axis=1) for values in (a, b)]
    difference = ends[1] - ends[0]
    estimates = (spread(values) for values in (*ends, difference))
    return Picture(curves(a), curves(b), Pair(*estimates, counts(difference, margin)))


def spread(values) -> Estimate:
    low, middle, high = (float(q) for q in np.quantile(values, (0.05, 0.5, 0.95)))
    return Estimate(middle, low, high)


def pair(a: float, b: float, spread: float) -> Pair:
    counted = Counts(90, 5, 5, 100, "mostly", "higher")
    return Pair(estimate(a, spread), estimate(b, spread), estimate(b - a, spread), counted)


def estimate(middle: float, spread: float) -> Estimate:
    return Estimate(middle, middle - spread, middle + spread)


def planted(key: str) -> Picture:
    """What cannot be drawn."""
    raise ZeroDivisionError(f"planted in {key}")


@dataclass(frozen=True, eq=False)
class FakeSnapshot:
    question: Question
    runs_done: int
    state: str
    failure: str | None = None
    weeks: Sequence[int] = tuple(WEEKS)
    quick: bool = False
    window: str = "final"
    period: tuple[int, int] = (156, 208)

    @property
    def runs_wanted(self) -> int:
        return self.question.runs

    @property
    def sampled(self) -> tuple[int, int] | None:
        return (4000, 61234) if self.question.place == "city" else None

    @cached_property
    def pictures(self) -> Mapping[str, Picture]:
        if self.failure or not self.runs_done:
            return {}
        if self.question.b.scenario == "crooked":
            return Lazily(tuple(o.key for o in OUTCOMES), planted)
        return {o.key: picture(self.question, o, self.runs_done) for o in OUTCOMES}

    @property
    def events(self) -> list[Event]:
        if self.question.b.scenario == "as_is":
            return []
        return [
            Event(13, {"nl": "B: de verbinder begint", "en": "B: the connector starts"}, ["b"]),
            Event(156, {"nl": "B: het contract stopt", "en": "B: the contract ends"}, ["b"]),
        ]

    @cached_property
    def budgets(self) -> list[Budget]:
        if self.runs_done < 20:
            return []
        a, b = pull(self.question.a), pull(self.question.b)
        names = [
            ({"nl": "Gemeente", "en": "Municipality"}, 120_000, 900_000),
            ({"nl": "Zorgverzekeraar", "en": "Health insurer"}, -80_000, 1_400_000),
            (
                {"nl": "Bewoners, in eigen tijd", "en": "Residents, in their own time"},
                9_000,
                60_000,
            ),
        ]
        dearer = dict(self.question.prices).get("fake.price", 90) / 90
        rows = [
            Budget(
                n,
                EUROS,
                pair((base + a * s) * dearer, (base + b * s) * dearer, 9000),
                pair(a * 9, b * 9, 4),
                net=pair(a * 9 - (base + a * s) * dearer, b * 9 - (base + b * s) * dearer, 9000),
            )
            for n, s, base in names
        ]
        total = sum(r.spent.a.median for r in rows), sum(r.spent.b.median for r in rows)
        together = {"nl": "Samen", "en": "Together"}
        return [*rows, Budget(together, EUROS, pair(*total, 20000), total=True)]

    def since(self, outcome: str) -> int | None:
        return 4 if outcome == "use" else None

    @cached_property
    def pairs(self) -> dict[str, Pair]:
        if self.failure or self.runs_done < 20:
            return {}
        return {key: picture.pair for key, picture in self.pictures.items()}

    @cached_property
    def divisions(self) -> dict[str, Division]:
        if not self.pairs:
            return {}
        named = [
            ({"nl": "Minste achterstand", "en": "Least disadvantage"}, 1350, 0.5),
            ({"nl": "Heel klein groepje", "en": "Very small group"}, 6, 1.0),
            ({"nl": "Meeste achterstand", "en": "Most disadvantage"}, 1300, 1.5),
        ]

        known = {o.key: o for o in OUTCOMES}

        def pictures(tilt: float) -> Lazily[Picture]:
            draw = lambda key: picture(self.question, known[key], self.runs_done, tilt)  # noqa: E731
            return Lazily(tuple(known), draw)

        net = pair(-4, 3, 2)
        groups = [
            Group(name, n, *((pictures(t), net) if n > 100 else (None,))) for name, n, t in named
        ]
        name = {"nl": "naar achterstand", "en": "by disadvantage"}
        gaps = Lazily(tuple(known), lambda key: gap(self.question, known[key], self.runs_done))
        return {"disadvantage": Division(name, groups, gaps)}
