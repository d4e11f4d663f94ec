"""Trust from experience (M4)."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.processes.professionals import trust
from model.state.tables import ACTORS, PAIRS
from tests.generators import amounts, inside, neutral_of, numbers, plain, shares, table

kept, broken, drifted = plain(trust.kept), plain(trust.broken), plain(trust.drifted)
drift, rates = plain(trust.drift), plain(trust.rates)
experience, month, expected_of = (
    plain(trust.experience), plain(trust.month), plain(trust.expected_of)
)  # fmt: skip

P = numbers(
    gain=0.1, loss_ratio=3.0, half_life=52.0, hearsay=0.1, within=0.7, between=0.4, explained=0.2
)  # fmt: skip
after = plain(trust.after)
SILENT = numbers(**vars(P) | {"hearsay": 0.0})
UNMOVED = numbers(**vars(P) | {"half_life": float("inf")})


@given(level=inside, stake=inside)
def test_a_kept_promise_builds_trust_and_a_broken_one_takes_more_from_the_middle_up(level, stake):
    gained, lost = kept(level, stake, P) - level, level - broken(level, stake, 0.0, P)
    assert gained > 0.0
    assert lost > 0.0
    assert lost > gained or level < 0.5


@given(level=shares, stake=shares, explained=shares)
def test_trust_stays_between_none_and_full(level, stake, explained):
    assert 0.0 <= broken(level, stake, explained, P) <= kept(level, stake, P) <= 1.0


@given(level=inside, stake=inside, explained=st.floats(0.0, 0.9))
def test_explaining_more_costs_less_trust_and_a_weightier_promise_costs_more(
    level, stake, explained
):
    lost = broken(level, stake, explained, P)
    assert broken(level, stake, explained + 0.1, P) > lost
    assert broken(level, stake + 0.01, explained, P) < lost


def test_a_failure_wholly_put_down_to_circumstance_costs_nothing():
    assert broken(0.6, 1.0, 1.0, P) == 0.6


def test_in_a_year_without_experience_trust_comes_halfway_to_what_was_expected():
    level = 0.9
    for _ in range(13):
        level = drifted(level, 0.5, drift(P))
    assert level == pytest.approx(0.7)


@given(level=shares, expected=shares)
def test_drift_comes_nearer_and_never_passes(level, expected):
    after = drifted(level, expected, drift(P))
    assert min(level, expected) - 1e-12 <= after <= max(level, expected) + 1e-12
    assert abs(after - expected) <= abs(level - expected)


def test_colleagues_are_expected_more_of_when_that_is_declared():
    assert (expected_of(True, P), expected_of(False, P)) == (0.7, 0.4)


def test_an_experience_is_written_in_the_pair():
    pair = table(PAIRS, 1, trust=0.5)[0]
    experience(pair, True, 1.0, 0.0, P)
    assert pair.trust == pytest.approx(0.55)
    experience(pair, False, 1.0, 0.0, P)
    assert pair.trust == pytest.approx(0.55 * 0.7)


def people(organisations: list[int], strength: float, level: float):
    count = len(organisations)
    pairs = table(PAIRS, count, count, strength=strength, trust=level)
    return table(ACTORS, count, organisation=organisations), pairs


def test_without_experience_or_hearsay_trust_ends_at_what_organisations_expect():
    actors, pairs = people([0, 0, 1], 0.5, 0.9)
    for _ in range(400):
        month(actors, pairs, 1.0, SILENT.explained, SILENT)
    assert pairs.trust[0, 1] == pytest.approx(0.7, abs=1e-4)
    assert pairs.trust[0, 2] == pytest.approx(0.4, abs=1e-4)


def told(first_hears: float, her_tie: float = 0.8, his_trust: float = 1.0) -> float:
    """Trust of 0 in 2 after a month; 1, known to 0, has this much trust in 2."""
    actors, pairs = people([0, 0, 0], 0.0, 0.5)
    pairs[0, 1].strength, pairs[0, 1].trust = her_tie, his_trust
    pairs[1, 2].trust = first_hears
    month(actors, pairs, 1.0, UNMOVED.explained, UNMOVED)
    return float(pairs[0, 2].trust)


def test_of_a_stranger_one_believes_what_a_trusted_acquaintance_says():
    """A tenth of the difference, for a stranger, from the only one known."""
    assert told(1.0) == pytest.approx(0.55)
    assert told(0.0) == pytest.approx(0.45)
    assert told(1.0, his_trust=0.5) == pytest.approx(0.525)


def test_who_knows_nobody_hears_nothing():
    assert told(1.0, her_tie=0.0) == pytest.approx(0.5)


def test_of_people_one_knows_well_hearsay_changes_nothing():
    actors, pairs = people([0, 0, 0], 1.0, 0.5)
    pairs[1, 2].trust = 1.0
    month(actors, pairs, 1.0, UNMOVED.explained, UNMOVED)
    assert pairs[0, 2].trust == pytest.approx(0.5)


@given(rumour=shares, own=shares)
def test_hearsay_keeps_trust_between_what_was_and_what_is_said(rumour, own):
    actors, pairs = people([0, 0, 0], 0.3, own)
    pairs[1, 2].trust = rumour
    month(actors, pairs, 1.0, UNMOVED.explained, UNMOVED)
    low, high = sorted((rumour, own))
    assert low - 1e-6 <= pairs[0, 2].trust <= high + 1e-6


@given(level=shares, stake=shares, explained=shares, expected=shares)
def test_switched_off_trust_stays_as_it_is(level, stake, explained, expected):
    off = neutral_of(
        trust.TrustParameters, "gain", "half_life", "hearsay",
        loss_ratio=3.0, within=0.6, between=0.4, explained=0.2,
    )  # fmt: skip
    assert kept(level, stake, off) == broken(level, stake, explained, off) == level
    assert drifted(level, expected, drift(off)) == level
    assert after(level, 3.0, 2.0, *rates(off.explained, off)) == level
    actors, pairs = people([0, 1, 1], 0.3, level)
    month(actors, pairs, 1.0, off.explained, off)
    assert np.allclose(pairs.trust, level)


@given(promised=amounts(1.0, 0.5), ratio=amounts(5.0, 1.0))
def test_losses_and_gains_balance_where_the_equation_says(promised, ratio):
    """Expected change is nil at p/(p + (1-p)ρ), whatever the gain."""
    p = numbers(gain=0.05, loss_ratio=ratio)
    level = promised / (promised + (1 - promised) * ratio)
    change = promised * (kept(level, 1.0, p) - level)
    change += (1 - promised) * (broken(level, 1.0, 0.0, p) - level)
    assert change == pytest.approx(0.0, abs=1e-12)


@given(level=shares)
def test_a_month_with_one_promise_is_that_promise(level):
    assert after(level, 1.0, 0.0, *rates(P.explained, P)) == pytest.approx(kept(level, 1.0, P))
    assert after(level, 0.0, 1.0, *rates(P.explained, P)) == pytest.approx(
        broken(level, 1.0, P.explained, P)
    )
    assert after(level, 0.0, 0.0, *rates(P.explained, P)) == level


@given(level=shares, ups=st.integers(0, 5), downs=st.integers(0, 5))
def test_promises_of_one_month_lie_between_the_best_and_the_worst_order(level, ups, downs):
    first, last = level, level
    for _ in range(ups):
        first = kept(first, 1.0, P)
    for _ in range(downs):
        first, last = broken(first, 1.0, 0.2, P), broken(last, 1.0, 0.2, P)
    for _ in range(ups):
        last = kept(last, 1.0, P)
    assert (
        first - 1e-9
        <= after(level, float(ups), float(downs), *rates(P.explained, P))
        <= last + 1e-9
    )


def test_a_row_that_stands_for_four_gives_four_promises_shared_by_those_in_the_seat():
    """One case that stands for four, with two people in the seat: two promises for each."""
    actors, pairs = people([0, 1], 1.0, 0.5)
    actors.colleagues = 2.0
    pairs[0, 1].kept = 1.0
    month(actors, pairs, 4.0, SILENT.explained, SILENT)
    assert pairs[0, 1].trust == pytest.approx(kept(kept(0.5, 1.0, P), 1.0, P), abs=1e-6)
