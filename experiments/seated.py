"""Runs in which somebody's own policy sits in a seat, told in the same tables as any other run.

Once in four weeks a policy in Python sees the neighbourhood and decides (``model/agents/seats.py``
says over what); the weeks in between are those of every run, written down in full. What is decided
about a lever enters the plan as a change in that week, as in the timeline of a scenario. So a
policy that leaves everything to the rules gives the same bytes as the run without it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import pandas as pd

from experiments import batch, effects, simulation
from experiments.batch import Draw, Results, Window
from experiments.regional import RegionPlan
from experiments.simulation import Plan, Run
from experiments.version import NOTE
from model.agents import seats
from model.agents.columns import View
from model.agents.seats import CHOICES, Policy
from model.neighbourhood import DECIDES_EVERY, Neighbourhood
from model.outcomes import OUTCOMES
from scenarios import library

Seating = Callable[[], Mapping[str, Policy]]
"""Who sits where, made anew for each run: what a policy remembers stays within its own run."""

COLUMNS = (
    "outcome", "window", "group", "n", "a", "b", "difference", "p05", "p95", "higher", "lower",
    "within_margin", "verdict",
)  # fmt: skip
EVERYBODY = "all"


@dataclass(frozen=True)
class Decision:
    """What one seat decided in one week: levers by address, choices by key. Never empty."""

    week: int
    seat: str
    changes: Mapping[str, float]


@dataclass(frozen=True)
class SeatedRun:
    """A run, and all that was decided in it by whoever had a seat, in order."""

    run: Run
    decisions: tuple[Decision, ...]


class Deciding(Neighbourhood):
    """The neighbourhood as a policy sees it: its state, ``values`` in force and ``written``.

    ``written`` holds the weekly counts from week 0 until now. The weeks themselves are not run
    here: a policy that steps this neighbourhood is refused.
    """

    def __init__(self, run: Run, policies: Mapping[str, Policy]) -> None:
        super().__init__(run.state)
        self.written = run.sheet
        self.decisions: list[Decision] = []
        for seat, policy in policies.items():
            seats.refuse(seat, {})
            self.policies[seat] = partial(self._note, seat, policy)

    def decide(self, plan: Plan, run: Run) -> dict[str, float]:
        """The levers that were moved now, by address; choices are written into the run's state."""
        self.state, self.written = run.state, run.sheet
        self.values = simulation.parameters(plan, self.week).values()
        earlier = len(self.decisions)
        self._decide()
        return {
            address: value
            for decision in self.decisions[earlier:]
            for address, value in decision.changes.items()
            if address not in CHOICES
        }

    def step(self) -> None:
        """Refuse: whoever decides does not make time pass."""
        raise RuntimeError("a policy decides; the weeks are run by experiments.seated")

    def _note(self, seat: str, policy: Policy, me: View, here: Any) -> Mapping[str, float]:
        changes = {name: float(value) for name, value in policy(me, here).items()}
        if changes:
            self.decisions.append(Decision(self.week, seat, changes))
        return changes


def world(
    scenario: str,
    place: str,
    *,
    residents: int | None = None,
    weeks: int = 208,
    seed: int = 1,
    changes: Mapping[str, float] | None = None,
) -> Plan:
    """The plan of a scenario in a place, with ``changes`` on top of what the scenario sets.

    Raises Refused for a scenario or value that cannot be, and UnknownPlace. A scenario of a
    region has places of its own and is refused with ValueError: nobody has a seat there.
    """
    story = library.load(scenario)
    if story.region:
        raise ValueError(f"{scenario} is of a region, and regions have no seats")
    found = library.resolve(story, dict(changes or {}))
    return simulation.plan(
        place, found.values, residents=residents, weeks=weeks, seed=seed, timeline=found.timeline
    )


def run(plan: Plan, policies: Mapping[str, Policy], replicate: int = 0) -> SeatedRun:
    """One run with these policies in their seats; the same bytes each time if they are too.

    Raises ValueError for a seat that is none, for what a seat does not decide over, and for a
    value out of its range. What is always in force (a knock-out) stays, whatever is decided.
    """
    _refuse(plan, policies)
    so_far = simulation.run(replace(plan, weeks=0), replicate)
    here = Deciding(so_far, policies)
    with here:
        for week in range(0, plan.weeks, DECIDES_EVERY):
            moved = here.decide(plan, so_far)
            if moved:
                plan = replace(plan, timeline=(*plan.timeline, (week, moved)))
            until = min(week + DECIDES_EVERY, plan.weeks)
            so_far = simulation.run(replace(plan, weeks=until), replicate, earlier=so_far)
        return SeatedRun(so_far, tuple(here.decisions))


