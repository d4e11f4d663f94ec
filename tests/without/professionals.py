"""What the world is like without a mechanism of professionals."""

import numpy as np
import pytest

from model.processes.professionals import repertoire
from model.state.axes import (
    FACILITATOR,
    TEAM,
)
from tests.without.world import BUSY, World, assert_same


def load_wears_nobody_out(off: World):
    alone = {"mandate.sanction": 0.0}  # strain of who deviated and stood alone is not of load
    off = World("hours", always=alone)
    more = {"helping.hours_a_level": 1.0, "getting_in.asking": 0.01}
    busier = World("hours", always=alone | more)
    for state, pressed in zip(off.weeks(), busier.weeks(), strict=True):
        assert (state.actors["strain"] == 0.0).all()
        assert (pressed.actors["strain"] == 0.0).all()
    assert busier.state.actors["load"].max() > 1.5 > 0.0
    assert off.total("overtime_hours") == busier.total("overtime_hours") == 0.0
    assert np.array_equal(off.state.actors["id"], busier.state.actors["id"]), "the same people left"


def ties_are_as_on_the_first_day_until_somebody_leaves(off: World):
    ids, ties = off.state.actors["id"].copy(), off.state.pairs["strength"].copy()
    state = off.after()
    stayed = state.actors["id"] == ids
    both = stayed[:, None] & stayed[None, :]
    assert both.sum() > 100
    assert state.pairs["strength"][both] == pytest.approx(ties[both], abs=1e-6)
    assert not state.pairs["strength"][~both].any(), "a successor never gets to know anybody"


def trust_is_what_organisations_expect_of_each_other(off: World):
    p = off.p["trust"]
    for state in off.weeks():
        organisation, role = state.actors["organisation"], state.actors["role"]
        same = organisation[:, None] == organisation[None, :]
        same &= (role != FACILITATOR)[:, None] & (role != FACILITATOR)[None, :]
        expected = np.where(same, p["within"], p["between"])
        others = ~np.eye(len(role), dtype=bool)
        assert state.pairs["trust"][others] == pytest.approx(expected[others], abs=1e-6)


def everyone_keeps_the_vision_of_the_own_organisation(off: World):
    for state in off.weeks():
        own = state.organisations["vision"][state.actors["organisation"]]
        assert state.actors["vision"] == pytest.approx(own, abs=1e-6)


def how_somebody_works_makes_no_difference(off: World):
    """To the byte the same, whatever pole is aimed at."""
    poles = {f"repertoire.{habit}": float(n % 2) for n, habit in enumerate(repertoire.HABITS)}
    other = World("repertoire", values=BUSY | poles)
    for one, two in zip(off.weeks(), other.weeks(), strict=True):
        for name in ("pairs", "residents", "cases", "municipalities"):
            assert_same(getattr(one, name), getattr(two, name))
    assert not np.array_equal(off.state.actors["trades"], other.state.actors["trades"])


def an_hour_of_help_does_the_same_whatever_was_learnt(off: World):
    """Levels of need are the same to the byte where everybody finds out by doing, or nobody."""
    wise = World("learning", always={"learning.by_doing": 0.05, "learning.right": 1.0})
    for one, two in zip(off.weeks(), wise.weeks(), strict=True):
        for name in ("residents", "cases", "pairs"):
            assert_same(getattr(one, name), getattr(two, name))
    assert wise.state.actors["suited"].mean() > off.state.actors["suited"].mean() + 0.05
    assert off.total("learning_hours") == 0.0


def nobody_is_chosen_for_a_situation(off: World):
    """Whatever the levers say everybody asks the partner one knows best."""
    loose = BUSY | {"team_choice.repeating": 0.0, "team_choice.residents": 0.5}
    off = World("team_choice", values=loose)
    for state in off.weeks():
        assert (state.cases["teamed"] == 0).all()
        assert (state.cases["informal"] == 0.0).all()
    chosen = World(values=loose)
    assert sum((state.cases["teamed"] > 0).sum() for state in chosen.weeks()) > 5


def how_progress_is_seen_makes_no_difference(off: World):
    """To the byte the world of now, and whoever is impatient there is not discouraged."""
    plain = World()
    hurried = World("small_wins", values=BUSY | {"small_wins.patience": 13.0})
    for one, two, three in zip(off.weeks(), plain.weeks(), hurried.weeks(), strict=True):
        for name in ("residents", "pairs", "municipalities"):
            assert_same(getattr(one, name), getattr(two, name))
        assert_same(one.residents, three.residents)
        assert not three.actors["faith"].any()
        assert np.array_equal(one.actors["drive"], three.actors["drive"])
    seen = World(values=BUSY | {"small_wins.step": 0.2, "small_wins.celebrating": 4.0}).after()
    assert seen.actors["faith"].any(), "else it does make a difference"


def a_seat_changes_hands_only_when_somebody_leaves(off: World):
    """Whoever leaves, leaves the seat empty for a while; who is moved is replaced at once."""
    divided = World(values=BUSY | {"reorganising.times": 5.0})
    at_once = {}
    for world in (off, divided):
        team, count = world.state.actors["organisation"] == TEAM, 0
        before = world.state.actors["id"][team].copy()
        for state in world.weeks(106):
            now = state.actors[team]
            count += int(((now["id"] != before) & (now["vacant"] == 0)).sum())
            before = now["id"].copy()
        at_once[world] = count
    assert at_once[off] == 0
    assert at_once[divided] > 0, "else the first reorganisation, in week 104, moves some"
