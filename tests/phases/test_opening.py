"""Phase 6 by hand: a case is opened, by whom it is seen, and what the plan is worth at first."""

import pytest

from model import chance
from model.phases import care, opening
from model.state.axes import TEAM
from model.state.tables import ASKED, HELPING, OPEN
from tests.phases.by_hand import (
    BODY,
    DEBT,
    INCOME,
    KEY,
    MIND,
    TEAM_A,
    helped,
    needs,
    numbers,
    plain,
    state,
    waiting,
)  # fmt: skip

LACKS = {"mandate.mandate": 0.5, "mandate.boldness": -50.0, "mandate.answer": 5.0}
"""Half of the room is given, nobody deviates from the rules, and an answer takes five weeks."""


def a_plan_that_needs(room: float, even: float = 0.5, **values: float):
    p = numbers(LACKS | {f"mandate.{name}": value for name, value in values.items()})
    world = state(1)
    needs(world, 0, debt=2)
    case = helped(world, 0, TEAM_A, debt=TEAM_A)
    case.need_room = room
    around = world.municipalities[0], world.neighbourhoods[0], world.actors
    plain(opening.make_it_fit, even)(case, 0, *around, 0, KEY, p)
    return world, case, p


def relief_week_by_week(world, case, p, weeks: int = 15) -> list[float]:
    found = []
    for week in range(weeks):
        plain(care.give, 0.999)(world, p, week, KEY)
        found.append(float(case.relief[DEBT]))
    return found


def test_asking_upwards_takes_weeks_before_help_has_effect():
    world, case, p = a_plan_that_needs(0.9, escalation=1.0)
    relief = relief_week_by_week(world, case, p)
    assert case.escalated == 0
    assert not any(relief[:3]), "no answer yet"
    assert all(relief[5:]), "then there is one"


def test_where_there_is_room_enough_nobody_asks_and_help_has_effect_at_once():
    world, case, p = a_plan_that_needs(0.2, escalation=1.0)
    assert (case.fit, case.escalated) == (1.0, 0)
    assert world.neighbourhoods[0].items[1] == 0.0
    assert all(relief_week_by_week(world, case, p))


def test_what_the_rules_allow_fits_less_the_more_room_is_lacking_and_is_heard_above():
    fits = []
    for room in (0.5, 0.9):
        world, case, _ = a_plan_that_needs(room, escalation=0.0)
        fits.append(case.fit)
        assert case.escalated == 0
        assert world.neighbourhoods[0].items[1] == 1.0
    assert fits == pytest.approx([1 - (0.5 - 0.5 * 0.6), 1 - (0.9 - 0.5 * 0.6)])


def test_agreements_of_boards_give_room_to_those_who_want_it():
    p = numbers(LACKS | {"mandate.escalation": 0.0})
    fits = []
    for engagement in (0.0, 1.0):
        world = state(1)
        case = helped(world, 0, TEAM_A, debt=TEAM_A)
        case.need_room, world.municipalities[0].agreement = 0.6, 1.0
        world.actors["drive"] = engagement
        around = world.municipalities[0], world.neighbourhoods[0], world.actors
        plain(opening.make_it_fit, 0.5)(case, 0, *around, 0, KEY, p)
        fits.append(case.fit)
    assert fits == pytest.approx([1 - (0.6 - 0.3), 1.0])


def taken_up(actor: int, even: float = 0.0, weeks: int = 7):
    """A debt that is known and a need of mind that is not; taken up after this many weeks."""
    p, world = numbers({"helping.referral": 0.0}), state(2)
    needs(world, 0, debt=2)
    needs(world, 1, known=False, mind=1)
    case = waiting(world, 0, int(world.actors[actor].organisation), weeks)

    def chances(who: int, decision: int, number: int) -> float:
        return even if decision == chance.DISCOVERY else 0.5

    plain(opening.take_up, chances)(world, 0, actor, p, 0, KEY)
    return world, case


def test_a_generalist_asks_about_all_of_life_and_a_specialist_does_not():
    for actor, sees in ((TEAM_A, True), (INCOME, False)):
        world, case = taken_up(actor)
        assert bool(world.residents[1].known & 1 << MIND) == sees
        assert bool(case.domains & 1 << MIND) == sees
        assert world.tally[0].opened_several == sees
        assert world.tally[0].team_starts == (actor == TEAM_A)


def test_a_generalist_does_not_see_everything_nor_what_is_not_there():
    world, _ = taken_up(TEAM_A, even=0.99)
    assert world.residents[1].known == 0
    world, _ = taken_up(TEAM_A, even=0.0)
    assert world.residents[0].known == 1 << DEBT
    assert not world.residents[1].known & 1 << BODY


def test_the_first_helper_holds_the_case_and_the_wait_is_written_down():
    world, case = taken_up(INCOME, weeks=7)
    assert (case.mode, case.holder, case.open, case.owned) == (OPEN, INCOME, 0, 0)
    assert (case.stage[DEBT], case.worker[DEBT]) == (HELPING, INCOME)
    assert case.stage[MIND] not in (ASKED, HELPING)
    assert case.heaviness == 3, "all that is there, known or not"
    assert world.tally[0].starts == 1.0
    assert world.tally[0].waiting == 6.0, "the week in which it begins does not count"
    assert case.gate != TEAM
