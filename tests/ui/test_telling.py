"""The sentence below a chart: no word without its counts, its size, its reason and its weeks."""

from __future__ import annotations

import re

import numpy as np
import pytest

from experiments.front import declared
from experiments.front.answering import pair
from ui.telling import Period, most_different, sentence, standout

HELP = next(o for o in declared.outcomes() if o.key == "time_to_help")
PLANS = next(o for o in declared.outcomes() if o.key == "one_plan")
DURING = Period("during", 0, 156, 52)


def told(differences, language="nl", outcome=HELP, period=DURING) -> str:
    b = np.asarray(differences, dtype=float)
    found = pair(np.full(len(b), 0.5), 0.5 + b, outcome.margin)
    return sentence(found, outcome, period, language, early=False)


def test_a_sure_but_small_difference_does_not_sound_like_a_contradiction():
    said = told(np.where(np.arange(100) < 76, -0.3, 0.0))
    assert said == (
        "Het model ziet hier geen duidelijk verschil. In de tijd met extra geld (jaar 1 tot en met "
        "3) is B in 0 van de 100 doorrekeningen lager dan A, in 0 hoger en in 100 ongeveer gelijk "
        "(minder dan 1 week verschil). In het midden is B 0,3 weken lager. Dat is zo weinig dat "
        "het er niet toe doet. Daarom noemen we het geen duidelijk verschil."
    )


def test_runs_that_disagree_say_that_they_do():
    said = told(np.where(np.arange(100) < 55, 2.0, -2.0), "en")
    assert "lower than A in 45 of the 100 runs, higher in 55 and about equal in 0" in said
    assert "do not point one way often enough" in said


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("share", range(0, 101, 5))
@pytest.mark.parametrize("rest", [0.1, -2.0])
def test_the_counts_add_up_and_the_word_follows_from_them(language, share, rest):
    said = told(np.where(np.arange(100) < share, 2.0, rest), language)
    lower, higher, equal = (int(number) for number in re.findall(r"\bin (\d+)", said))
    assert lower + higher + equal == 100
    clear = max(lower, higher) >= 60
    assert clear != ("geen duidelijk verschil" in said or "no clear difference" in said)


def test_worlds_that_are_the_same_say_so():
    assert "in alle 100 doorrekeningen precies gelijk" in told(np.zeros(100))


def test_shares_differ_by_points():
    said = told(np.full(100, 0.04), outcome=PLANS)
    assert said.startswith("B ligt bijna altijd hoger dan A.")
    assert "minder dan 2 procentpunt verschil" in said
    assert "B 4,0 procentpunt hoger" in said
    assert "vanaf 95 van elke 100" in said


@pytest.mark.parametrize(
    ("begin", "end", "when"),
    [(0, 156, "jaar 1 tot en met 3"), (156, 208, "jaar 4"), (26, 150, "week 26 tot 150")],
)
def test_the_weeks_are_told(begin, end, when):
    assert f"({when})" in told(np.ones(20), period=Period("after", begin, end, 52))


def test_the_largest_in_margins_comes_first_and_unclear_ones_not_at_all():
    a = np.zeros(30)
    pairs = {
        "time_to_help": pair(a, a + 1.5, HELP.margin),
        "one_plan": pair(a, a - 0.2, PLANS.margin),
        "burden": pair(a, a + 1.0, 500.0),
        "waiting": None,
    }
    assert most_different(pairs, declared.outcomes()) == ["one_plan", "time_to_help"]
    assert standout(PLANS, pairs["one_plan"], "nl") == "B 20,0 procentpunt lager"
