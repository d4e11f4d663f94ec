"""Reversal (decision 14c): what practice says must be able to come out the other way.

For each claim that compares two scenarios in one outcome, every number that nobody knows is drawn,
and facts of the place; both scenarios are run once in each draw. A claim that goes one way in one
in twenty draws or more and the other way in fewer was put in, or has a reason beside it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict

from experiments import batch, effects, simulation, uncertainty
from experiments.audits.report import PLACE, Report, as_far_as_it_goes, stopped
from experiments.audits.work import Work
from experiments.batch import Results, Window
from experiments.effects import Effect
from model.outcomes import OUTCOMES
from model.places import find
from scenarios import library
from scenarios.faults import Both

FILE = Path(__file__).parent / "reversal.yaml"
LEFT_OUT = Path(__file__).parent / "not_reversed.yaml"
WEEKS = 208
PAID = Window("during", 0, 156)
"""The weeks of extra money in the scenarios that ship."""
DRAWS, SEED = 100, 1
OFTEN = 0.05
"""One in twenty draws."""

BOTH_WAYS, ONE_WAY, NEITHER = "turns", "one way only", "does not emerge here"


class Because(BaseModel):
    """Why a claim cannot turn, in both languages."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    nl: str
    en: str


class Claim(BaseModel):
    """What practice says of B against A in one outcome."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    claims: tuple[str, ...]
    a: str
    b: str
    outcome: str
    says: Literal["higher", "lower"]
    because: Because | None = None

    @property
    def name(self) -> str:
        """The claim in one line."""
        return f"{', '.join(self.claims)}: {self.outcome} {self.says} in {self.b} than in {self.a}"


class LeftOut(BaseModel):
    """Claims that are to emerge and that no row can hold, and why."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    claims: tuple[str, ...]
    because: Because

    def told(self) -> Both:
        """The claims and the reason in one line."""
        named = ", ".join(self.claims)
        return Both(f"{named}: no row: {self.because.en}", f"{named}: geen rij: {self.because.nl}")


@cache
def left_out() -> tuple[LeftOut, ...]:
    """The claims without a row, in the order of their file."""
    return tuple(LeftOut(**told) for told in yaml.safe_load(LEFT_OUT.read_text(encoding="utf-8")))


@cache
def claims() -> tuple[Claim, ...]:
    """Every claim that is looked at, in the order of the file."""
    return tuple(Claim(**told) for told in yaml.safe_load(FILE.read_text(encoding="utf-8")))


def audit(
    residents: int = 1000, replicates: int = DRAWS, wanted: Sequence[Claim] | None = None
) -> Report:
    """Whether each claim goes each way in enough draws; ``replicates`` is the number of draws."""
    looked_at = tuple(wanted or claims())
    runs: dict[str, Results] = {}

    def look(claim: Claim) -> Effect:
        for key in (claim.a, claim.b):
            if key not in runs:
                runs[key] = _drawn_runs(key, residents, replicates)
        first, second = (runs[key].window(claim.outcome, "during") for key in (claim.a, claim.b))
        return effects.paired(first, second, OUTCOMES[claim.outcome].margin)

    found = as_far_as_it_goes(looked_at, look)
    ways = {claim: judged(claim, effect) for claim, effect in found.items()}
    failed = any(way == ONE_WAY and not claim.because for claim, way in ways.items())
    complete = len(found) == len(looked_at)
    lines = tuple(_told(claim, effect, ways[claim]) for claim, effect in found.items())
    numbers = {
        claim.name: {"as_claimed": as_claimed(claim, effect), "other_way": other_way(claim, effect),
                     "n": effect.n, "way": ways[claim]}
        for claim, effect in found.items()
    }  # fmt: skip
    passed = False if failed else True if complete else None
    told = (*stopped(len(found), len(looked_at)), *lines, *(each.told() for each in left_out()))
    return Report("reversal", passed, told, numbers, complete, summary(ways))


def summary(ways: Mapping[Claim, str]) -> Both:
    """How many claims turn, go one way, or do not emerge: to pass is not yet to turn."""
    one_way = [claim for claim, way in ways.items() if way == ONE_WAY]
    turning, still = (list(ways.values()).count(way) for way in (BOTH_WAYS, NEITHER))
    known = sum(claim.because is not None for claim in one_way)
    return Both(
        f"of {len(ways)} rows {turning} turn (one in twenty draws or more each way), "
        f"{len(one_way)} go one way only ({known} with a reason), and {still} do not emerge: there "
        "one in twenty each way is not met either",
        f"van {len(ways)} rijen kunnen er {turning} keren (minstens een op twintig trekkingen naar "
        f"elke kant), gaan er {len(one_way)} maar één kant op ({known} met een reden), en komen er "
        f"{still} niet op: ook daar is een op twintig naar elke kant niet gehaald",
    )


def work(replicates: int = DRAWS) -> Work:
    """How much is run: each scenario once in every draw, and each draw is a world of its own."""
    sides = len({key for claim in claims() for key in (claim.a, claim.b)})
    runs = sides * replicates
    return Work(runs, runs, replicates, WEEKS)


def as_claimed(claim: Claim, effect: Effect) -> int:
    """In how many draws the difference is as practice says, by what matters or more."""
    return effect.clearly_higher if claim.says == "higher" else effect.clearly_lower


def other_way(claim: Claim, effect: Effect) -> int:
    """In how many draws it is the other way, by what matters or more."""
    return effect.clearly_lower if claim.says == "higher" else effect.clearly_higher


def judged(claim: Claim, effect: Effect) -> str:
    """Whether a claim turns, goes one way only, or does not emerge."""
    often = [
        count >= OFTEN * effect.n > 0
        for count in (as_claimed(claim, effect), other_way(claim, effect))
    ]
    return BOTH_WAYS if all(often) else ONE_WAY if any(often) else NEITHER


def _drawn_runs(key: str, residents: int, draws: int) -> Results:
    """A scenario once in each draw; what it sets without a range of its own stays as it is."""
    scenario = library.load(key)
    resolved = library.resolve(scenario)
    own = {a: choice.between for a, choice in scenario.choices.items() if choice.between}
    settled = {a for a in resolved.values if a not in own}
    settled |= {a for _, sets in resolved.timeline for a in sets}
    plan = simulation.plan(
        PLACE, resolved.values, residents=residents, weeks=WEEKS, seed=SEED,
        timeline=resolved.timeline,
    )  # fmt: skip
    drawn = uncertainty.draws(draws, SEED, settled, own, find(PLACE))
    return batch.ensemble(plan, draws, windows=(PAID,), draws=drawn)


def _told(claim: Claim, effect: Effect, way: str) -> str:
    counts = (
        f"as claimed in {as_claimed(claim, effect)}, the other way in {other_way(claim, effect)}, "
        f"no clear difference in {effect.within_margin} of {effect.n} draws: {way}"
    )
    if way == ONE_WAY:
        counts += f"; explained: {claim.because.en}" if claim.because else ": INVESTIGATE"
    return f"{claim.name}: {counts}"
