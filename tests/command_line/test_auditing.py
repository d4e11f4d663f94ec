"""``samenspel audit``: which, how large, how long, and what is left when somebody stops it."""

import json

import pytest

from experiments import audits
from experiments.audits.report import Report, as_far_as_it_goes, stopped
from experiments.command_line import main
from experiments.command_line.auditing import WORDS
from model.declarations import LANGUAGES


def test_every_audit_is_told_in_help_and_in_both_languages(capsys: pytest.CaptureFixture[str]):
    assert WORDS.keys() == audits.AUDITS.keys() == audits.WORK.keys()
    assert main(["audit", "--help"]) == 0
    told = capsys.readouterr().out
    assert all(name in told for name in WORDS)
    assert all(said.meaning(language) for said in WORDS.values() for language in LANGUAGES)


def test_a_dry_run_says_what_would_be_run_and_how_long(capsys: pytest.CaptureFixture[str]):
    assert main(["audit", "--dry-run", "--residents", "500", "--replicates", "2", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)["audits"]
    assert list(told) == list(WORDS)
    assert told["null_world"]["sizes"] == {"residents": 500, "replicates": 2}
    assert told["dominance"]["runs"] == 6 * 2 * 60
    ranges_alone = {"overlapping_ranges", "assumed_signs"}
    assert all((each["seconds"] > 0) != (name in ranges_alone) for name, each in told.items())
    assert all(told[name]["runs"] == 0 for name in ranges_alone)
    main(["audit", "knock_outs", "--dry-run", "--json"])
    alone = json.loads(capsys.readouterr().out)["audits"]["knock_outs"]
    main(["audit", "knock_outs", "--pairs", "--dry-run", "--json"])
    pairs = json.loads(capsys.readouterr().out)["audits"]["knock_outs"]
    assert pairs["runs"] > 5 * alone["runs"]
    assert main(["audit", "--dry-run", "--language", "nl"]) == 0
    assert "er is niets doorgerekend" in capsys.readouterr().out


def test_sizes_reach_the_audit_and_those_of_another_are_refused(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    seen = {}

    def small(residents: int = 1000, replicates: int = 3) -> Report:
        seen.update(residents=residents, replicates=replicates)
        return Report("null_world", True, ("all is well",))

    monkeypatch.setitem(audits.AUDITS, "null_world", small)
    assert main(["audit", "null_world", "--residents", "300"]) == 0
    assert seen == {"residents": 300, "replicates": 3}
    assert "null_world: passed" in capsys.readouterr().out
    assert main(["audit", "null_world", "--pairs", "--contexts", "3", "--json"]) == 2
    faults = json.loads(capsys.readouterr().out)["errors"]
    assert [fault["nearest"] for fault in faults] == ["knock_outs", "dominance"]
    assert main(["audit", "null_world", "--residents", "3", "--json"]) == 2


def test_a_stopped_audit_tells_what_it_found_and_has_not_passed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    def whole(residents: int = 1, replicates: int = 1) -> Report:
        return Report("equal_attributes", True, ("found",))

    def interrupted(residents: int = 1, replicates: int = 1) -> Report:
        raise KeyboardInterrupt

    monkeypatch.setitem(audits.AUDITS, "equal_attributes", whole)
    monkeypatch.setitem(audits.AUDITS, "null_world", interrupted)
    assert main(["audit", "equal_attributes", "null_world", "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["passed"], told["complete"]) == (None, False)
    assert list(told["audits"]) == ["equal_attributes"]


def test_an_audit_goes_as_far_as_it_is_let():
    def look(number: int) -> int:
        if number == 2:
            raise KeyboardInterrupt
        return number * number

    found = as_far_as_it_goes(range(5), look)
    assert found == {0: 0, 1: 1}
    assert "after 2 of 5" in stopped(len(found), 5)[0]
    assert stopped(5, 5) == ()
    with pytest.raises(KeyboardInterrupt):
        as_far_as_it_goes([2], look)
