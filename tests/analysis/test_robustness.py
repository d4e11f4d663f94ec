"""Regret worked out by hand, and options that did not meet the same worlds refused."""

import pandas as pd
import pytest

from experiments.analysis import reading, robustness
from model.place_facts import Text
from scenarios.faults import Refused
from tests.analysis import made
from tests.analysis.made import KEY

BY_HAND = pd.DataFrame({"careful": [5.0, 5.0, 5.0], "bold": [1.0, 4.0, 12.0],
                        "usual": [4.0, 6.0, 7.0]})  # fmt: skip
"""Three options in three worlds; less is better."""


def study(**more):
    at = pd.DataFrame({"world": [0.0, 1.0, 2.0]})
    return made.study(lambda row, scenario, **_: float(BY_HAND[scenario][int(row["world"])]), at,
                      scenarios=tuple(BY_HAND), **more)  # fmt: skip


def measured(results, **more) -> pd.DataFrame:
    about = reading.subject(results, KEY, "final")
    found = robustness.robust(results, about, better=more.pop("better", "lower"), **more)
    return found.table.set_index("option")


def test_regret_as_worked_out_by_hand():
    # the best of each world: 1, 4 and 5
    table = measured(study())
    assert list(table["largest_regret"]) == [4.0, 7.0, 3.0]
    assert list(table["mean_regret"]) == [pytest.approx(5 / 3), pytest.approx(7 / 3),
                                          pytest.approx(7 / 3)]  # fmt: skip
    assert list(table.index[table["minimax_regret"]]) == ["usual"]
    assert list(table["worlds_near_best"]) == [1, 2, 0]
    assert list(table["mean"]) == [5.0, pytest.approx(17 / 3), pytest.approx(17 / 3)]
    assert list(table["worst"]) == [5.0, 12.0, 7.0]


def test_where_higher_is_better_regret_is_to_the_highest():
    # the best of each world: 5, 6 and 12
    table = measured(study(), better="higher")
    assert list(table["largest_regret"]) == [7.0, 4.0, 5.0]
    assert list(table["worst"]) == [5.0, 1.0, 4.0]


def test_good_enough_counts_the_worlds_that_satisfy():
    table = measured(study(), good_enough=5.0)
    assert list(table["worlds_good_enough"]) == [3, 2, 1]
    assert table.loc["careful", "share_good_enough"] == 1.0


def test_luck_is_averaged_before_options_are_compared():
    at = pd.DataFrame({"world": [0.0, 1.0]})
    results = made.study(
        lambda row, scenario, replicate, **_: float((scenario == "a") == replicate),
        at,
        scenarios=("a", "b"),
        replicates=2,
    )
    assert list(measured(results)["largest_regret"]) == [0.0, 0.0]


def test_levers_make_options_and_what_remains_makes_worlds():
    at = pd.DataFrame([(lever, wind) for lever in (1, 2) for wind in (0.1, 0.3, 0.7)],
                      columns=["lever", "wind"])  # fmt: skip
    results = made.study(lambda row, **_: abs(row["wind"] * 2 - row["lever"]), at)
    table = measured(results, levers=["lever"])
    assert list(table.index) == ["a, lever=1", "a, lever=2"]
    assert list(table["worlds"]) == [3, 3]
    # by hand: |2w − l| is .8 .4 .4 and 1.8 1.4 .6
    assert list(table["largest_regret"]) == [0.0, pytest.approx(1.0)]


def test_options_that_did_not_meet_the_same_worlds_are_refused():
    results = made.study(lambda row, **_: 0.0, made.drawn(6, ("lever", "wind")))
    with pytest.raises(Refused, match="in 6 of 6 worlds not every option was run"):
        measured(results, levers=["lever"])
    with pytest.raises(Refused, match="there is only one option"):
        measured(results)


def test_which_way_is_better_must_be_known():
    results = study()
    with pytest.raises(Refused, match="say which way is better"):
        robustness.robust(results, reading.subject(results, KEY, "final"))


def test_a_world_in_which_one_option_is_missing_is_no_world_for_the_others():
    results = study(replicates=2).without("bold-here-2-1")
    with pytest.raises(Refused, match="point 2 replicate 1"):
        measured(results)
    table = measured(results, leave_out=True)
    assert list(table["worlds"]) == [2, 2, 2]
    assert list(table["largest_regret"]) == [4.0, 0.0, 3.0]


TIED = pd.DataFrame({"careful": [2.0, 2.0, 2.0], "bold": [1.0, 4.0, 1.0],
                     "usual": [2.05, 1.95, 2.0]})  # fmt: skip
"""Worked out by hand: the best of each world is 1, 1.95 and 1."""


def said_of(values, margin, good_enough=None):
    table = robustness.measured(values, "lower", margin, good_enough)
    called = {key: Text(f"{key} nl", key) for key in table["option"]}
    return table.set_index("option"), robustness._said(table, good_enough, called)


def test_all_options_within_the_margin_of_the_least_regret_are_named():
    # largest regret: careful 1.0, bold 2.05, usual 1.05
    table, said = said_of(TIED, 0.1)
    assert list(table.index[table["minimax_regret"]]) == ["careful", "usual"]
    assert said[0].en == (
        "Least regret: “careful” and “usual” (with no clear difference), never more than 1.05 "
        "worse than the best, over 3 worlds."
    )
    assert "“careful nl” en “usual nl” (zonder duidelijk verschil)" in said[0].nl


def test_a_smaller_margin_tells_them_apart():
    table, said = said_of(TIED, 0.01)
    assert list(table.index[table["minimax_regret"]]) == ["careful"]
    assert said[0].en.startswith("Least regret: “careful”, never more than 1 worse")


def test_equal_counts_name_all_that_have_them_and_none_where_all_do():
    values = pd.DataFrame({"a": [0.0, 9.0, 9.0], "b": [9.0, 0.0, 9.0], "c": [9.0, 9.0, 0.0]})
    table, said = said_of(values, 0.1, good_enough=1.0)
    assert table["minimax_regret"].all()
    for sentence in said:
        assert "no clear difference" in sentence.en
        assert "geen duidelijk verschil" in sentence.nl
    assert "each option in 1 of 3 worlds" in said[1].en
    values.loc[2, "b"] = 0.0
    values.loc[3] = [0.0, 9.0, 9.0]
    _, said = said_of(values, 0.1, good_enough=1.0)
    assert "“a” and “b” (with no clear difference), in 2 of 4 worlds" in said[1].en
    assert "“a” and “b” (with no clear difference), in 2 of 4 worlds" in said[2].en


def test_the_last_digits_of_sums_make_no_winner():
    values = pd.DataFrame({"a": [0.0, 0.1 + 0.2], "b": [0.3, 0.0], "c": [5.0, 5.0]})
    table, said = said_of(values, 0.0)
    assert list(table["minimax_regret"]) == [True, True, False]
    assert "“a” and “b”" in said[0].en
