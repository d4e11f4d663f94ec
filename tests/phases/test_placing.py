"""Phase 6 by hand: who is asked to help with what, and who arrives there."""

import pytest

from model.phases import placing
from model.state.axes import TEAM
from model.state.tables import ASKED, HELPING, NOT_ASKED
from tests.phases.by_hand import (
    BODY,
    DEBT,
    INCOME,
    KEY,
    LONELY,
    MENTAL,
    MIND,
    TEAM_A,
    TEAM_B,
    WORK,
    helped,
    needs,
    numbers,
    plain,
    state,
)  # fmt: skip

REFERS = {"helping.referral": 0.2, "helping.heavier_referred": 2.0}


def asked(holder: int, domain: int, level: int, even: float = 0.5) -> int:
    world = state(1)
    case = helped(world, 0, holder)
    to = plain(placing.whom_to_ask, even)
    return to(case, domain, level, 0, world.actors, 0, KEY, numbers(REFERS))


def test_a_specialist_sends_light_needs_of_another_trade_back_to_the_team():
    assert asked(INCOME, MIND, 1) == TEAM
    assert asked(INCOME, MIND, 2) == asked(INCOME, MIND, 3) == 3
    assert asked(INCOME, BODY, 2) == 4


def test_a_specialist_keeps_what_is_its_own_trade_however_light():
    assert asked(INCOME, DEBT, 1) == asked(INCOME, WORK, 3) == 1


@pytest.mark.parametrize(("level", "chance"), [(1, 0.1), (2, 0.2), (3, 0.4)])
def test_a_generalist_asks_a_specialist_rather_the_heavier_a_need_is(level: int, chance: float):
    assert asked(TEAM_A, MIND, level, even=chance - 0.01) == 3
    assert asked(TEAM_A, MIND, level, even=chance + 0.01) == TEAM


def asked_by(holder: int, organisation: int, world) -> int:
    """Whom this holder asks there, for a household that arrives."""
    case = world.cases[0]
    case.holder = holder
    tables = world.residents, world.actors, world.pairs, world.tally[0]
    plain(placing.send_on, 0.0)(case, MIND, organisation, *tables, 1.0, 0, KEY, numbers())
    return int(case.worker[MIND])


def test_who_is_asked_is_whom_the_holder_knows_best_there_and_not_oneself():
    world = state(1)
    world.pairs["strength"][INCOME, [TEAM_A, TEAM_B, MENTAL]] = 0.3, 0.6, 0.9
    world.pairs["strength"][[TEAM_A, TEAM_B], INCOME] = 0.9, 0.1  # how they see it is their affair
    assert asked_by(INCOME, TEAM, world) == TEAM_B
    world.pairs["strength"][INCOME, TEAM_A] = 0.7
    assert asked_by(INCOME, TEAM, world) == TEAM_A
    assert asked_by(TEAM_A, TEAM, world) == TEAM_B


def sent_on(strength: float, even: float):
    """A debt and a need of mind in a household of the team; the latter is sent on."""
    p = numbers({"getting_in.cold": 0.5, "getting_in.warm": 0.9, "getting_in.trust_lost": 0.1})
    world = state(1)
    needs(world, 0, debt=1, mind=2)
    case = helped(world, 0, TEAM_A, debt=TEAM_A)
    world.pairs["strength"][TEAM_A, MENTAL] = strength
    tables = world.residents, world.actors, world.pairs, world.tally[0]
    plain(placing.send_on, even)(case, MIND, 3, *tables, 1.0, 0, KEY, p)
    return world, case


@pytest.mark.parametrize(
    ("strength", "even", "arrives"), [(0.0, 0.49, True), (0.0, 0.51, False), (1.0, 0.89, True),
    (1.0, 0.91, False), (0.5, 0.69, True), (0.5, 0.71, False)]
)  # fmt: skip
def test_more_arrive_where_helpers_know_each_other(strength: float, even: float, arrives: bool):
    world, case = sent_on(strength, even)
    assert case.stage[MIND] == (ASKED if arrives else NOT_ASKED)
    assert bool(case.domains & 1 << MIND) == arrives
    assert bool(world.residents[0].known & 1 << MIND) == arrives
    assert world.residents[0].trust == pytest.approx(0.5 if arrives else 0.45)
    assert (case.worker[MIND], case.asker[MIND]) == ((MENTAL, TEAM_A) if arrives else (-1, -1))
    assert case.domains & 1 << DEBT, "what is helped stays in view"
    assert world.tally[0].sent_on == world.tally[0].team_referred == case.sent_on == 1


