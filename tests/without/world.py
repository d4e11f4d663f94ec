"""One small neighbourhood with busy facilitators, in which some mechanisms are switched off."""

from collections.abc import Iterator, Mapping

import numpy as np

from experiments import simulation
from model import beginning, initialisation, week
from model.parameters import without
from model.state.state import State
from model.state.tables import OPEN

PLACE, ROWS, WEEKS = "doorsnee", 500, 60
BUSY = {
    "spending.extra": 25.0,
    "facilitator.money": 0.6,
    "facilitator.mandate": 2.0,
    "facilitator.paid_by_municipality": 0.7,
    "facilitator.paid_by_insurer": 0.3,
    "second_facilitator.money": 0.4,
    "second_facilitator.board": 0.8,
    "tendering.contract_years": 1.0,
}
MONEY = (
    *("spent", "amount", "granted", "extra_cost", "facilitation_cost", "overspend", "euro_error"),
    "sheet_paid",
)


class World:
    """A neighbourhood at week 0 without some mechanisms, and how it goes on."""

    def __init__(self, *off: str, values: Mapping[str, float] = BUSY, always: Mapping = {}):
        always = without(off) | dict(always)
        kept = {address: value for address, value in values.items() if address not in always}
        self.plan = simulation.plan(PLACE, kept, residents=ROWS, weeks=WEEKS, always=always)
        self.state: State = simulation.before_policy(self.plan, 1)
        self.record = simulation.parameters(self.plan, 0).record()
        self.p = self.record[0]
        initialisation.arrive(self.state, self.record)
        self.system: list[np.ndarray] = []
        self.tallies: list[np.ndarray] = []

    def weeks(self, count: int = WEEKS) -> Iterator[State]:
        for _ in range(count):
            tallies, systems = beginning.sheets(1)
            week.run(self.state, self.record, 1, tallies, systems)
            self.system.append(systems[0])
            self.tallies.append(tallies[0])
            yield self.state

    def total(self, name: str) -> float:
        return float(sum(np.sum(one[name]) for one in self.system))

    def after(self, count: int = WEEKS) -> State:
        for _ in self.weeks(count):
            pass
        return self.state


def assert_same(one: np.ndarray, two: np.ndarray) -> None:
    """Field by field: the room between fields of a row is nobody's."""
    for name in one.dtype.names:
        assert np.array_equal(one[name], two[name]), name


def open_cases(state: State) -> np.ndarray:
    return state.cases[state.cases["mode"] == OPEN]
