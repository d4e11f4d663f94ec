"""The studies to learn from print what stands beside them: nothing in docs/learn is typed by hand.

To make the texts anew after a change of the model, in the folder of the project:
``python docs/learn/NAME.py > docs/learn/NAME.txt``. Read then whether it still says what is meant.
"""

import runpy
from pathlib import Path

import pytest

LEARN = Path(__file__).parent.parent.parent / "docs" / "learn"
SCRIPTS = sorted(path.stem for path in LEARN.glob("*.py"))


def test_there_are_two_and_both_are_named_where_a_reader_looks():
    assert SCRIPTS == ["first_study", "which_question_first"]
    page = (LEARN / "studies.md").read_text(encoding="utf-8")
    for name in SCRIPTS:
        assert f"({name}.py)" in page
        assert f"({name}.txt)" in page


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_study_to_learn_from_prints_what_stands_beside_it(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.chdir(tmp_path)
    runpy.run_path(str(LEARN / f"{name}.py"))
    said = capsys.readouterr().out
    assert said == (LEARN / f"{name}.txt").read_text(encoding="utf-8")
    assert "thinking model, not a forecast" in said
    assert "What this does not show" in said


def test_what_binds_first_is_told_apart_for_alone_and_last():
    said = (LEARN / "which_question_first.txt").read_text(encoding="utf-8")
    plan = said.split("Time to first help")[0].splitlines()
    first = {line.split(": ", 1)[0].strip(): line.split(": ", 1)[1] for line in plan
             if "binds first" in line}  # fmt: skip
    assert first["binds first, alone"] != first["binds first, added to all others"]
