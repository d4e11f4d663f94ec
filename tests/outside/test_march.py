"""A5: mutual learning as March described it, with the rules of the model."""

import numpy as np
import pytest

from experiments.validation.outside.march import GROUPS, PERIODS, knowledge


@pytest.mark.parametrize(("taking_over", "known"), [(0.1, 0.98), (0.5, 0.90), (0.9, 0.87)])
def test_the_knowledge_of_the_code_is_that_of_the_published_model(taking_over: float, known: float):
    ended = knowledge(taking_over, 0.5, 0.0, PERIODS, GROUPS)
    error = np.std(ended) / np.sqrt(len(ended))
    assert abs(np.mean(ended) - known) < 3 * error + 0.01


def test_slow_learners_end_with_more():
    ended = [np.mean(knowledge(p1, 0.5, 0.0, PERIODS, GROUPS)) for p1 in (0.1, 0.5, 0.9)]
    assert ended == sorted(ended, reverse=True)


def test_new_people_help_a_group_that_learns_fast_and_harm_one_that_learns_slowly():
    for taking_over, sign in ((0.9, 1.0), (0.1, -1.0)):
        old, new = (knowledge(taking_over, 0.5, p3, 20, 4 * GROUPS) for p3 in (0.0, 0.2))
        assert sign * (np.mean(new) - np.mean(old)) > 0.0
