"""The first day (ODD section 5): people, organisations, ties and agreements, before all else.

Every replicate starts from this, made like a long run of the place (``model/resemblance.py``).
"""

from __future__ import annotations

import math

import numpy as np

from model import acquaintances
from model.arrival import arrive as arrive
from model.chance import CALENDAR, NEWCOMER, POPULATION, draw, key_of
from model.clock import TERM, YEAR
from model.compiling import compiled
from model.phases import lasting_needs, outside, together
from model.population import Population, terciles
from model.processes.organisations.staffing import FEWEST_SEATS, MOST_OTHER_SEATS, MOST_TEAM_SEATS
from model.processes.residents import needs
from model.processes.residents.moving import forget
from model.state import axes, tables
from model.state.axes import (
    ALDERMAN,
    BOARD,
    BUDGET_COUNT,
    BUDGET_OF_ORGANISATION,
    CELL_COUNT,
    DOMAIN_COUNT,
    FACILITATOR,
    INSURER,
    ORGANISATION_COUNT,
    ORGANISATIONS,
    POLICY,
    PROFESSIONAL,
    SEATS,
    TEAM,
    WELFARE,
)
from model.state.kinds import Numbers, Row, Table
from model.state.state import State
from model.state.tally import SYSTEM, TALLY

BURN_IN = 104
"""Weeks before policy starts, in which replicates grow apart from the run they resemble: a choice
of method, as the length of the long run is, and no fact of a neighbourhood."""
PER = 10_000.0
"""Residents for whom posts are told."""
LUMP_SUMS = (TEAM, WELFARE)
NOBODY = 4294967295

# Only where the burn-in starts from: shares of needs that are light and not severe, and how much
# longer and more often needs occur than their first rates say.
LIGHT, NOT_SEVERE = 0.72, 0.93
LONGER_THAN_AT_FIRST, FED_BY_OTHERS = 1.6, 1.3


def first_day(
    population: Population,
    real_residents: float,
    heavier: float,
    scale: np.ndarray,
    record: np.ndarray,
    seed: int,
    replicate: int,
) -> State:
    """The state at the start of the burn-in, in arrays of its own.

    ``heavier`` is how much need its people have against the average, for their disadvantage;
    ``scale`` [domain] the need level of the place against the national one for such people;
    ``record`` the parameters in force.
    """
    key = key_of(seed, replicate)
    actors = _actors(real_residents, heavier, record, key)
    street = float(record["participation"]["street"][0])
    people, ties, ties_begin = acquaintances.make(population, key, street, record["knowing"][0])
    state = State(
        period=_period(key),
        residents=_residents(population, scale, record, key),
        cases=_cases(population),
        active=np.zeros(population.households, dtype=np.int32),
        actors=actors,
        pairs=_pairs(actors, record),
        organisations=_organisations(record, key),
        budgets=np.zeros(BUDGET_COUNT, dtype=tables.BUDGETS),
        municipalities=_municipality(record, key),
        neighbourhoods=_neighbourhood(population, real_residents, scale),
        contracts=_contracts(actors),
        tables=_table(),
        flows=np.zeros(1, dtype=tables.FLOWS),
        people=people,
        ties=ties,
        ties_begin=ties_begin,
        initiatives=acquaintances.no_initiatives(population.residents),
        tally=np.zeros(CELL_COUNT + 1, dtype=TALLY),
        system=np.zeros(2, dtype=SYSTEM),
    )
    state.cases["troubled"] = np.add.reduceat(
        (state.residents["needs"] > 0).astype(np.uint8), population.household_start[:-1]
    )
    together.settled(state.people, state.residents, record, key)
    return state


def _period(key: np.ndarray) -> np.ndarray:
    period = np.zeros(1, dtype=tables.PERIOD)
    period["week"] = -BURN_IN
    period["key"] = key
    return period


def _residents(
    population: Population, scale: np.ndarray, record: np.ndarray, key: np.ndarray
) -> np.ndarray:
    residents = np.zeros(population.residents, dtype=tables.RESIDENTS)
    residents["id"] = np.arange(population.residents)
    residents["household"] = population.household
    residents["cell"] = terciles(population) * 3 + population.household_type
    residents["age_band"] = population.age_band
    residents["disadvantage"] = population.disadvantage
    residents["trust"] = outside.trust_beforehand(residents, record[0])
    residents["unhelped"] = 65535
    p = record[0]["needs"]
    onset = np.zeros((population.residents, DOMAIN_COUNT))
    for domain in range(DOMAIN_COUNT):
        gradient = p["gradient_youth"] if domain == needs.PARENTING else p["gradient"]
        rate = p["onset"][domain] * scale[domain] * np.exp(gradient * population.disadvantage)
        carries = (population.age_band == 0) == (domain == needs.PARENTING)
        onset[:, domain] = np.where(carries, rate, 0.0)
    residents["onset"] = onset.sum(axis=1)
    recovery = np.ascontiguousarray(p["recovery"])
    first_needs(residents, onset, recovery, key, record["lasting"][0])
    return residents