def _refuse(plan: Plan | RegionPlan, policies: Mapping[str, Policy]) -> None:
    """Raise ValueError for a region, and for a seat that is none."""
    if isinstance(plan, RegionPlan):
        raise ValueError("a region has no seats; take one neighbourhood")
    for seat in policies:
        seats.refuse(seat, {})


class _Made(Mapping[int, Run]):
    """Runs that are made when they are asked for, each in the thread that asks."""

    def __init__(
        self, plan: Plan, seating: Seating, replicates: range, draws: Sequence[Draw] | None
    ) -> None:
        self._plan, self._seating, self._draws = plan, seating, draws
        self._replicates = replicates

    def __getitem__(self, replicate: int) -> Run:
        if replicate not in self._replicates:
            raise KeyError(replicate)
        drawn = batch.drawn(self._plan, replicate, self._draws)
        return run(drawn, self._seating(), replicate).run

    def get(self, replicate: int, default: Any = None) -> Any:  # pyright: ignore
        """The run; a KeyError of a policy is a fault of that policy, and no run without it."""
        return self[replicate] if replicate in self._replicates else default

    def __contains__(self, replicate: object) -> bool:
        return replicate in self._replicates

    def __iter__(self) -> Iterator[int]:
        return iter(self._replicates)

    def __len__(self) -> int:
        return len(self._replicates)


def ensemble(
    plan: Plan,
    seating: Seating,
    replicates: int,
    *,
    windows: Sequence[Window],
    by: str | None = None,
    threads: int | None = None,
    on_run: Callable[[int, int], None] | None = None,
    draws: Sequence[Draw] | None = None,
    first: int = 0,
) -> Results:
    """Many runs with policies in their seats, summed up as ``batch.ensemble`` sums up any run.

    Replicate i has the luck, and takes the draw, that it has without them. Raises ValueError for
    a seat that is none and RunFailed where a policy breaks off or decides what it may not.
    """
    _refuse(plan, seating())
    made = _Made(plan, seating, range(first, first + replicates), draws)
    return batch.ensemble(
        plan, replicates, windows=windows, by=by, threads=threads, on_run=on_run, draws=draws,
        first=first, earlier=made,
    )  # fmt: skip


def compare(
    plan: Plan,
    seating: Seating,
    replicates: int = 20,
    *,
    windows: Sequence[Window] = (),
    by: str | None = None,
    threads: int | None = None,
    draws: Sequence[Draw] | None = None,
    without: Seating = dict,
) -> pd.DataFrame:
    """What policies in seats (B) change against the same world without them (A), pair by pair.

    A row for each outcome, window (usually the last year) and group. Columns: n (pairs), a and b
    (medians), difference (the median over pairs) with p05 and p95, higher and lower (pairs in
    which B is, by at least the smallest difference that matters), within_margin, and verdict; the
    three counts add up to n. ``without`` may put other policies in the seats of A. What kind of
    knowledge it is stands in ``attrs["note"]``.
    """
    asked: dict[str, Any] = {
        "windows": tuple(windows) or (batch.final(plan.weeks),), "by": by, "threads": threads,
        "draws": draws,
    }  # fmt: skip
    first = (
        ensemble(plan, without, replicates, **asked)
        if without()
        else batch.ensemble(plan, replicates, **asked)
    )
    return table(first, ensemble(plan, seating, replicates, **asked))


def table(a: Results, b: Results) -> pd.DataFrame:
    """The paired differences of two ensembles with the same replicates, windows and groups."""
    groups = (EVERYBODY, *batch.groups_of(a.plan, a.by))
    rows = []
    for key, outcome in OUTCOMES.items():
        for at, window in enumerate(a.windows):
            for column, group in enumerate(groups):
                before, after = (side.values[key][:, at, column] for side in (a, b))  # noqa: PD011
                told = effects.told(before, after, outcome.margin)
                rows.append({"outcome": key, "window": window.name, "group": group} | told)
    found = pd.DataFrame(rows, columns=list(COLUMNS))
    found.attrs["note"] = {"nl": NOTE.nl, "en": NOTE.en}
    return found
