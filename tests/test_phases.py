"""Where phases bring rules together: what no single rule can promise."""

import numpy as np
import pytest

from experiments import simulation
from model import initialisation
from model.phases import agendas, entrance, experience, gatherings, tenders, vouching
from model.processes.residents import helping
from model.state.axes import BOARD, FACILITATOR, POLICY, PROFESSIONAL, TEAM
from model.state.state import State
from model.state.tables import HELPING, JOINT, NO_CASE, OPEN

PLACE, ROWS = "doorsnee", 600


HIRED = {"spending.extra": 20.0}
GENERAL = 0


def at_week_0(values: dict[str, float] | None = None) -> tuple[State, np.ndarray]:
    a_plan = simulation.plan(PLACE, values or {}, residents=ROWS, weeks=52)
    state = simulation.before_policy(a_plan, 0)
    record = simulation.parameters(a_plan, 0).record()
    initialisation.arrive(state, record)
    return state, record


def test_ties_of_a_new_facilitator_are_those_of_the_contract():
    known = {"facilitator.knows_neighbourhood": 0.4, "facilitator.knows_board": 0.3}
    state, _ = at_week_0(HIRED | known)
    f = int(state.contracts["actor"][0])
    professional = state.actors["role"] == PROFESSIONAL
    assert state.actors["role"][f] == FACILITATOR
    assert state.pairs["strength"][f, professional] == pytest.approx(0.4)
    assert state.pairs["strength"][professional, f] == pytest.approx(0.4)
    board = ~professional & (np.arange(len(professional)) != f)
    assert state.pairs["strength"][f, board][:-1] == pytest.approx(0.3)


def forgotten_after_a_year(first: int, second: int) -> float:
    """What is left of 16 hours together when neither has any time for the other."""
    state, record = at_week_0()
    state.pairs["familiarity"], state.actors["slack"] = 16.0, 0.0
    for _ in range(13):
        state.pairs["together"] = 0.0
        gatherings.meet(state, record[0])
    return float(state.pairs["familiarity"][first, second] / 16.0)


def test_professionals_forget_with_the_declared_half_life():
    _, record = at_week_0()
    half_life = record["meeting"]["half_life"][0]
    assert forgotten_after_a_year(0, 5) == pytest.approx(0.5 ** (52 / half_life), rel=1e-4)


def test_facilitators_are_forgotten_with_the_same_half_life():
    state, record = at_week_0()
    half_life = record["meeting"]["half_life"][0]
    f = int(state.contracts["actor"][0])
    assert forgotten_after_a_year(0, f) == pytest.approx(0.5 ** (52 / half_life), rel=1e-4)


def coordination_of(*workers: int) -> tuple[float, float]:
    """Hours a week that one joint plan costs, and what the rule says for its organisations."""
    state, record = at_week_0()
    state.cases["mode"] = NO_CASE
    case = state.cases[0]
    case["mode"], case["form"], case["stage"] = OPEN, JOINT, 0
    case["open"] = 100  # long after the search for money
    for domain, worker in enumerate(workers):
        case["stage"][domain], case["worker"][domain] = HELPING, worker
    state.active[0], state.neighbourhoods["active"] = 0, 1
    state.actors["trades"] = record["repertoire"]["usual"][0]
    agendas.sum_up_promises(state, record[0])
    organisations = len({int(state.actors["organisation"][worker]) for worker in workers})
    weight = state.neighbourhoods["weight"][0]
    spent = float(state.actors["coordination"].sum() / weight)
    return spent, float(helping.coordination(organisations, record["helping"][0]))


def test_a_joint_plan_of_two_organisations_costs_what_the_rule_says():
    spent, told = coordination_of(0, len(at_week_0()[0].actors) - 6)
    assert spent == pytest.approx(told, rel=1e-5)


def test_a_helper_with_two_needs_in_a_joint_plan_is_still_one_party():
    spent, told = coordination_of(0, 0, len(at_week_0()[0].actors) - 6)
    assert spent == pytest.approx(told, rel=1e-5)


def test_extra_money_on_top_of_the_budget_is_not_overspending():
    """The same money may not cost commitment only because the municipality hands it out."""
    usual, extra = (
        simulation.run(simulation.plan(PLACE, v, residents=ROWS, weeks=52), 1).system
        for v in ({}, {"spending.extra": 20.0, "brokering.style": 0.0, "facilitator.board": 0.0})
    )
    usual_ratio, extra_ratio = (
        run["spent"].sum(axis=0) / run["amount"].sum(axis=0) for run in (usual, extra)
    )
    assert extra_ratio[GENERAL] == pytest.approx(usual_ratio[GENERAL], abs=1e-9)


