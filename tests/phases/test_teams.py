"""Phases 4, 6, 7, 8 and 10 by hand: who joins around several needs, what it brings and costs."""

import math

import pytest

from model.chance import CRAFT, TEAM_PLACE, WISH
from model.phases import agendas, placing, teams
from model.state.axes import DOMAIN_COUNT
from model.state.events import NOBODY
from model.state.tables import ASKED
from tests.phases.by_hand import (
    DEBT,
    HOUSING,
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

LOOSE = {"team_choice.incumbents": 0.5, "team_choice.repeating": 0.5}


def chance(first: float, second: float, crafts: dict[int, float], news: dict[int, float]):
    """Draws: whom a place goes to, how good people are at it, and which new face comes."""

    def even(who: int, decision: int, number: int) -> float:
        if decision == TEAM_PLACE:
            return second if number >= DOMAIN_COUNT else first
        return (crafts if decision == CRAFT else news)[who]

    return even


def chosen(first: float, second: float, known: float, values=LOOSE, several: bool = True) -> int:
    """Whom the desk chooses in the team: one colleague it knows so well, the other not at all."""
    world = state(1)
    case = helped(world, 0, INCOME, debt=INCOME)
    case.domains |= (1 << MIND) if several else 0
    world.pairs["strength"][INCOME, [TEAM_A, TEAM_B]] = known, 0.0
    even = chance(first, second, {TEAM_A: 0.2, TEAM_B: 0.9}, {TEAM_A: 0.7, TEAM_B: 0.3})
    around = world.actors, world.pairs, 0, KEY, numbers(values | {"team_choice.acquainted": 0.1})
    found = plain(teams.chosen_for, even)(case, MIND, 0, 0, *around)
    assert bool(case.teamed & 1 << MIND) == (found != NOBODY)
    return found


def test_a_place_goes_to_the_usual_partner_somebody_else_one_knows_or_a_new_face():
    assert chosen(0.4, 0.4, known=0.5) == NOBODY, "the usual way of asking"
    assert chosen(0.4, 0.6, known=0.5) == TEAM_A, "the only one it knows, however good"
    assert chosen(0.6, 0.4, known=0.5) == TEAM_B, "the only one it does not know"
    assert chosen(0.6, 0.4, known=0.0) == TEAM_A, "of two new faces, by chance"


def test_where_nobody_is_known_or_nobody_is_new_the_usual_one_is_asked():
    assert chosen(0.4, 0.6, known=0.05) == NOBODY


def test_one_need_needs_no_team_and_a_fixed_team_is_as_it_is_now():
    assert chosen(0.6, 0.6, known=0.5, several=False) == NOBODY
    fixed = {"team_choice.incumbents": 1.0, "team_choice.repeating": 1.0}
    assert chosen(0.99, 0.99, known=0.5, values=fixed) == NOBODY


@pytest.mark.parametrize(("known", "best"), [(0.9, TEAM_A), (0.4, TEAM_B)])
def test_somebodys_craft_shows_as_far_as_one_knows_that_person(known: float, best: int):
    """At 0.9 a craft of 0.7 seems 0.68; the colleague with 0.9 seems 0.66 at a tie of 0.4."""
    world = state(1)
    case = helped(world, 0, INCOME, debt=INCOME)
    case.domains |= 1 << MIND
    world.pairs["strength"][INCOME, [TEAM_A, TEAM_B]] = known, 0.4
    even = chance(0.0, 0.9, {TEAM_A: 0.7, TEAM_B: 0.9}, {TEAM_A: 0.5, TEAM_B: 0.5})
    around = world.actors, world.pairs, 0, KEY, numbers(LOOSE)
    assert plain(teams.chosen_for, even)(case, MIND, 0, 0, *around) == best


def test_an_empty_seat_is_not_chosen():
    world = state(1)
    case = helped(world, 0, INCOME, debt=INCOME)
    case.domains |= 1 << MIND
    world.pairs["strength"][INCOME, TEAM_A] = 0.9
    world.actors[TEAM_A].vacant = 3
    even = chance(0.0, 0.9, {TEAM_A: 0.9, TEAM_B: 0.9}, {TEAM_A: 0.5, TEAM_B: 0.5})
    around = world.actors, world.pairs, 0, KEY, numbers(LOOSE)
    assert plain(teams.chosen_for, even)(case, MIND, 0, 0, *around) == NOBODY


def around_situation():
    """A household of the desk with a need of mind, for which one of the team was chosen."""
    world = state(1)
    needs(world, 0, debt=1, mind=2)
    case = helped(world, 0, INCOME, debt=INCOME, mind=TEAM_A)
    case.teamed = 1 << MIND
    return world, case


def test_the_chosen_one_comes_who_has_the_time_and_else_a_colleague_who_was_not_chosen():
    world, case = around_situation()
    case.stage[MIND] = ASKED
    world.actors[TEAM_A].capacity = 2.0
    takes = plain(teams.joins_oneself)
    assert takes(case, MIND, 2.0, TEAM_B, world.actors) == TEAM_A
    assert takes(case, MIND, 2.1, TEAM_B, world.actors) == TEAM_B
    assert takes(case, DEBT, 0.1, TEAM_B, world.actors) == TEAM_B
    assert takes(case, -1, 0.1, TEAM_B, world.actors) == TEAM_B
    plain(teams.colleague_stands_in)(case, MIND, TEAM_A)
    assert case.teamed == 1 << MIND
    plain(teams.colleague_stands_in)(case, MIND, TEAM_B)
    assert case.teamed == 0


def test_only_who_was_chosen_brings_a_craft():
    world, case = around_situation()
    p = numbers({"team_choice.expertise": 0.2})
    worth = plain(teams.strengthens, 0.75)
    assert worth(case, MIND, world.actors, KEY, p) == pytest.approx(math.exp(0.1))
    assert worth(case, DEBT, world.actors, KEY, p) == 1.0


def test_strangers_spend_an_hour_a_month_on_each_other_and_get_to_know_each_other_by_it():
    world, case = around_situation()
    p = numbers({
        "team_choice.acquainting": 1.0, "pockets.searching": 0.0, "alongside.calling": 0.0,
    })  # fmt: skip
    world.pairs["strength"][INCOME, TEAM_A] = 0.2
    plain(agendas.sum_up_promises)(world, p)
    assert world.actors[INCOME].coordination == pytest.approx(0.2)
    assert world.actors[TEAM_A].coordination == pytest.approx(0.2)
    assert world.actors[TEAM_B].coordination == 0.0
    plain(teams.get_acquainted)(world, p)
    assert world.pairs[INCOME, TEAM_A].together == pytest.approx(0.8)
    assert world.pairs[TEAM_A, INCOME].together == pytest.approx(0.8)
    assert world.pairs["together"].sum() == pytest.approx(1.6)
    case.weeks[MIND] = 13
    plain(agendas.sum_up_promises)(world, p)
    assert world.actors[INCOME].coordination == 0.0, "after a quarter they know the team"


@pytest.mark.parametrize(("several", "asks"), [(True, 0.5), (False, 0.0)])
def test_work_and_housing_are_asked_where_needs_are_several_and_care_as_before(several, asks):
    world = state(1)
    case = helped(world, 0, TEAM_A, housing=TEAM_A)
    case.domains |= (1 << MIND) if several else 0
    p = numbers({"team_choice.beyond_care": 0.5, "helping.referral": 0.0})
    assert plain(teams.asks_trade)(case, HOUSING, p) == asks
    assert plain(teams.asks_trade)(case, MIND, p) == 0.0
    landlord = world.actors[LANDLORD].organisation
    to = plain(placing.whom_to_ask, 0.4)(case, HOUSING, 1, 0, world.actors, 0, KEY, p)
    assert (to == landlord) == several


def residents_join(even: float, several: bool = True):
    world = state(1)
    needs(world, 0, **({"debt": 1, "mind": 1} if several else {"debt": 1}))
    case = helped(world, 0, TEAM_A, debt=TEAM_A, **({"mind": TEAM_A} if several else {}))
    case.light = case.domains
    p = numbers({"team_choice.residents": 0.5, "responsibility.refusing": 0.3})
    p.repertoire.gains = 0.0
    draws = {WISH: even}
    return plain(teams.asked_to_join, lambda who, what, number: draws[what])(world, KEY, p)


def test_teams_ask_own_people_for_half_an_hour_with_each_hour_of_light_help():
    hours = numbers().helping.hours_a_level
    assert residents_join(0.9)[0] == pytest.approx(0.5 * 2 * hours)


def test_a_home_that_keeps_its_people_out_or_has_one_need_asks_nothing():
    assert residents_join(0.1)[0] == 0.0
    assert residents_join(0.9, several=False)[0] == 0.0


def test_hours_of_residents_help_with_light_needs_and_take_as_much_of_the_holder_as_a_stranger():
    world, case = around_situation()
    case.teamed, case.informal = 0, 0.25
    p = numbers({"team_choice.residents": 0.5, "team_choice.acquainting": 1.0})
    p.pockets.searching = 0.0
    plain(agendas.sum_up_promises)(world, p)
    assert world.actors[INCOME].coordination == pytest.approx(0.25)
    assert world.actors[TEAM_A].coordination == 0.0


def test_places_are_counted_known_or_new_and_chosen_or_as_usual():
    world, case = around_situation()
    tally, p = world.tally[0], numbers({"team_choice.acquainted": 0.1})
    world.pairs["strength"][INCOME, [TEAM_A, MENTAL]] = 0.05, 0.5
    for domain, contact in ((MIND, TEAM_A), (DEBT, MENTAL)):
        plain(teams.count_place)(case, domain, contact, world.pairs, tally, 2.0, p)
    assert (tally.places, tally.places_chosen, tally.places_new) == (4.0, 2.0, 2.0)


def test_a_network_is_as_large_as_ties_both_ways_carry_it():
    world = state(1)
    world.actors["colleagues"] = 1.0
    for i, j in ((TEAM_A, INCOME), (INCOME, MENTAL), (TEAM_B, LANDLORD)):
        world.pairs["strength"][[i, j], [j, i]] = 0.6
    plain(teams.count_network)(world)
    assert world.system[0].largest == pytest.approx(3 / 6)
    world.pairs["strength"][INCOME, MENTAL] = 0.2
    assert plain(teams.largest_part)(world.actors, world.pairs) == pytest.approx(2 / 6)
