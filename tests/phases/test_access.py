"""Phases 3, 4, 6 and 11 by hand: gates, decisions, where help begins, and whom one seeks out."""

import numpy as np
import pytest

from model.chance import DECISION
from model.phases import access, agendas, intake, light_help, opening, outreach, placing, promises
from model.processes.residents.doctrine import DEMAND, STRENGTH, SUPPLY
from model.state import events
from model.state.axes import TEAM, WELFARE
from model.state.events import ASKED_FOR, FOUND, NOTICED, SIGNALLED
from model.state.tables import (
    ASKED,
    ASKED_DIRECTLY,
    ASKED_TEAM,
    FOUND_OUTSIDE,
    HELPING,
    NOT_ASKED,
    SEEN_BY_OTHERS,
)
from tests.phases.by_hand import (
    BODY,
    DEBT,
    INCOME,
    KEY,
    MIND,
    SUPPORT,
    TEAM_A,
    Table,
    helped,
    needs,
    numbers,
    plain,
    state,
    waiting,
)

P = {
    "decisions.needed": 0.5,
    "decisions.refused": 0.2,
    "decisions.weeks": 6.0,
    "decisions.hours": 4.0,
    "decisions.by_team": 0.25,
    "decisions.near": 1.0,
}


def chances(needed: float, refused: float):
    """Chance for a decision and for its answer; nothing else is drawn."""

    def even(who: int, decision: int, number: int) -> float:
        assert decision == DECISION
        return refused if number >= 8 and number != access.AT_GATE else needed

    return even


def test_people_come_in_by_four_gates():
    way_in = plain(access.way_in)
    assert way_in(ASKED_FOR, TEAM) == ASKED_TEAM
    assert way_in(ASKED_FOR, 3) == ASKED_DIRECTLY
    assert way_in(SIGNALLED, TEAM) == way_in(NOTICED, TEAM) == SEEN_BY_OTHERS
    assert way_in(FOUND, TEAM) == FOUND_OUTSIDE


def at_gate(gate: int, needed: float, refused: float):
    p, world = numbers(P), state(1)
    needs(world, 0, debt=2)
    case = waiting(world, 0, gate, 0)
    plain(access.at_the_gate, chances(needed, refused))(
        case, world.residents[0], world.tally[0], 2.0, 5, KEY, p
    )
    return case, world.tally[0]


def test_who_asks_directly_waits_for_a_decision_or_is_sent_to_the_team():
    case, tally = at_gate(1, needed=0.4, refused=0.9)
    assert (case.gate, case.undecided, tally.decisions, tally.refused) == (1, 6, 2.0, 0.0)
    case, tally = at_gate(1, needed=0.4, refused=0.03)  # 0.2 x 0.2 for a medium need
    assert (case.gate, case.undecided, tally.decisions, tally.refused) == (TEAM, 0, 2.0, 2.0)
    case, tally = at_gate(1, needed=0.6, refused=0.0)
    assert (case.gate, case.undecided, tally.decisions) == (1, 0, 0.0)


@pytest.mark.parametrize("gate", [TEAM, 2, 3])
def test_the_team_the_landlord_and_treatment_need_no_decision(gate: int):
    case, tally = at_gate(gate, needed=0.0, refused=0.0)
    assert (case.gate, case.undecided, tally.decisions) == (gate, 0, 0.0)


def placed(needed: float, refused: float):
    """A team case with a need for which the trade is asked, under a decision or not."""
    p, world = numbers(P | {"helping.referral": 1.0}), state(1)
    needs(world, 0, body=2)
    case = helped(world, 0, TEAM_A)

    def even(who: int, decision: int, number: int) -> float:
        return chances(needed, refused)(who, decision, number) if decision == DECISION else 0.0

    plain(placing.place_all, even)(
        case, world.residents, world.actors, world.pairs, world.tally[0], 1.0, 5, KEY, p
    )
    return world, case, p


