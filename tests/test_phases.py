"""Where phases bring rules together: what no single rule can promise."""

import numpy as np
import pytest

from experiments import simulation
from model import initialisation
from model.phases import agendas, gatherings
from model.processes.residents import helping
from model.state.axes import FACILITATOR, PROFESSIONAL
from model.state.state import State
from model.state.tables import HELPING, JOINT, NO_CASE, OPEN

PLACE, ROWS = "doorsnee", 600


def at_week_0(values: dict[str, float] | None = None) -> tuple[State, np.ndarray]:
    a_plan = simulation.plan(PLACE, values or {}, residents=ROWS, weeks=52)
    state = simulation.before_policy(a_plan, 0)
    record = simulation.parameters(a_plan, 0).record()
    initialisation.arrive(state, record)
    return state, record


def test_ties_of_a_new_facilitator_are_those_of_the_contract():
    terms = {"facilitator.knows_neighbourhood": 0.4, "facilitator.knows_board": 0.3}
    state, _ = at_week_0(terms | {"spending.extra": 9.0})
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


GENERAL = 0


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
