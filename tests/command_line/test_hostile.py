"""What a hostile user types: one wrong file, folder, name or number, and never a traceback."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from experiments.command_line import main

SMALL = ("run", "as_it_is_now", "--residents", "100", "--years", "1", "--replicates", "1")
FOLLOW = ("follow", "as_it_is_now", "--residents", "100", "--years", "1")
EXPLAIN = ("explain", "as_it_is_now", "more_team_hours")
MORRIS = ("sensitivity", "morris")
SOBOL = ("sensitivity", "sobol", "--dry-run")
CALIBRATE = ("calibrate", "--numbers", "trust.half_life")
LONG = "a" * 300

FILES: dict[str, bytes] = {
    "tab.yaml": b"title: {nl: a, en: b}\n\tset: 1\n",
    "binary.yaml": bytes(range(256)),
    "empty.yaml": b"",
    "deep.yaml": b"[" * 3000,
    "date.yaml": b"title: 2026-13-45\n",
    "digits.yaml": b"title: " + b"9" * 5000 + b"\n",
    "endless.yaml": "\n".join(
        ["a0: &a0 [x]"] + [f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    ).encode(),
    "manifest.json": b"garbage",
    "garbage": b"garbage",
}


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    for name, content in FILES.items():
        (tmp_path / name).write_bytes(content)
    for name in ("folder", "folder.csv", "folder.md", "folder.yaml"):
        (tmp_path / name).mkdir()


@pytest.mark.parametrize(
    "words",
    [
        *(("run", f"{name}.yaml", "--dry-run")
          for name in ("tab", "binary", "empty", "deep", "date", "digits", "endless", "folder",
                       "missing", LONG)),
        *((*SMALL, "--out", name) for name in ("", "folder.csv", "garbage/x.csv", f"{LONG}.csv")),
        *((*SMALL, "--save", name) for name in ("", "folder", "nowhere/state", LONG)),
        *((*SMALL, "--resume", name) for name in ("", "folder", "garbage", "empty.yaml", LONG)),
        *((*SMALL, "--without", name) for name in ("", ",")),
        *((*FOLLOW, "--network", name) for name in ("", "folder.csv", "x.txt", "garbage/x.csv")),
        *((*EXPLAIN, option, ",") for option in ("--outcome", "--mechanism")),
        ("validate", "--only", ""),
        ("validate", "--out", "folder.csv"),
        ("validate", "--page", ""),
        ("validate", "--page", "folder.md"),
        ("questions", "--dry-run", "--question", ","),
        (*MORRIS, "--out", "."),
        (*MORRIS, "--out", ""),
        (*MORRIS, "--out", "garbage/within"),
        (*MORRIS, "--scenario", "wijzer_in_de_wijk", "--dry-run"),
        (*SOBOL, "--numbers", ""),
        (*SOBOL, "--top", "3:."),
        (*CALIBRATE, "--out", "garbage"),
        (*CALIBRATE, "--write", "folder.csv"),
    ],
    ids=lambda words: " ".join(word[:20] or "''" for word in words),
)  # fmt: skip
def test_one_wrong_thing_is_one_fault_with_a_place_and_what_is_allowed(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
):
    assert main([*words, "--json"]) == 2
    told: Any = json.loads(capsys.readouterr().out)
    assert told["errors"]
    assert all(fault["where"] and fault["allowed"] for fault in told["errors"])
    assert main(words) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "Traceback" not in captured.err
    assert "allowed" in captured.err


def test_the_option_that_was_typed_is_the_one_that_is_named(capsys: pytest.CaptureFixture[str]):
    assert main([*FOLLOW, "--replicate", "99999", "--json"]) == 2
    (fault,) = json.loads(capsys.readouterr().out)["errors"]
    assert (fault["where"], fault["value"], fault["nearest"]) == ("--replicate", "99999", "9999")


def test_words_too_many_are_named(capsys: pytest.CaptureFixture[str]):
    assert main(["places", "here", "--json"]) == 2
    (fault,) = json.loads(capsys.readouterr().out)["errors"]
    assert fault["value"] == "here"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no disk that is always full")
@pytest.mark.parametrize("option", ["--out", "--save"])
def test_what_was_found_is_shown_when_the_disk_is_full(
    capsys: pytest.CaptureFixture[str], option: str
):
    os.symlink("/dev/full", "full.csv")
    assert main([*SMALL, option, "full.csv"]) == 2
    captured = capsys.readouterr()
    assert "As it is now" in captured.out
    assert "cannot be written" in captured.err
    assert "Traceback" not in captured.err


@pytest.mark.skipif(os.geteuid() == 0, reason="whoever may do all may write everywhere")
def test_where_nobody_may_write_nothing_is_run(capsys: pytest.CaptureFixture[str]):
    os.chmod("folder", 0o555)
    assert main([*SMALL, "--out", "folder/x.csv"]) == 2
    assert capsys.readouterr().out == ""
