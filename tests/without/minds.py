"""What the mechanisms of minds and trades say of a world without them, as assertions."""

import numpy as np

from model.phases import teams
from model.processes.professionals import goals
from tests.without.world import BUSY, World, open_cases

LOOSE = BUSY | {"team_choice.repeating": 0.2, "team_choice.incumbents": 0.8}


def no_goal_is_a_residents_and_none_drifts(off: World):
    for state in off.weeks(30):
        cases = open_cases(state)
        assert not (cases["goal"] == goals.RESIDENT).any()
        assert (cases["drift"] == 0.0).all()
    usual, felt = World(), World(values=BUSY | {"goals.felt": 0.8})
    assert (open_cases(usual.after(30))["goal"] == goals.RESIDENT).any(), "else they set some"
    assert np.array_equal(off.state.residents["trust"], usual.state.residents["trust"])
    trust = felt.after(30).residents["trust"].mean()
    assert trust < off.state.residents["trust"].mean(), "else a wish passed by may cost trust"


def nobody_keeps_hours_to_talk_about_vision(off: World):
    talking = World(values=BUSY | {"dialogue.hours": 4.0})
    for state in off.weeks(20):
        assert (state.actors["aside"] == 0.0).all()
    assert (talking.after(20).actors["aside"] > 0.0).any()
    assert not np.array_equal(off.state.actors["vision"], talking.state.actors["vision"])


def crafts_stay_as_drawn_and_show_to_nobody(off: World):
    off = World("craft", values=LOOSE)
    grown = World(values=LOOSE | {"craft.growth": 0.5, "craft.visible": 0.5})
    key = np.ascontiguousarray(off.state.period["key"][0])
    before = [teams.good_at(actor, 3, key, off.p) for actor in off.state.actors]
    ids = off.state.actors["id"].copy()
    for state in off.weeks(30):
        assert (state.actors["practised"] == 0.0).all()
    after = [teams.good_at(actor, 3, key, off.p) for actor in off.state.actors]
    stayed = off.state.actors["id"] == ids
    assert np.array_equal(np.array(before)[stayed], np.array(after)[stayed])
    assert grown.after(30).actors["practised"].any()


def nobody_makes_a_map(off: World):
    for state in off.weeks(20):
        assert (state.actors["overview"] == 0.0).all()
        assert (state.actors["aside"] == 0.0).all()
    mapped = World(values=BUSY | {"mapping.times": 10.0})
    assert (mapped.after(20).actors["overview"] > 0.0).any()


def no_residents_sit_in_a_network_or_go_along(off: World):
    for state in off.weeks(20):
        assert state.neighbourhoods["along"][0] == 0.0
        assert (state.actors["aside"] == 0.0).all()
    invited = World(values=BUSY | {"lived_experience.experts": 4.0})
    assert (invited.after(20).actors["aside"] > 0.0).any()
