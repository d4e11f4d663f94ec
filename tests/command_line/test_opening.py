"""Opening the page and ending it again: nothing that it started stays behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from experiments import batch
from experiments.command_line import opening, progress, speech, warming
from experiments.version import CHECKOUT

STARTER = """
import signal, sys
if hasattr(signal, "SIGHUP"):  # tests may be run by somebody who does not want to hear of it
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
from pathlib import Path
from experiments.command_line import opening, warming
warming.is_cold = lambda: sys.argv[1] == "cold"
opening.PAGE = Path(sys.argv[2])
if sys.argv[1] == "cold":
    import subprocess
    real = subprocess.Popen
    warming.subprocess.Popen = lambda *_, **rest: real([sys.executable, sys.argv[2], "0"], **rest)
sys.exit(opening.open_page(sys.argv[3], True))
"""
STUBBORN = """
import os, signal, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN if "stubborn" in sys.argv[0] else signal.SIG_DFL)
open(f"{sys.argv[0]}.{os.getpid()}.pid", "w").write(str(os.getpid()))
time.sleep(60)
"""


def ended(number: int, within: float = 5.0) -> bool:
    """Whether this process is gone; whoever inherits it may need a moment to notice."""
    until = time.monotonic() + within
    while time.monotonic() < until:
        try:
            os.kill(number, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


@pytest.mark.skipif(sys.platform == "win32", reason="ends programs in another way")
@pytest.mark.parametrize(
    ("state", "child", "ending"),
    [
        ("warm", "willing", "SIGTERM"),
        ("warm", "stubborn", "SIGHUP"),
        ("cold", "willing", "SIGTERM"),
    ],
)
def test_what_is_ended_from_outside_leaves_no_child(tmp_path, state, child, ending):
    page = tmp_path / f"{child}.py"
    page.write_text(STUBBORN, encoding="utf-8")
    code = STARTER.replace("opening, warming\n", "opening, warming\nopening.MERCY = 1.0\n", 1)
    started = subprocess.Popen(
        [sys.executable, "-c", code, state, str(page), "18653"],
        env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
        stderr=subprocess.DEVNULL,
    )
    # while the model is prepared there are two: one from either end, where there are two cores
    expected = batch.THREADS if state == "cold" else 1
    until = time.monotonic() + 60
    while len(children(tmp_path)) < expected and time.monotonic() < until:
        assert started.poll() is None
        time.sleep(0.05)
    numbers = children(tmp_path)
    assert len(numbers) == expected
    started.send_signal(getattr(signal, ending))
    assert started.wait(15) == 0
    assert all(ended(number) for number in numbers)


def children(folder: Path) -> list[int]:
    """The processes that wrote down their numbers."""
    return [int(each.stem.split(".")[-1]) for each in folder.glob("*.pid")]


def test_preparing_says_what_happens_how_long_it_takes_and_how_far_it_is(monkeypatch, capsys):
    class Done:
        """Asked three times; then it is finished."""

        asked = 0

        def wait(self, _seconds: float) -> bool:
            self.asked += 1
            return self.asked > 3

    monkeypatch.setattr(warming, "parts_done", lambda: 12)
    monkeypatch.setattr(warming, "LINES", 0.0)
    warming._tell_until(Done())  # pyright: ignore[reportArgumentType]
    first, *lines = capsys.readouterr().err.splitlines()
    assert "machine code" in first
    assert "two to four minutes" in first
    assert len(lines) == 3
    total = len(warming.parts())
    assert all(f"12 of {total} parts of the model ready" in line for line in lines)


def test_how_many_parts_there_are_is_known_beforehand_and_all_are_ready_afterwards():
    warming.compile_here()
    assert not warming.is_cold()
    assert warming.parts_done() == len(warming.parts()) > 100


def test_another_copy_of_the_project_makes_this_one_no_less_cold(monkeypatch):
    elsewhere = {(f"{folder}-elsewhere", name) for folder, name in warming.parts()}
    monkeypatch.setattr(warming, "_all_kept", lambda: elsewhere)
    assert warming.is_cold()
    assert warming.parts_done() == 0


def test_how_far_preparing_is_is_told_until_the_first_run_in_the_language_that_is_spoken(
    monkeypatch, capsys
):
    monkeypatch.setattr(warming, "is_cold", lambda: True)
    monkeypatch.setattr(warming, "LINES", 0.01)
    monkeypatch.setattr(warming, "parts_done", lambda: 12)
    speech.speak("nl")
    try:
        with progress.Progress(3) as runs:
            told, until = "", time.monotonic() + 30
            while "onderdelen van het model klaar" not in told and time.monotonic() < until:
                told += capsys.readouterr().err
            runs.one_more()
        assert told.startswith("Het model wordt voorbereid")
        assert "onderdelen van het model klaar" in told
        assert runs.done == 1
    finally:
        speech.speak(speech.USUAL)


def test_there_is_patience_with_a_server_but_not_without_end():
    assert 0 < opening.MERCY < opening.PATIENCE
