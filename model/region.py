"""A region: neighbourhoods, each with its own compiled week, coupled between the weeks.

Every neighbourhood keeps its own people and pairs. Once in four weeks the managers meet; a
municipality with several neighbourhoods has one board and one purse over them, and the cost of
support and youth care may be shared. What follows from that reaches a neighbourhood through numbers
that exist: the strength of help, the chance that a specialist is asked, administration, budgets and
commitment. With regional rules at neutral one neighbourhood goes as if there were no region.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

import numpy as np

from model import beginning, initialisation, week
from model.clock import YEAR
from model.phases import managers
from model.processes.organisations import spending
from model.state.axes import BOARD, MUNICIPAL_BUDGETS
from model.state.regional import MEMBERS, REGIONS, Regional
from model.state.state import State

OWN = slice(0, MUNICIPAL_BUDGETS)

Numbers = Callable[[int], tuple[np.ndarray, tuple[np.ndarray, ...]]]
"""Numbers in force from a week on: of the region, and of each neighbourhood."""
Sheets = tuple[np.ndarray, np.ndarray]


class Region(NamedTuple):
    """States of neighbourhoods, the municipality of each, what is shared, and money seen so far."""

    states: tuple[State, ...]
    municipality: tuple[int, ...]
    regional: Regional
    seen: np.ndarray

    def copy(self) -> Region:
        """The same region in memory of its own."""
        states = tuple(state.copy() for state in self.states)
        return Region(states, self.municipality, self.regional.copy(), self.seen.copy())

    @property
    def week(self) -> int:
        """The week that comes next, the same everywhere."""
        return self.states[0].week

    def of(self, row: int) -> list[State]:
        """The neighbourhoods of a municipality."""
        pairs = zip(self.states, self.municipality, strict=True)
        return [state for state, own in pairs if own == row]


def gather(states: Sequence[State], municipality: Sequence[int], numbers: np.ndarray) -> Region:
    """A region of these neighbourhoods at week 0, taken as they are, under these numbers."""
    count = 1 + max(municipality)
    members = np.zeros(count, dtype=MEMBERS)
    for state, row in zip(states, municipality, strict=True):
        members["residents"][row] += state.neighbourhoods["residents"][0]
        members["neighbourhoods"][row] += 1
    if count > 1:
        members["largest"][int(np.argmax(members["residents"]))] = 1
    common = np.zeros(1, dtype=REGIONS)
    common["key"] = states[0].period["key"]
    regional = Regional(common, members)
    managers.settle_in(regional, numbers[0])
    seen = np.zeros((len(states), MUNICIPAL_BUDGETS))
    region = Region(tuple(states), tuple(municipality), regional, seen)
    for row in range(count):
        first, *others = region.of(row)
        for state in others:
            state.municipalities["key"] = first.municipalities["key"]
            state.municipalities["election"] = first.municipalities["election"]
    _one_board(region)
    return region


def run(
    region: Region, numbers: Numbers, weeks: int, turns: Iterable[int] = (), threads: int = 1
) -> tuple[Sheets, ...]:
    """So many weeks of all neighbourhoods; what was written down in each comes back.

    ``turns`` are weeks in which other numbers come into force. The same bytes whatever the number
    of threads: neighbourhoods share nothing between two meetings.
    """
    begin = region.week
    written = tuple(beginning.sheets(weeks) for _ in region.states)
    stops = _stops(region, numbers, begin, begin + weeks, turns)
    with ThreadPoolExecutor(max(1, threads), thread_name_prefix="region") as pool:
        for first, last in itertools.pairwise(stops):
            shared, own = numbers(first)
            _close_books(region, shared, written, first, begin)
            _one_board(region)
            if first % managers.MONTH == 0:
                _meet(region, shared, first)
            in_force = tuple(
                _with_region(record, region.regional.members[row], state)
                for record, row, state in zip(own, region.municipality, region.states, strict=True)
            )
            invoices = _pay_facilitator(region, shared, last - first)
            jobs = (
                (state, record, sheets, slice(first - begin, last - begin))
                for state, record, sheets in zip(region.states, in_force, written, strict=True)
            )
            list(pool.map(_weeks, jobs) if threads > 1 else map(_weeks, jobs))
            _write_down(region, in_force, written, slice(first - begin, last - begin), invoices)
    if region.week % YEAR == 0:
        _close_books(region, numbers(region.week)[0], written, region.week, begin)
    _one_board(region)
    return written


def _weeks(job: tuple[State, np.ndarray, Sheets, slice]) -> None:
    state, record, (tallies, systems), part = job
    initialisation.arrive(state, record)
    week.run(state, record, part.stop - part.start, tallies[part], systems[part])


def _stops(
    region: Region, numbers: Numbers, begin: int, end: int, turns: Iterable[int]
) -> list[int]:
    """Weeks before which the neighbourhoods wait for each other."""
    stops = {begin, end, *(w for w in turns if begin < w < end)}
    stops |= {w for w in range(begin, end) if w % managers.MONTH == 0}
    if region.regional.members["neighbourhoods"].max() > 1:
        interval = int(numbers(begin)[0]["commitment"]["interval"][0])
        meetings = [w for w in range(begin, end) if w % interval == 0]
        stops |= {*meetings, *(w + 1 for w in meetings if w + 1 < end)}
    return sorted(stops)


def _meet(region: Region, shared: np.ndarray, now: int) -> None:
    """The managers meet; a year that is over is put away."""
    members = region.regional.members
    managers.meet(region.regional, shared[0], now)
    for state, row in zip(region.states, region.municipality, strict=True):
        board = state.municipalities[0]
        board["commitment"] = managers.sour(board["commitment"], members[row], shared[0])
    if now % YEAR == 0:
        # the week that follows opens the books of each neighbourhood anew
        for name in ("own", "granted", "charged"):
            members[name] = 0.0
        region.seen[:] = 0.0


def _with_region(record: np.ndarray, member: np.void, state: State) -> np.ndarray:
    """The numbers of a neighbourhood with what the region makes of them."""
    record = record.copy()
    helping = record["helping"]
    helping["strength"] *= float(member["strength"])
    helping["referral"] = np.minimum(1.0, helping["referral"] * float(member["access"]))
    # a bound: some time is left to work, whatever a region asks for
    admin = record["hours"]["admin"] + float(member["paperwork"])
    record["hours"]["admin"] = np.minimum(0.9, admin)
    state.neighbourhoods["gathered"] = managers.gathered(record[0])
    return record


def _one_board(region: Region) -> None:
    """A municipality with several neighbourhoods has one alderman, who weighs what all say."""
    for row, count in enumerate(region.regional.members["neighbourhoods"]):
        if count < 2:
            continue
        states = region.of(row)
        weights = [float(state.neighbourhoods["residents"][0]) for state in states]
        for name in ("commitment", "agreement", "anchored", "judged", "judged_usual"):
            values = [float(state.municipalities[name][0]) for state in states]
            mean = np.average(values, weights=weights)
            for state in states:
                state.municipalities[name] = mean


def _close_books(
    region: Region, shared: np.ndarray, written: Sequence[Sheets], now: int, begin: int
) -> None:
    """What was paid since the last time is added to the year, and shared as was agreed."""
    members = region.regional.members
    members["granted"] = 0.0
    for number, (state, row) in enumerate(zip(region.states, region.municipality, strict=True)):
        members["own"][row] += state.budgets["year"][OWN] - region.seen[number]
        members["granted"][row] += state.budgets["granted"][OWN]
    managers.share_cost(members, shared[0])
    sharing = shared["sharing"]["risk_sharing"][0] > 0.0
    for number, (state, row) in enumerate(zip(region.states, region.municipality, strict=True)):
        if sharing or members["neighbourhoods"][row] > 1:
            all_granted = members["granted"][row]
            granted = state.budgets["granted"][OWN]
            part = np.divide(
                granted, all_granted, out=np.zeros(len(granted)), where=all_granted > 0
            )
            state.budgets["year"][OWN] = members["charged"][row] * part
        region.seen[number] = state.budgets["year"][OWN]
    if now % YEAR == 0 and now - begin >= YEAR:
        _tell_cost(region, written, now - begin - 1)


def _tell_cost(region: Region, written: Sequence[Sheets], at: int) -> None:
    """How far cost of support and youth care differs, before and after sharing."""
    members = region.regional.members
    if len(members) < 2:
        return
    bought = slice(managers.FIRST_SHARED, managers.SHARED_UNTIL)
    for paid, column in (("own", "own_apart"), ("charged", "charged_apart")):
        each = members[paid][:, bought].sum(axis=1) / members["residents"]
        mean = np.average(each, weights=members["residents"])
        for state, row, (_, systems) in zip(
            region.states, region.municipality, written, strict=True
        ):
            weight = state.neighbourhoods["residents"][0]
            systems[column][at] = weight * (each[row] - mean) ** 2
            systems["cost_counted"][at] = weight


def _pay_facilitator(region: Region, shared: np.ndarray, weeks: int) -> list[tuple[float, float]]:
    """The regional facilitator's bill: hours and euros that fall to each neighbourhood."""
    p, members = shared[0], region.regional.members
    hours = float(p["region"]["hours"]) * weeks
    if hours == 0.0:
        return []
    price = float(p["facilitator"]["tariff"] * p["spending"]["price_team"])
    bills = []
    for state, row in zip(region.states, region.municipality, strict=True):
        part = managers.paid_by(members, row, p)
        part *= state.neighbourhoods["residents"][0] / members["residents"][row]
        euros = hours * part * price
        flows = state.flows[0]["euros"]
        spending.pay(flows, state.budgets, 0, state.organisations, BOARD, euros)
        state.budgets["extra"][0] += euros  # granted on top, so it is no overspending
        bills.append((hours * part, euros))
    return bills


