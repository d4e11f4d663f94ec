"""Meeting (M3)."""

import math

import numpy as np
import pytest
from hypothesis import given

from model.processes.professionals import meeting
from model.state.axes import FACILITATOR, PROFESSIONAL
from model.state.tables import ACTORS, PAIRS
from tests.generators import amounts, inside, neutral_of, numbers, plain, shares, table

strength_of, kept = plain(meeting.strength_of), plain(meeting.kept)
weight, weights, closures = plain(meeting.weight), plain(meeting.weights), plain(meeting.closures)
meet, update = plain(meeting.meet), plain(meeting.update)

P = numbers(
    hours_to_tie=16.0, half_life=52.0, shared_case=2.0, convening=1.5, closure=1.0,
    open_meetings=0.0, counting=1.0,
)  # fmt: skip


def familiar(before: float, hours: float, p) -> float:
    """Effective hours together after a month with so many."""
    return plain(meeting.familiar)(before, hours, kept(p), p)


def test_after_the_hours_to_a_tie_it_has_63_percent_of_its_strength():
    assert strength_of(16.0, P) == pytest.approx(1 - 1 / math.e)


@given(hours=amounts(200.0))
def test_more_hours_make_a_stronger_tie_and_none_is_perfect(hours):
    assert 0.0 <= strength_of(hours, P) < 1.0
    assert strength_of(hours + 1, P) > strength_of(hours, P)


def test_half_of_a_tie_is_forgotten_after_its_half_life():
    hours = 8.0
    for _ in range(13):
        hours = familiar(hours, 0.0, P)
    assert hours == pytest.approx(4.0)


@given(before=amounts(100.0), hours=amounts(20.0, 0.1))
def test_hours_together_are_added_in_full_to_what_is_not_forgotten(before, hours):
    assert familiar(before, hours, P) == pytest.approx(familiar(before, 0.0, P) + hours)
    assert familiar(before, 0.0, P) <= before


def test_each_reason_to_meet_draws_time_by_its_own_number():
    draws = [weight(*one, P) for one in ((1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0), (0, 0, 0, 1))]
    assert draws == [1.0, 2.0, 1.5, 1.0]
    assert weight(1, 1, 1, 1, P) == sum(draws)


def people(*organisations: int, strength: float = 0.0, slack: float = 4.0):
    count = len(organisations)
    actors = table(
        ACTORS, count, organisation=organisations, role=PROFESSIONAL, slack=slack, colleagues=1.0
    )
    hours = -16.0 * math.log(1.0 - strength)
    return actors, table(PAIRS, count, count, strength=strength, familiarity=hours)


def a_month(actors, pairs, p=P, introduced=0.0):
    meet(actors, pairs, np.full((len(actors),) * 2, introduced), p)
    return pairs["strength"]


def test_people_of_one_organisation_meet_and_others_do_not_of_themselves():
    ties = a_month(*people(0, 0, 1))
    assert ties[0, 1] > 0.0
    assert ties[0, 2] == ties[1, 2] == 0.0


def test_open_gatherings_and_introductions_bring_strangers_together():
    convened = numbers(**vars(P) | {"open_meetings": 12.0})
    assert a_month(*people(0, 1), p=convened)[0, 1] > 0.0
    assert a_month(*people(0, 1), introduced=1.0)[0, 1] > 0.0


def test_open_gatherings_are_counted_by_the_month_and_only_for_other_organisations():
    actors, pairs = people(0, 1, 0)
    p = numbers(**vars(P) | {"open_meetings": 6.0})
    draws = weights(actors, pairs, np.zeros((3, 3)), p)
    assert draws[0, 1] == pytest.approx(1.5 * 0.5)
    assert draws[0, 2] == 1.0


def test_a_shared_acquaintance_brings_two_people_together():
    actors, pairs = people(0, 1, 2)
    pairs[0, 1].strength = pairs[1, 0].strength = 0.8
    pairs[1, 2].strength = pairs[2, 1].strength = 0.6
    assert closures(pairs, 3)[0, 2] == pytest.approx(0.8 * 0.6 / 3)
    ties = a_month(actors, pairs)
    assert ties[0, 2] > 0.0


