"""A region: neighbourhoods coupled between the weeks."""

from collections.abc import Mapping

import numpy as np
import pytest

from experiments import regional, simulation
from experiments.regional import RegionPlan
from model.parameters import without

WEEKS = 60
NEUTRAL = without(["region", "sharing", "tempo"])
FULL = {
    "region.principles": 0.8,
    "region.training": 0.4,
    "region.hours": 30.0,
    "sharing.risk_sharing": 1.0,
    "tempo.pace": 20.0,
    "tempo.joining": 0.3,
    "tempo.city": 3.0,
}


def region(
    *municipality: int,
    values: Mapping[str, float] = {},
    always: Mapping[str, float] = {},
    weeks: int = WEEKS,
    rows: int = 400,
) -> RegionPlan:
    """Average neighbourhoods, in these municipalities, the first of which is the largest."""
    made = [
        regional.member(
            simulation.plan("doorsnee", values, residents=rows, weeks=weeks, always=always,
                            population=12_000 - 1_000 * number),
            number,
        )
        for number in range(len(municipality))
    ]  # fmt: skip
    whole = simulation.plan("doorsnee", values, weeks=weeks, always=always)
    names = tuple(f"m{row}" for row in range(1 + max(municipality)))
    return RegionPlan(whole, tuple(made), municipality, names)


def same(one: np.ndarray, two: np.ndarray) -> None:
    for name in one.dtype.names or ():
        assert np.array_equal(one[name], two[name]), name


def test_one_neighbourhood_with_neutral_rules_goes_as_if_there_were_no_region():
    money = {"spending.extra": 12.0, "spending.begin": 9.0, "spending.end": 50.0}
    plan = region(0, values=money, always=NEUTRAL)
    alone = simulation.run(plan.members[0], 1)
    together = regional.run(plan, 1)
    tallies, systems = together.written[0]
    same(alone.tally, tallies)
    same(alone.system, systems)
    for one, two in zip(alone.state, together.region.states[0], strict=True):
        same(one, two)


@pytest.fixture(scope="module")
def whole():
    return regional.run(region(0, 0, 1, 2, values=FULL), 1)


def test_the_same_bytes_whatever_the_number_of_threads(whole):
    again = regional.run(region(0, 0, 1, 2, values=FULL), 1, threads=3)
    for one, two in zip(whole.written, again.written, strict=True):
        same(one[0], two[0])
        same(one[1], two[1])
    for one, two in zip(whole.region.regional, again.region.regional, strict=True):
        same(one, two)


def test_euros_hours_and_people_balance_in_a_region(whole):
    for name in ("euro_error", "hour_error", "people_error"):
        assert whole.system[name].max() < 1e-4, name


def test_a_municipality_has_one_board_over_its_neighbourhoods(whole):
    first, second, other, _ = (state.municipalities[0] for state in whole.region.states)
    assert np.array_equal(first["key"], second["key"])
    for name in ("commitment", "agreement", "anchored", "election"):
        assert first[name] == second[name]
    assert other["commitment"] != first["commitment"]


def test_what_falls_to_municipalities_is_what_they_paid(whole):
    members = whole.region.regional.members
    assert members["charged"].sum() == pytest.approx(members["own"].sum())
    bought = members["charged"][:, 1:3].sum(axis=1) / members["residents"]
    assert bought == pytest.approx(bought[0]), "with all risk shared each resident costs the same"


def test_neighbourhoods_of_a_region_have_people_of_their_own(whole):
    first, second = (state.residents["disadvantage"] for state in whole.region.states[:2])
    assert not np.array_equal(first, second)


def measured(run, key: str, by: str | None = None) -> np.ndarray:
    begin, end = np.array([0]), np.array([run.plan.weeks])
    return run.measure(begin, end, by)[key][0]


def test_outcomes_of_a_region_are_there_by_municipality(whole):
    for key in ("uniformity", "practice_fit", "specialist_access", "on_paper"):
        values = measured(whole, key, "municipality")
        assert len(values) == 4
        assert np.isfinite(values).all(), key
    assert measured(whole, "cost_apart_shared")[0] < measured(whole, "cost_apart_own")[0]


def test_without_its_rules_a_region_is_municipalities_side_by_side():
    plan = region(0, 1, always=NEUTRAL, weeks=24)
    together = regional.run(plan, 0)
    for member, (tallies, _) in zip(plan.members, together.written, strict=True):
        same(simulation.run(member, 0).tally, tallies)
    assert not together.region.regional.members["strictness"].any()
    assert (together.region.regional.members["strength"] == 1.0).all()


def test_agreed_ways_make_municipalities_more_alike_and_fit_less_where_they_differ():
    """The direction of B-row P21: uniformity and local fit pull against each other."""
    apart, agreed = (
        regional.run(region(0, 1, 2, 3, values={"region.similarity": 0.2, "tempo.capacity": 30.0}
                            | values, weeks=208, rows=100), 1)
        for values in ({}, {"region.principles": 1.0, "region.training": 0.9})
    )  # fmt: skip
    assert measured(agreed, "uniformity")[0] > measured(apart, "uniformity")[0] + 0.1
    assert measured(agreed, "practice_fit")[0] < measured(apart, "practice_fit")[0] - 0.05


def test_asking_more_than_there_is_time_for_is_done_on_paper():
    slow, fast = (
        regional.run(region(0, 1, 2, values={"tempo.pace": pace, "tempo.city": 3.0}, rows=100), 1)
        for pace in (6.0, 40.0)
    )
    assert measured(fast, "on_paper")[0] > measured(slow, "on_paper")[0] + 0.2
    largest, *others = measured(fast, "on_paper", "municipality")[1:]
    assert largest < min(others)


@pytest.mark.parametrize(("similarity", "direction"), [(1.0, 1), (0.2, -1)])
def test_what_team_leaders_tell_each_other_helps_where_places_are_alike_and_else_harms(
    similarity, direction
):
    apart, together = (
        regional.run(region(0, 1, 2, 3, values={"region.similarity": similarity,
                            "team_leaders.told": 0.1, "team_leaders.meetings": meetings},
                            weeks=156, rows=100), 1)
        for meetings in (0.0, 24.0)
    )  # fmt: skip
    assert measured(together, "uniformity")[0] > measured(apart, "uniformity")[0]
    more = measured(together, "practice_fit")[0] - measured(apart, "practice_fit")[0]
    assert direction * more > 0.02