def test_what_is_light_stays_and_what_is_not_there_is_struck_off():
    p, world = numbers(REFERS | {"helping.hours_a_level": 0.5}), state(1)
    needs(world, 0, debt=1)
    case = helped(world, 0, TEAM_A)
    case.domains |= 1 << BODY
    tables = world.residents, world.actors, world.pairs, world.tally[0]
    assert plain(placing.has_unplaced)(case)
    plain(placing.place_all, 0.5)(case, *tables, 1.0, 0, KEY, p)
    assert (case.stage[DEBT], case.worker[DEBT], case.hours[DEBT]) == (HELPING, TEAM_A, 0.5)
    assert case.domains == 1 << DEBT
    assert not plain(placing.has_unplaced)(case)
    assert world.actors[TEAM_A].committed == 0.5


@pytest.mark.parametrize(("weeks", "kept"), [(8, 1.0), (9, 0.0)])
def test_a_promise_to_begin_is_kept_up_to_its_term(weeks: int, kept: float):
    p, world = numbers({"trust.due": 8.0}), state(1)
    case = helped(world, 0, TEAM_A, mind=MENTAL)
    case.asker[MIND], case.weeks[MIND] = TEAM_A, weeks
    plain(placing.keep_promise)(case, MIND, world.pairs, p)
    assert world.pairs[TEAM_A, MENTAL].kept == kept
    assert world.pairs["kept"].sum() == kept
    case.asker[MIND] = -1
    plain(placing.keep_promise)(case, MIND, world.pairs, p)
    assert world.pairs["kept"].sum() == kept, "what the resident asked is no promise to a helper"


def test_only_what_is_known_counts_for_help_and_all_of_it_for_how_heavy_a_household_is():
    world = state(2)
    needs(world, 0, debt=1, lonely=2)
    needs(world, 1, known=False, debt=3)
    case = world.cases[0]
    assert plain(placing.highest_known)(world.residents, case, DEBT) == 1
    assert plain(placing.highest_known)(world.residents, case, LONELY) == 2
    assert plain(placing.highest_known)(world.residents, case, MIND) == 0
    assert plain(placing.heaviness)(world.residents, case) == 6
    world.residents[1].known = 1 << DEBT
    assert plain(placing.highest_known)(world.residents, case, DEBT) == 3


def test_the_first_help_of_somebody_is_written_down_once():
    world = state(1)
    needs(world, 0, debt=1, mind=1)
    world.residents[0].unhelped = 9
    case, tally = helped(world, 0, TEAM_A), world.tally[0]
    for domain, actor in ((DEBT, TEAM_A), (MIND, MENTAL)):
        around = world.residents, world.actors, tally
        plain(placing.begin)(case, domain, actor, 0.5, *around, 1.0)
    assert (tally.first_helps, tally.time_to_help, tally.team_helps) == (1.0, 9.0, 1.0)
    assert tally.time_histogram[plain(placing.bin_of)(9)] == 1.0


def test_who_is_disappointed_are_those_who_need_help():
    p, world = numbers({"getting_in.trust_lost": 0.2}), state(2)
    needs(world, 0, body=1)
    plain(placing.disappoint)(world.residents, world.cases[0], True, p)
    assert list(world.residents["trust"]) == pytest.approx([0.4, 0.5])


def test_waits_are_binned_by_the_weeks_at_which_bins_begin():
    bins = [plain(placing.bin_of)(weeks) for weeks in (0, 1, 4, 5, 6, 12, 13, 800)]
    assert bins == [0, 1, 4, 4, 5, 7, 8, 23]