@compiled
def first_needs(residents: Table, onset: Numbers, recovery: Numbers, key: Numbers, p: Row) -> None:
    """Levels near the long run: a need takes 1/recovery, slowed by its own duration, or lasts."""
    for row in range(len(residents)):
        resident = residents[row]
        drawn = lasting_needs.draw_frailty(resident, -BURN_IN, key)
        for domain in range(DOMAIN_COUNT):
            if onset[row, domain] == 0.0:
                continue
            usual = LONGER_THAN_AT_FIRST / recovery[domain]
            weeks, share = lasting_needs.weeks_of_any(usual, recovery[domain], drawn, p)
            odds = onset[row, domain] * weeks * FED_BY_OTHERS
            if draw(key, row, -BURN_IN, POPULATION, domain) < odds / (1.0 + odds):
                deeper = draw(key, row, -BURN_IN, NEWCOMER, domain)
                resident.level[domain] = np.uint8(1 + (deeper >= LIGHT) + (deeper >= NOT_SEVERE))
                lasting_needs.turn_out(resident, domain, -BURN_IN, share, key)
                ago = min(2000.0, -math.log(1.0 - deeper) * usual * 0.5)
                resident.since[domain] = np.int16(-BURN_IN - ago)
                resident.needs += np.uint8(1)


@compiled
def unknown_to_all(cases: Table) -> None:
    """Households of which no helper knows."""
    for row in range(len(cases)):
        forget(cases[row])


def _cases(population: Population) -> np.ndarray:
    cases = np.zeros(population.households, dtype=tables.CASES)
    unknown_to_all(cases)
    cases["id"] = np.arange(population.households)
    cases["start"] = population.household_start[:-1]
    cases["place"] = cases["start"]
    cases["size"] = np.diff(population.household_start)
    cell = terciles(population) * 3 + population.household_type
    cases["cell"] = cell[population.household_start[:-1]]
    return cases


def seats(
    real_residents: float, heavier: float, record: np.ndarray
) -> list[tuple[int, int, float]]:
    """Seats of professionals: (organisation, number of seats, posts in each seat)."""
    follows = heavier ** float(record["staffing"]["follows_need"][0])
    rows = []
    for number, name in enumerate(ORGANISATIONS):
        if number == BOARD:
            continue
        posts = float(record["staffing"][name][0]) * real_residents * follows / PER
        most = MOST_TEAM_SEATS if number == TEAM else MOST_OTHER_SEATS
        count = int(min(most, max(FEWEST_SEATS, round(posts))))
        rows.append((number, count, posts / count))
    return rows


def _actors(
    real_residents: float, heavier: float, record: np.ndarray, key: np.ndarray
) -> np.ndarray:
    people = [
        (organisation, PROFESSIONAL, posts)
        for organisation, count, posts in seats(real_residents, heavier, record)
        for _ in range(count)
    ]
    people += [(BOARD, role, 1.0) for role in (POLICY, ALDERMAN, INSURER)]
    people += [(BOARD, FACILITATOR, 1.0)] * SEATS
    actors = np.zeros(len(people), dtype=tables.ACTORS)
    actors["id"] = np.arange(len(people))
    actors["organisation"] = [person[0] for person in people]
    actors["role"] = [person[1] for person in people]
    actors["colleagues"] = [person[2] for person in people]
    week = float(record["hours"]["week"][0])
    actors["hours"] = np.where(actors["role"] == PROFESSIONAL, actors["colleagues"] * week, 0.0)
    spread = np.array([float(draw(key, row, -BURN_IN, CALENDAR, 1)) for row in range(len(actors))])
    engagement = float(record["mandate"]["engagement"][0])
    skill = float(record["mandate"]["skill"][0])
    differ = [float(record["mandate"][name][0]) for name in ("engagement_spread", "skill_spread")]
    actors["engagement"] = np.clip(engagement + differ[0] * (spread - 0.5), 0.0, 1.0)
    actors["skill"] = np.clip(skill + differ[1] * (spread - 0.5) * (skill < 1.0), 0.0, 1.0)
    actors["drive"], actors["standing"] = actors["engagement"], record["trust"]["between"][0]
    actors["trades"] = record["repertoire"]["usual"][0]
    actors["suited"], actors["person"] = record["learning"]["usual"][0], NOBODY
    anchors = _visions(record, key)
    actors["vision"] = anchors[actors["organisation"]]
    return actors


