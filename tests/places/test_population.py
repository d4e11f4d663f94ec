"""Whether the drawn people are the people of the place."""

from __future__ import annotations

import numpy as np
import pytest

from model.composition import compose
from model.places import DEFAULT_PLACE, PLACES, Place
from model.population import Population, draw_population, level_scale

OVERVECHT = PLACES[DEFAULT_PLACE]
COMPOSITION = (
    "share_single_households",
    "share_households_with_children",
    "mean_household_size",
    "share_age_0_14",
    "share_age_65plus",
)


def counted(population: Population) -> dict[str, float]:
    """The composition facts as found in a drawn population."""
    size = np.diff(population.household_start)
    kind = population.household_type[population.household_start[:-1]]
    return {
        "share_single_households": float((kind == 0).mean()),
        "share_households_with_children": float((kind == 2).mean()),
        "mean_household_size": float(size.mean()),
        "share_age_0_14": float((population.age_band == 0).mean()),
        "share_age_65plus": float((population.age_band == 2).mean()),
    }


@pytest.mark.parametrize("key", [DEFAULT_PLACE, "doorsnee", "stadswijk", "dorpsrand"])
def test_the_published_composition_comes_back(key: str) -> None:
    place = PLACES[key]
    found = counted(draw_population(place, 60_000, seed=1, replicate=0))
    for fact in COMPOSITION:
        tolerance = 0.02 if fact == "mean_household_size" else 0.008
        assert found[fact] == pytest.approx(place.facts[fact].value, abs=tolerance), fact


@pytest.mark.parametrize("place", PLACES.values(), ids=lambda place: place.id)
def test_in_every_place_the_central_facts_fit_each_other(place: Place) -> None:
    residual = compose(place.values()).residual(place.values())
    assert max(abs(value) for value in residual.values()) < 0.005


def test_facts_that_contradict_each_other_leave_a_residual_that_is_told() -> None:
    facts = OVERVECHT.values() | {"share_households_with_children": 0.05, "share_age_0_14": 0.30}
    residual = compose(facts).residual(facts)
    assert residual["share_age_0_14"] < -0.1
    assert residual["share_single_households"] == 0


@pytest.mark.parametrize("place", PLACES.values(), ids=lambda place: place.id)
def test_any_draw_of_uncertain_facts_can_be_peopled(place: Place) -> None:
    chance = np.random.default_rng(7)
    for _ in range(5):
        facts = place.values_at(dict(zip(place.facts, chance.random(12), strict=True)))
        population = draw_population(place, 300, 1, 0, facts)
        assert np.isfinite(population.disadvantage).all()


def test_drawing_more_residents_leaves_the_first_unchanged() -> None:
    few, many = (draw_population(OVERVECHT, count, 3, 5) for count in (1_001, 30_000))
    for name in ("household", "age_band", "household_type", "disadvantage"):
        assert np.array_equal(getattr(few, name), getattr(many, name)[:1_001]), name
    whole = few.households
    assert np.array_equal(few.household_start[:whole], many.household_start[:whole])


def test_same_seed_same_people_and_another_seed_or_replicate_others() -> None:
    first, again = (draw_population(OVERVECHT, 500, 3, 5) for _ in range(2))
    assert np.array_equal(first.disadvantage, again.disadvantage)
    for seed, replicate in ((4, 5), (3, 6), (5, 3)):
        other = draw_population(OVERVECHT, 500, seed, replicate)
        assert not np.array_equal(first.disadvantage, other.disadvantage)


def test_other_facts_meet_the_same_luck() -> None:
    """A place that is only poorer has the same households, each as much worse off."""
    richer, poorer = (
        draw_population(OVERVECHT, 2_000, 1, 0, {"share_low_income": share}) for share in (0.2, 0.4)
    )
    assert np.array_equal(richer.age_band, poorer.age_band)
    difference = poorer.disadvantage - richer.disadvantage
    assert np.allclose(difference, difference[0], atol=1e-5)
    assert difference[0] > 0


