"""Room and mandate (M12)."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.processes.professionals import mandate
from tests.generators import inside, neutral_of, numbers, plain, shares

room_needed, mandate_of = plain(mandate.room_needed), plain(mandate.mandate_of)
shortage, deviates = plain(mandate.shortage), plain(mandate.deviates)
rule_based_fit, strays = plain(mandate.rule_based_fit), plain(mandate.strays)

SHAPE = {"much_single": 1.4, "little_single": 3.0, "much_several": 2.5, "little_several": 2.4}
WEIGHTS = {"by_drive": 2.0, "by_fear": 2.0, "by_distance": 4.0}
P = numbers(mandate=0.4, backing=0.5, boldness=-2.0, unusual=1.0, **SHAPE, **WEIGHTS)
EVEN = (np.arange(20_000) + 0.5) / 20_000


def test_the_room_needed_is_near_the_distributions_the_catalogue_names():
    """Beta(1.5, 3) has mean 1/3, Beta(3, 2.5) has mean 0.545; both within 0.03."""
    single, several = ([room_needed(s, x, P) for x in EVEN[::20]] for s in (False, True))
    assert np.mean(single) == pytest.approx(1.5 / 4.5, abs=0.03)
    assert np.mean(several) == pytest.approx(3 / 5.5, abs=0.03)


@given(even=st.floats(0.0, 0.98))
def test_several_needs_ask_more_room_than_one_and_none_asks_more_than_there_is(even):
    single, several = room_needed(False, even, P), room_needed(True, even, P)
    assert 0.0 <= single <= several <= 1.0
    assert room_needed(False, even + 0.01, P) > single


def test_rules_that_foresee_more_leave_less_room_to_be_needed():
    assert room_needed(True, 0.5, numbers(unusual=0.5, **SHAPE)) == room_needed(True, 0.5, P) / 2


@given(agreement=shares)
def test_an_agreement_can_add_room_and_never_take_it(agreement):
    assert mandate_of(agreement, P) == max(0.4, agreement)


@given(given_=inside, skill=inside, room=inside)
def test_room_is_lacking_less_with_more_mandate_and_more_skill(given_, skill, room):
    lacking = shortage(given_, skill, room)
    assert 0.0 <= lacking <= room
    assert shortage(given_ + 0.01, skill, room) <= lacking
    assert shortage(given_, skill + 0.01, room) <= lacking
    assert shortage(given_, skill, room + 0.01) >= lacking


def test_mandate_without_skill_is_no_room():
    assert shortage(1.0, 0.0, 0.6) == 0.6
    assert shortage(0.5, 0.8, 0.6) == pytest.approx(0.2)


@given(lacking=inside, engagement=inside)
def test_drive_and_backing_make_deviating_likelier_and_distance_makes_it_rarer(lacking, engagement):
    chance = deviates(lacking, engagement, P)
    assert 0.0 < chance < 1.0
    assert deviates(lacking, engagement + 0.01, P) > chance
    assert deviates(lacking + 0.01, engagement, P) < chance
    assert deviates(lacking, engagement, numbers(backing=0.6, boldness=-2.0, **WEIGHTS)) > chance
    assert deviates(lacking, engagement, numbers(backing=0.5, boldness=-1.0, **WEIGHTS)) > chance


def test_the_chance_to_deviate_is_as_the_equation_says():
    drive = -2.0 + 2 * 0.5 - 2 * 0.5 - 4 * 0.25
    assert deviates(0.25, 0.5, P) == pytest.approx(1 / (1 + np.exp(-drive)))


@given(lacking=shares)
def test_what_the_rule_allows_fits_less_by_what_is_lacking(lacking):
    assert rule_based_fit(lacking) == pytest.approx(1 - lacking)


@given(even=shares, skill=shares, several=st.booleans())
def test_switched_off_no_plan_ever_lacks_room(even, skill, several):
    off = neutral_of(mandate.MandateParameters, "mandate", "unusual", **SHAPE)
    room = room_needed(several, even, off)
    assert shortage(mandate_of(0.0, off), skill, room) == 0.0


@given(room=inside, skill=inside, even=inside, more=st.floats(0.01, 0.05))
def test_room_can_harm_where_skill_is_lacking_and_not_where_it_is_whole(room, skill, even, more):
    """Lipsky: the more is left to somebody, the more a plan hangs on who that is."""
    free = numbers(straying=0.6)
    assert 0.0 <= strays(room, skill, even, free) <= 1.2
    assert strays(room + more, skill, even, free) > strays(room, skill, even, free)
    assert strays(room, 1.0, even, free) == 0.0
    assert strays(room, skill, even, numbers(straying=0.0)) == 0.0, "nothing unless set"


@pytest.mark.parametrize(("straying", "skill", "gains"), [(0.0, 0.5, True), (1.0, 0.5, False)])
def test_more_room_may_make_plans_fit_more_or_less(straying, skill, gains):
    """The usual spread of room needed for one need; from two fifths of all room to all of it."""
    p = numbers(straying=straying)

    def fit(given_: float) -> float:
        lacking = [shortage(given_, skill, room_needed(False, x, P)) for x in EVEN[::20]]
        usual = float(np.mean([rule_based_fit(each) for each in lacking]))
        return usual - strays(given_, skill, 0.5, p)

    assert (fit(1.0) > fit(0.4)) is gains