def _visions(record: np.ndarray, key: np.ndarray) -> np.ndarray:
    """Where each organisation stands on the three questions, array [organisation, question]."""
    spread = float(record["vision"]["spread"][0])
    even = [
        [float(draw(key, organisation, -BURN_IN, CALENDAR, 10 + question)) for question in range(3)]
        for organisation in range(ORGANISATION_COUNT)
    ]
    return np.clip(0.5 + 2.0 * spread * (np.array(even) - 0.5), 0.0, 1.0)


def _pairs(actors: np.ndarray, record: np.ndarray) -> np.ndarray:
    count = len(actors)
    pairs = np.zeros((count, count), dtype=tables.PAIRS)
    same = actors["organisation"][:, None] == actors["organisation"][None, :]
    professional = actors["role"] == PROFESSIONAL
    both = professional[:, None] & professional[None, :]
    begin = record["meeting"][0]
    strength = np.where(same, begin["starting_colleagues"], begin["starting_strength"])
    pairs["strength"] = np.where(both, strength, 0.0)
    hours = float(record["meeting"]["hours_to_tie"][0])
    pairs["familiarity"] = -hours * np.log(1.0 - pairs["strength"])
    trust = record["trust"]
    # facilitators sit with the board and are nobody's colleague there
    facilitates = actors["role"] == FACILITATOR
    alike = same & ~facilitates[:, None] & ~facilitates[None, :]
    pairs["trust"] = np.where(alike, float(trust["within"][0]), float(trust["between"][0]))
    index = np.arange(count)
    pairs["strength"][index, index] = 0.0
    pairs["familiarity"][index, index] = 0.0
    return pairs


def _organisations(record: np.ndarray, key: np.ndarray) -> np.ndarray:
    organisations = np.zeros(ORGANISATION_COUNT, dtype=tables.ORGANISATIONS)
    organisations["budget"] = BUDGET_OF_ORGANISATION
    organisations["vision"] = _visions(record, key)
    organisations["expected_saving"] = record["pockets"]["saving"][0]
    organisations["price"] = record["spending"]["price"][0]
    organisations["lump_sum"][list(LUMP_SUMS)] = 1
    for name in ("pooled", "returned"):
        organisations[name] = record["pockets"][name][0]
    for name in ("member", "expects", "met", "gives"):  # those who work here know each other
        organisations[name][:BOARD] = 1
    length = float(record["tendering"]["contract_years"][0]) * YEAR
    for row in range(ORGANISATION_COUNT):
        end = -BURN_IN + int(length * float(draw(key, row, -BURN_IN, CALENDAR)))
        organisations["contract_end"][row] = end
    return organisations


def _municipality(record: np.ndarray, key: np.ndarray) -> np.ndarray:
    municipality = np.zeros(1, dtype=tables.MUNICIPALITIES)
    municipality["key"] = key
    municipality["commitment"] = record["commitment"]["start"][0]
    municipality["anchored"] = record["commitment"]["anchored_start"][0]
    municipality["election"] = -BURN_IN + int(TERM * float(draw(key, 0, -BURN_IN, CALENDAR, 2)))
    return municipality


def _neighbourhood(population: Population, real_residents: float, scale: np.ndarray) -> np.ndarray:
    neighbourhood = np.zeros(1, dtype=tables.NEIGHBOURHOODS)
    neighbourhood["residents"] = real_residents
    neighbourhood["weight"] = real_residents / population.residents
    neighbourhood["scale"] = scale
    neighbourhood["reality"] = 1  # which way is called 1 makes no difference
    return neighbourhood


def _table() -> np.ndarray:
    table = np.zeros(axes.TABLE_COUNT, dtype=tables.TABLES)
    table["months"][0], table["least"][0] = 1, 1.0
    return table


def _contracts(actors: np.ndarray) -> np.ndarray:
    contracts = np.zeros(SEATS, dtype=tables.CONTRACTS)
    contracts["actor"] = np.flatnonzero(actors["role"] == FACILITATOR)
    return contracts