def test_nobody_sits_in_a_seat_for_which_there_is_no_money():
    state, record = at_week_0({"facilitator.knows_neighbourhood": 0.9})
    f = int(state.contracts["actor"][0])
    assert not state.pairs["strength"][f].any()
    record["spending"]["extra"] = 20.0
    initialisation.arrive(state, record)
    assert state.pairs["strength"][f, 0] == pytest.approx(0.9)
    state.pairs["strength"][f, 0] = 0.1
    initialisation.arrive(state, record)
    assert state.pairs["strength"][f, 0] == pytest.approx(0.1), "nobody arrives twice"


def a_month_of_appointments(slack: float, hours: float = 20.0) -> tuple[State, np.ndarray, int]:
    state, record = at_week_0(HIRED)
    f = int(state.contracts["actor"][0])
    state.contracts["hours"][0] = state.contracts["connecting_hours"][0] = hours
    state.contracts["board_hours"][0] = hours
    state.actors["slack"], state.actors["meeting"], state.pairs["together"] = slack, 0.0, 0.0
    gatherings.ask_for_hours(state, state.contracts[0], record[0])
    gatherings.keep_appointments(state, record[0])
    return state, record, f


@pytest.mark.parametrize("slack", [0.0, 0.05, 2.0])
def test_time_with_a_facilitator_costs_the_other_as_much_and_never_more_than_there_is(slack: float):
    state, record, f = a_month_of_appointments(slack)
    professional = state.actors["role"] == PROFESSIONAL
    met = state.actors["meeting"]
    assert (met[professional] <= slack + 1e-6).all()
    seats = np.maximum(1.0, state.actors["colleagues"])
    assert 4 * met == pytest.approx(state.pairs["together"][f] * seats, rel=1e-5)
    assert met[professional].sum() <= 20.0 + 1e-5
    decides = ~professional & (state.actors["role"] != FACILITATOR)
    assert met[decides] == pytest.approx(record["commitment"]["reachable"][0])


def test_a_facilitator_gets_to_know_nobody_who_has_no_time():
    state, record, f = a_month_of_appointments(0.0)
    before = state.pairs["familiarity"][f, 0]
    gatherings.get_around(state, state.contracts[0], record[0])
    fading = 0.5 ** (4 / record["meeting"]["half_life"][0])
    assert state.pairs["familiarity"][f, 0] == pytest.approx(fading * before, rel=1e-5)
    at_the_board = np.flatnonzero(state.actors["role"] == POLICY)[0]
    assert state.pairs["familiarity"][f, at_the_board] > before


def test_colleagues_see_less_of_each_other_where_a_facilitator_takes_their_time():
    ties = []
    for hours in (0.0, 30.0):
        state, record = at_week_0(HIRED)
        state.contracts["hours"][0] = state.contracts["connecting_hours"][0] = hours
        state.actors["slack"] = 1.0
        gatherings.meet(state, record[0])
        ties.append(state.pairs["familiarity"][0, 1])
    assert ties[1] < ties[0]


def test_every_hour_of_a_facilitator_goes_somewhere():
    values = HIRED | {"facilitator.mandate": 2.0, "facilitator.outreach": 0.3}
    system = simulation.run(simulation.plan(PLACE, values, residents=ROWS, weeks=52), 1).system
    uses = ("requests", "board", "outreach", "connecting", "unused")
    hours = {use: system[f"facilitation_{use}"] for use in uses}
    assert sum(hours.values()) == pytest.approx(system["facilitation_hours"], rel=1e-5)
    assert all((each >= 0.0).all() for each in hours.values())
    assert all(hours[use].sum() > 0.0 for use in uses[:4])


def test_hours_to_appoint_owners_stay_unused_without_the_mandate_for_it():
    unused = []
    for mandate in (1.0, 2.0):
        values = HIRED | {"facilitator.mandate": mandate}
        plan = simulation.plan(PLACE, values, residents=ROWS, weeks=52)
        hours = [simulation.run(plan, run).system["facilitation_unused"] for run in range(1, 7)]
        assert all(weeks[0] > 0.0 for weeks in hours), "nobody asked anything yet"
        unused.append(sum(weeks.sum() for weeks in hours))
    assert unused[1] < unused[0]