def test_without_slack_on_one_side_nobody_meets():
    actors, pairs = people(0, 0)
    actors[1].slack = 0.0
    assert a_month(actors, pairs)[0, 1] == 0.0


@given(first=amounts(20.0), second=amounts(20.0))
def test_meeting_takes_the_same_hours_of_both_and_no_more_than_either_has(first, second):
    actors, pairs = people(0, 0, 0)
    actors[0].slack, actors[1].slack = first, second
    a_month(actors, pairs)
    assert (actors["meeting"] <= actors["slack"] + 1e-5).all()
    assert pairs["familiarity"] == pytest.approx(pairs["familiarity"].T)
    spent = 4 * actors["meeting"].sum() / 2
    assert spent == pytest.approx(np.triu(pairs["familiarity"], 1).sum(), rel=1e-5)


def test_hours_are_a_months_slack_shared_over_what_draws_it():
    """Two colleagues with 4 hours a week, drawn by each other and as much by nothing at all."""
    actors, pairs = people(0, 0)
    a_month(actors, pairs)
    assert pairs["familiarity"][0, 1] == pytest.approx(4 * 4 / (1 + 1))
    assert actors["meeting"][0] == pytest.approx(4 / 2)


def test_a_seat_for_two_people_has_half_the_time_for_each():
    actors, pairs = people(0, 0)
    actors["colleagues"] = 2.0
    a_month(actors, pairs)
    assert pairs["familiarity"][0, 1] == pytest.approx(4 * 4 / 2 / 2)
    assert actors["meeting"][0] == pytest.approx(4 / 2), "both together still spend it all"


@pytest.mark.parametrize("busy", [0, 1])
def test_the_one_with_least_time_decides_whoever_that_is(busy: int):
    """A shared case draws 3 of 4 parts of the time; the busy seat has 4 hours for two people."""
    actors, pairs = people(0, 0, slack=40.0)
    actors[busy].slack, actors[busy].colleagues = 4.0, 2.0
    pairs["together"] = 1.0
    a_month(actors, pairs)
    met = 4 * 4 / 2 * 3 / (1 + 3)
    assert pairs["familiarity"][0, 1] == pairs["familiarity"][1, 0] == pytest.approx(met + 1)
    assert actors["meeting"][busy] == pytest.approx(met * 2 / 4)
    assert actors["meeting"][1 - busy] == pytest.approx(met / 4)


def test_hours_on_a_shared_case_count_once_and_are_then_put_away():
    actors, pairs = people(0, 1, slack=0.0)
    pairs["together"] = 3.0
    a_month(actors, pairs)
    assert pairs["familiarity"][0, 1] == pairs["familiarity"][1, 0] == 3.0
    assert (pairs["together"][[0, 1], [1, 0]] == 0.0).all()


def test_facilitators_do_not_meet_here_their_hours_are_bought():
    actors, pairs = people(0, 0)
    actors[1].role = FACILITATOR
    assert a_month(actors, pairs)[0, 1] == 0.0


@given(slack=amounts(10.0), more=amounts(10.0, 0.1), strength=inside)
def test_more_slack_never_makes_ties_weaker(slack, more, strength):
    less = a_month(*people(0, 0, 1, strength=strength, slack=slack)).copy()
    assert (a_month(*people(0, 0, 1, strength=strength, slack=slack + more)) >= less - 1e-6).all()


OFF = neutral_of(
    meeting.MeetingParameters,
    "half_life", "shared_case", "convening", "closure", "open_meetings", "counting",
    hours_to_tie=16.0,
)  # fmt: skip


@given(strength=shares.filter(lambda x: x < 0.99))
def test_switched_off_nobody_gets_to_know_anybody_better_and_nobody_forgets(strength):
    actors, pairs = people(0, 0, 1, strength=strength)
    pairs["together"] = 2.0
    others = ~np.eye(3, dtype=bool)
    assert a_month(actors, pairs, p=OFF)[others] == pytest.approx(strength, abs=1e-5)


def test_what_a_facilitator_took_of_a_week_is_gone():
    actors, pairs = people(0, 0)
    actors["meeting"] = 3.0
    a_month(actors, pairs)
    assert pairs["familiarity"][0, 1] == pytest.approx(4 * (4 - 3) / 2)
    assert actors["meeting"] == pytest.approx([3.5, 3.5])
