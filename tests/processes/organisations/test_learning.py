"""Practices that people and organisations learn from each other and by doing (M20)."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from experiments import simulation
from model.chance import key_of
from model.parameters import Parameters
from model.phases import lessons
from model.processes.organisations import learning
from model.processes.organisations.learning import LearningParameters
from model.state.axes import BOARD, PRACTICE_COUNT, PROFESSIONAL, TEAM
from model.state.state import State
from tests.generators import amounts, numbers, plain, shares

suits, adopted = plain(learning.suits), plain(learning.adopted)
rewritten, finds_out = plain(learning.rewritten), plain(learning.finds_out)
brought_home, attended = plain(learning.brought_home), plain(learning.attended)
strengthens, acts = plain(learning.strengthens), plain(learning.acts)
ways = st.integers(-1, 1)
KEY = key_of(2, 1)


@given(own=ways, told=ways, even=shares, chance=shares)
def test_a_practice_moves_at_most_a_step_and_only_towards_what_is_told(own, told, even, chance):
    now = adopted(own, told, even, chance)
    assert abs(now - own) <= 1
    assert abs(told - now) <= abs(told - own)
    if told == 0:
        assert now == own, "nothing written tells nothing"


@given(code=ways, balance=st.integers(-40, 40), even=shares)
def test_a_code_changes_only_where_more_of_those_who_do_better_differ(code, balance, even):
    now = rewritten(code, balance, even, numbers(writing_down=0.3))
    assert now in (code, np.sign(balance))
    if balance * code > 0 or balance == 0:
        assert now == code


def test_who_has_no_habit_acts_either_way_and_who_has_one_acts_by_it():
    assert [acts(0, 0.2), acts(0, 0.8)] == [1, -1]
    assert [acts(way, even) for way in (-1, 1) for even in (0.1, 0.9)] == [-1, -1, 1, 1]


@given(busy=shares, more=amounts(4.0))
def test_looking_back_finds_out_sooner_and_who_has_no_cases_finds_out_nothing(busy, more):
    usual = numbers(by_doing=0.01, reflection=0.0, usual_hours=0.5)
    longer = numbers(by_doing=0.01, reflection=more, usual_hours=0.5)
    assert finds_out(busy, longer) >= finds_out(busy, usual)
    assert finds_out(0.0, longer) == 0.0


@given(members=st.integers(2, 20), hours=amounts(16.0))
def test_in_a_larger_network_each_is_heard_less_and_what_is_not_carried_out_is_not_learnt(
    members, hours
):
    sizes = {"taking_over": 0.1, "full_talk": 4.0, "group": 10.0}
    half, none = numbers(implemented=0.5, **sizes), numbers(implemented=0.0, **sizes)
    assert brought_home(members + 1, hours, half) <= brought_home(members, hours, half)
    assert brought_home(members, hours, none) == 0.0


@given(question=shares)
def test_a_question_moves_attention_and_makes_none(question):
    p = numbers(question=question)
    total = learning.ASKED_ABOUT * attended(True, p)
    total += (PRACTICE_COUNT - learning.ASKED_ABOUT) * attended(False, p)
    assert total == pytest.approx(PRACTICE_COUNT)


@given(suited=shares, strength=amounts(0.8))
def test_usual_practices_give_usual_help(suited, strength):
    p = numbers(strength=strength, usual=0.6)
    assert strengthens(0.6, p) == 1.0
    assert strengthens(suited, numbers(strength=0.0, usual=0.6)) == 1.0
    assert (strengthens(suited, p) - 1.0) * (suited - 0.6) >= 0.0


@given(way=st.lists(ways, min_size=PRACTICE_COUNT, max_size=PRACTICE_COUNT))
def test_what_suits_is_a_share(way):
    right = way.count(1) + 0.5 * way.count(0)
    assert suits(way, [1] * PRACTICE_COUNT) == pytest.approx(right / PRACTICE_COUNT)


def test_the_strength_of_practice_and_learning_by_doing_may_be_nothing():
    declared = LearningParameters.declarations()
    assert declared["strength"].between[0] == declared["by_doing"].between[0] == 0.0


@pytest.fixture(scope="module")
def week_0() -> State:
    return simulation.before_policy(simulation.plan("doorsnee", {}, residents=300, weeks=4), 1)


def after(state: State, months: int, **levers: float) -> State:
    state = state.copy()
    p = Parameters.of({f"learning.{name}": x for name, x in levers.items()}).record()[0]
    for month in range(months):
        lessons.learn(state, p, 4 * month, KEY)
    return state


def test_a_network_has_the_members_it_was_given(week_0: State):
    for count, mix in ((4, 0.0), (8, 1.0), (12, 0.5)):
        p = Parameters.of({"learning.network": count, "learning.mix": mix}).record()[0]["learning"]
        joined = lessons.members_of(week_0.actors, p)
        organisations = week_0.actors["organisation"][joined > 0.0]
        assert joined.sum() == count
        assert (week_0.actors["role"][joined > 0.0] == PROFESSIONAL).all()
        assert len(set(organisations)) == {0.0: 1, 1.0: BOARD}.get(mix, len(set(organisations)))
        there = ((week_0.actors["organisation"] == TEAM) & (week_0.actors["role"] == 0)).sum()
        assert (organisations == TEAM).sum() >= min(there, count * (1.0 - mix))


def test_lessons_that_are_not_carried_out_leave_practice_as_it_was(week_0: State):
    alone = after(week_0, 24)
    paper = after(week_0, 24, network=12.0, implemented=0.0)
    done = after(week_0, 24, network=12.0, implemented=1.0, taking_over=0.5)
    assert np.array_equal(alone.actors["practices"], paper.actors["practices"])
    assert not np.array_equal(alone.tables["code"], paper.tables["code"]), "written down it was"
    assert not np.array_equal(alone.actors["practices"], done.actors["practices"])


def test_members_get_to_know_each_other_whatever_they_learn(week_0: State):
    state = week_0.copy()
    state.pairs["together"] = 0.0
    state = after(state, 1, network=8.0, mix=1.0, implemented=0.0)
    assert (state.pairs["together"] > 0.0).sum() == 8 * 7


def test_where_nothing_is_learnt_a_changing_neighbourhood_leaves_practices_behind(week_0: State):
    still = after(week_0, 60, changing=0.0, by_doing=0.0, taking_over=0.01)
    moving = after(week_0, 60, changing=0.3, by_doing=0.0, taking_over=0.01)
    working = still.actors["role"] == PROFESSIONAL
    assert moving.actors["suited"][working].mean() < still.actors["suited"][working].mean() - 0.05


def test_whoever_is_guided_carries_out_lessons_that_would_have_been_left():
    p = numbers(taking_over=0.1, implemented=0.5, full_talk=4.0, group=10.0)
    brought_home = plain(learning.brought_home)
    assert brought_home(10, 4.0, p, 1.0) == pytest.approx(2.0 * brought_home(10, 4.0, p))
    assert brought_home(10, 4.0, p, 0.5) == pytest.approx(1.5 * brought_home(10, 4.0, p))
