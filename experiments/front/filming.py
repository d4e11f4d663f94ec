"""What a run looks like from above, quarter by quarter: who is tied to whom, and who helps whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from experiments import simulation
from experiments.explaining import frames
from experiments.explaining.frames import Frames
from experiments.simulation import QUARTER, Plan, Run
from model.outcomes import OUTCOMES
from model.state.axes import BOARD, FACILITATOR, PROFESSIONAL
from model.state.state import State
from model.state.tables import HELPING, JOINT, OPEN, WAITING

TIED, CLOSE = 0.25, 0.5
"""Strength from which a tie carries something across (as the outcome ``reachable`` has it), and
from which it is drawn as a close one (chosen)."""
WELL, ALONE, WAITS, HELPED, ONE_PLAN = range(5)
"""How a household is: no needs; needs and nobody; waits; helped; helped under one plan."""
SEVERAL = 2
"""Needs from which a household has several."""
COUNTS = ("between", "bridges", "linked", "apart", "connectors", "joint", "nobody")
"""What is counted in each frame: ties between organisations, ties between the two boards, pairs of
people at two organisations who reach each other directly or through one other, people without any
tie to another organisation, connectors among a thousand residents, and of households with several
needs those with one plan and those whom nobody helps."""
CONNECTORS = OUTCOMES["connectors_residents"]


class Homes(NamedTuple):
    """How each household is, who helps it, and whether it has several needs [household, …]."""

    state: NDArray[np.int64]
    helpers: Mapping[int, tuple[int, ...]]
    several: NDArray[np.bool_]


@dataclass(frozen=True)
class Film:
    """One run: ties and homes in each frame; ``present`` [frame, seat]; ``counts`` [frame, count].

    The first run of a plan is kept whole; of the others only what was counted.
    """

    ties: Frames | None
    homes: Sequence[Homes]
    present: NDArray[np.bool_]
    counts: NDArray[np.float64]


def film(plan: Plan, replicate: int, whole: bool) -> Film:
    """A run as it was in each quarter; the same run as without looking."""
    strengths: list[NDArray[np.float64]] = []
    trusts: list[NDArray[np.float64]] = []
    homes: list[Homes] = []
    present: list[NDArray[np.bool_]] = []
    weeks: list[int] = []

    def look(state: State) -> None:
        weeks.append(state.week)
        strengths.append(state.pairs["strength"].astype(float))
        trusts.append(state.pairs["trust"].astype(float))
        homes.append(_homes(state))
        present.append(_present(plan, state))

    run = simulation.run(plan, replicate, look=look, every=QUARTER)
    last, connectors = run.state, _connectors(run, weeks)
    organisation, role = (last.actors[name].astype(np.int64) for name in ("organisation", "role"))
    counts = [
        _counts(tied_of(strength, here), organisation, role, home, connecting)
        for strength, here, home, connecting in zip(
            strengths, present, homes, connectors, strict=True
        )
    ]
    seats = range(len(last.actors))
    ties = Frames(
        tuple(weeks), np.array(strengths), np.array(trusts), organisation, role,
        tuple((frames.saying.actor(last, row, "nl"), frames.saying.actor(last, row, "en"))
              for row in seats),
    )  # fmt: skip
    return Film(ties if whole else None, homes if whole else (), np.array(present),
                np.array(counts))  # fmt: skip


def _present(plan: Plan, state: State) -> NDArray[np.bool_]:
    """Who was there in the quarter before: a facilitator only while there is money for the seat."""
    there = state.actors["role"] != FACILITATOR
    p = simulation.parameters(plan, state.week)
    paid = p.spending.extra * p.spending.on_facilitation > 0
    in_term = p.spending.begin < state.week <= p.spending.end
    shares = (p.facilitator.money, p.second_facilitator.money)
    for row, share in zip(np.flatnonzero(~there), shares, strict=False):
        there[row] = bool(paid and in_term and share > 0)
    return there


def _homes(state: State) -> Homes:
    cases, residents = state.cases, state.residents
    needs = np.zeros((len(cases), residents["level"].shape[1]), dtype=bool)
    np.logical_or.at(needs, residents["household"], residents["level"] > 0)
    helping = cases["stage"] == HELPING
    helped = (cases["mode"] == OPEN) & helping.any(axis=1)
    found = np.where(needs.any(axis=1), ALONE, WELL)
    found = np.where(cases["mode"] == WAITING, WAITS, found)
    found = np.where(helped, HELPED, found)
    found = np.where(helped & (cases["form"] == JOINT), ONE_PLAN, found)
    helpers = {
        int(row): tuple(
            sorted({int(who) for who in cases["worker"][row][helping[row]] if who >= 0})
        )
        for row in np.flatnonzero(helped)
    }
    return Homes(found.astype(np.int64), helpers, needs.sum(axis=1) >= SEVERAL)


def _connectors(run: Run, weeks: Sequence[int]) -> list[float]:
    """Connectors among a thousand residents a quarter before each week; NaN where uncounted."""
    ends = np.array(weeks[1:], dtype=np.int64)
    first, one = np.zeros(1, dtype=np.int64), np.ones(1, dtype=np.int64)
    before = run.before.measure(CONNECTORS, first, one)[:, 0]
    return [*before.tolist(), *run.sheet.measure(CONNECTORS, ends - QUARTER, ends)[:, 0].tolist()]


def _counts(
    tied: NDArray[np.bool_],
    organisation: NDArray[np.int64],
    role: NDArray[np.int64],
    homes: Homes,
    connectors: float,
) -> list[float]:
    elsewhere = organisation[:, None] != organisation[None, :]
    above = organisation == BOARD
    upper = above & (role != FACILITATOR)
    carried = tied @ tied > 0
    crossing = elsewhere & (role == PROFESSIONAL)[:, None] & (role == PROFESSIONAL)[None, :]
    alone = (role == PROFESSIONAL) & ~(tied & elsewhere).any(axis=1)
    several = homes.several
    return [
        int(np.triu(tied & elsewhere, 1).sum()),
        int((tied[upper][:, ~upper]).sum()),
        int(np.triu((tied | carried) & crossing, 1).sum()),
        int(alone.sum()),
        round(connectors, 1),
        int((several & (homes.state == ONE_PLAN)).sum()),
        int((several & (homes.state == ALONE)).sum()),
    ]


def tied_of(strength: NDArray[np.float64], present: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Who is tied to whom, either way, of those who are there [seat, seat]."""
    both = np.maximum(strength, strength.T) >= TIED
    np.fill_diagonal(both, False)
    return both & present[:, None] & present[None, :]


def places(one: Frames, other: Frames) -> tuple[int, ...]:
    """The organisations in an order in which those that are well tied stand near each other."""
    found = frames.positions([one, other])
    middles = {
        party: found[one.organisation == party].mean(axis=0)
        for party in sorted(set(one.organisation.tolist()))
        if party != BOARD
    }
    centre = np.mean(list(middles.values()), axis=0)
    turned = {
        party: float(np.arctan2(*(middle - centre)[::-1])) for party, middle in middles.items()
    }
    return tuple(sorted(turned, key=lambda party: turned[party]))
