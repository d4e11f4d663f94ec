"""One run: a place, a set of numbers and a replicate become weekly counts, and nothing else.

This is the only door to the compiled week, for the command line, the page and studies alike, so a
figure on the screen and a figure from the command line cannot differ.
"""

from __future__ import annotations

import hashlib
import itertools
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field

import numpy as np

from experiments import own_place
from model import beginning, initialisation, week
from model.outcomes import Sheet
from model.parameters import ADDRESSES, Parameters
from model.state import events
from model.state.state import State

MOST_RESIDENTS = 5_000
"""Rows simulated unless asked otherwise: larger places are sampled, each row with a weight."""
KEPT_BYTES = 256_000_000
"""Memory for states at week 0; one of 5,000 residents takes about 1.7 MB."""
QUARTER = 13


@dataclass(frozen=True)
class Plan:
    """What to run: everything that decides a run but its replicate.

    ``values`` are in force from week 0, ``context`` before and after, ``timeline`` gives the
    changes in later weeks as (week, values). ``weeks`` is the length after week 0. ``facts`` are
    facts of the place that are not known, as one draw has them; without it they stand at the
    middle of their range; of a place that somebody filled in all facts stand here (``own_place``).
    ``population`` is how many people live there when a scenario or that somebody says so.
    """

    place: str
    residents: int
    weeks: int
    seed: int
    values: Mapping[str, float] = field(default_factory=dict)
    context: Mapping[str, float] = field(default_factory=dict)
    timeline: tuple[tuple[int, Mapping[str, float]], ...] = ()
    facts: Mapping[str, float] = field(default_factory=dict)
    population: int | None = None

    @property
    def identity(self) -> str:
        """A short text that two plans share only if they give the same runs."""
        return _digest(
            self.place, self.residents, self.weeks, self.seed, sorted(self.values.items()),
            sorted(self.context.items()), [(w, sorted(v.items())) for w, v in self.timeline],
            sorted(self.facts.items()), *([self.population] if self.population else []),
        )  # fmt: skip

    @property
    def before(self) -> str:
        """The same for what happens before week 0: plans that share it share their burn-in."""
        return _digest(
            self.place, self.residents, self.seed, sorted(self.context.items()),
            sorted(self.facts.items()), *([self.population] if self.population else []),
        )  # fmt: skip


def _digest(*parts: object) -> str:
    return hashlib.blake2b(repr(parts).encode(), digest_size=12).hexdigest()


def plan(
    place: str,
    values: Mapping[str, float],
    *,
    residents: int | None = None,
    weeks: int = 208,
    seed: int = 1,
    timeline: tuple[tuple[int, Mapping[str, float]], ...] = (),
    always: Mapping[str, float] | None = None,
    population: int | None = None,
) -> Plan:
    """A plan in which each value stands where its declaration says: before week 0 too, or after.

    ``always`` (knock-outs, uncertainty draws) is in force before week 0 whatever it is.
    """
    context = {a: v for a, v in values.items() if ADDRESSES[a].since == "context"}
    policy = {a: v for a, v in values.items() if ADDRESSES[a].since != "context"}
    found = own_place.whereabouts(place, population)
    rows = min(found.residents, residents or MOST_RESIDENTS)
    return Plan(
        place=found.place,
        residents=rows,
        weeks=int(weeks),
        seed=int(seed),
        values=policy,
        context=context | dict(always or {}),
        timeline=timeline,
        facts=found.facts,
        population=found.population,
    )


def parameters(a_plan: Plan, at_week: int) -> Parameters:
    """The numbers in force in a week: defaults, context, policy from week 0, later changes.

    What is always in force (context) wins over policy, so that a knock-out stays one.
    """
    values: dict[str, float] = {}
    if at_week >= 0:
        values |= a_plan.values
        for begin, changes in sorted(a_plan.timeline, key=lambda change: change[0]):
            if begin <= at_week:
                values |= changes
    return Parameters.of(values | dict(a_plan.context))


@dataclass(frozen=True)
class Start:
    """How things are at week 0: the state, and the last quarter before it in one row of each."""

    state: State
    tally: np.ndarray
    system: np.ndarray

    @property
    def size(self) -> int:
        """Bytes that it takes to keep."""
        return self.tally.nbytes + self.system.nbytes + sum(part.nbytes for part in self.state)


