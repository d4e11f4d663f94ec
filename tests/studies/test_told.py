"""Of every study that ships it is told whether it was run, and of which model what is told holds.

After a change of the model, a scenario or a study file its page tells of other runs than the study
would make now: run the study again and write the page anew, or say "no longer run" in the index.
"""

import re
from pathlib import Path

import pytest

from experiments.studies import reading, told
from experiments.version import CHECKOUT

FOLDER = CHECKOUT / told.FOLDER
NOT_RUN, NO_LONGER = "not yet run", "no longer run"
MOST_BYTES = 150_000


def index() -> dict[str, list[str]]:
    """The cells of each row of the index, by the name of the study."""
    text = (FOLDER / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (?:\[`(\w+)`\]\(\w+\.md\)|`(\w+)`) \|(.*)\|$", text, re.MULTILINE)
    return {linked or bare: cells.split("|") for linked, bare, cells in rows}


def written() -> list[str]:
    """The studies with a page of their own."""
    return [name for name in reading.ready() if told.page(name)]


def test_every_ready_study_stands_in_the_index():
    assert set(index()) == set(reading.ready())


@pytest.mark.parametrize("name", reading.ready())
def test_a_study_has_a_page_that_holds_or_is_said_not_to_be_run(name: str):
    state = index()[name][1].strip()
    stated = told.stated(name)
    if stated is None:
        assert state.startswith(NOT_RUN), f"{name} has no page: the index says {state}"
        return
    if state.startswith(NO_LONGER):
        return
    assert state.startswith("run"), state
    assert stated == told.identity(reading.read(name)), (
        f"docs/studies/{name}.md tells of other runs than this study makes now"
    )


@pytest.mark.parametrize("name", written())
def test_a_page_says_how_much_it_rests_on_and_what_it_does_not_show(name: str):
    text = (FOLDER / f"{name}.md").read_text(encoding="utf-8")
    for heading in ("Question", "What was run", "What this shows", "What it does not show",
                    "To make it again"):  # fmt: skip
        assert f"\n## {heading}" in text, heading
    assert "hinking model, not a forecast" in text
    assert f"samenspel study run {name}" in text
    assert re.search(r"\d+ of \d+", text), "differences are told in counts"
    assert f"{reading.read(name).runs:,} runs" in text


@pytest.mark.parametrize("name", written())
def test_a_figure_is_small_and_has_words_for_who_cannot_see_it(name: str):
    text = (FOLDER / f"{name}.md").read_text(encoding="utf-8")
    figures = re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", text)
    assert figures
    for words, file in figures:
        assert len(words.split()) >= 15, f"{file} needs a text alternative"
        assert 0 < (FOLDER / file).stat().st_size < MOST_BYTES


def test_a_page_without_its_hashes_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(told, "CHECKOUT", tmp_path)
    (tmp_path / told.FOLDER).mkdir(parents=True)
    (tmp_path / told.FOLDER / "mine.md").write_text("model `00ff`\n", encoding="utf-8")
    with pytest.raises(ValueError, match="file, runs"):
        told.stated("mine")


def test_another_number_in_a_study_is_another_study():
    text = reading.find_file("mandate_by_silos").read_text(encoding="utf-8")
    one, other = (
        told.identity(reading.read_text(each, "mine", "mine.yaml"))
        for each in (text, text.replace("0.75", "0.8"))
    )
    assert one.model == other.model
    assert one.runs != other.runs
    assert one.file != other.file
