"""Phases 4 and 8 by hand: what is seen of progress, and the time that telling and feasts take."""

import pytest

from model.phases import agendas, agreed_hours, board, experience, intake, placing, progress
from model.processes.professionals import small_wins
from model.state.tables import JOINT
from tests.phases.by_hand import (
    HUB,
    INCOME,
    KEY,
    LANDLORD,
    PROFESSIONALS,
    SUPPORT,
    TEAM_A,
    TEAM_B,
    helped,
    hired,
    needs,
    numbers,
    plain,
    state,
    waiting,
)  # fmt: skip

EXACT = {"small_wins.usual": 0.1, "small_wins.sway": 0.5, "small_wins.usual_patience": 52.0}


def two_plans(levers: dict[str, float], eased: float, coming: float = 0.0):
    """One joint plan of two people with this progress, one of two others with none; a month on."""
    p, world = numbers(EXACT | levers), state(1, 1)
    one = helped(world, 0, TEAM_A, debt=INCOME, mind=TEAM_A)
    other = helped(world, 1, TEAM_B, debt=LANDLORD, mind=TEAM_B)
    one.form = other.form = JOINT
    one.progress, one.relief[0] = eased, coming / 4.0
    plain(progress.judge)(world, p)
    return world, p


def test_as_it_is_now_nobody_gains_or_loses_heart_whatever_is_reached():
    for eased in (0.0, 0.3, 2.0):
        world, _ = two_plans({}, eased)
        assert not world.actors["faith"].any()


def test_a_plan_is_judged_by_what_is_seen_over_as_long_as_people_are_patient():
    world, p = two_plans({"small_wins.patience": 13.0}, 1.0)
    now, then = 0.1 + 4 / 13 * 0.9, 0.1 + 4 / 52 * 0.9
    gained = now / (now + 0.1) - then / (then + 0.1)
    assert world.actors[TEAM_A].faith == pytest.approx(0.5 * gained)
    assert world.actors[INCOME].faith == pytest.approx(0.5 * gained)
    assert world.actors[TEAM_B].faith < 0.0, "nothing was reached, and they wait less long for it"
    assert world.actors[SUPPORT].faith == 0.0, "no joint plan, and nobody celebrates"
    assert world.cases[0].progress == 0.0
    world.cases[0].form = 0
    plain(progress.judge)(world, p)
    assert world.cases[0].judged == world.actors[TEAM_A].faith == 0.0, "it is no joint plan now"


def test_small_steps_show_what_is_on_its_way():
    world, _ = two_plans({"small_wins.step": 0.5}, 0.0, coming=0.4)
    now, then = 0.1 + 4 / 52 * (0.2 - 0.1), 0.1 - 4 / 52 * 0.1
    gained = now / (now + 0.1) - then / (then + 0.1)
    assert world.actors[TEAM_A].faith == pytest.approx(0.5 * gained)


def test_celebrating_shows_everybody_how_all_plans_go_good_or_bad():
    often = {"small_wins.celebrating": 4.0, "small_wins.hollow": 1.0}
    good, _ = two_plans(often, 1.0)
    bad, _ = two_plans(often, 0.0)
    assert good.actors[SUPPORT].faith > 0.0 > bad.actors[SUPPORT].faith
    assert good.actors[TEAM_B].faith > 0.0 > bad.actors[TEAM_B].faith
    assert good.neighbourhoods[0].shown == pytest.approx(0.1 + 4 / 52 * 0.4)
    assert good.actors[TEAM_A].faith < good.actors[TEAM_B].faith, "whose own plan told all of it"


def test_time_for_celebrating_and_telling_is_taken_from_the_week():
    p, world = numbers({"small_wins.celebrating": 6.0, "small_wins.party": 2.0}), state(1)
    plain(progress.take_time)(world, p)
    assert world.actors[TEAM_A].coordination == pytest.approx(12 / 13)
    assert world.actors[HUB].coordination == 0.0
    p, world = numbers({"informing.residents": 1.0, "informing.a_message": 0.4}), state(1)
    waiting(world, 0, gate=0, weeks=3)
    plain(progress.take_time)(world, p)
    assert world.actors[TEAM_A].coordination == pytest.approx(0.05), "half of a tenth of an hour"
    assert world.actors[INCOME].coordination == 0.0


def test_an_empty_seat_tells_nobody_so_others_tell_all_who_wait():
    p, world = numbers({"informing.residents": 1.0, "informing.a_message": 0.4}), state(1)
    waiting(world, 0, gate=0, weeks=3)
    world.actors[TEAM_B].vacant = 5
    plain(progress.take_time)(world, p)
    assert world.actors[TEAM_A].coordination == pytest.approx(0.1)
    assert world.actors[TEAM_B].coordination == 0.0


def test_looking_at_steps_costs_each_joint_plan_hours():
    hours = []
    for step in (1.0, 0.25):
        p, world = numbers({"small_wins.step": step, "small_wins.looking": 0.1}), state(1)
        helped(world, 0, TEAM_A, debt=INCOME, mind=TEAM_A).form = JOINT
        world.cases[0].open = 100
        plain(agendas.sum_up_promises)(world, p)
        hours.append(world.actors["coordination"].sum())
    assert hours[1] - hours[0] == pytest.approx(0.3)
    assert world.actors[TEAM_A].cases == world.actors[INCOME].cases == 1.0


