"""What the model was fitted to says truly what it rests on."""

import csv

import pytest

from experiments.fitting import TARGETS, Target
from model.parameters import ADDRESSES
from tests.test_declarations import MODEL

with (MODEL / "evidence.csv").open(encoding="utf-8", newline="") as file:
    ROWS = {row["id"]: row for row in csv.DictReader(file)}
REST = {"T11"}
"""Rows that tell what is left when the aim is taken off the whole."""
SHARES = {"%", "% a year"}


@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.key)
def test_a_target_rests_on_what_it_names(target: Target):
    assert set(target.rows) <= ROWS.keys()
    assert target.low <= target.value <= target.high
    assert target.address == "" or target.address in ADDRESSES
    if target.source.startswith("assumed"):
        assert target.why
        return
    (key,) = target.rows
    row = ROWS[key]
    told = {name: float(row[name]) for name in ("value", "low", "high") if row[name]}
    if row["unit"] in SHARES:
        told = {name: figure / 100 for name, figure in told.items()}
    if key in REST:
        told = {"value": 1 - told["value"]}
    assert target.value == pytest.approx(told["value"])
    assert told.get("low", target.low) <= target.low
    assert target.high <= told.get("high", target.high)
    assert target.why or {"low", "high"} <= told.keys()
