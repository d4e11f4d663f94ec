"""Figures and sentences speak in titles, names and units; ids stay in the table."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from experiments.analysis import (
    cells,
    discovery,
    names,
    pairs,
    reading,
    robustness,
    scoring,
    sensitivities,
    writing,
)
from model.declarations import Unit
from model.outcomes import OUTCOMES
from model.parameters import ADDRESSES
from model.place_facts import Text
from model.places import PLACES
from tests.analysis import made

A, B = "as_it_is_now", "somebody_of_ones_own"
TITLES = {A: Text("Zoals het nu gaat", "As it is now"), B: Text("Iemand erbij", "Somebody more")}
MANIFEST = {
    "software": {"version": "0.0.7", "model": "f00d"},
    "seed": 3,
    "scenarios": [{"key": key, "nl": each.nl, "en": each.en} for key, each in TITLES.items()],
    "factors": [
        {"address": "trust.gain", "nl": "Vertrouwen dat groeit: hoe", "en": "Trust that grows: how",
         "unit": "score"},
    ],
    "windows": {"final": [156, 208]},
}  # fmt: skip
FACTORS = ("hours.protected", "trust.gain")


def value(row, scenario, place, replicate) -> float:
    return 0.4 + made.luck(place, replicate, 0.01) - 0.1 * row["trust.gain"] * (scenario == B)


@pytest.fixture
def study() -> made.Made:
    at = made.drawn(64, FACTORS)
    return made.study(value, at, replicates=3, scenarios=(A, B), places=("doorsnee",),
                      outcome="one_plan", manifest=MANIFEST)  # fmt: skip


def written(found, folder: Path, language: str) -> tuple[str, str]:
    """All words in the figure, in the order of the file, and the table as text."""
    files = writing.write(found, folder, language)
    drawing = ElementTree.parse(files["svg"]).iter("{http://www.w3.org/2000/svg}text")
    words = " ".join("".join(each.itertext()).strip() for each in drawing)
    return words, files["csv"].read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_figure_names_what_a_table_has_ids_for(study: made.Made, tmp_path: Path, language: str):
    about = reading.subject(study, "one_plan", "final", A, B)
    words, table = written(pairs.compare(study, about), tmp_path, language)
    protected = ADDRESSES["hours.protected"]
    for said in (
        TITLES[A].say(language), TITLES[B].say(language), OUTCOMES["one_plan"].name(language),
        OUTCOMES["one_plan"].unit.label(language),
        protected.name(language).split()[0], protected.unit.label(language).split()[0],
        {"nl": "Vertrouwen dat groeit", "en": "Trust that grows"}[language],
        "model f00d", {"nl": "week 156 tot 208", "en": "weeks 156 to 208"}[language],
    ):  # fmt: skip
        assert said in words
    for key in (A, B, *FACTORS):
        assert key not in words
        assert key in table


def test_options_and_what_moves_an_outcome_are_named_too(study: made.Made, tmp_path: Path):
    about = reading.subject(study, "one_plan", "final")
    words, _ = written(robustness.robust(study, about), tmp_path, "nl")
    assert TITLES[B].nl in words
    assert B not in words
    about = reading.subject(study, "one_plan", "final", b=B)
    words, table = written(sensitivities.weigh(study, about), tmp_path, "nl")
    assert "(puur toeval)" in words
    assert sensitivities.NOBODY in table
    assert "trust.gain" not in words


def sentences(study: made.Made) -> Iterator[Text]:
    """All that the analyses of this study say."""
    between, of_b = (reading.subject(study, "one_plan", "final", a, B) for a in (A, None))
    for found in (
        pairs.compare(study, between),
        robustness.robust(study, reading.subject(study, "one_plan", "final")),
        discovery.discover(study, between, discovery.failing(between, "below:-0.05")),
        sensitivities.weigh(study, of_b),
        scoring.score(study, of_b),
        cells.heatmap(study, of_b, *FACTORS),
    ):
        yield from found.said


@pytest.mark.parametrize("language", ["nl", "en"])
def test_sentences_say_titles_and_names_and_no_ids(study: made.Made, language: str):
    said = " ".join(each.say(language) for each in sentences(study))
    for key in (A, B, *FACTORS, "one_plan"):
        assert key not in said
    for name in (*TITLES.values(), Text("Vertrouwen dat groeit", "Trust that grows")):
        assert f"“{name.say(language)}" in said
    assert {"nl": " is hoger dan “", "en": " is above “"}[language] in said


def test_of_a_place_in_a_box_it_is_said_whether_it_is_that_place():
    at = made.drawn(60, ("trust.gain",))
    several = made.study(lambda row, place, **_: float(place == "stadswijk"), at, scenarios=(B,),
                         places=("doorsnee", "stadswijk"), manifest=MANIFEST)  # fmt: skip
    about = reading.subject(several, made.KEY, "final", None, B)
    found = discovery.discover(several, about, discovery.failing(about, "above:0.5"))
    box = found.said[1].en
    assert f"“place: {PLACES['stadswijk'].label.en}”" in box or (
        f"not “place: {PLACES['doorsnee'].label.en}”" in box
    )
    assert "stadswijk" not in " ".join(each.en for each in found.said)


def test_what_two_numbers_are_both_called_keeps_its_address():
    called = names.Names()
    twice = [a for a, each in ADDRESSES.items() if each.name("en") == "Tariff"]
    assert len(twice) == 2
    assert len({called.factor(a).en for a in twice}) == 2
    assert len({called.factor(a).nl for a in ADDRESSES}) == len(ADDRESSES)
    assert names.value("mandate.mandate", 0.5).nl == "0,5"


def test_a_unit_with_brackets_gets_no_second_pair():
    name = Text("Eén plan", "One plan")
    assert names.with_unit(name, Unit.SHARE).en == "One plan, share (0–1)"
    assert names.with_unit(name, Unit.WEEKS).nl == "Eén plan (weken)"


def test_the_version_told_is_that_which_made_the_runs(study: made.Made):
    about = reading.subject(study, "one_plan", "final", A, B)
    assert pairs.compare(study, about).version == "0.0.7"