def _write_down(
    region: Region,
    in_force: Sequence[np.ndarray],
    written: Sequence[Sheets],
    part: slice,
    invoices: Sequence[tuple[float, float]],
) -> None:
    """What the region looks like in these weeks, in the records of its neighbourhoods."""
    for (_, systems), (hours, euros) in zip(written, invoices, strict=False):
        systems["facilitation_hours"][part.start] += hours
        systems["facilitation_board"][part.start] += hours
        systems["facilitation_cost"][part.start, 0] += euros
    members = region.regional.members
    if len(members) < 2:
        return
    alike = _alike(members["practice"])
    chances = np.array([float(record["helping"]["referral"][0]) for record in in_force])
    once = np.array([1.0 / members["neighbourhoods"][row] for row in region.municipality])
    mean = float(np.average(chances, weights=once))
    for number, (row, (_, systems)) in enumerate(zip(region.municipality, written, strict=True)):
        weight, member = once[number], members[row]
        for column, value in (
            ("regional", 1.0), ("alike", alike[row]), ("fitting", member["fit"]),
            ("access", chances[number]), ("access_apart", (chances[number] - mean) ** 2),
            ("asked", member["asked"]), ("on_paper", member["paper"]),
        ):  # fmt: skip
            systems[column][part] = weight * value


def _alike(practice: np.ndarray) -> np.ndarray:
    """The share of ways of working that each municipality has in common with another one."""
    same = (practice[:, None, :] == practice[None, :, :]).mean(axis=2)
    count = len(practice)
    return (same.sum(axis=1) - 1.0) / (count - 1)
