"""``samenspel analyse`` as others build on it: files, sentences, JSON, faults and exit codes."""

import json
from pathlib import Path
from typing import Any

import pytest

from experiments.analysis import writing
from experiments.command_line import analysing, main, speech
from tests.analysis import made
from tests.analysis.made import Made

A, B = "as_it_is_now", "facilitator_neighbourhood"
FACTORS = ("hours.protected", "trust.gain")


def value(row, scenario, place, replicate) -> float:
    helped = 0.04 * (row["trust.gain"] - 0.4) if scenario == B else 0.0
    return 0.4 + made.luck(place, replicate, 0.01) - helped + 0.01 * row["hours.protected"]


def study(scenarios: tuple[str, ...] = (A, B), points: int = 80) -> Made:
    return made.study(value, made.drawn(points, FACTORS), replicates=4, scenarios=scenarios,
                      outcome="need_any")  # fmt: skip


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch):
    """Let the folder hold this study."""

    def hold(results: Made) -> None:
        monkeypatch.setattr(analysing, "opened", lambda folder: results)

    hold(study())
    yield hold
    speech.speak(speech.USUAL)


@pytest.fixture
def answered(kept, capsys: pytest.CaptureFixture[str], tmp_path: Path):
    """Type a command with --json; its exit code and what it answers."""

    def typed(*words: str) -> tuple[int, Any]:
        code = main(["analyse", words[0], str(tmp_path), *words[1:], "--json"])
        return code, json.loads(capsys.readouterr().out)

    return typed


@pytest.mark.parametrize("kind", analysing.KINDS)
def test_each_kind_leaves_a_table_and_a_figure_in_two_forms_that_say_what_they_are(
    answered, tmp_path: Path, kind: str
):
    sides = ("--b", B) if kind == "sensitivity" else ()
    code, told = answered(kind, *sides)
    assert code == 0, told
    assert (told["schema"], told["analysis"], told["version"]) == (1, kind, "0.0.0")
    [outcome] = told["outcomes"]
    assert outcome["key"] == "need_any"
    assert outcome["runs"] == (320 if kind == "sensitivity" else 640)
    table = Path(outcome["files"]["csv"])
    assert table.parent == tmp_path / "analysis"
    assert table.read_text(encoding="utf-8").startswith("# note: thinking model, not a forecast;")
    assert len(writing.read_table(table)) == len(outcome["rows"])
    drawing = Path(outcome["files"]["svg"]).read_text(encoding="utf-8")
    assert "thinking model, not a forecast" in drawing
    assert f"{outcome['runs']} runs" in drawing
    assert "version 0.0.0" in drawing
    assert Path(outcome["files"]["png"]).read_bytes()[:4] == b"\x89PNG"


def test_figures_and_sentences_are_dutch_when_asked(kept, capsys, tmp_path: Path):
    assert main(["analyse", "effects", str(tmp_path), "--language", "nl"]) == 0
    said = capsys.readouterr().out
    assert "lager in" in said
    assert "denkmodel, geen voorspelling; 640 doorrekeningen" in said
    drawing = (tmp_path / "analysis" / "effects-need_any.svg").read_text(encoding="utf-8")
    assert "denkmodel, geen voorspelling" in drawing
    assert "ongeveer gelijk" in drawing


def test_the_same_analysis_gives_the_same_bytes(answered, tmp_path: Path):
    def made_once() -> list[bytes]:
        answered("discover", "--fails", "above:-0.01")
        return [path.read_bytes() for path in sorted((tmp_path / "analysis").iterdir())]

    assert made_once() == made_once()


def test_the_runs_that_are_missing_are_named_and_nothing_is_written(answered, kept, tmp_path):
    kept(study().without(f"{B}-here-3-2"))
    for kind in ("effects", "features", "discover", "robustness", "convergence"):
        code, told = answered(kind)
        assert code == 2
        assert told["errors"][0]["where"] == "study"
    assert not (tmp_path / "analysis").exists()
    code, told = answered("effects", "--leave-out")
    assert (code, told["outcomes"][0]["left_out"]) == (0, 1)


def test_with_three_scenarios_the_sides_must_be_said(answered, kept):
    kept(study((A, B, "more_team_hours")))
    code, told = answered("effects")
    assert (code, told["errors"][0]["where"]) == (2, "--b")
    assert answered("effects", "--a", A, "--b", B)[0] == 0
    code, told = answered("sensitivity", "--b", B)
    assert (code, told["outcomes"][0]["of"]) == (0, B)
    assert len(answered("robustness")[1]["outcomes"][0]["rows"]) == 3


@pytest.mark.parametrize(
    ("words", "where", "nearest"),
    [
        (["efects"], "analyse", "effects"),
        (["effects", "--outcome", "need_anny"], "--outcome", "need_any"),
        (["effects", "--outcome", ","], "--outcome", None),
        (["effects", "--window", "finale"], "--window", "final"),
        (["effects", "--a", A, "--b", "facilitator_neighborhood"], "--b", B),
        (["effects", "--context", "trust.gian"], "--context", "trust.gain"),
        (["effects", "--fails", "above:1"], "--fails", "discover"),
        (["effects", "--good-enough", "1"], "--good-enough", "robustness"),
        (["sensitivity", "--b", B, "--method", "moris"], "--method", "morris"),
        (["sensitivity", "--b", B, "--method", "morris"], "design", None),
        (["robustness", "--good-enough", "enough"], "--good-enough", None),
        (["robustness", "--better", "low"], "--better", "lower"),
        (["robustness", "--a", A], "--a", None),
        (["heatmap", "--x", "trust.gain"], "--y", None),
        (["convergence", "--precise", "0"], "--precise", None),
        (["convergence", "--seed", "-1"], "--seed", "0"),
    ],
)
def test_what_cannot_be_done_is_told_with_what_can(answered, words, where, nearest):
    code, told = answered(*words)
    assert code == 2
    assert (told["errors"][0]["where"], told["errors"][0]["nearest"]) == (where, nearest)
    assert told["errors"][0]["allowed"]


def test_what_comes_with_an_extra_that_is_not_there_is_told_with_how_to_get_it(
    answered, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(analysing, "find_spec", lambda module: None)
    code, told = answered("discover")
    assert code == 2
    assert "samenspel[analysis]" in told["errors"][0]["allowed"]
