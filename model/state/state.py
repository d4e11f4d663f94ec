"""The state of one run: all tables together. Plain arrays: copy it, save it, resume from it."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from model.state import events, together
from model.state import tables as shapes
from model.state.kinds import Table
from model.state.tally import SYSTEM, TALLY

NO_LOG = np.zeros(0, dtype=events.EVENTS)


class State(NamedTuple):
    """All that a run remembers. Every field is a contiguous array, cast when it is made.

    ``active`` lists the rows of households that wait or are helped, so that a week need not look
    at all the others. Who comes into view is put on it, and phase 6 takes off who left. ``log`` has
    rows only where somebody asked for one (``model/state/events.py``). ``ties`` from
    ``ties_begin[place]`` up to the next are those of one place; they stay, and who lives there
    changes.
    """

    period: Table
    residents: Table
    cases: Table
    active: Table
    actors: Table
    pairs: Table
    organisations: Table
    budgets: Table
    municipalities: Table
    neighbourhoods: Table
    contracts: Table
    tables: Table
    flows: Table
    people: Table
    ties: Table
    ties_begin: Table
    initiatives: Table
    tally: Table
    system: Table
    log: Table = NO_LOG

    def copy(self) -> State:
        """The same state in memory of its own."""
        return State(*(table.copy() for table in self))

    @property
    def week(self) -> int:
        """The week that comes next; week 0 is the start of policy."""
        return int(self.period[0]["week"])


KINDS: dict[str, np.dtype] = {
    "period": shapes.PERIOD,
    "residents": shapes.RESIDENTS,
    "cases": shapes.CASES,
    "active": np.dtype(np.int32),
    "actors": shapes.ACTORS,
    "pairs": shapes.PAIRS,
    "organisations": shapes.ORGANISATIONS,
    "budgets": shapes.BUDGETS,
    "municipalities": shapes.MUNICIPALITIES,
    "neighbourhoods": shapes.NEIGHBOURHOODS,
    "contracts": shapes.CONTRACTS,
    "tables": shapes.TABLES,
    "flows": shapes.FLOWS,
    "people": together.PEOPLE,
    "ties": together.TIES,
    "ties_begin": np.dtype(np.int32),
    "initiatives": together.INITIATIVES,
    "tally": TALLY,
    "system": SYSTEM,
    "log": events.EVENTS,
}
"""The kind of each table, as the compiled week knows it."""
