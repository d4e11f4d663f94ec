"""What room does to equal households (M12): it may let plans fit better, worse, or just differ."""

import numpy as np
import pytest

from experiments import simulation
from model.chance import key_of
from model.parameters import Parameters
from model.phases import opening
from model.state.axes import TEAM
from model.state.state import State

KEY = key_of(4, 1)
EQUALS = 400


@pytest.fixture(scope="module")
def week_0() -> State:
    return simulation.before_policy(simulation.plan("doorsnee", {}, residents=300, weeks=4), 1)


def fits(week_0: State, mandate: float, straying: float, skill: float, room: float) -> np.ndarray:
    """How well plans fit that one professional of the team makes for equal households."""
    state = week_0.copy()
    values = {"mandate.mandate": mandate, "mandate.straying": straying}
    values |= {"repertoire.gains": 0.0, "repertoire.costs": 0.0}
    p = Parameters.of(values).record()[0]
    holder = np.flatnonzero(state.actors["organisation"] == TEAM)[0]
    state.actors["skill"][holder], state.actors["house"][holder] = skill, 0.0
    case, told = state.cases[0], []
    for who in range(EQUALS):
        case["holder"], case["need_room"] = holder, room
        tables = state.municipalities[0], state.neighbourhoods[0], state.actors
        opening.make_it_fit(case, who, *tables, 0, KEY, p)
        told.append(float(case["fit"]))
    return np.array(told)


def test_unless_set_room_only_helps(week_0: State):
    for room in (0.2, 0.6, 0.9):
        little, much = (fits(week_0, mandate, 0.0, 0.5, room) for mandate in (0.2, 1.0))
        assert much.mean() >= little.mean(), room  # some who lack it ask, and get it


def test_what_needs_no_room_is_done_worse_where_judgement_strays(week_0: State):
    """Rules would have served these: more mandate makes equal households unequal."""
    little, much = (fits(week_0, mandate, 1.0, 0.5, 0.05) for mandate in (0.2, 1.0))
    assert much.mean() < little.mean()
    assert much.std() > 2.0 * little.std()


def test_what_needs_room_may_still_gain_by_it(week_0: State):
    little, much = (fits(week_0, mandate, 0.5, 0.9, 0.8) for mandate in (0.1, 1.0))
    assert much.mean() > little.mean()


def test_whoever_has_all_skill_makes_of_room_what_is_needed(week_0: State):
    assert (fits(week_0, 1.0, 1.0, 1.0, 0.6) == 1.0).all()
