"""A made-up model for the tests of the page: small, quick, and with every case the page has.

None of its names, numbers or results mean anything.
"""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from ui.provider import (
    Budget,
    Counts,
    Curves,
    Difference,
    Division,
    Estimate,
    Event,
    Group,
    Picture,
    Question,
    Side,
)

WEEKS = list(range(0, 209, 13))
SECONDS_PER_RUN = 0.012
FIRST_RUNS = 6
CHUNK = 7


@dataclass(frozen=True)
class FakeUnit:
    nl: str
    en: str
    scale: float = 1.0
    digits: int = 0

    def label(self, language: str) -> str:
        return self.nl if language == "nl" else self.en


@dataclass(frozen=True)
class FakeNamed:
    key: str
    nl: str
    en: str

    def name(self, language: str) -> str:
        return (self.nl if language == "nl" else self.en).split(": ")[0]

    def meaning(self, language: str) -> str:
        return (self.nl if language == "nl" else self.en).split(": ")[1]


@dataclass(frozen=True)
class FakeLever(FakeNamed):
    unit: FakeUnit
    between: tuple[float, float]
    step: float
    default: float
    choices: Sequence[tuple[float, Mapping[str, str]]] = ()

    @property
    def address(self) -> str:
        return self.key

    def status(self, language: str) -> str:
        return "AANNAME" if language == "nl" else "ASSUMED"

    def basis(self, language: str) -> str:
        return "verzonnen voor de test" if language == "nl" else "made up for the test"


@dataclass(frozen=True)
class FakeOutcome(FakeNamed):
    unit: FakeUnit
    better: str
    between: tuple[float, float]
    level: float = 0.4
    slope: float = 0.1


@dataclass(frozen=True)
class FakeScenario(FakeNamed):
    values: Mapping[str, float] = field(default_factory=dict)

    def value(self, address: str) -> float:
        return self.values.get(address, DEFAULTS[address])


HOURS = FakeUnit("uur per week", "hours a week")
PERCENT = FakeUnit("%", "%", scale=100)
EUROS = FakeUnit("euro per jaar", "euro a year")
DAYS = FakeUnit("dagen", "days", digits=1)

SEAT = [
    (0.0, {"nl": "geen", "en": "none"}),
    (1.0, {"nl": "beleid", "en": "policy"}),
    (2.0, {"nl": "wijk", "en": "neighbourhood"}),
]

LEVERS = [
    FakeLever(
        "fake.seat",
        "Plek van de verbinder: waar iemand werkt die partijen verbindt",
        "Seat of the connector: where somebody works who connects parties",
        FakeUnit("", ""),
        (0, 2),
        1,
        0,
        SEAT,
    ),
    FakeLever(
        "fake.hours",
        "Uren van de verbinder: tijd om partijen te verbinden",
        "Hours of the connector: time to connect parties",
        HOURS,
        (0, 72),
        1,
        0,
    ),
    FakeLever(
        "fake.mandate",
        "Mandaat: welk deel van de besluiten aan tafel valt",
        "Mandate: which share of decisions is taken at the table",
        PERCENT,
        (0, 1),
        0.05,
        0.2,
    ),
    FakeLever(
        "fake.split",
        "Wijk of bestuur: deel van de uren dat in de wijk valt",
        "Neighbourhood or board: share of the hours spent in the neighbourhood",
        PERCENT,
        (0, 1),
        0.05,
        0.5,
    ),
    FakeLever(
        "fake.pooled",
        "Samengevoegd budget: deel van het geld dat in één pot zit",
        "Pooled budget: share of the money in one pot",
        PERCENT,
        (0, 1),
        0.05,
        0,
    ),
    FakeLever(
        "fake.meeting",
        "Overlegtijd: uren samen per professional",
        "Meeting time: hours together per professional",
        HOURS,
        (0, 8),
        0.5,
        1,
    ),
    FakeLever(
        "fake.paperwork",
        "Administratie: deel van de tijd dat naar papier gaat",
        "Paperwork: share of time that goes to forms",
        PERCENT,
        (0.05, 0.5),
        0.05,
        0.3,
    ),
    FakeLever(
        "fake.support",
        "Steun voor bewoners: uren voor wie initiatief neemt",
        "Support for residents: hours for those who take initiative",
        HOURS,
        (0, 40),
        2,
        4,
    ),
]
DEFAULTS = {lever.address: lever.default for lever in LEVERS}

