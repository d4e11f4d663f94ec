"""Phase 6 by hand: who leads, as people agreed, and what another lead brings and costs."""

import numpy as np
import pytest

from model.chance import FIXED_LEAD, LEAD
from model.phases import agendas, leading, opening, plans
from model.processes.organisations import lead
from model.processes.residents import doctrine
from model.state.events import NOBODY
from model.state.tables import ASKED
from tests.phases.by_hand import (
    INCOME,
    KEY,
    LANDLORD,
    MENTAL,
    MIND,
    TEAM_A,
    TEAM_B,
    helped,
    needs,
    numbers,
    plain,
    state,
)  # fmt: skip

AGREED = {
    "lead.unsettled": 0.0, "lead.trade": 1.0, "lead.heard": 0.2, "lead.handing_over": 2.0,
    "lead.retelling": 0.1, "helping.seeing_all": 0.0, "mandate.escalation": 0.0,
}  # fmt: skip
PLENTY = np.full(11, 9.0)


def two_helpers(**values: float):
    """The desk took up a light debt, and asked the clinic for a heavier need of the mind."""
    p, world = numbers(AGREED | values), state(1)
    needs(world, 0, debt=1, mind=3)
    case = helped(world, 0, INCOME, debt=INCOME, mind=MENTAL)
    return world, case, p


def leads(world, case, p, way: int, even: float, appointed: float = 0.0, free=PLENTY) -> int:
    by_lot = {TEAM_A: 0.3, TEAM_B: 0.6}

    def chance(who: int, decision: int, number: int) -> float:
        return by_lot[who] if decision == FIXED_LEAD else 0.5

    who = plain(leading.who_leads, chance)
    return who(world, case, way, appointed, even, free, KEY, p)


def test_each_way_has_its_own_candidate():
    world, case, p = two_helpers()
    world.pairs["strength"][INCOME] = 1.0
    found = [leads(world, case, p, way, 0.1) for way in (lead.FIXED, lead.FIRST, lead.TRADE)]
    assert found == [TEAM_B, INCOME, MENTAL]


def test_residents_choose_who_has_helped_them_longest_if_they_trust_helpers():
    world, case, p = two_helpers()
    case.weeks[0], case.weeks[MIND] = 3, 9
    world.residents[0].trust = 0.4
    assert leads(world, case, p, lead.CHOSEN, 0.3) == MENTAL
    assert leads(world, case, p, lead.CHOSEN, 0.5) == NOBODY
    case.weeks[0] = 20
    assert leads(world, case, p, lead.CHOSEN, 0.3) == INCOME


def test_the_trade_of_the_heaviest_need_leads_only_once_its_help_has_begun():
    world, case, p = two_helpers()
    world.pairs["strength"][INCOME] = 1.0
    case.stage[MIND] = ASKED
    assert leads(world, case, p, lead.TRADE, 0.0) == NOBODY


def test_a_fixed_person_who_left_is_succeeded_and_where_nobody_is_there_nobody_leads():
    world, case, p = two_helpers()
    world.pairs["strength"][INCOME] = 1.0
    world.actors["vacant"][TEAM_B] = 3
    assert leads(world, case, p, lead.FIXED, 0.0) == TEAM_A
    world.actors["vacant"][TEAM_A] = 3
    assert leads(world, case, p, lead.FIXED, 0.0) == NOBODY


@pytest.mark.parametrize(
    ("even", "appointed", "who"),
    [(0.15, 0, MENTAL), (0.25, 0, NOBODY), (0.55, 0.5, MENTAL), (0.65, 0.5, NOBODY)],
)
def test_a_stranger_has_to_be_told_by_the_holder_or_by_a_facilitator(even, appointed, who):
    world, case, p = two_helpers()
    assert leads(world, case, p, lead.TRADE, even, appointed) == who


def test_who_has_no_time_does_not_lead_and_who_holds_the_case_already_does():
    world, case, p = two_helpers()
    none = np.zeros(11)
    assert leads(world, case, p, lead.TRADE, 0.0, free=none) == NOBODY
    assert leads(world, case, p, lead.FIRST, 0.99, free=none) == INCOME


