"""The ten questions: packages, how they go together, and what may be said of which binds."""

from itertools import combinations

import numpy as np
import pytest

from experiments import questions
from experiments.questions import Measured, Opposite
from model.parameters import ADDRESSES

TEN = questions.questions()
ONE, TWO = {"hours.protected": 3.0}, {"hours.protected": 2.0, "pockets.pooled": 0.5}
THREE = {"hours.protected": 0.0}


def test_there_are_ten_and_they_stand_in_the_order_of_the_document():
    assert [int(key.split("_")[1]) for key in TEN] == list(range(1, 11))


def test_packages_set_policy_alone_so_that_all_share_what_went_before():
    for key in TEN:
        assert questions.package(key)
        assert all(ADDRESSES[address].since == "policy" for address in questions.package(key))


def test_no_two_questions_turn_the_same_lever():
    packages = {key: questions.package(key) for key in TEN}
    assert not [pair for pair in combinations(TEN, 2) if questions.shared(packages, pair)]


def test_of_two_that_set_one_number_the_larger_change_counts_in_either_order():
    expected = {"hours.protected": 3.0, "pockets.pooled": 0.5}
    assert questions.together({"one": ONE, "two": TWO}) == expected
    assert questions.together({"two": TWO, "one": ONE}) == expected
    assert questions.shared({"one": ONE, "two": TWO}, ("one", "two")) == ("hours.protected",)


def test_opposite_directions_are_refused():
    with pytest.raises(Opposite) as refused:
        questions.together({"one": ONE, "three": THREE})
    assert refused.value.address == "hours.protected"


def test_each_world_is_run_once():
    assert len(questions.worlds(TEN)) == 1 + 10 + 1 + 10
    assert len(questions.worlds(TEN, pairs=True)) == 22 + 45
    assert len(questions.worlds("ab", pairs=True)) == 4, "all is the pair, all but one is alone"


def found(**values: float) -> Measured:
    """Strain in worlds by the packages in force, the same in each of four runs."""
    worlds = {frozenset(key.strip("_")): value for key, value in values.items()}
    return Measured({w: {"strain": np.full(4, v)} for w, v in worlds.items()}, ("a", "b"))


def test_alone_last_and_together():
    here = found(_=0.5, a=0.4, b=0.45, ab=0.2)
    assert here.together("strain").median == pytest.approx(-0.3)
    assert here.alone("strain", "a").median == pytest.approx(-0.1)
    assert here.last("strain", "a").median == pytest.approx(-0.25), "ab against b"
    assert here.interplay("strain", ("a", "b")).median == pytest.approx(-0.15)


def test_two_that_add_up_have_no_interplay():
    effect = found(_=0.5, a=0.4, b=0.45, ab=0.35).interplay("strain", ("a", "b"))
    assert effect.median == pytest.approx(0.0, abs=1e-9)
    assert effect.within_margin == 4


def test_what_binds_first_gives_most_for_the_better_and_clearly():
    here = found(_=0.5, a=0.4, b=0.45, ab=0.2)
    alone = {key: here.alone("strain", key) for key in "ab"}
    assert questions.binds_first("strain", alone) == "a"
    assert questions.times_better("strain", alone["a"]) == 4


def test_nothing_binds_where_all_is_worse_or_too_small_to_matter():
    for here in (found(_=0.5, a=0.6, b=0.7), found(_=0.5, a=0.499, b=0.495)):
        alone = {key: here.alone("strain", key) for key in "ab"}
        assert questions.binds_first("strain", alone) is None
