"""A neighbourhood of eleven people who help or decide and a few homes, to be worked out by hand.

Phases are read as they are written, without the compiler, and chance is whatever a test says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import FunctionType, MappingProxyType, ModuleType
from typing import Any

import numpy as np
from numba.core.registry import CPUDispatcher

from model.acquaintances import no_initiatives
from model.parameters import Parameters
from model.processes.residents import moving
from model.state import axes, tables, together
from model.state.state import State
from model.state.tally import SYSTEM, TALLY

TEAM_A, TEAM_B, INCOME, LANDLORD, MENTAL, SUPPORT = range(6)
POLICY, ALDERMAN, INSURER, HUB, SECOND = range(6, 11)
PROFESSIONALS = (TEAM_A, TEAM_B, INCOME, LANDLORD, MENTAL, SUPPORT)
ROLES = (0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 4)
ORGANISATIONS = (0, 0, 1, 2, 3, 4, 8, 8, 8, 8, 8)
DEBT, WORK, HOUSING, MIND, BODY, PARENTING, LONELY, SAFETY = range(8)
KEY = np.zeros(2, dtype=np.uint32)
FAR = 1000
"""A week that no test reaches."""

Draw = Callable[[int, int, int], float]


class Numbers:
    """An array that hands out plain numbers, which never overflow."""

    def __init__(self, values: np.ndarray):
        self.values = values

    def __getitem__(self, where: Any) -> Any:
        found = self.values[where]
        return Numbers(found) if isinstance(found, np.ndarray) else found.item()

    def __setitem__(self, where: Any, value: Any) -> None:
        self.values[where] = value

    def __len__(self) -> int:
        return len(self.values)

    def __array__(self, dtype: Any = None, copy: Any = None) -> np.ndarray:
        return self.values if dtype is None else self.values.astype(dtype)


class Row:
    """One row of a table, whose columns are read and written by name."""

    def __init__(self, row: np.void):
        self.__dict__["row"] = row

    def __getattr__(self, name: str) -> Any:
        if name not in (self.row.dtype.names or ()):
            raise AttributeError(name)
        found = self.row[name]
        if isinstance(found, np.void):
            return Row(found)
        return Numbers(found) if isinstance(found, np.ndarray) else found.item()

    def __setattr__(self, name: str, value: Any) -> None:
        self.row[name] = value


class Table:
    """A table: rows by number, and whole columns by name."""

    def __init__(self, rows: np.ndarray):
        self.rows = rows

    def __getitem__(self, where: Any) -> Any:
        found = self.rows[where]
        return Row(found) if isinstance(found, np.void) else found

    def __setitem__(self, column: str, value: Any) -> None:
        self.rows[column] = value

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Row]:
        return (Row(row) for row in self.rows)


class _Room:
    """A module of which each rule is read as it is written."""

    def __init__(self, module: ModuleType, done: dict[Any, Any], even: Draw):
        self.module, self.done, self.even = module, done, even

    def __getattr__(self, name: str) -> Any:
        return _read(getattr(self.module, name), self.done, self.even)


def unexpected(who: int, decision: int, number: int) -> float:
    raise AssertionError(f"nobody expected chance here: decision {decision} of {who}")


def plain(rule: Any, even: float | Draw = unexpected) -> Any:
    """A phase as it is written, and all that it calls; each draw of chance is ``even``."""
    return _read(rule, {}, even if callable(even) else lambda *_: even)


def _read(value: Any, done: dict[Any, Any], even: Draw) -> Any:
    if isinstance(value, ModuleType) and value.__name__.startswith("model."):
        return _Room(value, done, even)
    if not isinstance(value, CPUDispatcher):
        return value
    if value not in done:
        written = value.py_func
        if written.__name__ == "draw":
            done[value] = lambda key, who, week, what, number=0: even(int(who), what, number)
        elif written.__name__ == "block":
            done[value] = lambda key, group, week, what: tuple(
                even(4 * int(group) + lane, what, 0) for lane in range(4)
            )
        elif written.__name__ == "draws":
            done[value] = lambda key, who, week, what: np.array(
                [even(int(one), what, 0) for one in who]
            )
        else:
            known = dict(written.__globals__)
            done[value] = FunctionType(
                written.__code__, known, written.__name__, written.__defaults__
            )
            for name in written.__code__.co_names:
                if name in known:
                    known[name] = _read(known[name], done, even)
    return done[value]


def numbers(values: Mapping[str, float] = MappingProxyType({})) -> Row:
    """All declared numbers, with these at their addresses, whatever their range."""
    record = Parameters().record()
    for address, value in values.items():
        group, name = address.split(".")
        record[group][name] = value
    return Row(record[0])


def state(*sizes: int, p: Row | None = None) -> State:
    """Homes of these sizes in which nobody needs anything, and people who hardly know each other.

    Each row stands for one; nobody has promised anything, and nobody facilitates yet.
    """
    sizes, p = sizes or (1, 1, 1), p or numbers()
    made = State(
        period=Table(np.zeros(1, dtype=tables.PERIOD)),
        residents=Table(_residents(sizes)),
        cases=Table(_cases(sizes)),
        active=Numbers(np.zeros(len(sizes), dtype=np.int32)),
        actors=Table(_actors(p)),
        pairs=Table(np.zeros((11, 11), dtype=tables.PAIRS)),
        organisations=Table(_organisations(p)),
        budgets=Table(np.zeros(axes.BUDGET_COUNT, dtype=tables.BUDGETS)),
        municipalities=Table(np.zeros(1, dtype=tables.MUNICIPALITIES)),
        neighbourhoods=Table(np.zeros(1, dtype=tables.NEIGHBOURHOODS)),
        contracts=Table(np.zeros(2, dtype=tables.CONTRACTS)),
        tables=Table(np.zeros(axes.TABLE_COUNT, dtype=tables.TABLES)),
        flows=Table(np.zeros(1, dtype=tables.FLOWS)),
        people=Table(_people(sizes)),
        ties=Table(np.zeros(0, dtype=together.TIES)),
        ties_begin=Numbers(np.zeros(sum(sizes) + 1, dtype=np.int32)),
        initiatives=Table(no_initiatives(sum(sizes))),
        tally=Table(np.zeros(axes.CELL_COUNT + 1, dtype=TALLY)),
        system=Table(np.zeros(2, dtype=SYSTEM)),
    )
    made.pairs["trust"] = 0.5
    made.contracts["actor"] = HUB, SECOND
    made.municipalities["election"] = FAR
    made.neighbourhoods["weight"], made.neighbourhoods["scale"] = 1.0, 1.0
    made.neighbourhoods["residents"] = sum(sizes)
    return made


def _residents(sizes: tuple[int, ...]) -> np.ndarray:
    residents = np.zeros(sum(sizes), dtype=tables.RESIDENTS)
    residents["id"] = np.arange(len(residents))
    residents["household"] = np.repeat(np.arange(len(sizes)), sizes)
    residents["age_band"], residents["trust"] = 1, 0.5
    return residents


def _people(sizes: tuple[int, ...]) -> np.ndarray:
    people = np.zeros(sum(sizes), dtype=together.PEOPLE)
    people["grown"], people["initiative"] = 1, -1
    return people


def _cases(sizes: tuple[int, ...]) -> np.ndarray:
    cases = np.zeros(len(sizes), dtype=tables.CASES)
    for row in Table(cases):
        plain(moving.forget)(row)
    cases["id"], cases["size"] = np.arange(len(sizes)), sizes
    cases["start"] = np.cumsum(sizes) - sizes
    return cases


def _actors(p: Row) -> np.ndarray:
    actors = np.zeros(len(ROLES), dtype=tables.ACTORS)
    actors["id"] = np.arange(len(ROLES))
    actors["role"], actors["organisation"], actors["colleagues"] = ROLES, ORGANISATIONS, 1.0
    actors["hours"][list(PROFESSIONALS)] = 36.0
    actors["vision"], actors["engagement"], actors["skill"] = 0.5, 0.5, 0.6
    actors["drive"], actors["trades"], actors["suited"] = 0.5, p.repertoire.usual, p.learning.usual
    return actors


def _organisations(p: Row) -> np.ndarray:
    organisations = np.zeros(axes.ORGANISATION_COUNT, dtype=tables.ORGANISATIONS)
    organisations["budget"] = axes.BUDGET_OF_ORGANISATION
    organisations["contract_end"], organisations["ratio"] = FAR, 1.0
    organisations["vision"], organisations["expected_saving"] = 0.5, p.pockets.saving
    organisations["price"] = p.row["spending"]["price"]
    for name in ("member", "expects", "met", "gives"):
        organisations[name][: axes.BOARD] = 1
    organisations["lump_sum"][[axes.TEAM, axes.WELFARE]] = 1
    return organisations


def needs(world: State, resident: int, known: bool = True, **levels: int) -> None:
    """Give a resident needs, by the name of the domain above, of which helpers know or not."""
    person = world.residents[resident]
    case = world.cases[person.household]
    case.troubled += person.needs == 0
    for name, level in levels.items():
        domain = globals()[name.upper()]
        person.level[domain] = level
        person.needs += 1
        if known:
            person.known |= 1 << domain
            case.domains |= 1 << domain


def listed(world: State, household: int) -> Row:
    """Put a household on the list of those who wait or are helped."""
    neighbourhood, case = world.neighbourhoods[0], world.cases[household]
    case.listed, world.active[neighbourhood.active] = 1, household
    neighbourhood.active += 1
    return case


def waiting(world: State, household: int, gate: int, weeks: int) -> Row:
    """Let a household wait at a gate."""
    case = listed(world, household)
    case.mode, case.gate, case.waiting = tables.WAITING, gate, weeks
    return case


def helped(world: State, household: int, holder: int, **workers: int) -> Row:
    """Let a household be helped: each need by this person, an hour a week, and it fits."""
    case = listed(world, household)
    case.mode, case.holder, case.fit = tables.OPEN, holder, 1.0
    parties = {world.actors[worker].organisation for worker in workers.values()}
    case.form = tables.PARALLEL if len(parties) > 1 else tables.SINGLE
    for name, worker in workers.items():
        domain = globals()[name.upper()]
        case.stage[domain], case.worker[domain] = tables.HELPING, worker
        case.hours[domain] = 1.0
        case.domains |= 1 << domain
    return case


def hired(world: State, seat: int = 0, hours: float = 20.0) -> Row:
    """Somebody facilitates for these hours, all of them free for both boards."""
    agreed = world.contracts[seat]
    agreed.hours = agreed.left = agreed.board_hours = agreed.connecting_hours = hours
    agreed.timeliness, agreed.arrived = 1.0, 1
    return agreed