def test_reading_and_filling_in_take_a_share_of_every_week():
    values = {"monitoring.indicators": 10.0, "monitoring.frequency": 12.0}
    p, world = numbers(values | {"monitoring.filling": 0.3, "informing.everything": 1.0}), state()
    plain(progress.inform)(world, p)
    assert world.neighbourhoods[0].reading == pytest.approx(0.06), "what six posts have to tell"
    assert world.neighbourhoods[0].informed == 1.0
    more = (36 / 52 + 0.06) / p.hours.week
    assert plain(agendas.admin_of)(world.neighbourhoods[0], 1, 36.0, p) == pytest.approx(
        p.hours.admin + more
    )


def test_reports_telling_and_guiding_come_off_a_facilitators_hours_before_both_boards():
    values = {"monitoring.indicators": 13.0, "monitoring.frequency": 4.0}
    values |= {"monitoring.reporting": 1.0, "informing.on_purpose": 0.25, "attention.learning": 0.5}
    p, world = numbers(values), state()
    agreed = hired(world, hours=9.0)
    assert plain(agreed_hours.set_apart)(world, agreed, p) == pytest.approx(3.0)
    assert [agreed.reporting, agreed.telling, agreed.guiding] == pytest.approx([1.0, 2.0, 3.0])
    hired(world, 1, hours=9.0)
    plain(agreed_hours.set_apart)(world, agreed, p)
    assert agreed.reporting == pytest.approx(0.5)


def test_who_is_told_on_purpose_is_told_by_somebody_who_knows_them():
    p, world = numbers({"informing.each": 0.5, "brokering.enough": 0.5}), state()
    hired(world).telling = 3.0
    plain(progress.inform)(world, p)
    assert world.neighbourhoods[0].informed == 0.0
    world.pairs["strength"][HUB, list(PROFESSIONALS)] = 0.5
    plain(progress.inform)(world, p)
    assert world.neighbourhoods[0].informed == pytest.approx(1.0)


def test_a_broken_promise_of_which_one_hears_in_time_costs_less_trust():
    left = []
    for informed in (0.0, 1.0):
        p, world = numbers(), state(1)
        world.neighbourhoods[0].informed = informed
        world.pairs["broken"][TEAM_A, INCOME] = 1.0
        plain(experience.learn, 0.5)(world, p, 4, KEY)
        left.append(world.pairs[TEAM_A, INCOME].trust)
    assert left[0] < left[1]


def test_who_waits_and_knows_it_loses_less_trust():
    p, world = numbers({"informing.residents": 1.0, "informing.forgiven": 0.5}), state(1)
    p.getting_in.trust_lost = 0.2
    needs(world, 0, debt=1)
    plain(placing.disappoint)(world.residents, world.cases[0], True, p)
    assert world.residents[0].trust == pytest.approx(0.45)


def test_by_number_of_cases_work_goes_to_who_has_few_heavy_ones():
    world = state()
    world.actors["capacity"] = 20.0
    world.actors["committed"][[TEAM_A, TEAM_B]] = 10.0, 6.0
    world.actors["cases"][[TEAM_A, TEAM_B]] = 2.0, 6.0
    for weighted, who in ((1.0, TEAM_B), (0.0, TEAM_A)):
        p = numbers({"monitoring.weighted": weighted})
        assert plain(intake.with_most_time)(world.actors, 0, p) == who


def board_after(levers: dict[str, float], wins: float) -> float:
    p, world = numbers({"brokering.hierarchy": 0.2} | levers), state()
    world.neighbourhoods[0].residents = 100.0
    world.municipalities["commitment"], world.municipalities["wins"] = 0.4, wins
    plain(board.convene)(world, p)
    return world.municipalities[0].commitment


def test_a_board_hears_more_through_figures_and_feasts_and_figures_may_sober_it():
    figures, feasts = {"monitoring.indicators": 20.0}, {"small_wins.celebrating": 6.0}
    for levers in (figures, feasts):
        assert board_after(levers, 50.0) > board_after({}, 50.0)
    assert board_after(feasts, 0.0) == board_after({}, 0.0)
    assert board_after(figures, 0.0) < board_after({}, 0.0)
    quick = {"small_wins.patience": 13.0}
    assert board_after(quick, 50.0) > board_after({}, 50.0)


def test_a_board_without_patience_loses_heart_sooner():
    usual, quick = state(), state()
    for world, weeks in ((usual, 52.0), (quick, 13.0)):
        world.municipalities["judged"] = world.municipalities["judged_usual"] = 0.2
        p = numbers({"small_wins.patience": weeks})
        swings = plain(board.judges)(world.municipalities[0], 0.0, 0.0, p)
        assert (swings < 0.0) == (weeks < 52.0)
    assert plain(small_wins.weighs)(0.1, 0.1) == 0.5