def before_policy(a_plan: Plan, replicate: int) -> State:
    """The state at week 0, after the burn-in under the usual policy; a copy of its own."""
    return _start(a_plan, replicate).state.copy()


def _start(a_plan: Plan, replicate: int) -> Start:
    """The start of a run, not to be written on. Who asks for one in the making waits for it."""
    key = (a_plan.before, replicate)
    with _LOCK:
        promised = _STARTS.get(key)
        mine = promised is None
        if promised is None:
            promised = _STARTS[key] = Future()
        else:
            _STARTS.move_to_end(key)
    if mine:
        try:
            promised.set_result(_burn_in(a_plan, replicate))
        except BaseException as reason:
            with _LOCK:
                _STARTS.pop(key, None)
            promised.set_exception(reason)
    start = promised.result()
    if mine:
        _keep_within_bounds()
    return start


def _burn_in(a_plan: Plan, replicate: int) -> Start:
    state, tallies, systems = beginning.lived_in(
        *(a_plan.place, a_plan.residents, a_plan.context, a_plan.seed, replicate),
        *(a_plan.facts, a_plan.population),
    )
    return Start(state, _in_one_row(tallies[-QUARTER:]), _in_one_row(systems[-QUARTER:]))


def _in_one_row(weeks: np.ndarray) -> np.ndarray:
    """The sum of these weeks, as if they were one."""
    row = np.zeros((1, *weeks.shape[1:]), dtype=weeks.dtype)
    for name in weeks.dtype.names or ():
        row[name][0] = weeks[name].sum(axis=0)
    return row


def _keep_within_bounds() -> None:
    """Let go of the starts that were asked for longest ago, but never of the last one."""
    with _LOCK:
        made = [(key, each.result().size) for key, each in _STARTS.items() if each.done()]
        total = sum(size for _, size in made)
        for key, size in made[:-1]:
            if total <= KEPT_BYTES:
                return
            total -= size
            del _STARTS[key]


_STARTS: OrderedDict[tuple[str, int], Future[Start]] = OrderedDict()
_LOCK = threading.Lock()


@dataclass(frozen=True)
class Run:
    """The counts of one run, week by week: ``tally`` [week, cell] and ``system`` [week].

    ``before`` holds the quarter before week 0 as if it were one week; ``state`` is the last.
    """

    tally: np.ndarray
    system: np.ndarray
    state: State
    before: Sheet

    @property
    def sheet(self) -> Sheet:
        """The counts from week 0 on, ready to be summed."""
        return Sheet(self.tally, self.system)


def turns(a_plan: Plan, first: int = 0, also: Iterable[int] = ()) -> list[int]:
    """The weeks at which a run halts: where numbers change, money begins, or somebody looks.

    The first and the last week are among them.
    """
    last = a_plan.weeks
    weeks = {first, last, *(w for w, _ in a_plan.timeline if first < w < last)}
    begins = {int(parameters(a_plan, w).spending.begin) for w in weeks}
    return sorted(weeks | {w for w in (*begins, *also) if first < w < last})


def run(
    a_plan: Plan,
    replicate: int,
    *,
    earlier: Run | None = None,
    log: int = 0,
    look: Callable[[State], None] | None = None,
    every: int = QUARTER,
) -> Run:
    """One run from week 0, with its own chance; the same bytes each time.

    ``earlier`` is the part that was run before: it is gone on with under the numbers of this plan,
    as if it had never stopped. ``log`` is room for so many events, kept in the state at the end.
    ``look`` is shown the state at the start and after each so many weeks; it may not change it.
    """
    tallies, systems = beginning.sheets(a_plan.weeks)
    if earlier is None:
        start = _start(a_plan, replicate)
        state, before, first = start.state.copy(), Sheet(start.tally, start.system), 0
    else:
        state, before, first = earlier.state.copy(), earlier.before, len(earlier.tally)
        tallies[:first], systems[:first] = earlier.tally, earlier.system
    state = state._replace(log=events.sheet(log))
    looks = set(range(first, a_plan.weeks + 1, every)) if look else set()
    if look:
        look(state)
    for begin, end in itertools.pairwise(turns(a_plan, first, looks)):
        record = parameters(a_plan, begin).record()
        initialisation.arrive(state, record)
        week.run(state, record, end - begin, tallies[begin:end], systems[begin:end])
        if look and end in looks:
            look(state)
    return Run(tally=tallies, system=systems, state=state, before=before)
