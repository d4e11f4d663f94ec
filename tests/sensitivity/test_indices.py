"""Designs and indices against functions of which the answer is known."""

import itertools
from pathlib import Path

import numpy as np
import pytest

from experiments.sensitivity import screening, studies, variance
from experiments.sensitivity.designs import MORRIS, SOBOL, STEP, Design, moved
from experiments.sensitivity.studies import Study

NAMES = ("first", "second", "third", "dummy")


def ishigami(shares: np.ndarray, replicate: int) -> np.ndarray:
    """The usual test of the field on −π to π, a = 7 and b = 0.1; the fourth number does nothing."""
    x = np.pi * (2.0 * shares - 1.0)
    return np.array([np.sin(x[0]) + 7.0 * np.sin(x[1]) ** 2 + 0.1 * x[2] ** 4 * np.sin(x[0])])


def linear(shares: np.ndarray, replicate: int) -> np.ndarray:
    """Steep in the first number, falling in the second, flat in the rest."""
    return np.array([5.0 * shares[0] - 2.0 * shares[1] + replicate])


def study(design: Design, blocks: int, replicates: int = 1) -> Study:
    return Study(design, ("y",), blocks, replicates)


def made(design: Design, function, folder: Path, blocks: int, replicates: int = 1) -> studies.Done:
    return studies.make(study(design, blocks, replicates), function, folder)


def nothing_is_assumed(name: str) -> bool:
    return False


@pytest.mark.parametrize("method", [MORRIS, SOBOL])
def test_the_first_blocks_stay_the_same_when_more_are_asked(method: str):
    design = Design(method, NAMES)
    np.testing.assert_array_equal(design.blocks(11)[:5], design.blocks(5))
    assert not np.array_equal(design.blocks(3), Design(method, NAMES, seed=2).blocks(3))


def test_each_step_of_a_path_moves_one_number_and_each_number_moves_once():
    design = Design(MORRIS, NAMES)
    for path in design.blocks(6):
        assert ((path >= 0.0) & (path <= 1.0)).all()
        steps = moved(design, path)
        assert sorted(name for name, _ in steps) == sorted(NAMES)
        assert all(abs(step) == pytest.approx(STEP) for _, step in steps)


def test_a_group_moves_as_one():
    design = Design(MORRIS, NAMES, ("a", "b", "a", "b"))
    assert (design.factors, design.points) == (("a", "b"), 3)
    for path in design.blocks(4):
        assert sorted(name for name, _ in moved(design, path)) == ["a", "b"]
        for before, after in itertools.pairwise(path):
            assert set(np.flatnonzero(before != after)) in ({0, 2}, {1, 3})


def test_morris_finds_the_slopes_of_a_plane_and_a_dummy_at_zero(tmp_path: Path):
    done = made(Design(MORRIS, NAMES), linear, tmp_path, 4)
    found = screening.screen(done, lambda name: name in ("second", "dummy"))["y"]
    assert found is not None
    by = {effect.factor: effect for effect in found.effects}
    assert [effect.factor for effect in found.effects][:2] == ["first", "second"]
    assert (by["first"].mu, by["second"].mu) == (pytest.approx(5.0), pytest.approx(-2.0))
    assert by["second"].mu_star == pytest.approx(2.0)
    assert by["second"].sigma == pytest.approx(0.0, abs=1e-9)
    assert by["dummy"].mu_star == pytest.approx(0.0, abs=1e-12)
    assert found.on_assumed == pytest.approx(2.0 / 7.0)
    assert np.isnan(found.noise)
    assert by["first"].clear is None


def test_a_group_is_worth_what_its_numbers_do_together(tmp_path: Path):
    done = made(Design(MORRIS, NAMES, ("a", "b", "b", "a")), linear, tmp_path, 4)
    found = screening.screen(done, nothing_is_assumed)["y"]
    assert found is not None
    by = {effect.factor: effect for effect in found.effects}
    assert by["a"].mu_star == pytest.approx(5.0)
    assert by["b"].mu_star == pytest.approx(2.0)
    assert np.isnan(by["a"].mu)


def test_luck_that_all_points_share_is_no_noise_and_luck_of_their_own_is(tmp_path: Path):
    design = Design(MORRIS, NAMES)
    shared = made(design, linear, tmp_path / "shared", 3, 4)
    found = screening.screen(shared, nothing_is_assumed)["y"]
    assert found is not None
    assert found.noise == pytest.approx(0.0, abs=1e-12)
    assert found.effects[0].clear

    def lucky(shares: np.ndarray, replicate: int) -> np.ndarray:
        key = [replicate, *(shares * 1e6).astype(int)]
        return np.array([np.random.default_rng(key).normal()])

    noisy = screening.screen(made(design, lucky, tmp_path / "own", 30, 4), nothing_is_assumed)["y"]
    assert noisy is not None
    assert noisy.noise > 0.7
    assert not any(effect.clear for effect in noisy.effects)


def test_sobol_divides_ishigami_as_the_books_do(tmp_path: Path):
    done = made(Design(SOBOL, NAMES), ishigami, tmp_path, 512)
    found = variance.divide(done, lambda name: name == "third")["y"]
    assert found is not None
    by = {index.name: index for index in found.indices}
    expected = {"first": (0.314, 0.558), "second": (0.442, 0.442), "third": (0.0, 0.244)}
    for name, (first, total) in expected.items():
        assert by[name].first == pytest.approx(first, abs=0.06)
        assert by[name].total == pytest.approx(total, abs=0.06)
        assert by[name].total_confidence > 0.0
    assert by["dummy"].total == pytest.approx(0.0, abs=1e-12)
    assert found.on_assumed == pytest.approx(0.244 / 1.244, abs=0.04)


def test_what_does_not_vary_is_not_divided(tmp_path: Path):
    done = made(Design(SOBOL, NAMES), lambda shares, replicate: np.ones(1), tmp_path, 8)
    assert variance.divide(done, nothing_is_assumed) == {"y": None}


def test_numbers_are_ranked_over_outcomes_of_any_size(tmp_path: Path):
    def two(shares: np.ndarray, replicate: int) -> np.ndarray:
        return np.array([1000.0 * shares[0], 3.0 * shares[1] + shares[0]])

    large = Study(Design(MORRIS, NAMES), ("euros", "share"), 3, 1)
    done = studies.make(large, two, tmp_path)
    ranked = dict(screening.ranking(screening.screen(done, nothing_is_assumed)))
    assert ranked["first"] == pytest.approx((1.0 + 0.25) / 2)
    assert ranked["second"] == pytest.approx(0.75 / 2)
    assert next(iter(ranked)) == "first"
