"""Phases 1, 4 to 8 and 10 by hand: goals, dialogue, craft, a map, and experts by experience."""

import numpy as np
import pytest

from model.chance import CRAFT, EXPERT, GOAL, NEW_FACE, TEAM_PLACE
from model.phases import (
    aims,
    conversing,
    crafts,
    experts,
    lessons,
    minds,
    overview,
    plans,
    starting,
    teams,
)
from model.processes.professionals import craft, goals
from model.state.axes import DOMAIN_COUNT, TEAM
from model.state.tables import JOINT
from tests.phases.by_hand import (
    INCOME,
    KEY,
    LANDLORD,
    MENTAL,
    MIND,
    PROFESSIONALS,
    TEAM_A,
    TEAM_B,
    helped,
    needs,
    numbers,
    plain,
    state,
)  # fmt: skip


def agreed(wish: float, lead: float, room: float, position: float = 0.5):
    """The case of a household that is taken up, for these draws and a position on who leads."""
    world = state(1)
    needs(world, 0, debt=1)
    case = helped(world, 0, TEAM_A, debt=TEAM_A)
    world.actors["vision"][TEAM_A] = position
    p = numbers({"goals.wish": 0.6, "mandate.mandate": 0.5})
    draws = {0: wish, 1: lead, 2: room}
    even = lambda who, what, number: draws[number] if what == GOAL else 1.0  # noqa: E731
    plain(aims.agree, even)(case, 0, 0.0, world.actors[TEAM_A], 3, KEY, p)
    return world, case, p


def test_a_household_that_wants_to_steer_and_is_let_has_its_own_goal():
    assert agreed(0.5, 0.4, 0.9)[1].goal == goals.RESIDENT
    assert agreed(0.5, 0.4, 0.9, position=0.7)[1].goal == goals.OF_ORGANISATION
    assert agreed(0.7, 0.4, 0.0)[1].goal == goals.OF_PROFESSIONAL


def test_a_goal_drifts_under_pressure_and_with_a_new_holder_and_trust_follows_only_if_asked():
    world, case, p = agreed(0.5, 0.4, 0.9)
    p.goals.pressing, p.goals.holding, p.goals.lost = 0.2, 0.0, 0.5
    world.actors["load"] = 1.5
    plain(aims.drift)(world, p)
    assert case.drift == pytest.approx(0.1)
    world.actors["load"], world.actors[TEAM_A].id = 1.0, 99
    plain(aims.drift)(world, p)
    assert case.drift == pytest.approx(0.55)
    assert case.keeper == 99
    assert plain(aims.counts_for)(case, p) == 1.0
    p.goals.felt = 0.4
    assert plain(aims.counts_for)(case, p) == pytest.approx(1.0 - 0.4 * 0.55)


def test_goals_are_counted_by_whose_they_are():
    world, case, _ = agreed(0.5, 0.4, 0.9)
    case.drift = 0.25
    plain(aims.write)(world.cases, world.active, 1, world.tally, 2.0)
    sheet = world.tally[case.cell]
    assert (sheet.goals, sheet.goals_own, sheet.goals_drift) == (2.0, 2.0, 0.5)


@pytest.mark.parametrize(("pools", "agreement", "below"), [(0.0, 0.0, 1.0), (0.9, 1.0, 0.0)])
def test_a_joint_plan_begins_from_below_unless_only_agreements_made_it_possible(
    pools: float, agreement: float, below: float
):
    """Half of what comes back is one's own: too little for the cost, unless purses are joined."""
    simple = {"pockets.admin": 0.1, "pockets.risk": 0.0, "pockets.drive": 0.0,
              "pockets.searching": 0.0, "pockets.agreement_pools": pools,
              "pockets.pooled": 0.0}  # fmt: skip
    p, world = numbers(simple), state(1)
    needs(world, 0, debt=1, mind=1)
    case = helped(world, 0, INCOME, debt=INCOME, mind=MENTAL)
    case.owned, case.goal = 1, goals.RESIDENT
    world.organisations["expected_saving"] = 10.0 if below else 1.15
    world.municipalities["agreement"] = agreement
    world.actors["slack"] = 20.0
    plain(plans.decide)(world, p, 0, KEY)
    assert case.form == JOINT
    sheet = world.tally[case.cell]
    assert (sheet.joint_begun, sheet.joint_below, sheet.joint_agreed) == (1.0, below, 1.0 - below)


