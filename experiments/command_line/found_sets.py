"""What ``calibrate-to`` found, for machines and in words: which sets are left, and do they fit.

Two looks decide whether a sample of sets may be believed. One is on the targets: what the sets that
are left come to, set beside what was asked. The other is on the numbers: one that is left as wide
as it was drawn is one about which the targets say nothing.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from experiments.command_line import output
from experiments.command_line.shown import short
from experiments.command_line.speech import say
from experiments.version import NOTE

if TYPE_CHECKING:
    import pandas as pd

    from experiments.calibration.fit_to_targets import Search, Tried
    from experiments.calibration.posterior import Posterior

Data = dict[str, Any]
NEAR = 2.0
"""Spreads within which a set is said to meet a target; chosen, as some 95 in 100 of a normal do."""
MIDDLE = 0.9
AS_WIDE = 0.8
"""A part of its range from which a number is said to be as wide as it was drawn; chosen."""
FEWEST = 10
"""With fewer sets nothing is said of how wide a number is; chosen."""


def of_fit(found: Tried, asked: int) -> Data:
    """What a fit of so many trials came to: the best set, and all that no target rules out."""
    best = int(np.argmin(found.worth))
    left = found.table()
    return {
        "trials": len(found.sets),
        "stopped": len(found.sets) < asked,
        "accepted": len(left),
        "distance": float(found.worth[best]),
        "best": found.sets[best],
        "targets": _targets(found.search, found.means[best], found.left),
        "left": _widths(found.search, left),
    }


def of_posterior(found: Posterior) -> Data:
    """What a posterior came to: its generations, and the sample that is left of them."""
    mean = np.average(found.values, axis=0, weights=found.weights)
    return {
        "generations": found.generations,
        "stopped": found.stopped,
        "accepted": len(found.sets),
        "distance": found.epsilon,
        "targets": _targets(found.search, mean, found.left),
        "left": _widths(found.search, found.table()),
    }


def _targets(sought: Search, means: NDArray[np.float64], left: NDArray[np.float64]) -> list[Data]:
    """Each target, what was reached, and what the sets that are left [set, target] come to."""
    told = []
    for number, aim in enumerate(sought.aims):
        values = left[:, number]
        near = np.abs(values - aim.value) <= NEAR * aim.observed
        low, high = np.quantile(values, _ENDS) if len(values) else (np.nan, np.nan)
        told.append({
            "key": aim.key, "value": aim.value, "spread": aim.observed,
            "reached": float(means[number]), "p05": float(low), "p95": float(high),
            "near": int(near.sum()),
        })  # fmt: skip
    return told


def _widths(sought: Search, left: pd.DataFrame) -> list[Data]:
    """Of each number its range, where the sets that are left lie, and how wide that still is.

    ``width`` is 1 where the middle nine tenths are as wide as those of an even draw.
    """
    told = []
    for name, (low, high) in sought.ranges.items():
        ends: tuple[float, float, float] = (np.nan, np.nan, np.nan)
        if len(left):
            low_end, middle, high_end = left[name].quantile([0.05, 0.5, 0.95])
            ends = float(low_end), float(middle), float(high_end)
        told.append({
            "address": name, "low": low, "high": high,
            "p05": ends[0], "median": ends[1], "p95": ends[2],
            "width": (ends[2] - ends[0]) / (MIDDLE * (high - low)),
        })  # fmt: skip
    return told


_ENDS = ((1 - MIDDLE) / 2, (1 + MIDDLE) / 2)


def rounded(told: Any) -> Any:
    """The same with numbers as JSON shows them."""
    if isinstance(told, dict):
        return {key: rounded(value) for key, value in told.items()}
    if isinstance(told, list):
        return [rounded(value) for value in told]
    return output.number(told) if isinstance(told, float) else told


def show(told: Data) -> None:
    """What was found, in words: targets, the best set, what is left, and what that says."""
    count = told["accepted"]
    for each in told["targets"]:
        far = (each["reached"] - each["value"]) / each["spread"]
        print(say(
            f"{each['key']:30s} doel {short(each['value'])} ± {short(each['spread'])}, "
            f"gehaald {short(each['reached'])} ({short(far)} spreidingen ernaast)",
            f"{each['key']:30s} target {short(each['value'])} ± {short(each['spread'])}, "
            f"reached {short(each['reached'])} ({short(far)} spreads off)",
        ))  # fmt: skip
    for name, value in told.get("best", {}).items():
        print(f"  {name} = {short(value)}")
    of = say(f" van {told['trials']}", f" of {told['trials']}") if "trials" in told else ""
    print(say(f"{count}{of} reeksen getallen blijven over; {NOTE.nl}",
              f"{count}{of} sets of numbers are left; {NOTE.en}"))  # fmt: skip
    if count:
        _show_check(told, count)
    if told["stopped"]:
        print(say("gestopt; dezelfde opdracht gaat hier verder",
                  "stopped; the same command goes on from here"), file=sys.stderr)  # fmt: skip


def _show_check(told: Data, count: int) -> None:
    """Whether sets that are left meet the targets, and whether targets say anything of a number."""
    for each in told["targets"]:
        low, high = short(each["p05"]), short(each["p95"])
        print(say(
            f"  {each['key']}: binnen twee spreidingen in {each['near']} van {count} reeksen "
            f"({low} tot {high} in negen van de tien)",
            f"  {each['key']}: within two spreads in {each['near']} of {count} sets "
            f"({low} to {high} in nine of ten)",
        ))  # fmt: skip
    for each in told["left"]:
        print(_width(each, count))


def _width(each: Mapping[str, Any], count: int) -> str:
    """Where a number lies in the sets that are left, against the range it was drawn from."""
    low, high, least, most = (short(each[end]) for end in ("p05", "p95", "low", "high"))
    said = say(
        f"  {each['address']}: {low} tot {high} in negen van de tien, getrokken uit {least} tot "
        f"{most}",
        f"  {each['address']}: {low} to {high} in nine of ten, drawn from {least} to {most}",
    )
    if count >= FEWEST and each["width"] >= AS_WIDE:
        said += say("; de doelen zeggen er weinig over", "; the targets say little of it")
    return said
