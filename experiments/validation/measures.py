"""What can be measured of worlds without any code in a row: levels, pairs, gaps, correlations."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from experiments import effects
from experiments.validation.found import Found, found, share
from experiments.validation.runs import Runs, Values
from model.outcomes import OUTCOMES

Measure = Callable[..., Found]
RESAMPLES = 2_000


def level(runs: Runs, world: str, outcome: str, window: str = "whole", times: float = 1.0) -> Found:
    """An outcome of one world."""
    return found(times * runs.values(world, outcome, window), "runs")


def ratio(
    runs: Runs, world: str, top: str, bottom: str, window: str = "whole", times: float = 1.0
) -> Found:
    """One outcome over another in the same run."""
    over = runs.values(world, bottom, window)
    with np.errstate(divide="ignore", invalid="ignore"):
        parts = np.where(over > 0, times * runs.values(world, top, window) / over, np.nan)
    return found(parts, "runs")


def pairs(
    runs: Runs, a: str, b: str, outcome: str, direction: str, window: str = "during"
) -> Found:
    """In which share of pairs b is higher, or lower, than a."""
    difference = _difference(runs, a, b, outcome, window)
    right = difference > 0 if direction == "higher" else difference < 0
    return share(right, "pairs", float(np.median(difference)) if len(difference) else np.nan)


def in_margins(runs: Runs, a: str, b: str, outcome: str, window: str = "during") -> Found:
    """The difference b − a, in smallest differences that matter: between −1 and 1 none does."""
    difference = _difference(runs, a, b, outcome, window)
    middle = float(np.median(difference)) if len(difference) else np.nan
    return found(difference / OUTCOMES[outcome].margin, "pairs", difference=middle)


def clear(runs: Runs, a: str, b: str, outcome: str, window: str = "during") -> Found:
    """1 where words may say that b is higher, −1 lower, 0 no clear difference."""
    first, second = (runs.values(world, outcome, window) for world in (a, b))
    effect = effects.paired(first, second, OUTCOMES[outcome].margin)
    said = {"higher": 1.0, "lower": -1.0}.get(effects.verdict(effect).direction, 0.0)
    return found([said], "pairs", effect.n, effect.median)


def payer_loses(runs: Runs, a: str, b: str, budget: str, window: str = "during") -> Found:
    """In which share of pairs a budget spends more in b, less what it is spared by help."""
    paid = _difference(runs, a, b, f"cost_{budget}", window)
    spared = _difference(runs, a, b, f"saved_{budget}", window)
    return share(paid > spared, "pairs", float(np.median(paid - spared)))


def gap(runs: Runs, world: str, outcome: str, window: str = "whole") -> Found:
    """In which share of runs the most disadvantaged third stands higher than the least."""
    least, most = (runs.values(world, outcome, window, group) for group in (1, 3))
    there = ~(np.isnan(least) | np.isnan(most))
    return share((most > least)[there], "runs", float(np.median((most - least)[there])))


def correlation(
    runs: Runs, a: str, b: str, first: str, second: str, window: str = "during"
) -> Found:
    """Over pairs: whether more difference in one outcome goes with more in another."""
    x, y = (_difference(runs, a, b, outcome, window) for outcome in (first, second))
    return found([np.corrcoef(x, y)[0, 1]], "pairs", len(x))


def bend(runs: Runs, worlds: list[str], outcome: str, window: str = "whole") -> Found:
    """How surely the last step along these worlds moves the mean by more than the first.

    The share of resamples of the runs in which it does: one run says little where few people
    come and go.
    """
    low, middle, high = (runs.values(world, outcome, window) for world in worlds)
    bends = (high - middle) - (middle - low)
    bends = bends[~np.isnan(bends)]
    again = np.random.default_rng(1).choice(bends, (RESAMPLES, len(bends))).mean(axis=1)
    return found([(again > 0).mean()], "runs", len(bends), float(bends.mean()))


def quantile(runs: Runs, world: str, outcome: str, at: float, window: str = "whole") -> Found:
    """A quantile over draws of what nobody knows."""
    values = runs.values(world, outcome, window)
    return found([np.nanquantile(values, at)], "draws", int((~np.isnan(values)).sum()))


def first_year(runs: Runs, a: str, b: str, outcome: str, share_of_last: float = 0.8) -> Found:
    """The first year in which the mean difference b − a reaches this share of the largest."""
    years = range(1, 7)
    means = np.array(
        [_difference(runs, a, b, outcome, f"year_{year}").mean() for year in years], dtype=float
    )
    largest = means[np.argmax(np.abs(means))]
    reached = means * np.sign(largest) >= share_of_last * abs(largest)
    return found([1 + int(np.argmax(reached))], "pairs", runs.size.runs, float(largest))


def apart(runs: Runs, worlds: list[str], outcome: str, window: str = "during") -> Found:
    """The largest median of an outcome over these worlds less the smallest."""
    medians = [float(np.nanmedian(runs.values(world, outcome, window))) for world in worlds]
    return found([max(medians) - min(medians)], "runs", runs.size.runs)


def over(runs: Runs, a: str, b: str, outcome: str, window: str = "during") -> Found:
    """An outcome of b over that of a, in each pair."""
    first, second = (runs.values(world, outcome, window) for world in (a, b))
    with np.errstate(divide="ignore", invalid="ignore"):
        return found(np.where(first > 0, second / first, np.nan), "pairs")


def told_over_gained(runs: Runs, a: str, b: str, window: str = "during") -> Found:
    """Euros gained for a euro as a sheet of b tells, less what b gained for each more than a cost.

    What was gained and paid more is the mean over pairs: in one pair chance outweighs both.
    """
    gained = _difference(runs, a, b, "saved_total", window).mean()
    paid = _difference(runs, a, b, "cost_total", window).mean()
    real = gained / paid if paid > 0 else np.nan
    return found(runs.values(b, "sheet_ratio", window) - real, "pairs", difference=real)


def better(runs: Runs, a: str, b: str, outcome: str, window: str = "during") -> Found:
    """In which share of pairs b is lower than a by a difference that matters."""
    difference = _difference(runs, a, b, outcome, window)
    return share(difference <= -OUTCOMES[outcome].margin, "pairs", float(np.median(difference)))


def better_later(runs: Runs, a: str, b: str, outcome: str) -> Found:
    """How much larger that share is in the second three years than in the first.

    Pairs in which b is higher by as much are taken off: two worlds drift apart by chance alone.
    """

    def more(window: str) -> float:
        lower, higher = better(runs, a, b, outcome, window), better(runs, b, a, outcome, window)
        return lower.median - higher.median

    late = better(runs, a, b, outcome, "after")
    return found([more("after") - more("during")], "pairs", late.n, late.difference)


def _difference(runs: Runs, a: str, b: str, outcome: str, window: str) -> Values:
    """B − a in each pair in which both could be measured."""
    difference = runs.values(b, outcome, window) - runs.values(a, outcome, window)
    return difference[~np.isnan(difference)]


MEASURES: dict[str, Measure] = {
    each.__name__: each
    for each in (
        level, ratio, pairs, in_margins, clear, payer_loses, gap, correlation, bend, quantile,
        first_year, apart, over, told_over_gained, better, better_later,
    )
}  # fmt: skip
