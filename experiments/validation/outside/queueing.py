"""A10: waiting in the model's own queue, held against M/M/c, and one pool against four silos.

The model's own queue, care and end of care, on a neighbourhood with nothing else in it: every
home has one resident, every need is light, known at once and asks the one hour that each
professional has. Needs come at random (Poisson); help ends with one chance in 26 each week.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from scipy import stats

from experiments.validation.found import Found, found
from experiments.validation.runs import Runs
from model.chance import key_of
from model.compiling import compiled
from model.parameters import Parameters
from model.phases import agendas, care, entrance, intake
from model.processes.residents import moving
from model.state import events, tables, together
from model.state.axes import (
    BUDGET_COUNT,
    CELL_COUNT,
    ORGANISATION_COUNT,
    ORGANISATION_OF_DOMAIN,
    PROFESSIONAL,
    SEATS,
    TEAM,
)
from model.state.kinds import Numbers, Table
from model.state.state import State
from model.state.tally import SYSTEM, TALLY

SERVICE = 26.0
TRADES = (1, 2, 3, 4)
"""Four domains that four different organisations help with: the silos."""


def neighbourhood(places: dict[int, int], homes: int) -> State:
    """So many professionals for each organisation, and homes without any need."""
    organisation = np.repeat(list(places), list(places.values()))
    actors = np.zeros(len(organisation), dtype=tables.ACTORS)
    actors["organisation"], actors["role"] = organisation, PROFESSIONAL
    actors["capacity"] = actors["colleagues"] = actors["skill"] = 1.0
    cases = np.zeros(homes, dtype=tables.CASES)
    for case in cases:
        moving.forget(case)
    cases["start"], cases["size"] = np.arange(homes), 1
    residents = np.zeros(homes, dtype=tables.RESIDENTS)
    residents["id"] = residents["household"] = np.arange(homes)
    neighbourhoods = np.zeros(1, dtype=tables.NEIGHBOURHOODS)
    neighbourhoods["weight"], neighbourhoods["residents"] = 1.0, homes
    organisations = np.zeros(ORGANISATION_COUNT, dtype=tables.ORGANISATIONS)
    organisations["ratio"] = 1.0
    return State(
        period=np.zeros(1, dtype=tables.PERIOD), residents=residents, cases=cases, actors=actors,
        active=np.zeros(homes, dtype=np.int32),
        pairs=np.zeros((len(actors),) * 2, dtype=tables.PAIRS), organisations=organisations,
        budgets=np.zeros(BUDGET_COUNT, dtype=tables.BUDGETS),
        municipalities=np.zeros(1, dtype=tables.MUNICIPALITIES), neighbourhoods=neighbourhoods,
        contracts=np.zeros(SEATS, dtype=tables.CONTRACTS), tables=np.zeros(1, dtype=tables.TABLES),
        flows=np.zeros(1, dtype=tables.FLOWS), tally=np.zeros(CELL_COUNT + 1, dtype=TALLY),
        system=np.zeros(2, dtype=SYSTEM), people=np.zeros(homes, dtype=together.PEOPLE),
        ties=np.zeros(0, dtype=together.TIES), ties_begin=np.zeros(homes + 1, dtype=np.int32),
        initiatives=np.zeros(1, dtype=together.INITIATIVES),
    )  # fmt: skip


def only_queueing() -> np.ndarray:
    """Nobody gives up, is referred or lacks room; each need asks one hour, for 26 weeks or so."""
    p = Parameters().record()
    p["getting_in"]["giving_up"] = 0.0
    p["mandate"]["mandate"] = p["mandate"]["skill"] = 1.0
    p["repertoire"]["gains"] = p["repertoire"]["costs"] = 0.0
    p["helping"]["hours_a_level"] = 1.0
    p["helping"]["referral"] = p["helping"]["review"] = 0.0
    for name in ("letting_go", "letting_go_specialist", "letting_go_support"):
        p["helping"][name] = 1.0 / SERVICE
    return p


@compiled
def weeks_pass(state: State, parameters: Table, key: Numbers, begin: int, needs: Numbers) -> None:
    """So many weeks; ``needs`` [week, kind] arise, kind of need is domain and gate."""
    p = parameters[0]
    for number in range(len(needs)):
        week: Any = np.int32(begin + number)
        home = 0
        for kind in range(needs.shape[1]):
            for _ in range(needs[number, kind]):
                while state.residents[home].needs > 0:
                    home += 1
                domain = TRADES[kind]
                gate = ORGANISATION_OF_DOMAIN[domain] if needs.shape[1] > 1 else TEAM
                resident = state.residents[home]
                resident.level[domain], resident.needs = np.uint8(1), np.uint8(1)
                case = state.cases[home]
                entrance.come_to_be_known(resident, case, domain)
                entrance.report(
                    resident,
                    case,
                    gate,
                    events.ASKED_FOR,
                    state.neighbourhoods[0],
                    state.active,
                    state.tally,
                    week,
                    key,
                    p,
                )
        intake.wait(state, p, week, key)
        intake.serve_queues(state, p, week, key)
        care.give(state, p, week, key)
        agendas.sum_up_promises(state, p)
        for row in range(len(state.cases)):
            if state.cases[row].mode == tables.NO_CASE:
                state.residents[row].needs = np.uint8(0)
                for domain in range(len(state.residents[row].level)):
                    state.residents[row].level[domain] = np.uint8(0)


def homes_for(places: dict[int, int]) -> int:
    """Homes enough for all who are helped and wait: at nine tenths a queue of 300 never comes."""
    return sum(places.values()) + 300 * len(places)


def mean_wait(places: dict[int, int], load: float, weeks: int) -> tuple[float, float]:
    """Mean weeks in the queue by the model's own count (0 for who is helped at once), with error.

    The error is that of the mean of twenty batches; the model leaves the week of asking out itself.
    """
    state, p = neighbourhood(places, homes_for(places)), only_queueing()
    arriving = load * np.array(list(places.values())) / SERVICE
    chance = np.random.default_rng(7)
    waits, last = [], (0.0, 0.0)
    for batch in range(21):
        needs = chance.poisson(arriving, (weeks // 20, len(arriving)))
        weeks_pass(state, p, key_of(3, 1), batch * len(needs), needs)
        now = state.tally["waiting"].sum(), state.tally["starts"].sum()
        if batch > 0:  # the first only fills the queue
            waits.append((now[0] - last[0]) / (now[1] - last[1]))
        last = now
    return float(np.mean(waits)), float(np.std(waits, ddof=1) / math.sqrt(len(waits)))


def erlang(places: int, load: float) -> float:
    """Mean wait of M/M/c in weeks."""
    offered = places * load
    blocked = 1.0
    for servers in range(1, places + 1):
        blocked = offered * blocked / (servers + offered * blocked)
    waiting = blocked / (1.0 - load * (1.0 - blocked))
    return waiting * SERVICE / (places * (1.0 - load))


def in_whole_weeks(places: int, load: float, most: int = 400) -> float:
    """Mean wait in weeks where people come, are helped and leave in whole weeks: no M/M/c quite.

    The balance of the chain of all who are there, helped or waiting, up to ``most`` people.
    """
    arriving, there = load * places / SERVICE, np.arange(most)
    before, after = there[:, None], there
    come = stats.poisson.pmf(after - before, arriving)
    come /= come.sum(axis=1, keepdims=True)
    leave = stats.binom.pmf(before - after, np.minimum(before, places), 1.0 / SERVICE)
    balance = (come @ leave).T - np.eye(most) + 1.0
    asked = np.linalg.solve(balance, np.ones(most)) @ come
    return float(asked @ np.maximum(there - places, 0) / arriving)


def wait(runs: Runs, places: int, load: float, weeks: int) -> Found:
    """Mean weeks in one queue, by the model's own count."""
    weeks *= runs.size.effort
    return found([_one_queue(runs, places, load, weeks)], "computed", weeks)


def _one_queue(runs: Runs, places: int, load: float, weeks: int) -> float:
    name = ("queue", places, load, weeks)
    return runs.once(name, lambda: mean_wait({TEAM: places}, load, weeks))[0]


def silos_over_pool(runs: Runs, weeks: int) -> Found:
    """How many times longer four silos of ten wait than one pool of forty."""
    weeks *= runs.size.effort
    silos, _ = mean_wait({ORGANISATION_OF_DOMAIN[d]: 10 for d in TRADES}, 0.90, weeks)
    return found([silos / _one_queue(runs, 40, 0.90, weeks)], "computed", weeks)


MEASURES = {"queueing.wait": wait, "queueing.silos_over_pool": silos_over_pool}
