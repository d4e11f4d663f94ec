"""Youth teams apart (M17)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.processes.organisations import youth_team
from tests.generators import inside, neutral_of, numbers, plain, shares

seats, fits = plain(youth_team.seats), plain(youth_team.fits)


@given(total=st.integers(2, 24), share=st.floats(0.01, 0.6))
def test_a_split_team_has_a_seat_at_least_on_either_side(total, share):
    young = seats(total, numbers(share=share))
    assert 1 <= young <= total - 1
    assert abs(young - share * total) <= 1.0


@given(fit=inside, deeper=shares)
def test_a_narrower_task_never_fits_worse_nor_better_than_a_specialist(fit, deeper):
    assert fit - 1e-12 <= fits(fit, numbers(deeper=deeper)) <= 1.0 + 1e-12


def test_a_third_of_ten_seats_and_half_of_what_is_lacking():
    assert seats(10, numbers(share=0.33)) == 3
    assert fits(0.8, numbers(deeper=0.5)) == pytest.approx(0.9)


@given(total=st.integers(0, 24))
def test_switched_off_there_is_one_team(total):
    assert seats(total, neutral_of(youth_team.YouthTeamParameters, "share")) == 0
