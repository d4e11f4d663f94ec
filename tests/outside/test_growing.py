"""A8: a table that starts large ends low, one that grows informed may stay high."""

from experiments.validation.outside.growing import efficient


def test_the_order_is_that_of_the_experiments():
    large, informed, guessing = efficient(12, 1.0), efficient(2, 1.0), efficient(2, 0.0)
    assert large < 0.1
    assert informed > 0.3
    assert guessing < 0.1
