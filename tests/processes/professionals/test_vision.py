"""Getting on one line (M7)."""

import numpy as np
import pytest
from hypothesis import given

from model.processes.professionals import vision
from model.state.axes import FACILITATOR, PROFESSIONAL
from model.state.tables import ACTORS, ORGANISATIONS, PAIRS
from tests.generators import inside, neutral_of, numbers, plain, shares, table

moved, distance, talk = plain(vision.moved), plain(vision.distance), plain(vision.talk)

P = numbers(influence=0.2, anchor=0.0, tolerance=0.4, dialogue=0.2)


def people(*positions: float, **columns):
    count = len(positions)
    actors = table(ACTORS, count, role=PROFESSIONAL)
    actors["vision"] = np.array(positions)[:, None]
    organisations = table(ORGANISATIONS, 1)
    organisations["vision"] = 0.5
    return actors, organisations, table(PAIRS, count, count, strength=0.5, trust=0.8)


def after(actors, organisations, pairs, p=P, dialogue=0.0):
    talk(actors, organisations, pairs, np.full((len(actors),) * 2, dialogue), p)
    return actors["vision"][:, 0].tolist()


def test_two_who_talk_each_come_a_fifth_of_the_way():
    assert after(*people(0.4, 0.6)) == pytest.approx([0.44, 0.56])


def test_people_too_far_apart_do_not_hear_each_other():
    assert after(*people(0.1, 0.9)) == pytest.approx([0.1, 0.9])


def test_a_guided_dialogue_lets_people_hear_who_are_further_apart():
    assert after(*people(0.2, 0.7)) == pytest.approx([0.2, 0.7])
    assert after(*people(0.2, 0.7), dialogue=0.9) == pytest.approx([0.3, 0.6])


def test_those_one_trusts_and_knows_better_weigh_more():
    actors, organisations, pairs = people(0.5, 0.3, 0.7)
    pairs[0, 2].trust, pairs[0, 1].trust = 0.9, 0.3
    assert after(actors, organisations, pairs)[0] == pytest.approx(0.5 + 0.2 * 0.1)


def test_people_without_a_tie_do_not_talk_and_facilitators_have_no_say():
    actors, organisations, pairs = people(0.4, 0.6)
    pairs["strength"] = 0.04
    assert after(actors, organisations, pairs) == pytest.approx([0.4, 0.6])
    actors, organisations, pairs = people(0.4, 0.6)
    actors[1].role = FACILITATOR
    assert after(actors, organisations, pairs) == pytest.approx([0.4, 0.6])


def test_the_own_organisation_pulls_back_who_talks_with_nobody():
    p = numbers(**vars(P) | {"anchor": 0.1})
    assert after(*people(0.9), p=p) == pytest.approx([0.86])


def test_all_positions_are_read_before_any_is_written():
    """The order of people makes no difference."""
    forwards = after(*people(0.3, 0.5, 0.6))
    assert after(*people(0.6, 0.5, 0.3)) == pytest.approx(forwards[::-1])


def test_distance_counts_all_three_questions():
    assert distance((0.0, 0.0, 0.0), (1.0, 1.0, 1.0)) == pytest.approx(1.0)
    assert distance((0.0, 0.5, 0.0), (0.0, 0.5, 0.6)) == pytest.approx(0.6 / 3**0.5)


@given(own=shares, other=shares, anchor=shares, influence=shares, pull=shares)
def test_positions_stay_on_the_scale(own, other, anchor, influence, pull):
    p = numbers(influence=influence, anchor=pull)
    assert -1e-12 <= moved(own, other - own, anchor, p) <= 1 + 1e-12


@given(own=inside, anchor=inside)
def test_more_influence_brings_one_nearer_to_the_other(own, anchor):
    weak, strong = (numbers(influence=m, anchor=0.0) for m in (0.1, 0.3))
    other = 0.5
    distances = [abs(moved(own, other - own, anchor, p) - other) for p in (strong, weak)]
    assert distances[0] <= distances[1]


@given(own=shares, anchor=shares, pull=shares)
def test_switched_off_everyone_keeps_the_same_vision(own, anchor, pull):
    off = neutral_of(vision.VisionParameters, "influence", "anchor", "dialogue", tolerance=0.3)
    assert moved(own, pull - own, anchor, off) == own