def found_by_a_facilitator(language: float, tie: float) -> float:
    state, record = at_week_0(HIRED)
    f = int(state.contracts["actor"][0])
    state.actors["outreach"] = 0.0
    state.actors["outreach"][f] = 8.0
    state.neighbourhoods["signal"] = 0.4  # what the team knows is beside the point
    state.actors["language_neighbourhood"][f] = language
    state.pairs["strength"][f, state.actors["role"] == PROFESSIONAL] = tie
    return entrance.reached_by_all(state, record[0])


def test_who_goes_out_finds_more_who_speaks_the_language_and_knows_people_there():
    stranger, speaker, local = (found_by_a_facilitator(*x) for x in ((0, 0), (1, 0), (1, 0.8)))
    assert stranger < speaker < local
    assert local == pytest.approx(2 * stranger), "a stranger reaches half"


def test_whoever_stands_in_a_tender_holds_time_back_in_every_week():
    state, record = at_week_0()
    state.organisations["opposition"] = 0.25
    for month in (False, True):
        agendas.divide(state, record[0], 8 if month else 9)
        before = state.actors["slack"].copy()
        tenders.promise(state, record[0])
        professional = state.actors["role"] == PROFESSIONAL
        held = professional & (state.actors["organisation"] != TEAM)
        assert state.actors["slack"][held] == pytest.approx(0.75 * before[held])
        assert np.array_equal(state.actors["slack"][~held], before[~held])


def test_providers_that_overpromise_start_more_and_deliver_a_smaller_part_of_it():
    """On the same day, in a neighbourhood with more to do than there are hours."""
    ratios, promised = [], []
    for overpromise in (0.0, 0.5):
        a_plan = simulation.plan(
            PLACE,
            {"tendering.overpromise": overpromise},
            residents=ROWS,
            weeks=26,
            always={"helping.hours_a_level": 1.0},
        )
        state = simulation.run(a_plan, 0).state
        providers = np.isin(np.arange(len(state.organisations)), (TEAM, BOARD), invert=True)
        ratios.append(float(state.organisations["ratio"][providers].mean()))
        outside = providers[state.actors["organisation"]]
        promised.append(float(state.actors["committed"][outside].sum()))
    assert ratios[1] < ratios[0] - 0.05
    assert promised[1] > promised[0]


def test_a_facilitators_word_lends_trust_or_costs_it_and_only_when_there_is_time():
    state, record = at_week_0(HIRED)
    f = int(state.contracts["actor"][0])
    i, j = 0, int(np.flatnonzero(state.actors["organisation"] == 3)[0])
    state.pairs["strength"][i, j] = 0.1
    state.pairs["strength"][f, j], state.contracts["connecting_hours"][0] = 0.9, 10.0
    heard = {}
    for time in (0.0, 1.0):
        for said in (0.1, 0.5, 0.9):
            state.contracts["vouching"][0], state.pairs["trust"][f, j] = time, said
            state.pairs["trust"][i, j] = 0.5
            tables = state.actors, state.pairs, state.contracts
            heard[time, said] = vouching.with_voucher(i, j, *tables, 1.0, record[0])
            vouching.remember_words(*tables, 1.0, record[0])
            stays = float(state.pairs["trust"][i, j])
            assert abs(stays - 0.5) <= abs(heard[time, said] - 0.5) + 1e-6, "it stays, shared"
            assert (stays - 0.5) * (heard[time, said] - 0.5) >= 0.0
    assert heard[1.0, 0.1] < heard[1.0, 0.5] == 0.5 < heard[1.0, 0.9]
    assert {heard[0.0, said] for said in (0.1, 0.5, 0.9)} == {0.5}
    assert heard[1.0, 0.9] - 0.5 == pytest.approx(0.5 - heard[1.0, 0.1], rel=1e-5)


def test_a_facilitator_learns_whom_to_count_on_from_what_they_deliver():
    trust = []
    for ratio in (1.0, 0.2):
        state, record = at_week_0(HIRED)
        f, key = int(state.contracts["actor"][0]), np.ascontiguousarray(state.period["key"][0])
        professional = state.actors["role"] == PROFESSIONAL
        state.pairs["strength"][f, professional] = 0.8
        state.organisations["ratio"], state.contracts["hours"][0] = ratio, 20.0
        for month in range(12):
            experience.judge_facilitator(state, 0, record[0], 4 * month, key)
        trust.append(float(state.pairs["trust"][f, professional].mean()))
    assert trust[1] < 0.5 < trust[0]
