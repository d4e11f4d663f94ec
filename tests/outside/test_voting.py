"""B3: talk and decision rules at a table of twelve."""

import pytest

from experiments.validation.outside.voting import tables

LEAD, TWO_THIRDS, ALL = 1.0, 2.0, 3.0


@pytest.mark.parametrize("rule", [TWO_THIRDS, ALL])
def test_talk_makes_a_decision_more_likely_and_more_acceptable(rule: float):
    before, after = (tables(rule, hours, 0.5) for hours in (0.0, 4.0))
    assert after[0] > before[0] + 0.1
    assert after[1] > before[1]


def test_two_thirds_succeed_more_often_than_all_and_who_leads_always_does():
    for conflict in (0.3, 0.5, 0.8):
        lead, most, all_ = (tables(rule, 0.0, conflict)[0] for rule in (LEAD, TWO_THIRDS, ALL))
        assert lead == 1.0 > most > all_ - 1e-9


def test_where_there_is_little_conflict_the_rule_makes_no_difference():
    assert {tables(rule, hours, 0.1)[0] for rule in (1.0, 2.0, 3.0) for hours in (0.0, 4.0)} == {
        1.0
    }


def test_talk_widens_what_is_between_those_who_cannot_hear_each_other():
    """Against what the study found: fairer at moderate conflict, less fair at high conflict."""
    assert tables(TWO_THIRDS, 4.0, 0.5)[2] < tables(TWO_THIRDS, 0.0, 0.5)[2]
    assert tables(TWO_THIRDS, 4.0, 1.0)[2] > tables(TWO_THIRDS, 0.0, 1.0)[2]
