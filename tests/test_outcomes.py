"""What is reported: every count of the week is read, parts add up to wholes, spread is spread."""

import numpy as np
import pytest

from experiments import batch, simulation
from model.declarations import Unit
from model.outcomes import ALL, OUTCOMES, SPLITS
from model.phases import record
from model.sheet import Sheet
from model.state.axes import BUDGETS, CELL_COUNT
from model.state.tally import SYSTEM, TALLY

YEAR = (np.array([0]), np.array([52]))
SHARED = {
    "spending.extra": 9.0,
    "spending.on_facilitation": 0.75,
    "spending.on_team_hours": 0.25,
    "facilitator.paid_by_municipality": 0.5,
    "facilitator.paid_by_insurer": 0.3,
    "facilitator.paid_by_organisations": 0.2,
}


@pytest.fixture(scope="module")
def sheet() -> Sheet:
    plan = simulation.plan("utrecht-overvecht", SHARED, residents=300, weeks=52)
    return simulation.run(plan, 0).sheet


def by_payer(sheet: Sheet, key: str) -> dict[str, float]:
    values = sheet.measure(OUTCOMES[key], *YEAR, by="payer")[0]
    return dict(zip(("all", *BUDGETS), values.tolist(), strict=True))


def test_no_outcome_stands_in_the_place_of_another():
    assert [outcome.key for outcome in ALL] == list(OUTCOMES)


def test_every_count_of_the_week_is_read_by_an_outcome_or_a_check():
    """What is tallied and never read costs time, and somebody will think that it is reported."""
    read = set(batch.CHECKS.values()) | {"movers_in", "savings"}  # people; gained and elsewhere
    for each in OUTCOMES.values():
        read |= {each.top, each.bottom, each.group_top, each.payer_top}
    assert set(TALLY.names or ()) <= read
    assert {name.removeprefix("system.") for name in read} >= set(SYSTEM.names or ())


@pytest.mark.parametrize("key", ["cost_total", "cost_facilitation", "cost_extra"])
def test_what_the_payers_paid_is_what_it_cost(sheet: Sheet, key: str):
    told = by_payer(sheet, key)
    assert sum(told[budget] for budget in BUDGETS) == pytest.approx(told["all"], rel=1e-12)


def test_facilitation_is_paid_by_those_named_and_extra_hours_by_the_municipality(sheet: Sheet):
    facilitation, extra = by_payer(sheet, "cost_facilitation"), by_payer(sheet, "cost_extra")
    assert [facilitation[b] for b in ("general", "zvw", "housing")] == pytest.approx(
        [6.75 * share for share in (0.5, 0.3, 0.2)]
    )
    assert extra["general"] == pytest.approx(2.25)
    assert extra["zvw"] == extra["wmo"] == 0.0


def test_savings_by_payer_are_the_whole_matrix(sheet: Sheet):
    """Row by row who paid, column by column who gains; off the diagonal is the wrong pocket."""
    gains = [by_payer(sheet, f"saved_{budget}") for budget in BUDGETS]
    for told in gains:
        assert sum(told[budget] for budget in BUDGETS) == pytest.approx(told["all"], rel=1e-9)
    total = sum(told["all"] for told in gains)
    own = sum(told[budget] for told, budget in zip(gains, BUDGETS, strict=True))
    assert by_payer(sheet, "wrong_pocket")["all"] == pytest.approx(1.0 - own / total)


def test_each_budget_is_held_against_its_own_amount(sheet: Sheet):
    told = by_payer(sheet, "overspend")
    assert min(told[b] for b in BUDGETS) < told["all"] < max(told[b] for b in BUDGETS)
    assert by_payer(sheet, "cost_wmo")["zvw"] != by_payer(sheet, "cost_wmo")["zvw"]  # not a number
    assert np.isnan([by_payer(sheet, "burden")[b] for b in BUDGETS]).all()


def test_every_split_has_its_groups_in_the_results():
    plan = simulation.plan("utrecht-overvecht", SHARED, residents=300, weeks=52)
    results = batch.ensemble(plan, 1, windows=(batch.final(52),), by="payer")
    assert results.values["cost_total"].shape == (1, 1, 1 + len(SPLITS["payer"]))


def test_working_hours_are_told_as_a_share_and_a_week_and_leave_nothing_out(sheet: Sheet):
    kinds = ("care", "admin", "coordination", "meeting", "outreach", "idle", "absent")
    shares = {name: sheet.measure(OUTCOMES[f"hours_{name}"], *YEAR)[0, 0]
              for name in (*kinds, "overtime")}  # fmt: skip
    assert sum(shares[name] for name in kinds) == pytest.approx(1.0 + shares["overtime"])
    weekly = sheet.measure(OUTCOMES["week_care"], *YEAR)[0, 0]
    assert OUTCOMES["week_care"].unit is Unit.HOURS_PER_WEEK
    available = sheet.total("system.available_hours", *YEAR, None)[0, 0] / 52
    assert weekly == pytest.approx(shares["care"] * available)


def test_spread_is_the_standard_deviation_within_a_week_and_not_between_weeks():
    """Two weeks in which people agree, on another level each: they differ in nothing."""
    system = np.zeros(2, dtype=SYSTEM)
    for week, values in enumerate(([0.2, 0.2], [0.6, 0.6])):
        square = sum(value**2 for value in values)
        system["between"][week] = 2.0
        system["trust_between"][week] = sum(values)
        system["trust_between_spread"][week] = record.spread(square, sum(values), 2.0)
    told = Sheet(np.zeros((2, CELL_COUNT), dtype=TALLY), system)
    outcome = OUTCOMES["trust_between_spread"]
    begin, end = np.array([0]), np.array([2])
    assert told.measure(outcome, begin, end)[0, 0] == pytest.approx(0.0, abs=1e-8)
    system["trust_between_spread"][1] = record.spread(0.4**2 + 0.8**2, 1.2, 2.0)
    again = Sheet(np.zeros((2, CELL_COUNT), dtype=TALLY), system)
    week = np.array([1])
    assert again.measure(outcome, week, week + 1)[0, 0] == pytest.approx(0.2)


def test_trust_is_told_with_its_spread(sheet: Sheet):
    for key in ("trust_between", "trust_within", "credibility"):
        spread = sheet.measure(OUTCOMES[f"{key}_spread"], *YEAR)[0, 0]
        assert 0.0 <= spread < 0.5, key
    assert sheet.measure(OUTCOMES["trust_between_spread"], *YEAR)[0, 0] > 0.0


def test_who_leaves_is_succeeded(sheet: Sheet):
    assert 0.0 < sheet.measure(OUTCOMES["moved"], *YEAR)[0, 0] < 0.3