def test_a_sample_speaks_for_the_whole_wijk() -> None:
    sample = draw_population(OVERVECHT, 5_000, 1, 0)
    assert sample.residents == 5_000
    assert sample.weight * sample.residents == pytest.approx(OVERVECHT.population)
    assert draw_population(OVERVECHT, OVERVECHT.population, 1, 0).weight == 1


def test_arrays_lie_household_by_household() -> None:
    population = draw_population(OVERVECHT, 4_321, 1, 0)
    start = population.household_start
    assert (start[0], start[-1]) == (0, 4_321)
    assert np.array_equal(np.repeat(np.arange(len(start) - 1), np.diff(start)),
                          population.household)  # fmt: skip
    kinds = [population.household.dtype, population.age_band.dtype, start.dtype,
             population.household_type.dtype, population.disadvantage.dtype]  # fmt: skip
    assert kinds == [np.int32, np.uint8, np.int32, np.uint8, np.float32]


def test_children_live_with_an_adult_and_the_size_fits_the_type() -> None:
    population = draw_population(OVERVECHT, 20_000, 1, 0)
    first = population.household_start[:-1]
    assert not (population.age_band[first] == 0).any()
    size, kind = np.diff(population.household_start)[:-1], population.household_type[first][:-1]
    assert set(size[kind == 0]) == {1}
    assert set(size[kind == 1]) == {2}
    assert size[kind == 2].min() == 2
    young = population.age_band == 0
    assert set(population.household_type[young]) == {2}


def test_disadvantage_is_measured_against_the_country() -> None:
    average = draw_population(PLACES["doorsnee"], 60_000, 1, 0).disadvantage
    assert average.mean() == pytest.approx(0, abs=0.02)
    # What is missing from 1 is the difference between wijken.
    assert average.std() == pytest.approx((1 - 0.35**2) ** 0.5, abs=0.02)


def test_poor_wijken_are_worse_off_than_well_to_do_ones() -> None:
    means = [
        draw_population(PLACES[key], 5_000, 1, 0).disadvantage.mean()
        for key in (DEFAULT_PLACE, "utrecht-noordwest", "utrecht-noordoost")
    ]
    assert means == sorted(means, reverse=True)


def test_one_household_shares_its_disadvantage_but_not_to_the_last_bit() -> None:
    population = draw_population(OVERVECHT, 40_000, 1, 0)
    first = population.household_start[:-2]
    couples = first[np.diff(population.household_start)[:-1] >= 2]
    one, two = population.disadvantage[couples], population.disadvantage[couples + 1]
    assert 0.75 < np.corrcoef(one, two)[0, 1] < 0.9


def test_levels_are_compared_with_the_country_in_the_same_year() -> None:
    # Heerenveen Centrum: 13 % in the estimates of 2016, when the country stood at 10 %.
    assert level_scale(PLACES["heerenveen-centrum"])["loneliness"] == pytest.approx(1.3)
    # Overvecht: 21 % in 2022, when the country stood at 14.2 %.
    assert level_scale(OVERVECHT)["loneliness"] == pytest.approx(0.21 / 0.142)


def test_an_unknown_level_of_need_is_the_national_one_unless_drawn() -> None:
    assert level_scale(OVERVECHT)["mental_health"] == 1
    drawn = OVERVECHT.values() | {"share_anxiety_depression": 0.09}
    assert level_scale(OVERVECHT, drawn)["mental_health"] == pytest.approx(1.5)
    assert set(level_scale(PLACES["doorsnee"]).values()) == {1.0}


@pytest.mark.parametrize(
    ("fact", "worse"),
    [
        ("share_low_income", 0.5),
        ("share_welfare", 0.2),
        ("share_social_rent", 0.8),
        ("ses_woa", -0.9),
    ],
)
def test_worse_figures_never_make_a_wijk_better_off(fact: str, worse: float) -> None:
    facts = OVERVECHT.values()
    assert compose(facts | {fact: worse}).place_score > compose(facts).place_score