OUTCOMES = [
    FakeOutcome(
        "unmet",
        "Onvervulde hulpvraag: deel van de bewoners met een zware vraag zonder hulp",
        "Unmet need: share of residents with a serious need and no help",
        PERCENT,
        "lower",
        (0, 1),
        0.31,
        -0.12,
    ),
    FakeOutcome(
        "in_time",
        "Hulp op tijd: deel dat binnen een kwartaal hulp vindt",
        "Help in time: share that finds help within a quarter",
        PERCENT,
        "higher",
        (0, 1),
        0.42,
        0.14,
    ),
    FakeOutcome(
        "trust",
        "Vertrouwen: hoe vast professionals op elkaar rekenen",
        "Trust: how firmly professionals count on each other",
        PERCENT,
        "higher",
        (0, 1),
        0.38,
        0.2,
    ),
    FakeOutcome(
        "workload",
        "Werkdruk: gevraagde uren tegenover beschikbare uren",
        "Workload: hours asked against hours there are",
        PERCENT,
        "lower",
        (0, 3),
        1.02,
        0.03,
    ),
    FakeOutcome(
        "wait",
        "Wachttijd: dagen tot de eerste hulp",
        "Wait: days until the first help",
        DAYS,
        "lower",
        (0, 400),
        41,
        -6,
    ),
    FakeOutcome(
        "use",
        "Gebruik van zorg: deel van de bewoners met hulp",
        "Use of care: share of residents with help",
        PERCENT,
        "neither",
        (0, 1),
        0.09,
        0.01,
    ),
]

PLACES = [
    FakeNamed(
        "dale", "Verzonnen Dal: 11 van de 12 feiten bekend", "Made-up Dale: 11 of 12 facts known"
    ),
    FakeNamed(
        "hill", "Verzonnen Heuvel: 4 van de 12 feiten bekend", "Made-up Hill: 4 of 12 facts known"
    ),
    FakeNamed(
        "city", "Verzonnen Stad: te groot, met een steekproef", "Made-up City: too large, sampled"
    ),
]

SCENARIOS = [
    FakeScenario(
        "as_is",
        "Zoals nu: ieder werkt vanuit de eigen organisatie",
        "As it is now: everybody works from their own organisation",
    ),
    FakeScenario(
        "neighbourhood",
        "Verbinder in de wijk: iemand verbindt partijen vanuit de wijk",
        "Connector in the neighbourhood: somebody connects parties from there",
        {"fake.seat": 2, "fake.hours": 28, "fake.split": 0.8},
    ),
    FakeScenario(
        "team_hours",
        "Meer teamuren: hetzelfde geld gaat naar het team",
        "More team hours: the same money goes to the team",
        {"fake.meeting": 3},
    ),
    FakeScenario(
        "broken", "Stuk: deze doorrekening gaat altijd mis", "Broken: this computation always fails"
    ),
]


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


def counts(a, b, margin: float) -> Counts | None:
    if len(a) < 20:
        return None
    difference = b[:, -4:].mean(axis=1) - a[:, -4:].mean(axis=1)
    within = int((np.abs(difference) < margin).sum())
    higher = int((difference >= margin).sum())
    lower = int((difference <= -margin).sum())
    share = max(higher, lower) / len(a)
    steps = ((0.95, "almost"), (0.8, "mostly"), (0.6, "often"))
    verdict = next((word for least, word in steps if share >= least), "none")
    return Counts(higher, lower, within, len(a), verdict)


def picture(question: Question, outcome: FakeOutcome, count: int, tilt: float = 1.0) -> Picture:
    a, b = (runs_of(question, outcome, s, count, tilt) for s in (question.a, question.b))
    return Picture(curves(a), curves(b), counts(a, b, abs(outcome.slope) * 0.02))


def estimate(middle: float, spread: float) -> Estimate:
    return Estimate(middle, middle - spread, middle + spread)


