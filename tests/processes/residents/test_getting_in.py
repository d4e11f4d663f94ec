"""Getting in (M16)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.processes.residents import getting_in
from model.state.axes import DOMAIN_COUNT, PARENTING
from model.state.tables import RESIDENTS
from tests.generators import amounts, inside, neutral_of, numbers, plain, shares, table

asks, becomes_known = plain(getting_in.asks), plain(getting_in.becomes_known)
reached, handed_over = plain(getting_in.reached), plain(getting_in.handed_over)
disappointed, encouraged = plain(getting_in.disappointed), plain(getting_in.encouraged)
ease, visible_domains = plain(getting_in.ease), plain(getting_in.visible_domains)

P = numbers(
    asking=0.004, ease_youth=8.0, ease_loneliness=1.5, ease_other=4.0, reach=0.25, cold=0.5,
    warm=0.9, trust_lost=0.1, trust_gained=0.02, as_stranger=0.5,
)  # fmt: skip


def sought(hours, known, hidden, p):
    return plain(getting_in.sought)(reached(hours, known, p), hidden)


def test_somebody_with_full_trust_and_a_light_debt_asks_with_the_declared_chance():
    assert asks(1, 1.0, 0, P) == pytest.approx(P.asking)


def test_parents_ask_as_many_times_more_readily_as_is_declared():
    assert asks(2, 0.5, PARENTING, P) == pytest.approx(0.5 * P.asking * 8.0 * 0.5 * 3)


def test_who_trusts_nobody_never_asks():
    assert asks(3, 0.0, 0, P) == 0.0


@given(level=st.integers(1, 2), trust=inside, domain=st.integers(0, DOMAIN_COUNT - 1))
def test_more_trust_and_a_heavier_need_make_asking_more_likely(level, trust, domain):
    chance = asks(level, trust, domain, P)
    assert 0.0 <= chance <= 1.0
    assert asks(level + 1, trust, domain, P) > chance
    assert asks(level, trust + 0.01, domain, P) > chance


def test_each_kind_of_need_is_as_easy_to_bring_up_as_its_own_number_says():
    assert [ease(domain, P) for domain in (0, 1, PARENTING, 6, 7)] == [1.0, 4.0, 8.0, 1.5, 4.0]


@given(a=shares, b=shares, c=shares, d=shares)
def test_any_way_of_being_noticed_helps_and_none_can_do_harm(a, b, c, d):
    known = becomes_known(a, b, c, d)
    assert max(a, b, c, d) - 1e-12 <= known <= min(1.0, a + b + c + d) + 1e-12


def test_four_ways_that_each_fail_half_of_the_time_together_fail_one_in_sixteen():
    assert becomes_known(0.5, 0.5, 0.5, 0.5) == pytest.approx(15 / 16)


@given(hours=amounts(40.0, 0.1), known=shares, hidden=amounts(2000.0, 200.0))
def test_seeking_finds_more_with_more_hours_and_familiarity_and_fewer_to_find(hours, known, hidden):
    chance = sought(hours, known, hidden, P)
    assert 0.0 < chance <= 0.5
    assert sought(2 * hours, known, hidden, P) == pytest.approx(2 * chance)
    assert sought(hours, known, 2 * hidden, P) == pytest.approx(chance / 2)
    assert sought(hours, 1.0, hidden, P) >= chance


def test_ten_hours_by_people_who_know_everyone_find_two_and_a_half_people():
    assert sought(10.0, 1.0, 100.0, P) * 100 == pytest.approx(2.5)
    assert sought(10.0, 0.0, 100.0, P) * 100 == pytest.approx(1.25)


def test_nobody_is_found_where_nobody_is_hidden_and_never_more_than_half_in_a_week():
    assert sought(10.0, 1.0, 0.0, P) == 0.0
    assert sought(1e6, 1.0, 1.0, P) == 0.5


@given(strength=inside)
def test_the_better_helpers_know_each_other_the_more_people_arrive(strength):
    assert P.cold < handed_over(strength, P) < handed_over(strength + 0.01, P)
    assert handed_over(1.0, P) == pytest.approx(P.warm)


def test_a_warm_hand_over_that_is_no_better_than_a_cold_one_makes_no_difference():
    same = numbers(cold=0.6, warm=0.4)
    assert handed_over(0.0, same) == handed_over(1.0, same) == 0.6


@given(trust=inside, fit=inside)
def test_being_sent_away_costs_trust_and_fitting_help_brings_it(trust, fit):
    assert 0.0 <= disappointed(trust, P) < trust
    assert trust < encouraged(trust, fit, P) < 1.0
    assert encouraged(trust, fit, P) < encouraged(trust, fit + 0.01, P)


def test_trust_moves_by_the_declared_shares():
    assert disappointed(0.5, P) == pytest.approx(0.45)
    assert encouraged(0.5, 0.5, P) == pytest.approx(0.505)


def test_visible_are_just_those_domains_with_a_need():
    resident = table(RESIDENTS, 1)[0]
    resident.level[[1, 6]] = 1, 3
    assert visible_domains(resident) == 0b1000010


@given(trust=inside, level=st.integers(1, 3), domain=st.integers(0, DOMAIN_COUNT - 1))
def test_switched_off_every_need_is_known_at_once_and_nothing_is_lost(trust, level, domain):
    off = neutral_of(
        getting_in.GettingInParameters,
        "asking", "cold", "warm", "trust_lost", "trust_gained", "reach",
        ease_youth=10.0, ease_loneliness=1.0, ease_other=4.0, as_stranger=0.5,
    )  # fmt: skip
    assert asks(level, trust, domain, off) == 1.0
    assert handed_over(0.0, off) == 1.0
    assert disappointed(trust, off) == encouraged(trust, 1.0, off) == trust
    assert sought(10.0, 1.0, 5.0, off) == 0.0
