"""Every fault that a file or a command may have is told in Dutch as well as in English."""

import ast
from pathlib import Path

import pytest

from scenarios import library
from scenarios.faults import Both, Fault, Refused, in_language

SCENARIOS = Path(__file__).parents[2] / "scenarios"
COMMANDS = Path(__file__).parents[2] / "experiments" / "command_line"


def test_both_languages_stand_together_and_machines_read_english():
    fault = Fault("here", "x", Both("a word", "een woord"), "y", Both("no", "nee"))
    assert fault.told("nl") == "here: nee (er staat: x); bedoel je y?\n    mag zijn: een woord"
    assert str(fault) == "here: no (it says: x); did you mean y?\n    allowed: a word"
    assert fault.for_machines()["allowed"] == "a word"
    assert in_language("trust.gain", "nl") == "trust.gain"


@pytest.mark.parametrize(
    "path", [*SCENARIOS.glob("*.py"), *COMMANDS.glob("*.py")], ids=lambda path: path.stem
)
def test_no_problem_is_told_in_english_alone(path: Path):
    """What is called problem, or stands last in a Fault, is said in both."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Assign) and any(
            isinstance(target, ast.Name) and target.id == "problem" for target in node.targets
        ):
            assert not isinstance(node.value, ast.Constant | ast.JoinedStr), node.lineno
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Fault":
            for last in node.args[4:]:
                assert not isinstance(last, ast.Constant | ast.JoinedStr), node.lineno


def test_a_broken_file_is_explained_in_dutch(tmp_path: Path):
    file = tmp_path / "broken.yaml"
    file.write_text("title: {nl: Proef}\nsett: {trust.gain: veel}\nstory: 3\n", encoding="utf-8")
    with pytest.raises(Refused) as refused:
        library.load(str(file))
    told = "\n".join(fault.told("nl") for fault in refused.value.faults)
    assert "er is geen kopje sett" in told
    assert "de Engelse (en) woorden ontbreken" in told
    assert "dit heeft geen kopjes" in told
    assert "there is no" not in told
