"""Numbers sought for targets of one's own, where the answer is known."""

from pathlib import Path

import numpy as np
import pytest

from experiments.calibration import ensemble, fit_to_targets, matching, own_targets, posterior
from experiments.calibration.aims import Aim
from experiments.calibration.fit_to_targets import Search
from experiments.sensitivity.parts import AnotherStudy
from scenarios.faults import Refused

WEEKS = 104


def sought(**more) -> Search:
    """Two numbers from 0 to 1; their sum should be 0.9 and their difference 0.3: 0.6 and 0.3."""
    aims = (Aim("sum", 0.9, 0.05, 0.0, "own"), Aim("difference", 0.3, 0.05, 0.0, "own"))
    return Search({"trust.gain": (0.0, 1.0), "hours.vacancy": (0.0, 1.0)}, frozenset(), aims,
                  replicates=3, **more)  # fmt: skip


def plane(numbers, first: int = 0) -> np.ndarray:
    one, other = numbers["trust.gain"], numbers["hours.vacancy"]
    luck = 0.01 * np.random.default_rng(first).normal(size=(3, 2))
    return np.array([one + other, one - other]) + luck


def test_the_search_finds_the_numbers_that_meet_the_targets(tmp_path: Path):
    tried = fit_to_targets.search(sought(), plane, tmp_path, 60)
    best = tried.sets[int(np.argmin(tried.worth))]
    assert best["trust.gain"] == pytest.approx(0.6, abs=0.06)
    assert best["hours.vacancy"] == pytest.approx(0.3, abs=0.06)
    kept = tried.table()
    assert 0 < len(kept) < 60
    assert (kept["implausibility"] < matching.LIMIT).all()
    assert kept["trust.gain"].sub(0.6).abs().max() < 0.2


def test_a_search_goes_on_where_it_was_and_tries_nothing_twice(tmp_path: Path):
    calls = []

    def counted(numbers) -> np.ndarray:
        calls.append(tuple(numbers.values()))
        return plane(numbers)

    fit_to_targets.search(sought(), counted, tmp_path, 12)
    tried = fit_to_targets.search(sought(), counted, tmp_path, 20)
    assert len(tried.sets) == len(calls) == len(set(calls)) == 20
    assert len(fit_to_targets.search(sought(), counted, tmp_path, 20).sets) == len(calls) == 20
    with pytest.raises(AnotherStudy):
        fit_to_targets.search(sought(seed=2), counted, tmp_path, 21)


def test_stopping_keeps_what_was_tried(tmp_path: Path):
    def stopped(numbers) -> np.ndarray:
        if len(list(seen)) == 5:
            raise KeyboardInterrupt
        seen.append(numbers)
        return plane(numbers)

    seen: list = []
    assert len(fit_to_targets.search(sought(), stopped, tmp_path, 50).sets) == 5


def test_a_set_that_could_not_be_measured_is_tried_told_and_never_kept(tmp_path: Path):
    tried = fit_to_targets.search(sought(), lambda numbers: np.full((3, 2), np.nan), tmp_path, 3)
    assert len(tried.sets) == 3
    assert tried.table().empty


def test_what_the_targets_do_not_know_stays_wide_in_the_posterior(tmp_path: Path):
    aims = (Aim("one", 0.6, 0.05, 0.0, "own"),)
    asked = Search({"trust.gain": (0.0, 1.0), "hours.vacancy": (0.0, 1.0)}, frozenset(), aims, 3)

    def one(numbers, first: int) -> np.ndarray:
        return plane(numbers, first)[:, :1] - numbers["hours.vacancy"]

    found = posterior.sample(asked, one, tmp_path, size=60, generations=4)
    told = found.table()
    assert len(told) == 60
    assert told["trust.gain"].mean() == pytest.approx(0.6, abs=0.05)
    assert told["trust.gain"].std() < 0.1
    assert told["hours.vacancy"].std() > 0.2
    again = posterior.sample(asked, one, tmp_path, size=60, generations=found.generations)
    assert again.sets == found.sets


def test_targets_are_read_with_every_fault_by_line(tmp_path: Path):
    file = tmp_path / "targets.csv"
    file.write_text("outcome,window,value,spread\nneed_any,final,0.4,0.02\nburden,year_1,900,50\n"
                    "strain,26:78,0.5,0.1\n", encoding="utf-8")  # fmt: skip
    found = own_targets.read(file, WEEKS)
    assert [each.aim.key for each in found] == ["need_any.final", "burden.year_1", "strain.26:78"]
    assert (found[0].window.begin, found[0].window.end) == (52, 104)
    assert found[0].aim.variance == pytest.approx(0.02**2)
    file.write_text("outcome,window,value,spread\nneed_anny,final,0.4,0.02\nburden,year_9,x,0\n",
                    encoding="utf-8")  # fmt: skip
    with pytest.raises(Refused) as refused:
        own_targets.read(file, WEEKS)
    told = [(fault.where, fault.value, fault.nearest) for fault in refused.value.faults]
    assert told == [
        ("targets.csv:2", "need_anny", "need_any"), ("targets.csv:3", "year_9", "year_2"),
        ("targets.csv:3", "x", None), ("targets.csv:3", "0", None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text", ["", "outcome,value\nneed_any,1\n", "outcome,window,value,spread\n"]
)
def test_a_file_without_targets_is_refused(tmp_path: Path, text: str):
    file = tmp_path / "targets.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(Refused):
        own_targets.read(file, WEEKS)
    with pytest.raises(Refused):
        own_targets.read(tmp_path / "nowhere.csv", WEEKS)


def test_the_file_of_sets_is_one_that_an_ensemble_is_read_from(tmp_path: Path):
    tried = fit_to_targets.search(sought(), plane, tmp_path / "kept", 40)
    path = tmp_path / "sets.csv"
    ensemble.write_table(tried.table(), {"numbers": list(tried.search.ranges)}, path)
    sets = ensemble.read(path)
    assert len(sets) == len(tried.table())
    assert set(sets[0]) == {"trust.gain", "hours.vacancy"}
