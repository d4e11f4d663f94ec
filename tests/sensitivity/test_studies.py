"""A study that is stopped, gone on with, mixed up, or that meets holes; and one of the model."""

import json
from pathlib import Path

import numpy as np
import pytest

from experiments import simulation, uncertainty
from experiments.sensitivity import screening, studies, variance, world
from experiments.sensitivity.designs import MORRIS, SOBOL, Design
from experiments.sensitivity.opening import CannotOpen, opened
from experiments.sensitivity.parts import AnotherStudy
from experiments.sensitivity.studies import Study
from model.compiling import workings
from model.outcomes import OUTCOMES
from model.parameters import ADDRESSES

DESIGN = Design(MORRIS, ("a", "b"))
ASKED = Study(DESIGN, ("sum", "rest"), 4, 2, {"model": workings()})


class Counting:
    """Adds up shares, counts its runs, and may stop or fail at some of them."""

    def __init__(self, stop_at: int | None = None, fail_at: int | None = None):
        self.runs, self.stop_at, self.fail_at = 0, stop_at, fail_at

    def __call__(self, shares: np.ndarray, replicate: int) -> np.ndarray:
        self.runs += 1
        if self.runs == self.fail_at:
            raise ValueError("no such world")
        if self.stop_at is not None and self.runs > self.stop_at:
            raise KeyboardInterrupt
        return np.array([shares.sum(), shares[0] + replicate])


def test_a_stopped_study_goes_on_where_it_was_left(tmp_path: Path):
    first = studies.make(ASKED, Counting(stop_at=15), tmp_path, threads=1)
    assert (first.complete, len(first.values)) == (False, 2)
    counting, told = Counting(), []
    whole = studies.make(ASKED, counting, tmp_path, threads=1, on_run=told.append)
    assert whole.complete
    assert counting.runs == 12
    assert sum(told) == ASKED.runs == 24
    at_once = studies.make(ASKED, Counting(), tmp_path / "again", threads=2)
    np.testing.assert_array_equal(whole.values, at_once.values)


def test_more_blocks_keep_the_first(tmp_path: Path):
    studies.make(ASKED, Counting(), tmp_path)
    counting = Counting()
    more = studies.make(Study(DESIGN, ASKED.outcomes, 6, 2, ASKED.about), counting, tmp_path)
    assert (len(more.values), counting.runs) == (6, 12)


def test_half_a_block_is_made_again(tmp_path: Path):
    studies.make(ASKED, Counting(), tmp_path)
    (tmp_path / "block-00002.parquet").write_bytes(b"PAR1 and no more")
    counting = Counting()
    assert studies.make(ASKED, counting, tmp_path).complete
    assert counting.runs == 6


@pytest.mark.parametrize(
    ("other", "differs"),
    [
        (Study(Design(MORRIS, ("a", "c")), ASKED.outcomes, 4, 2, ASKED.about), ("names",)),
        (Study(Design(SOBOL, ("a", "b")), ASKED.outcomes, 8, 2, ASKED.about), ("method",)),
        (Study(DESIGN, ASKED.outcomes, 4, 3, ASKED.about), ("replicates",)),
        (Study(DESIGN, ASKED.outcomes, 4, 2, {"model": "another"}), ("model",)),
    ],
)
def test_a_folder_of_another_study_is_refused(tmp_path: Path, other: Study, differs: tuple):
    studies.make(ASKED, Counting(), tmp_path)
    with pytest.raises(AnotherStudy) as refused:
        studies.make(other, Counting(), tmp_path)
    assert refused.value.differs == differs


def test_nothing_at_all_is_an_interruption(tmp_path: Path):
    with pytest.raises(KeyboardInterrupt):
        studies.make(ASKED, Counting(stop_at=3), tmp_path, threads=1)


def test_a_run_that_breaks_off_leaves_out_its_block_and_is_told(tmp_path: Path):
    done = studies.make(ASKED, Counting(fail_at=8), tmp_path, threads=1)
    assert done.complete
    assert done.failures == ("ValueError: no such world",)
    found = screening.screen(done, lambda name: True)["sum"]
    assert found is not None
    assert (found.paths, found.left_out) == (3, 1)
    assert found.effects[0].mu_star == pytest.approx(1.0)
    again = studies.make(ASKED, Counting(), tmp_path, threads=1)
    assert again.failures == done.failures


def test_an_outcome_with_holes_everywhere_is_not_judged(tmp_path: Path):
    def empty(shares: np.ndarray, replicate: int) -> np.ndarray:
        return np.array([shares.sum(), np.nan])

    done = studies.make(ASKED, empty, tmp_path / "morris")
    assert screening.screen(done, lambda name: True)["rest"] is None
    rows = Study(Design(SOBOL, ("a", "b")), ASKED.outcomes, 8, 1)
    done = studies.make(rows, empty, tmp_path / "sobol")
    divided = variance.divide(done, lambda name: True)
    assert divided["rest"] is None
    assert divided["sum"] is not None


def test_a_folder_can_be_opened_without_running_anything(tmp_path: Path):
    done = studies.make(ASKED, Counting(), tmp_path)
    again = opened(tmp_path)
    np.testing.assert_array_equal(again.values, done.values)
    np.testing.assert_array_equal(again.shares, done.shares)
    for folder, method in ((tmp_path / "nowhere", MORRIS), (tmp_path, SOBOL)):
        with pytest.raises(CannotOpen):
            opened(folder, method)
    manifest = tmp_path / "manifest.json"
    manifest.write_text(json.dumps(json.loads(manifest.read_text()) | {"model": "older"}))
    with pytest.raises(CannotOpen):
        opened(tmp_path)


def test_every_number_nobody_knows_is_moved_within_its_range_and_whole_where_it_must_be():
    design = world.design(MORRIS, 1)
    assert design.names == uncertainty.addresses()
    for shares in (*design.blocks(1)[0], np.zeros(len(design.names)), np.ones(len(design.names))):
        for address, value in world.values_at(design.names, shares).items():
            declared = ADDRESSES[address]
            assert declared.between[0] <= value <= declared.between[1]
            assert declared.step != 1 or value == round(value)


def test_groups_are_mechanisms_apart_for_what_is_not_assumed():
    design = world.design(MORRIS, 1, grouped=True)
    assert len(design.factors) < len(design.names) / 3
    for name, group in zip(design.names, design.groups, strict=True):
        assert world.factor_is_assumed(design, group) == world.assumed(name)
        assert group.removesuffix(world.KNOWN) == name.split(".")[0]
    assert not world.design(SOBOL, 1, grouped=True).groups


def test_a_tiny_study_of_the_whole_model(tmp_path: Path):
    """Chance is the same at all points of a path, so what cannot act moves nothing at all."""
    names = ("trust.gain", "attention.patience")
    plan = simulation.plan("doorsnee", {}, residents=100, weeks=52)
    asked = Study(
        world.design(MORRIS, 1, names), tuple(OUTCOMES), 2, 1, world.about(plan, "defaults")
    )
    done = studies.make(asked, world.evaluate(plan, names), tmp_path)
    assert done.failures == ()
    found = screening.screen(done, world.assumed)
    trust = found["trust_between"]
    assert trust is not None
    by = {effect.factor: effect.mu_star for effect in trust.effects}
    assert by[names[0]] > 0.0
    assert by[names[1]] == 0.0
