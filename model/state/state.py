"""The state of one run: all tables together. Plain arrays: copy it, save it, resume from it."""

from __future__ import annotations

from typing import NamedTuple

from model.state.kinds import Table


class State(NamedTuple):
    """All that a run remembers. Every field is a contiguous array, cast when it is made.

    ``active`` lists the rows of households that wait or are helped, so that a week need not look
    at all the others. Who comes into view is put on it, and phase 6 takes off who left.
    ``ties`` from ``ties_begin[place]`` up to the next are those of one place; they stay, and who
    lives there changes.
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

    def copy(self) -> State:
        """The same state in memory of its own."""
        return State(*(table.copy() for table in self))

    @property
    def week(self) -> int:
        """The week that comes next; week 0 is the start of policy."""
        return int(self.period[0]["week"])