def test_in_a_dialogue_those_who_hear_each_other_meet_and_a_lone_other_is_pushed_away():
    p, world = numbers({"dialogue.hours": 1000.0, "dialogue.influence": 0.5,
                        "dialogue.hardening": 0.1, "vision.tolerance": 0.3}), state()  # fmt: skip
    world.actors["vacant"][[TEAM_A, TEAM_B, 5]] = 9
    for who, place in ((INCOME, 0.2), (LANDLORD, 0.4), (MENTAL, 0.9)):
        world.actors["vision"][who] = place
    plain(conversing.converse)(world, np.zeros((11, 11)), p)
    seen = world.actors["vision"][:, 0]
    # of the two others the landlord is heard and the clinic is not
    assert seen[INCOME] == pytest.approx(0.2 + 0.5 * 0.5 * 0.2 - 0.1 * 0.5 * 0.7)
    assert seen[MENTAL] == pytest.approx(0.9 + 0.1 * 0.6)
    assert seen[TEAM_A] == pytest.approx(0.5), "an empty seat says nothing"


def test_in_a_dialogue_a_seat_is_heard_by_the_posts_it_stands_for():
    p, world = numbers({"dialogue.hours": 1000.0, "dialogue.influence": 0.5,
                        "dialogue.hardening": 0.0, "vision.tolerance": 1.0}), state()  # fmt: skip
    world.actors["vacant"][[TEAM_A, TEAM_B, 5]] = 9
    for who, place in ((INCOME, 0.2), (LANDLORD, 0.4), (MENTAL, 0.8)):
        world.actors["vision"][who] = place
    world.actors["colleagues"][LANDLORD] = 3.0
    plain(conversing.converse)(world, np.zeros((11, 11)), p)
    assert world.actors["vision"][INCOME, 0] == pytest.approx(0.2 + 0.5 * (3 * 0.2 + 0.6) / 4)


def test_visions_are_compared_by_posts_however_many_seats_they_sit_in():
    world = state()
    world.actors["colleagues"][[TEAM_A, TEAM_B, 5]] = 0.0
    for who, place in ((INCOME, 0.2), (LANDLORD, 0.4), (MENTAL, 0.8)):
        world.actors["vision"][who] = place
    world.actors["colleagues"][LANDLORD] = 3.0
    plain(minds.agreement)(world)
    sheet = world.system[0]
    assert sheet.compared == 3 + 1 + 3
    assert sheet.agreeing == pytest.approx(3 * 0.8 + 1 * 0.4 + 3 * 0.6)


def test_dialogue_and_a_map_take_their_hours():
    p, world = (
        numbers({"dialogue.hours": 4.0, "mapping.times": 10.0, "mapping.hours": 6.0}),
        state(),
    )
    plain(lessons.set_aside)(world, p, 1)
    assert world.actors["aside"][INCOME] == pytest.approx(1.0)
    plain(lessons.set_aside)(world, p, 0)
    assert world.actors["aside"][INCOME] == pytest.approx(7.0)


def test_practice_moves_a_craft_to_who_uses_it_most_and_gives_none_away():
    """Two of three debts are with one post: use 1 and a half, five sixths on average."""
    p, world = (
        numbers({"craft.growth": 0.6, "craft.full": 2.0, "craft.half_life": 4.0}),
        state(1, 1, 1),
    )
    for home, who in enumerate((INCOME, INCOME, TEAM_A)):
        needs(world, home, debt=1)
        helped(world, home, who, debt=who)
    plain(crafts.practise)(world, p)
    much, little = (float(world.actors["practised"][who, 0]) for who in (INCOME, TEAM_A))
    assert (much, little) == (pytest.approx(1.0 / 12.0), pytest.approx(-1.0 / 6.0))
    assert 2.0 * much + little == pytest.approx(0.0)
    assert not world.actors["practised"][INCOME, MIND]
    assert plain(teams.good_at, 0.5)(world.actors[INCOME], 0, KEY, p) == pytest.approx(0.55)
    plain(crafts.begins_anew)(world.actors[INCOME])
    assert not world.actors["practised"][INCOME].any()


@pytest.mark.parametrize(("visible", "best"), [(0.0, TEAM_A), (1.0, TEAM_B)])
def test_of_two_strangers_the_one_who_does_it_a_lot_comes_where_crafts_show(
    visible: float, best: int
):
    values = {"team_choice.incumbents": 0.5, "team_choice.repeating": 0.5}
    world = state(1)
    case = helped(world, 0, INCOME, debt=INCOME)
    case.domains |= 1 << MIND
    world.actors["practised"][TEAM_B, MIND] = 0.4
    news = {TEAM_A: 0.7, TEAM_B: 0.3}

    def even(who: int, decision: int, number: int) -> float:
        if decision == TEAM_PLACE:
            return 0.4 if number >= DOMAIN_COUNT else 0.6
        return news[who] if decision == NEW_FACE else 0.5

    p = numbers(values | {"craft.visible": visible})
    around = world.actors, world.pairs, 0, KEY, p
    assert plain(teams.chosen_for, even)(case, MIND, 0, 0, *around) == best
    assert CRAFT != NEW_FACE


