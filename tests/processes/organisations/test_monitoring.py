"""What counting tells, costs and crowds out (M28)."""

import pytest
from hypothesis import given

from model.processes.organisations import monitoring
from tests.generators import amounts, neutral_of, numbers, plain, shares

covers, reaches, heard = (plain(getattr(monitoring, n)) for n in ("covers", "reaches", "heard"))
pressure, flattered = plain(monitoring.pressure), plain(monitoring.flattered)
sobers, crowded_out = plain(monitoring.sobers), plain(monitoring.crowded_out)
share_of_week, reporting = plain(monitoring.share_of_week), plain(monitoring.reporting_hours)
seems_free = plain(monitoring.seems_free)


def counted(indicators: float = 8.0, frequency: float = 4.0, **more: float):
    usual = {"half": 8.0, "stale": 26.0, "gaming": 0.2, "sobering": 0.1, "hoped": 0.5}
    costs = {"filling": 0.25, "reporting": 0.5, "weighted": 1.0}
    return numbers(indicators=indicators, frequency=frequency, **usual | costs | more)


def test_eight_indicators_each_quarter_as_worked_out_by_hand():
    p = counted()
    assert covers(p) == 0.5
    assert reaches(p) == pytest.approx(0.5 * 0.5**0.25)
    assert reaches(counted(frequency=1.0)) == 0.25
    assert pressure(p) == pytest.approx(0.5 / 3)
    assert sobers(0.1, counted(frequency=1.0)) == pytest.approx(0.1 * 0.25 * 0.4)
    assert share_of_week(36.0, p) == pytest.approx(8 * 4 * 0.25 / 52 / 36)
    assert reporting(p) == pytest.approx(16 / 52)
    assert crowded_out(True, p) == pytest.approx(1 - 0.2 / 6)
    assert crowded_out(False, p) == 1.0


@given(indicators=amounts(30.0), frequency=amounts(11.0, 1.0), hears=shares)
def test_more_and_fresher_figures_tell_more_less_for_each_and_cost_in_proportion(
    indicators, frequency, hears
):
    few, more = counted(indicators, frequency), counted(indicators + 1.0, frequency)
    most = counted(indicators + 2.0, frequency)
    assert reaches(few) < reaches(more) < reaches(most) < 1.0
    assert reaches(more) - reaches(few) > reaches(most) - reaches(more)
    assert reaches(counted(indicators + 1.0, frequency + 1.0)) > reaches(more)
    each = share_of_week(36.0, more) - share_of_week(36.0, few)
    assert share_of_week(36.0, most) - share_of_week(36.0, more) == pytest.approx(each)
    assert hears <= heard(hears, more) <= 1.0


@given(result=shares)
def test_figures_flatter_and_sober_and_may_do_neither(result):
    p, honest = counted(30.0, 12.0), counted(30.0, 12.0, gaming=0.0, sobering=0.0)
    assert flattered(result, p) >= result
    assert (sobers(result, p) > 0.0) == (result < 0.5)
    assert flattered(result, honest) == result
    assert sobers(result, honest) == 0.0
    assert crowded_out(True, honest) == 1.0


def test_by_number_somebody_with_light_cases_seems_as_busy_as_with_heavy_ones():
    assert seems_free(10.0, 4.0, counted(weighted=1.0)) == 10.0
    assert seems_free(10.0, 4.0, counted(weighted=0.0)) == 4.0
    assert seems_free(10.0, 4.0, counted(weighted=0.5)) == 7.0


@given(hears=shares, free=amounts(30.0), flat=amounts(30.0))
def test_switched_off_figures_tell_cost_and_crowd_out_nothing(hears, free, flat):
    off = neutral_of(
        monitoring.MonitoringParameters,
        *("indicators", "weighted", "gaming", "sobering"),
        **{"half": 8.0, "stale": 26.0, "frequency": 12.0, "hoped": 0.5},
        **{"filling": 0.25, "reporting": 0.5},
    )
    assert heard(hears, off) == flattered(hears, off) == hears
    assert sobers(hears, off) == share_of_week(36.0, off) == reporting(off) == 0.0
    assert crowded_out(True, off) == 1.0
    assert seems_free(free, flat, off) == free
