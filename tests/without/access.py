"""What the mechanisms of getting in say of a world without them, as assertions on the state."""

import numpy as np

from model.phases import outreach
from model.processes.residents import able_to_ask
from tests.without.world import BUSY, World


def newcomers_trust(world: World) -> list[float]:
    """What those who moved in in the last week trust helpers with, week after week."""
    ids, found = world.state.residents["id"].copy(), []
    for state in world.weeks(30):
        came = state.residents["id"] != ids
        found += state.residents["trust"][came].tolist()
        ids = state.residents["id"].copy()
    return found


def everybody_comes_with_equal_trust_and_asks_as_readily(off: World):
    expected = np.float32(off.p["getting_in"]["expected_trust"])
    alike, usual = newcomers_trust(off), newcomers_trust(World())
    assert len(alike) > 10
    assert set(alike) == {float(expected)}
    assert len(set(usual)) > 5, "else those who come differ in trust"
    for resident in off.state.residents:
        needs, step = int(resident["needs"]), float(resident["disadvantage"])
        assert able_to_ask.able(needs, step, off.p["able_to_ask"]) == 1.0


def everybody_is_sought_alike_in_hours_that_care_leaves(off: World):
    for state in off.weeks():
        assert (outreach.by_cell(state.residents, off.p) == 1.0).all()
        assert (state.actors["going"] == 0.0).all()
    kept = World(values=BUSY | {"seeking.aimed": 0.5})
    assert (kept.after(1).actors["going"] > 0.0).any(), "else hours are kept free"
    assert (outreach.by_cell(kept.state.residents, kept.p) != 1.0).all()


def all_help_is_given_freely(off: World):
    for state in off.weeks():
        assert not state.cases["undecided"].any()
        assert not state.cases["deciding"].any()
        assert state.neighbourhoods["decided"][0] == 0.0
    decided = World(values=BUSY | {"decisions.needed": 1.0}).weeks()
    waiting = [state.cases["deciding"].any() for state in decided]
    assert any(waiting), "else help waits for a decision"


def help_begins_as_usual(off: World):
    for state in off.weeks():
        assert not state.cases["way"].any()
        assert not state.cases["informal"].any()
    looked = World(values=BUSY | {"doctrine.strength": 1.0}).after()
    assert looked.cases["way"].any(), "else help begins with own people"
    assert (looked.cases["informal"] > 0.0).any()
