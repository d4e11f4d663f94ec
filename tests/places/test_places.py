"""What the place data may and may not claim."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from experiments import place_data
from model import place_filling
from model.place_facts import FACTS, NATIONAL, STATUSES, Fact, Text
from model.places import DEFAULT_PLACE, PLACES, Place, UnknownPlace, context_municipalities, find

ROWS = list(csv.DictReader(place_data.TARGET.open(encoding="utf-8", newline="")))
WIJKEN = {row["id"]: row for row in ROWS if row["level"] == "wijk"}

every_place = pytest.mark.parametrize("place", PLACES.values(), ids=lambda place: place.id)


@every_place
def test_every_place_says_how_many_of_the_twelve_facts_are_known(place: Place) -> None:
    assert tuple(place.facts) == FACTS
    assert len(FACTS) == 12
    assert f"{place.known_count} van 12 feiten" in place.coverage.nl
    assert f"{place.known_count} of 12 facts" in place.coverage.en


@every_place
def test_every_fact_says_what_it_rests_on_in_both_languages(place: Place) -> None:
    for fact in place.facts.values():
        assert fact.status in STATUSES
        assert fact.basis.nl
        assert fact.basis.en
        assert fact.low <= fact.value <= fact.high


@every_place
def test_every_place_names_its_source_licence_and_caveat(place: Place) -> None:
    for words in (place.source, place.licence, place.caveat, place.label):
        assert words.nl.strip()
        assert words.en.strip()
    if not place.stylised:
        assert "CBS" in place.source.nl
        assert "CC BY 4.0" in place.licence.nl


@every_place
def test_no_name_from_memory_goes_without_a_warning(place: Place) -> None:
    if place.name_status == "unchecked":
        assert "niet gecontroleerd" in place.label.nl
        assert "not checked" in place.label.en
        assert "uit het hoofd" in place.caveat.nl
        assert "from memory" in place.caveat.en
        assert place.known_count == 0, "figures of an area whose name is doubtful are not known"


def test_names_of_leiden_and_den_haag_are_from_memory() -> None:
    doubtful = {p.municipality for p in PLACES.values() if p.name_status == "unchecked"}
    assert doubtful == {"Leiden", "Den Haag"}


def test_scores_joined_by_name_of_the_buurt_are_unchecked() -> None:
    for place in PLACES.values():
        if not place.stylised:
            assert place.facts["ses_woa"].status in ("unchecked", "filled")


def test_what_is_filled_has_room_to_be_otherwise_and_what_is_known_is_not_drawn() -> None:
    for place in PLACES.values():
        low, high = (place.values_at(dict.fromkeys(FACTS, share)) for share in (0.0, 1.0))
        for key, fact in place.facts.items():
            if fact.status == "known":
                assert low[key] == high[key] == fact.value
            if fact.status == "filled":
                assert low[key] < high[key]


def test_the_middle_of_a_draw_is_the_central_value() -> None:
    fact = Fact(0.2, 0.1, 0.5, "filled", Text("reden", "reason"))
    assert [fact.at(share) for share in (0, 0.5, 0.75, 1)] == pytest.approx([0.1, 0.2, 0.35, 0.5])


def test_the_default_place_has_known_composition() -> None:
    facts = PLACES[DEFAULT_PLACE].facts
    for key in FACTS[:5]:
        assert facts[key].status == "known"
    assert PLACES[DEFAULT_PLACE].population == 34_910


def test_three_made_up_wijken_exist_and_say_so() -> None:
    made_up = {place.id: place for place in PLACES.values() if place.stylised}
    sizes = {key: place.population for key, place in made_up.items()}
    assert sizes == {"stadswijk": 8_000, "doorsnee": 6_000, "dorpsrand": 4_000}
    for place in made_up.values():
        assert "verzonnen" in place.label.nl
        assert "made up" in place.label.en


def test_the_average_wijk_is_the_dutch_average() -> None:
    assert PLACES["doorsnee"].values() == {key: level.value for key, level in NATIONAL.items()}


def test_recorded_use_of_help_is_no_input() -> None:
    akkrum = PLACES["heerenveen-akkrum"]
    assert akkrum.recorded_use == {"pct_wmo": 24, "pct_youthcare": 28}
    assert not any("wmo" in key or "youthcare" in key for key in akkrum.facts)


def test_only_wijken_of_at_least_300_residents_are_offered() -> None:
    assert min(place.population for place in PLACES.values()) >= 300
    assert {place.level for place in PLACES.values()} == {"wijk"}


def test_small_wijken_carry_a_warning() -> None:
    assert "Kleine wijk" in PLACES["heerenveen-bontebok"].caveat.nl
    assert "Kleine wijk" not in PLACES[DEFAULT_PLACE].caveat.nl


def test_the_table_that_repeats_another_village_is_not_used() -> None:
    assert PLACES["heerenveen-oudeschoot"].known_count == 0
    assert "Oudehorne" in PLACES["heerenveen-oudeschoot"].caveat.nl


@pytest.mark.parametrize(
    "text", ["utrecht-overvecht", "WK034403", "Overvecht", "overvecht ", "Utrecht Overvecht"]
)
def test_a_place_is_found_by_id_code_or_name(text: str) -> None:
    assert find(text).id == "utrecht-overvecht"


@pytest.mark.parametrize("text", ["utrecht-overvegt", "Overvegt", "overvech"])
def test_a_misspelt_place_is_answered_with_the_nearest(text: str) -> None:
    with pytest.raises(UnknownPlace, match=r"Bedoelt u utrecht-overvecht.*Did you mean"):
        find(text)


def test_a_name_that_two_wijken_share_is_answered_with_both() -> None:
    with pytest.raises(UnknownPlace) as refusal:
        find("Noord")
    assert set(refusal.value.nearest) == {"heerenveen-noord", "leiden-noord"}


def test_a_municipality_is_context_and_cannot_be_run() -> None:
    assert "Amersfoort" in context_municipalities()
    with pytest.raises(UnknownPlace, match=r"gemeente.*municipality") as refusal:
        find("Amersfoort")
    assert "amersfoort-kruiskamp-noord" in refusal.value.nearest
    with pytest.raises(UnknownPlace, match=r"gemeente"):
        find("gemeente-alphen-aan-den-rijn")


def _column(key: str, block: str = "", per: str = "") -> np.ndarray:
    rows = [row for row in WIJKEN.values() if row["block"] in (block.split() or [row["block"]])]
    values = np.array([float(row[key] or "nan") for row in rows])
    return values / _column(per, block) if per else values


def _line(outcome: np.ndarray, *causes: np.ndarray) -> np.ndarray:
    columns = np.column_stack([np.ones(len(outcome)), *causes])
    complete = ~np.isnan(columns).any(axis=1) & ~np.isnan(outcome)
    return np.linalg.lstsq(columns[complete], outcome[complete], rcond=None)[0]


LINES: dict[str, Callable[[], np.ndarray]] = {
    "SINGLES_BY_SIZE": lambda: _line(
        _column("share_single_households", "utrecht heerenveen"),
        _column("population", "utrecht heerenveen", per="households"),
    ),
    "RENT_BY_OWNERS": lambda: _line(
        _column("share_social_rent", "utrecht"), _column("share_owner_occupied", "utrecht")
    ),
    "WELFARE_BY_RENT": lambda: _line(
        _column("share_welfare", "utrecht heerenveen"),
        _column("share_social_rent", "utrecht heerenveen"),
    ),
    "LOW_INCOME_BY_RENT_AND_WELFARE": lambda: _line(
        _column("share_low_income", "heerenveen"),
        _column("share_social_rent", "heerenveen"),
        _column("share_welfare", "heerenveen"),
    ),
    "SES_BY_OWNERS": lambda: _line(
        _column("ses_woa", "eemland"), _column("share_owner_occupied", "eemland")
    ),
}


@pytest.mark.parametrize("name", LINES)
def test_lines_that_fill_gaps_are_those_that_the_wijken_give(name: str) -> None:
    assert getattr(place_filling, name) == pytest.approx(tuple(LINES[name]()), abs=0.002)


def test_an_estimate_never_replaces_a_published_figure() -> None:
    for key, row in WIJKEN.items():
        for fact in FACTS:
            if row[fact]:
                assert PLACES[key].facts[fact].value == float(row[fact])


def test_a_source_row_becomes_shares_with_a_stable_id() -> None:
    row = dict.fromkeys((*place_data.PLAIN, *place_data.PERCENTAGES, "leefbaarometer_2020"), "")
    row |= {"set": "Contrast: Utrecht", "region_code": "WK1", "name": "Wijk 03 Hoog-Noord"}
    row |= {"name_status": "official", "gemeente": "Utrecht", "level": "wijk", "year": "2023"}
    row |= {"population": "900", "pct_1person_hh": "51.6"}
    (place,) = place_data.convert([row, row | {"population": "299", "name": "Klein"}])
    assert (place["id"], place["share_single_households"]) == ("utrecht-hoog-noord", "0.516")
    with pytest.raises(ValueError, match=r"utrecht-hoog-noord"):
        place_data.convert([row, row])


def test_the_table_holds_no_sentence_of_its_source() -> None:
    assert not any("caveat" in column or "source" in column for column in ROWS[0])
    assert Path(place_data.TARGET).stat().st_size < 40_000
