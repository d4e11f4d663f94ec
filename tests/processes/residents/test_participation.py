"""Taking part (M24)."""

import numpy as np
import pytest
from hypothesis import given

from model import acquaintances
from model.chance import key_of
from model.parameters import Parameters
from model.places import find
from model.population import draw_population
from model.processes.residents import participation
from model.state.together import CIRCLE, HOUSEMATE, KIN, STREET
from tests.generators import amounts, inside, neutral_of, numbers, plain, shares

joins, stops = plain(participation.joins), plain(participation.stops)
threshold, exposure = plain(participation.threshold), plain(participation.exposure)
noticed, connects = plain(participation.noticed), plain(participation.connects)
P = numbers(
    mean=0.4, spread=0.15, inviting=0.1, tiring=0.03, distrust=0.1, deciding=0.02, unasked=0.001,
    passing=0.5, usual_examples=0.5, groups=4.0, groups_at_work=2.0,
    signals=2.0,
)  # fmt: skip


def test_an_invitation_is_worth_a_tenth_of_ones_people():
    assert exposure(0.25, 1.0, P) == pytest.approx(0.35)
    assert joins(exposure(0.25, 1.0, P), 0.3, 0.5, 0.5, P) == 0.02
    assert joins(exposure(0.25, 0.0, P), 0.3, 0.5, 0.5, P) == 0.001


@given(seen=shares, more=shares, wanted=shares, trust=shares)
def test_seeing_more_people_take_part_never_makes_joining_less_likely(seen, more, wanted, trust):
    assert joins(seen + more, wanted, trust, 0.5, P) >= joins(seen, wanted, trust, 0.5, P)


@given(seen=shares, wanted=shares, trust=inside)
def test_distrust_can_hold_back_and_can_make_people_act(seen, wanted, trust):
    """The weight of trust has either sign, so that no answer is built in."""
    for weight, less_is_lower in ((0.2, True), (-0.2, False)):
        p = numbers(**vars(P) | {"distrust": weight})
        low, high = joins(seen, wanted, 0.0, 0.5, p), joins(seen, wanted, trust, 0.5, p)
        assert low <= high if less_is_lower else low >= high


def test_thresholds_have_the_mean_and_spread_that_are_asked():
    even = np.random.default_rng(1).random((4000, 2))
    drawn = [threshold(first, second, P) for first, second in even]
    assert np.mean(drawn) == pytest.approx(0.4, abs=0.01)
    assert np.std(drawn) == pytest.approx(0.15, abs=0.01)


@given(load=amounts(5.0), more=amounts(5.0))
def test_more_work_makes_people_stop_sooner(load, more):
    assert stops(load + more, 1.0, P) >= stops(load, 1.0, P)
    assert stops(0.0, 1.0, P) == pytest.approx(0.03)


@given(examples=amounts(5.0))
def test_a_worry_is_passed_on_as_usual_with_as_many_around_as_usual(examples):
    assert noticed(P.usual_examples, P) == 0.0
    assert noticed(examples, P) >= -P.passing


def test_a_connector_joins_groups_and_has_passed_something_on():
    assert connects(4, 2.0, False, P)
    assert not connects(4, 1.0, False, P)
    assert not connects(3, 2.0, False, P)
    assert connects(2, 2.0, True, P)


@given(seen=shares, wanted=shares, trust=shares, examples=amounts(5.0))
def test_switched_off_nobody_joins_and_nothing_is_passed_on(seen, wanted, trust, examples):
    off = neutral_of(
        participation.ParticipationParameters,
        *("inviting", "distrust", "deciding", "unasked", "passing"),
        usual_examples=0.5,
    )
    assert joins(exposure(seen, 1.0, off), wanted, trust, 0.5, off) == 0.0
    assert noticed(examples, off) == 0.0


def ties_of(residents: int = 2_000):
    population = draw_population(find("doorsnee"), residents, 1, 0)
    return population, *acquaintances.make(
        population, key_of(1, 0), 0.4, Parameters().record()["knowing"][0]
    )


def test_ties_go_both_ways_and_adults_have_six_to_ten_of_them():
    population, people, ties, begin = ties_of()
    owner = np.repeat(np.arange(len(people)), np.diff(begin))
    pairs = set(zip(owner.tolist(), ties["other"].tolist(), strict=True))
    assert len(pairs) == len(ties), "nobody is there twice"
    assert {(b, a) for a, b in pairs} == pairs
    assert not any(a == b for a, b in pairs)
    grown = population.age_band > 0
    assert grown[owner].all()
    assert 6.0 < len(ties) / grown.sum() < 10.5


def test_housemates_are_tied_and_street_ties_stay_in_the_street():
    population, _, ties, begin = ties_of()
    owner = np.repeat(np.arange(population.residents), np.diff(begin))
    homes = population.household
    apart = np.abs(homes[owner] - homes[ties["other"]])
    assert (apart[ties["kind"] == HOUSEMATE] == 0).all()
    assert (apart[ties["kind"] == STREET] <= acquaintances.DOORS).all()
    assert np.median(apart[ties["kind"] == CIRCLE]) > 50
    close = ties["kind"] <= KIN
    first = np.zeros(len(ties), dtype=bool)
    first[begin[:-1][np.diff(begin) > 0]] = True
    assert not (close[1:] & ~close[:-1] & ~first[1:]).any(), "kin stand before all others"