@dataclass(frozen=True, eq=False)
class FakeSnapshot:
    question: Question
    runs_done: int
    state: str
    failure: str | None = None
    weeks: Sequence[int] = tuple(WEEKS)

    @property
    def runs_wanted(self) -> int:
        return self.question.runs

    @property
    def sampled(self) -> tuple[int, int] | None:
        return (4000, 61234) if self.question.place == "city" else None

    @cached_property
    def pictures(self) -> dict[str, Picture]:
        if self.failure or not self.runs_done:
            return {}
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
        rows = [
            Budget(
                n,
                EUROS,
                estimate(base + a * s, 9000),
                estimate(base + b * s, 9000),
                estimate((b - a) * s, 9000 + abs(s) * 0.3),
            )
            for n, s, base in names
        ]
        total = Budget(
            {"nl": "Samen", "en": "Together"},
            EUROS,
            estimate(sum(r.a.median for r in rows), 20000),
            estimate(sum(r.b.median for r in rows), 20000),
            estimate(sum(r.difference.median for r in rows), 40000),
            total=True,
        )
        return [*rows, total]

    @cached_property
    def divisions(self) -> dict[str, Division]:
        if self.failure or not self.runs_done:
            return {}
        named = [
            ({"nl": "Minste achterstand", "en": "Least disadvantage"}, 1350, 0.7),
            ({"nl": "Meeste achterstand", "en": "Most disadvantage"}, 1300, 1.3),
            ({"nl": "Heel klein groepje", "en": "Very small group"}, 6, None),
        ]
        groups = [
            Group(name, n, None if tilt is None else self.pictures_tilted(tilt))
            for name, n, tilt in named
        ]
        gap = self.pictures_tilted(0.5)
        return {
            "disadvantage": Division(
                {"nl": "naar achterstand", "en": "by disadvantage"}, groups, gap
            )
        }

    def pictures_tilted(self, tilt: float) -> dict[str, Picture]:
        return {o.key: picture(self.question, o, self.runs_done, tilt) for o in OUTCOMES}


class Computation:
    """One question being worked out for everybody who asks it."""

    def __init__(self, question: Question) -> None:
        self.question, self.interested = question, 0
        self.latest = FakeSnapshot(question, 0, "waiting")
        self.started = 0
        threading.Thread(target=self.work, daemon=True).start()

    def work(self) -> None:
        done, step = 0, FIRST_RUNS
        while done < self.question.runs:
            time.sleep(step * SECONDS_PER_RUN)
            if self.question.b.scenario == "broken" and done >= FIRST_RUNS:
                self.latest = FakeSnapshot(self.question, 0, "failed", failure="failure.unknown")
                return
            done = min(self.question.runs, done + step)
            step = CHUNK
            snapshot = FakeSnapshot(
                self.question, done, "done" if done == self.question.runs else "running"
            )
            _ = snapshot.pictures
            self.latest = snapshot
            if self.interested <= 0:
                service.forget(self.question)
                return


class FakeTicket:
    def __init__(self, computation: Computation) -> None:
        self.computation, self.open = computation, True
        computation.interested += 1

    def snapshot(self) -> FakeSnapshot:
        return self.computation.latest

    def cancel(self) -> None:
        if self.open:
            self.open = False
            self.computation.interested -= 1


class Service:
    def __init__(self) -> None:
        self.computations: dict[Question, Computation] = {}
        self.lock = threading.Lock()
        self.started = 0

    def request(self, question: Question) -> FakeTicket:
        with self.lock:
            if question not in self.computations:
                self.started += 1
                self.computations[question] = Computation(question)
            return FakeTicket(self.computations[question])

    def forget(self, question: Question) -> None:
        with self.lock:
            self.computations.pop(question, None)


service = Service()


class FakeProvider:
    version = "0.0.1"
    runs = 100
    seed = 1
    weeks_per_year = 52

    def places(self):
        return PLACES

    def scenarios(self):
        return SCENARIOS

    def levers(self):
        return LEVERS

    def outcomes(self):
        return OUTCOMES

    def start(self) -> Question:
        return Question("dale", Side("as_is"), Side("neighbourhood"), self.runs, self.seed)

    def request(self, question: Question) -> FakeTicket:
        return service.request(question)

    def differences(self, question: Question) -> list[Difference]:
        found = []
        by_key = {s.key: s for s in SCENARIOS}
        for lever in LEVERS:
            a, b = (
                dict(s.values).get(lever.address, by_key[s.scenario].value(lever.address))
                for s in (question.a, question.b)
            )
            if math.isclose(a, b):
                continue
            found.append(
                Difference(
                    {"nl": lever.name("nl"), "en": lever.name("en")},
                    self.texts(lever, a),
                    self.texts(lever, b),
                    {"nl": lever.status("nl"), "en": lever.status("en")},
                    money=lever.address == "fake.hours",
                )
            )
        return found

    def texts(self, lever: FakeLever, value: float) -> dict[str, str]:
        named = dict(lever.choices)
        if value in named:
            return dict(named[value])
        return {
            one: f"{value * lever.unit.scale:.{lever.unit.digits}f} {lever.unit.label(one)}"
            for one in ("nl", "en")
        }

    def table(self, question: Question, language: str) -> str:
        warning = (
            "Denkmodel, geen voorspelling"
            if language == "nl"
            else "A thinking model, not a forecast"
        )
        head = (
            f"# {warning}\n# version {self.version}, seed {question.seed}, runs {question.runs}\n"
        )
        return head + "outcome,week,a,b\n"