def test_between_strangers_who_do_as_much_chance_decides_where_all_is_seen_and_not_their_row():
    p = numbers({"craft.visible": 1.0})
    scores = [plain(craft.stands_out)(even, 0.0, p.craft) for even in (0.2, 0.7)]
    assert scores[0] < scores[1] < plain(craft.stands_out)(0.0, 0.01, p.craft)


def test_a_map_is_known_to_who_was_there_and_fades_with_who_leaves():
    p, world = numbers({"mapping.times": 1.0, "mapping.kept": 0.6}), state()
    world.actors["person"] = world.actors["id"]
    world.actors[MENTAL].vacant = 5
    plain(overview.keep)(world, p, 0)
    knows = world.actors["overview"]
    assert knows[INCOME] == pytest.approx(0.6)
    assert knows[MENTAL] == 0.0
    world.actors[LANDLORD].id = 50
    plain(overview.keep)(world, p, 1)
    assert knows[INCOME] == pytest.approx(0.6 * (1.0 - 1.0 / len(PROFESSIONALS)))
    assert knows[LANDLORD] == 0.0
    world.system[0].overview = 0.0
    plain(overview.write)(world)
    assert world.system[0].overview == pytest.approx(4 * 0.5)


def test_experts_go_along_as_far_as_their_hours_reach():
    p = numbers({"lived_experience.experts": 4.0, "lived_experience.hours": 3.0,
                 "lived_experience.along": 2.0, "lived_experience.absent": 0.25,
                 "lived_experience.opens": 0.1, "lived_experience.clashes": 0.2,
                 "lived_experience.guiding": 4.0})  # fmt: skip
    world = state(1)
    world.neighbourhoods[0].first_meetings = 12.0
    there = lambda who, what, number: 0.1 if who == 3 else 0.5  # noqa: E731
    plain(experts.come_along, there)(world, p, 0, KEY)
    here = world.neighbourhoods[0]
    assert here.along == pytest.approx(3 * 3.0 / 2.0 / 12.0), "one of four is not there"
    assert here.first_meetings == 0.0
    plain(experts.guide)(world, p)
    assert world.actors["aside"][TEAM_A] == pytest.approx(2.0), "two posts of the team share it"
    assert world.actors[INCOME].aside == 0.0
    needs(world, 0, debt=1)
    case = helped(world, 0, TEAM_A, debt=TEAM_A)
    assert world.actors[TEAM_A].organisation == TEAM
    plain(experts.first_meeting, 0.3)(case, world.residents, here, 0, KEY, p)
    assert world.residents[0].trust == pytest.approx(0.55)
    assert here.first_meetings == 1.0
    plain(experts.first_meeting, 0.9)(case, world.residents, here, 0, KEY, p)
    assert world.residents[0].trust == pytest.approx(0.55), "nobody goes along"


def test_in_a_network_experts_are_members_who_say_what_they_know():
    p = numbers({"lived_experience.experts": 2.0, "lived_experience.knows": 1.0,
                 "lived_experience.heard": 0.5, "lived_experience.general": 0.8})  # fmt: skip

    def even(who: int, decision: int, number: int) -> float:
        assert decision == EXPERT
        if number == 0:
            return 0.9
        return (
            0.0
            if number < experts.SPEAKING + 10
            else 0.6
            if number < experts.SUITING
            else 0.9 - 0.2 * who
        )

    done, reality = np.zeros((3, 30), dtype=np.int8), np.ones(30, dtype=np.int8)
    members, suited = np.array([1.0, 0.0, 1.0]), np.full(3, 0.6)
    said, sitting, worth = plain(experts.sit_in, even)(done, members, suited, reality, 0, KEY, p)
    assert sitting.tolist() == [1.0, 0.0, 1.0, 1.0, 1.0]
    assert said[3, :10].tolist() == [-1] * 10
    assert said[4, :10].tolist() == [1] * 10
    assert not said[3:, 10:].any()
    assert worth.tolist() == pytest.approx([0.6, 0.6, 0.6, 0.0, 1.0])


def test_initiatives_count_by_the_month_in_which_they_began():
    p, world = numbers(), state(1, 1, 1)
    carry_on = plain(starting.carry_on, 0.99)
    for slot in range(2):
        world.initiatives["leader"][slot], world.initiatives["began"][slot] = slot, 0
        world.people["initiative"][slot] = slot
    assert not world.neighbourhoods["ended_young"].any()
    for week in range(4, 104, 4):
        carry_on(world, week, KEY, p)
    assert world.system[0].judged == 0.0, "nobody knows yet how long those of that month last"
    carry_on(world, 104, KEY, p)
    assert world.system[0].judged == 2.0
    assert world.system[0].alive_after_two == 0.0
    assert not world.neighbourhoods["ended_young"].any()