def test_what_a_helper_asks_of_another_may_wait_for_a_decision_before_it_has_a_place_in_the_queue():
    world, case, p = placed(needed=0.4, refused=0.9)
    assert (case.stage[BODY], case.worker[BODY], case.deciding[BODY]) == (ASKED, SUPPORT, 6)
    line = plain(intake.line_up, 0.5)
    assert len(line(world.residents, world.cases, [0], 5, KEY)[0]) == 0
    for _ in range(6):
        plain(intake.wait_for_second)(world.residents, world.pairs, case, p)
    assert (case.deciding[BODY], case.weeks[BODY]) == (0, 0), "a promise counts from then on"
    assert len(line(world.residents, world.cases, [0], 11, KEY)[0]) == 1
    plain(intake.wait_for_second)(world.residents, world.pairs, case, p)
    assert case.weeks[BODY] == 1


def test_who_waits_for_who_was_asked_waits_for_the_decision_too():
    world, case, p = placed(needed=0.4, refused=0.9)
    for _ in range(7):
        plain(intake.wait_for_second)(world.residents, world.pairs, case, p)
    world.actors["capacity"], world.neighbourhoods["active"] = 30.0, 1
    plain(intake.serve_queues, 0.5)(world, p, 12, KEY)
    assert (case.stage[BODY], case.worker[BODY]) == (HELPING, SUPPORT)
    assert (world.tally[0].asked_starts, world.tally[0].asked_waits) == (1.0, 6.0)


def test_a_decision_on_help_that_is_no_longer_asked_holds_up_no_help_later():
    world, case, p = placed(needed=0.4, refused=0.9)
    case.stage[BODY] = NOT_ASKED  # the need was gone before the decision came, and is back
    p.helping.referral, p.team_choice.repeating = 0.0, 1.0
    plain(placing.place_all, 0.99)(
        case, world.residents, world.actors, world.pairs, world.tally[0], 1.0, 8, KEY, p
    )
    assert (case.stage[BODY], case.worker[BODY]) == (HELPING, TEAM_A)
    plain(intake.wait_for_second)(world.residents, world.pairs, case, p)
    assert case.weeks[BODY] == 1


def test_without_a_team_a_desk_decides_everything_and_who_is_refused_goes_to_welfare():
    gone = {"direct.share": 1.0, "decisions.by_team": 1.0, "decisions.near": 0.0}
    p, world = numbers(P | gone), state(1)
    needs(world, 0, debt=2)
    case = waiting(world, 0, 1, 0)
    for refused, gate, weeks in ((0.9, 1, 6), (0.03, WELFARE, 0)):
        case.gate = 1
        plain(access.at_the_gate, chances(0.4, refused))(
            case, world.residents[0], world.tally[0], 1.0, 5, KEY, p
        )
        assert (case.gate, case.undecided) == (gate, weeks)
    decide = plain(access.decide, chances(0.4, 0.03))
    assert decide(case, BODY, 2, 0, 4, world.tally[0], 1.0, 5, KEY, p) == WELFARE
    world.neighbourhoods[0].decided = 8.0
    assert plain(access.hours_of_team)(world.neighbourhoods[0], p) == 0.0
    plain(access.pay_desk)(world, p)
    assert world.budgets[0].paid == pytest.approx(32.0 * p.spending.price_administration)


def test_what_is_refused_stays_with_the_team():
    world, case, _ = placed(needed=0.4, refused=0.03)
    assert (case.stage[BODY], case.worker[BODY]) == (HELPING, TEAM_A)
    assert (world.tally[0].decisions, world.tally[0].refused) == (1.0, 1.0)


def test_a_household_that_waits_for_a_decision_has_no_place_in_the_queue():
    p, world = numbers(P | {"getting_in.giving_up": 0.0}), state(1)
    case = waiting(world, 0, 1, 0)
    case.undecided = 1
    plain(intake.wait_for_first, 0.5)(world.residents, case, p, 4, KEY)
    assert (case.undecided, case.waiting) == (1, 1), "nobody decides in the week in which they ask"
    line = plain(intake.line_up, 0.5)
    assert len(line(world.residents, world.cases, [0], 5, KEY)[0]) == 0
    plain(intake.wait_for_first, 0.5)(world.residents, case, p, 5, KEY)
    assert (case.undecided, case.waiting) == (0, 2), "the wait is real all the same"
    assert len(line(world.residents, world.cases, [0], 6, KEY)[0]) == 1


