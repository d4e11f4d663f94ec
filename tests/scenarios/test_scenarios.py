"""The scenarios that ship: complete, in two languages, with reasons, and with equal money."""

import pytest

from model.parameters import ADDRESSES, Parameters
from scenarios import library
from scenarios.library import Scenario

KEYS = (
    "as_it_is_now",
    "facilitator_policy",
    "facilitator_neighbourhood",
    "facilitator_external",
    "facilitator_split",
    "more_team_hours",
    "less_administration",
    "neighbourhood_budget",
    "more_mandate",
    "time_for_collaboration",
    "residents_initiatives",
    "responsibility_shift",
    "responsibility_after_energy",
)
WITH_MONEY = (
    *("facilitator_", "more_team_hours", "less_administration"),
    *("residents_initiatives", "responsibility_after_energy"),
)
PLACEMENTS = [key for key in KEYS if key.startswith("facilitator_")]
each_scenario = pytest.mark.parametrize("scenario", library.all_scenarios(), ids=lambda s: s.key)


def test_the_thirteen_scenarios_are_there_in_their_order():
    assert tuple(scenario.key for scenario in library.all_scenarios()) == KEYS


@each_scenario
def test_a_scenario_tells_its_story_and_asks_questions(scenario: Scenario):
    for text in (scenario.title, scenario.story, *scenario.things_to_try):
        assert text.nl
        assert text.en
    assert scenario.things_to_notice
    assert scenario.things_to_try
    assert all(t.nl.endswith("?") and t.en.endswith("?") for t in scenario.things_to_notice)
    assert scenario.events
    assert scenario.seeds


@each_scenario
def test_every_number_has_its_reason(scenario: Scenario):
    without = [address for address, choice in scenario.choices.items() if not choice.because]
    assert not without


@each_scenario
def test_the_model_takes_what_a_scenario_sets(scenario: Scenario):
    values, timeline = library.resolve(scenario, {})
    assert Parameters.of(values).values() == Parameters().values() | values
    assert timeline == scenario.timeline


@each_scenario
def test_money_is_equal_or_none_at_all(scenario: Scenario):
    paid = scenario.key.startswith(WITH_MONEY)
    assert scenario.extra_money == (9 if paid else 0)
    if paid:
        assert scenario.builds_on == ("same_money",)
        kinds = [event.kind for event in scenario.events]
        assert kinds == ["contract_begin", "contract_end"]
    else:
        assert "kost niets extra" in scenario.story.nl
        assert "costs nothing extra" in scenario.story.en


@pytest.mark.parametrize("key", PLACEMENTS)
def test_a_placement_sets_only_inputs_of_its_contract_and_the_money(key: str):
    groups = {address.split(".")[0] for address in library.load(key).choices}
    assert groups <= {"facilitator", "second_facilitator", "spending"}


def test_each_of_two_people_is_like_the_one_who_fills_the_role_alone():
    split = library.load("facilitator_split").values
    for seat, alone in (
        ("facilitator", "facilitator_policy"),
        ("second_facilitator", "facilitator_neighbourhood"),
    ):
        expected = library.load(alone).choices
        for address, choice in expected.items():
            if address.startswith("facilitator."):
                assert split[address.replace("facilitator", seat)] == choice.value


def test_ranges_of_rival_placements_overlap():
    """Nobody is sure enough of these attributes to keep the placements apart (audit b)."""
    ranges: dict[str, list[tuple[float, float]]] = {}
    for key in ("facilitator_policy", "facilitator_neighbourhood", "facilitator_external"):
        for address, choice in library.load(key).choices.items():
            if choice.between:
                ranges.setdefault(address, []).append(choice.between)
    assert len(ranges) == 5
    for address, limits in ranges.items():
        assert ADDRESSES[address].role == "uncertainty"
        assert max(low for low, _ in limits) <= min(high for _, high in limits), address


def test_an_override_wins_and_moves_the_end_of_the_contract():
    scenario = library.load("more_team_hours")
    values, _ = library.resolve(scenario, {"spending.end": 104.0})
    assert values["spending.end"] == 104
    assert library.events(scenario, {"spending.end": 104.0})[-1].week == 104
    assert library.events(scenario)[-1].week == 156
