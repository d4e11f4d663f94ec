"""How things are at week 0 (ODD section 5): the long run of a place, resemblance, and the burn-in.

Whoever starts from a place, with Mesa or without, starts here, so that both see the same people.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Mapping
from concurrent.futures import Future
from dataclasses import replace
from types import MappingProxyType

import numpy as np

from model import initialisation, resemblance, week
from model.clock import YEAR
from model.parameters import Parameters
from model.places import find
from model.population import draw_population
from model.relative_need import domain_scale, relative_need
from model.state.axes import CELL_COUNT
from model.state.state import State
from model.state.tally import SYSTEM, TALLY

LONG_RUN_ROWS = 2_000
LONG_RUN_SEED = 0
HISTORIES = 8
"""Long runs of one place that replicates start from in turn.

Ties, trust and expectations settle differently in one history than in another, and more so than
they differ between replicates of one. A band over replicates must show that too.
"""
KEPT_LONG_RUNS = 200

Values = Mapping[str, float]
NONE: Values = MappingProxyType({})


def lived_in(
    place: str,
    residents: int,
    context: Values,
    seed: int,
    replicate: int,
    facts: Values = NONE,
    population: int | None = None,
) -> tuple[State, np.ndarray, np.ndarray]:
    """The state at week 0 under the usual policy, and what was written down of the burn-in.

    ``residents`` are the rows simulated, at most those of the place; ``context`` the numbers that
    are in force before week 0; ``facts`` of the place that are not known and were drawn;
    ``population`` is how many people live there when that is not as the place says.
    """
    state, record = first_day(place, residents, context, seed, replicate, facts, population)
    history = replicate % HISTORIES
    resemblance.resemble(state, long_run(place, context, facts, history, population))
    tallies, systems = sheets(initialisation.BURN_IN)
    week.run(state, record, initialisation.BURN_IN, tallies, systems)
    state.budgets["amount"] = systems["spent"][-YEAR:].mean(axis=0)
    return state, tallies, systems


def first_day(
    place: str,
    residents: int,
    context: Values,
    seed: int,
    replicate: int,
    facts: Values = NONE,
    population: int | None = None,
) -> tuple[State, np.ndarray]:
    """The state at the start of a burn-in or long run, and the numbers in force."""
    found = find(place)
    if population is not None:
        found = replace(found, population=population)
    record = Parameters.of(context).record()
    heavier = relative_need(found, record, facts)
    state = initialisation.first_day(
        draw_population(found, min(residents, found.population), seed, replicate, facts),
        float(found.population),
        heavier,
        domain_scale(found, heavier, facts),
        record,
        seed,
        replicate,
    )
    return state, record


def long_run(
    place: str, context: Values, facts: Values, history: int, population: int | None = None
) -> State:
    """Where this place settles under the usual policy, to start from. Made once, then kept."""
    known = (tuple(sorted(context.items())), tuple(sorted(facts.items())))
    key = (find(place).id, population, *known, history)
    with _LOCK:
        promised = _LONG_RUNS.get(key)
        mine = promised is None
        if promised is None:
            promised = _LONG_RUNS[key] = Future()
            while len(_LONG_RUNS) > KEPT_LONG_RUNS:
                _LONG_RUNS.popitem(last=False)
    if mine:
        try:
            state, record = first_day(
                *(place, LONG_RUN_ROWS, context, LONG_RUN_SEED, history, facts, population)
            )
            week.run(state, record, resemblance.LONG_RUN, *sheets(0))
            promised.set_result(state)
        except BaseException as reason:
            with _LOCK:
                _LONG_RUNS.pop(key, None)
            promised.set_exception(reason)
    return promised.result()


def sheets(weeks: int) -> tuple[np.ndarray, np.ndarray]:
    """Empty records of this many weeks: by cell, and of the system as a whole."""
    return np.zeros((weeks, CELL_COUNT), dtype=TALLY), np.zeros(weeks, dtype=SYSTEM)


_LONG_RUNS: OrderedDict[tuple[object, ...], Future[State]] = OrderedDict()
_LOCK = threading.Lock()
