"""What mechanisms of posts and leads say of a world without them, as assertions on the state."""

import numpy as np

from model.state.axes import TEAM
from model.state.state import State
from model.state.tables import JOINT
from tests.without.world import BUSY, World, assert_same, open_cases


def the_lead_is_for_whoever_takes_up_the_whole_question(off: World):
    """Whatever the other numbers of it say, to the byte; and nobody hands anything over."""
    other = World("lead", values=BUSY, always={"lead.heard": 1.0, "lead.handing_over": 6.0})
    for one, two in zip(off.weeks(), other.weeks(), strict=True):
        assert_same(one.cases, two.cases)
        assert_same(one.residents, two.residents)
        assert (open_cases(one)["handing"] == 0).all()
    agreed = World(values=BUSY | {"lead.unsettled": 0.0, "lead.fixed": 1.0})
    assert sum((open_cases(state)["handing"] > 0).sum() for state in agreed.weeks()) > 0


def nobody_calls_without_a_joint_plan(off: World):
    """Nobody looks for money for a plan here, and calls of three hours are seen in the books."""
    only_plans = {"pockets.searching": 0.0}
    silent = World("alongside", always=only_plans)
    calling = World(always=only_plans | {"alongside.calling": 3.0})
    assert not any(coordinates_without_plan(state) for state in silent.weeks())
    calling.after()
    assert calling.total("coordination_hours") > 2.0 * silent.total("coordination_hours")


def coordinates_without_plan(state: State) -> bool:
    """Whether hours go to coordination while nobody is helped in a joint plan."""
    cases = open_cases(state)
    planned = ((cases["stage"] == 2) & (cases["form"] == JOINT)[:, None]).any()
    return bool(state.actors["coordination"].any() and not planned)


def one_team_helps_people_of_all_ages(off: World):
    for state in off.weeks():
        assert not state.actors["young"].any()
    split = World(values=BUSY | {"youth_team.share": 0.4}).after(2)
    team = split.actors["organisation"] == TEAM
    assert set(split.actors["young"][team]) == {1, 2}


def all_of_the_team_are_with_the_municipality(off: World):
    for state in off.weeks():
        assert not state.actors["lent"].any()
        assert not state.actors["house"].any()
        assert state.organisations["opposition"][TEAM] == 0.0
    lent = {"employer.municipality": 0.0, "employer.providers": 1.0}
    elsewhere = World(values=BUSY | lent).after(2)
    team = elsewhere.actors["organisation"] == TEAM
    assert (elsewhere.actors["lent"][team] > 0).all()


def all_posts_of_the_team_are_in_the_team(off: World):
    hours = float(off.state.actors["hours"][off.state.actors["organisation"] == TEAM].sum())
    for state in off.weeks():
        team = state.actors["organisation"] == TEAM
        assert not state.actors["moved"].any()
        assert np.isclose(state.actors["hours"][team].sum(), hours)
    gone = World(values=BUSY | {"direct.share": 1.0}).after(2)
    assert not (gone.actors["organisation"] == TEAM).any()
    assert (open_cases(gone)["gate"] != TEAM).any()
