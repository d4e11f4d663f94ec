"""While ``calibrate-to`` works it says in plain words what is done and how much is left."""

import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from experiments.calibration import fit_to_targets, posterior
from experiments.calibration.aims import Aim
from experiments.calibration.fit_to_targets import Search
from experiments.command_line import speech
from experiments.command_line.coming_near import Generations, Sets

AIM = Aim("need_any.final", 0.4, 0.02, 0.0, "a test")
SOUGHT = Search({"trust.gain": (0.0, 1.0)}, frozenset(), (AIM,), 2)


def reached(numbers, first: int = 0) -> np.ndarray:
    return np.full((2, 1), numbers["trust.gain"])


@pytest.fixture
def dutch() -> Iterator[None]:
    speech.speak("nl")
    yield
    speech.speak("en")


def fitted(folder: Path, trials: int) -> list[str]:
    """What could be read after each set that was tried."""
    said: list[str] = []
    trying = Sets(trials, 2)

    def one_more() -> None:
        trying.one_more()
        said.append(trying._said())

    fit_to_targets.search(SOUGHT, reached, folder, trials, one_more, trying.goes_on)
    return said


def sampled(folder: Path, rounds: int) -> list[str]:
    """What could be read after each set that was tried, and after it was judged."""
    said: list[str] = []
    coming = Generations(10, rounds, 2)

    def one_more() -> None:
        coming.one_more()
        said.append(coming._said())

    def judged(number: int, within: float, near: bool) -> None:
        coming.judged(number, within, near)
        said.append(coming._said())

    posterior.sample(SOUGHT, reached, folder, 10, rounds, 0.0, one_more, judged, coming.goes_on)
    return said


def test_a_fit_says_how_many_sets_were_tried_and_goes_on_counting(tmp_path: Path):
    first, more = fitted(tmp_path, 3), fitted(tmp_path, 5)
    assert first[0].startswith("1 of 3 sets of numbers tried, each run 2 times, about ")
    assert first[-1] == "3 of 3 sets of numbers tried, each run 2 times"
    assert [each.split(" sets")[0] for each in more] == ["4 of 5", "5 of 5"]


def test_a_posterior_explores_first_and_then_says_which_round_and_how_many_are_near(
    tmp_path: Path,
):
    said = sampled(tmp_path, 2)
    assert said[0] == (
        "exploring how far sets of numbers lie from the targets: 1 of 10 tried, each run 2 times; "
        "then at most 2 rounds"
    )
    assert re.match(r"round 2 of at most 2: 10 of 10 sets near enough \(within .* spreads\), ",
                    said[-1])  # fmt: skip
    counts = [re.match(r"round (\d) of at most 2: (\d+) of 10 .* (\d+) tried", each)
              for each in said]  # fmt: skip
    rounds = [[int(number) for number in each.groups()] for each in counts if each]
    assert [number for number, *_ in rounds] == sorted(number for number, *_ in rounds)
    assert all(near <= min(10, tried) for _, near, tried in rounds)
    for number in (1, 2):
        assert max(near for of, near, _ in rounds if of == number) == 10


def test_a_posterior_that_goes_on_begins_at_the_next_round(tmp_path: Path):
    sampled(tmp_path, 1)
    said = sampled(tmp_path, 2)
    assert said[0] == "round 2 of at most 2 begins"
    assert all(each.startswith("round 2 of at most 2") for each in said)


@pytest.mark.usefixtures("dutch")
def test_it_is_said_in_dutch_too(tmp_path: Path):
    assert fitted(tmp_path / "fit", 2)[0].startswith(
        "1 van 2 reeksen getallen geprobeerd, elk 2 keer doorgerekend, nog ongeveer "
    )
    said = sampled(tmp_path / "posterior", 1)
    assert said[0].startswith("verkennen hoe ver reeksen getallen van de doelen liggen: 1 van 10")
    assert "ronde 1 van hoogstens 1: 10 van 10 reeksen dichtbij genoeg (binnen " in said[-1]
    assert all("voor deze ronde" in each for each in said if ": 5 van 10 reeksen d" in each)