def hand_to(world, case, p, leader: int) -> None:
    plain(leading.take_over, 0.99)(world, case, leader, 0, KEY, p)


def test_another_lead_costs_both_hours_for_a_month_and_they_know_each_other_by_it():
    world, case, p = two_helpers(**{"alongside.calling": 0.0, "pockets.searching": 0.0})
    hand_to(world, case, p, MENTAL)
    assert (case.holder, case.led_before, case.handing) == (MENTAL, INCOME, 4)
    assert world.pairs[INCOME, MENTAL].together == pytest.approx(2.0)
    plain(agendas.sum_up_promises)(world, p)
    spent = [world.actors[row].coordination for row in (INCOME, MENTAL, TEAM_A)]
    assert spent == pytest.approx([0.5, 0.5, 0.0])
    case.handing = 0
    plain(agendas.sum_up_promises)(world, p)
    assert world.actors[MENTAL].coordination == 0.0


def test_only_a_new_face_hears_the_story_once_more():
    world, case, p = two_helpers()
    hand_to(world, case, p, MENTAL)
    assert world.residents[0].trust == pytest.approx(0.5)
    hand_to(world, case, p, TEAM_A)
    assert world.residents[0].trust == pytest.approx(0.45)


@pytest.mark.parametrize("skill", [0.2, 0.9])
def test_the_plan_is_made_anew_with_the_room_that_the_new_lead_can_use(skill: float):
    world, case, p = two_helpers()
    case.need_room, case.fit = 0.9, 0.6
    world.actors["skill"] = 0.5
    world.actors["skill"][MENTAL] = skill
    hand_to(world, case, p, MENTAL)
    other = case.fit
    case.holder, case.fit = MENTAL, 0.6
    hand_to(world, case, p, LANDLORD)
    assert (other > case.fit) == (skill > 0.5), "better or worse, by who it is"


def test_a_plan_made_anew_still_begins_where_this_household_begins():
    """From what there is, which fits less well, whoever leads."""
    world, case, p = two_helpers(**{"doctrine.misses": 0.2})
    case.need_room, case.way = 0.0, doctrine.SUPPLY
    hand_to(world, case, p, MENTAL)
    assert case.fit == pytest.approx(0.8)


def test_a_new_lead_looks_and_dares_with_luck_of_ones_own_in_the_same_week():
    world, case, p = two_helpers(**{"helping.seeing_all": 0.5, "mandate.escalation": 0.5})
    needs(world, 0, debt=1, mind=3, work=1)
    world.residents[0].known = case.domains = (1 << 0) | (1 << MIND)
    case.need_room = 1.0
    first, second = set(), set()

    def noted(into):
        return lambda who, decision, number: into.add((decision, number)) or 0.99

    opened = plain(opening.look_around, noted(first))
    opened(case, world.residents, world.actors[TEAM_A], 0, KEY, p)
    around = world.municipalities[0], world.neighbourhoods[0], world.actors
    plain(opening.make_it_fit, noted(first))(case, 0, *around, 0, KEY, p)
    plain(leading.take_over, noted(second))(world, case, TEAM_B, 0, KEY, p)
    assert first
    assert second
    assert not first & second


def test_who_holds_the_case_already_changes_nothing():
    world, case, p = two_helpers()
    before = case.row.tobytes()
    hand_to(world, case, p, INCOME)
    assert case.row.tobytes() == before


def test_in_a_week_of_decisions_the_first_leads_at_once():
    world, case, p = two_helpers(**{"lead.trade": 0.0, "lead.first": 1.0, "ownership.clarity": 0.0})
    plain(plans.decide, 0.5)(world, p, 0, KEY)
    assert case.owned == 1
    assert case.holder == INCOME


def test_nothing_is_agreed_for_one_organisation_nor_where_all_is_open():
    p = numbers({"lead.unsettled": 0.5, "lead.first": 0.5})
    way = plain(leading.way_of, lambda who, decision, number: 0.1 if decision == LEAD else 0.9)
    assert way(3, 2, KEY, p) == lead.FIRST
    assert way(3, 1, KEY, p) == lead.OPEN_TO_ALL
    assert way(3, 2, KEY, numbers()) == lead.OPEN_TO_ALL
