"""A11: a lone payer invests only when benefit over cost exceeds 1/(φ + (1-φ)/n)."""

import pytest

from experiments.validation.outside.wrong_pocket import threshold


@pytest.mark.parametrize(
    ("pooled", "ratio"), [(0.0, 4.00), (0.1, 3.08), (0.25, 2.29), (0.5, 1.60), (1.0, 1.00)]
)
def test_four_silos_pay_from_the_published_ratio_on(pooled: float, ratio: float):
    assert threshold(pooled, 4) == pytest.approx(ratio, abs=0.005)
    assert threshold(pooled, 4) == pytest.approx(1 / (pooled + (1 - pooled) / 4))


def test_the_first_euro_that_is_pooled_lowers_the_threshold_most():
    drops = [threshold(p, 4) - threshold(p + 0.25, 4) for p in (0.0, 0.25, 0.5, 0.75)]
    assert drops == sorted(drops, reverse=True)


def test_a_single_payer_who_also_gains_needs_no_pooling():
    assert threshold(0.0, 1) == pytest.approx(threshold(0.5, 1)) == pytest.approx(1.0)