def test_decisions_cost_hours_of_the_team_and_money_for_the_desk_in_the_next_week():
    p, world = numbers(P | {"hours.admin": 0.25, "spending.price_administration": 50.0}), state()
    world.tally["decisions"][[0, 4]] = 2.0, 6.0
    plain(access.remember)(world.neighbourhoods[0], world.tally)
    assert world.neighbourhoods[0].decided == 8.0
    world.tally["decisions"] = 0.0
    admin = plain(agendas.admin_of)
    assert admin(world.neighbourhoods[0], TEAM, 72.0, p) == pytest.approx(0.25 + 8 / 72)
    assert admin(world.neighbourhoods[0], 1, 72.0, p) == pytest.approx(0.25)
    plain(access.pay_desk)(world, p)
    assert world.system[0].extra_cost[0] == pytest.approx(24.0 * 50.0)
    assert world.budgets[0].paid == world.organisations[8].received == pytest.approx(1200.0)


def test_a_group_that_is_sought_is_found_sooner_and_all_others_less():
    world = state(1, 1, 1, 1)
    world.residents["cell"][:4] = 6, 0, 1, 2  # the first is of the most disadvantaged third
    p = numbers({"seeking.aimed": 0.5, "seeking.group": 0.0})
    sooner = plain(outreach.by_cell)(world.residents, p)
    assert list(sooner) == [0.5] * 6 + [2.5] * 3
    assert plain(outreach.found)(0.1, sooner[6]) == pytest.approx(0.25)
    assert plain(outreach.found)(0.4, sooner[6]) == 0.5, "half stay hidden whatever is done"
    assert plain(outreach.most)(0.1, sooner) == pytest.approx(0.25)
    alike = plain(outreach.by_cell)(world.residents, numbers())
    assert list(alike) == [1.0] * 9


def begun(way: int, **values: float):
    """A light need in a case that began in this way, and the hours of its helper."""
    p = numbers(
        {
            "helping.hours_a_level": 1.0, "doctrine.ready": 0.1, "doctrine.wants": 0.2,
            "doctrine.own": 0.5, "doctrine.support": 0.25,
        }
        | values
    )  # fmt: skip
    world = state(1)
    needs(world, 0, debt=1)
    case = helped(world, 0, INCOME, debt=INCOME)
    case.way = way
    parts = plain(light_help.parts_of_light)(world.actors, p)
    shifted = plain(light_help.shifted_of)(case, world.neighbourhoods[0], p)
    plain(light_help.promise)(case, DEBT, 1, shifted, parts, p)
    plain(promises.of_care)(case, 1 << DEBT, shifted, world.actors, 1.0, p)
    return case.hours[DEBT] / parts[INCOME], world.actors[INCOME].coordination / parts[INCOME]


def test_hours_follow_where_help_began_and_support_is_part_of_what_falls_free():
    assert begun(0) == pytest.approx((1.0, 0.0))
    assert begun(SUPPLY) == pytest.approx((0.9, 0.0))
    assert begun(DEMAND) == pytest.approx((1.2, 0.0))
    assert begun(STRENGTH) == pytest.approx((0.5, 0.125))


def test_a_case_begins_in_a_way_that_is_drawn_and_counts_by_which_gate_it_came():
    p = numbers({"doctrine.demand": 1.0, "doctrine.meets": 0.5})
    world = state(1)
    needs(world, 0, mind=1)
    case = waiting(world, 0, TEAM, 3)
    case.came = FOUND_OUTSIDE
    plain(opening.take_up, 0.99)(world, 0, TEAM_A, p, 5, KEY)
    assert case.way == DEMAND
    assert list(world.tally[0].entered) == [0.0, 0.0, 0.0, 1.0]
    assert case.stage[MIND] == HELPING


def test_where_help_begins_is_not_told_as_rules_that_leave_no_room():
    p, world = numbers({"doctrine.supply": 1.0, "doctrine.misses": 0.2}), state(1)
    world = world._replace(log=Table(np.zeros(20, dtype=events.EVENTS)))
    needs(world, 0, mind=1)
    case = waiting(world, 0, TEAM, 3)
    world.municipalities["agreement"], world.actors["drive"] = 1.0, 1.0
    plain(opening.take_up, lambda who, what, number: 0.0)(world, 0, TEAM_A, p, 5, KEY)
    assert case.fit == pytest.approx(0.8)
    assert events.PLAN_SHORT not in world.log.rows["kind"]
