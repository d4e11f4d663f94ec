"""History matching on worlds of which the answer is known; resuming; the file that is left."""

import json
from pathlib import Path

import numpy as np
import pytest

from experiments.calibration import aims, ensemble, matching, waves
from experiments.calibration.aims import Aim
from experiments.calibration.waves import Asked
from experiments.sensitivity import world
from experiments.validation import declared
from model.parameters import ADDRESSES

NAMES = ("trust.gain", "trust.half_life", "hours.vacancy")
AIMS = (
    Aim("sum", 1.0, 0.02, 0.03, "made up"),
    Aim("square", 0.25, 0.02, 0.01, "made up"),
    Aim("third", 0.5, 0.05, 0.0, "made up", held_out=True),
)


def plain(shares: np.ndarray, replicate: int) -> np.ndarray:
    """Two aims that cross where the first two numbers are both a half, with a little luck."""
    noise = 0.002 * np.random.default_rng([replicate, int(1e6 * shares[0])]).normal()
    return np.array([shares[0] + shares[1] + noise, shares[0] ** 2 + noise, shares[2]])


def asked(**other) -> Asked:
    return Asked(**({"names": NAMES, "aims": AIMS, "waves": 3, "points": 60, "replicates": 2}
                    | other))  # fmt: skip


def test_implausibility_is_distance_over_all_doubt():
    values = np.array([[[1.15, 0.25, 0.5], [1.15, 0.25, 0.5]]])
    far = matching.implausibility(values, AIMS)[0]
    assert far[0] == pytest.approx(0.15 / np.hypot(0.02, 0.03))
    assert far[1] == 0.0
    lucky = np.array([[[1.05, 0.25, 0.5], [1.25, 0.25, 0.5]]])
    expected = 0.15 / np.sqrt(0.02**2 + 0.03**2 + np.var([1.05, 1.25], ddof=1) / 2)
    assert matching.implausibility(lucky, AIMS)[0, 0] == pytest.approx(expected)


def test_what_was_not_measured_is_never_accepted():
    values = np.array([[[np.nan, 0.25, 0.5]]])
    far = matching.implausibility(values, AIMS)
    assert matching.worst(far, AIMS)[0] == np.inf
    assert matching.worst(far, AIMS, held_out=True)[0] == 0.0


def test_an_emulator_knows_a_parabola_and_says_when_it_does_not_know():
    shares = np.random.default_rng(1).random((80, 3))
    values = np.stack([plain(each, 0) for each in shares])[:, None, :]
    known = matching.emulator(shares, values)
    assert np.sqrt(known.variance).max() < 0.02
    far = known.implausibility(np.array([[0.5, 0.5, 0.5], [1.0, 1.0, 0.5]]), AIMS)
    assert far[0].max() < 1.0
    assert far[1].max() > matching.LIMIT
    wild = np.sin(40.0 * shares[:, :1])[:, None, :].repeat(3, axis=2)
    assert np.sqrt(matching.emulator(shares, wild).variance).min() > 0.5
    with pytest.raises(ValueError, match="too few"):
        matching.emulator(shares[:5], values[:5])


def test_waves_close_in_on_what_is_known(tmp_path: Path):
    found = waves.match(asked(), plain, tmp_path)
    assert (found.ended, len(found.waves)) == ("done", 3)
    left = [wave.left for wave in found.waves]
    assert left[0] == 1.0
    assert left[1] < 0.2
    accepted = found.shares[found.accepted]
    assert len(accepted) > 20
    assert np.abs(accepted[:, :2] - 0.5).max() < 0.25
    assert np.ptp(accepted[:, 2]) > 0.5, "an aim that is held out has no say"
    assert found.conflicts() == []


def test_a_stopped_wave_goes_on_and_gives_the_same(tmp_path: Path):
    runs = 0

    def stopping(shares: np.ndarray, replicate: int) -> np.ndarray:
        nonlocal runs
        runs += 1
        if runs > 150:
            raise KeyboardInterrupt
        return plain(shares, replicate)

    first = waves.match(asked(), stopping, tmp_path / "one", threads=1)
    assert first.ended == "stopped"
    again = waves.match(asked(), plain, tmp_path / "one")
    whole = waves.match(asked(), plain, tmp_path / "two")
    np.testing.assert_array_equal(again.far, whole.far)
    np.testing.assert_array_equal(again.shares, whole.shares)


def test_aims_that_cannot_be_met_are_named(tmp_path: Path):
    impossible = (Aim("sum", 5.0, 0.1, 0.1, "made up"), *AIMS[1:])
    found = waves.match(asked(aims=impossible), plain, tmp_path)
    assert found.ended == "nothing left"
    assert not found.accepted.any()
    assert "sum" in dict(found.conflicts())


def test_the_file_says_what_it_rests_on_and_gives_back_the_sets(tmp_path: Path, monkeypatch):
    found = waves.match(asked(waves=2, about={"residents": 300}), plain, tmp_path / "waves")
    path = tmp_path / "ensemble.csv"
    ensemble.write(found, path)
    sets = ensemble.read(path)
    assert len(sets) == found.accepted.sum() > 0
    shares = found.shares[found.accepted][0]
    assert sets[0] == pytest.approx(world.values_at(NAMES, shares))
    told = json.loads(path.with_suffix(".json").read_text())
    assert (told["accepted"], told["runs"], told["residents"]) == (len(sets), 240, 300)
    assert 0.0 < told["held_out_met"] < 1.0
    monkeypatch.setattr(ensemble, "workings", lambda: "another model")
    with pytest.raises(ensemble.NoEnsemble, match="another model"):
        ensemble.read(path)
    with pytest.raises(ensemble.NoEnsemble, match="no ensemble ships"):
        ensemble.read(tmp_path / "nothing.csv")


def test_aims_are_those_of_the_fit_and_of_registers_and_a_fifth_is_held_out():
    found = aims.aims()
    keys = [aim.key for aim in found]
    assert len(set(keys)) == len(keys) > 20
    assert {"use_wmo", "C3a", "C5.0", "C6.0", "C8"} <= set(keys)
    assert sum(aim.held_out for aim in found) == len(found) // aims.EVERY
    assert all(aim.observed > 0.0 and aim.discrepancy > 0.0 and aim.source for aim in found)
    rows = {row.key for row in declared.rows()}
    assert {key.split(".")[0] for key in keys if key[0] == "C"} <= rows


def test_a_set_of_numbers_comes_to_something_for_every_aim():
    names = ("trust.gain",)
    share = np.array([ADDRESSES[names[0]].default / ADDRESSES[names[0]].between[1]])
    found = aims.evaluate(names, 300)(share, 0)
    assert len(found) == len(aims.aims())
    assert np.isfinite(found).mean() > 0.7
