"""Morris: how far an outcome moves, on the whole, when one number crosses its range.

SALib gives mu* (mean size of the effect), mu (mean effect, with its sign) and sigma (how much it
depends on the rest). Beside them stands what luck alone would give: runs of one point with other
luck tell it, and a mu* that is no larger says nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from experiments.sensitivity.designs import LEVELS, Design, Shares, moved
from experiments.sensitivity.studies import Done

FEWEST_PATHS = 2
CLEAR = 2.0
"""An effect counts as more than luck from so many times what luck gives; chosen."""


@dataclass(frozen=True)
class Effect:
    """What one factor does to an outcome, over its whole range and in the outcome's unit.

    ``mu`` is NaN for a group, whose members move both ways. ``luck`` is the root mean square of
    the effects that luck alone gives and ``size`` that of the effects seen; both are NaN where one
    run was made of each point.
    """

    factor: str
    mu_star: float
    confidence: float
    mu: float
    sigma: float
    size: float
    luck: float

    @property
    def clear(self) -> bool | None:
        """Whether it is more than luck; None where nobody can know."""
        return None if np.isnan(self.luck) else bool(self.size > CLEAR * self.luck)


@dataclass(frozen=True)
class Screened:
    """One outcome: effects with the largest mu* first, over ``paths`` whole paths.

    ``noise`` is the part of all squared effects that luck alone would give. ``on_assumed`` is the
    part of the sum of mu* that rests on factors that are assumed; ``on_assumed_clear`` the same
    part of the squared effects after the luck is taken off. NaN where it cannot be said.
    """

    outcome: str
    effects: tuple[Effect, ...]
    paths: int
    left_out: int
    noise: float
    on_assumed: float
    on_assumed_clear: float


def screen(done: Done, is_assumed: Callable[[str], bool]) -> dict[str, Screened | None]:
    """Every outcome; None where fewer than two whole paths are left."""
    return {key: _one(done, key, is_assumed) for key in done.study.outcomes}


def _one(done: Done, key: str, is_assumed: Callable[[str], bool]) -> Screened | None:
    shares, values, left_out = done.outcome(key)
    if len(values) < FEWEST_PATHS:
        return None
    design = done.study.design
    squares, lucks = _squares(design, shares, values)
    effects = _analysed(design, shares, values.mean(axis=2), squares, lucks)
    ordered = sorted(effects, key=lambda effect: -effect.mu_star)
    worth = {effect.factor: effect.mu_star for effect in effects}
    above = {name: float(np.maximum(0.0, squares[name] - lucks[name])) for name in squares}
    return Screened(
        outcome=key,
        effects=tuple(ordered),
        paths=len(values),
        left_out=left_out,
        noise=_share(sum(lucks.values()), sum(squares.values())),
        on_assumed=_share_of(worth, is_assumed),
        on_assumed_clear=_share_of(above, is_assumed),
    )


def _analysed(
    design: Design,
    shares: Shares,
    means: NDArray[np.float64],
    squares: Mapping[str, float],
    lucks: Mapping[str, float],
) -> list[Effect]:
    """What SALib makes of the means over replicates [path, point]."""
    from SALib.analyze import morris  # here: it loads drawing libraries

    found = morris.analyze(
        design.problem(),
        shares.reshape(-1, len(design.names)),
        means.reshape(-1),
        num_levels=LEVELS,
        seed=design.seed,
    )
    columns = zip(found["names"], found["mu_star"], found["mu_star_conf"], found["mu"],
                  found["sigma"], strict=True)  # fmt: skip
    return [
        Effect(
            factor=str(name),
            mu_star=float(star),
            confidence=float(near),
            mu=_number(mu) if not design.groups else float("nan"),
            sigma=_number(sigma),
            size=float(np.sqrt(squares[str(name)])),
            luck=float(np.sqrt(lucks[str(name)])),
        )
        for name, star, near, mu, sigma in columns
    ]


def _number(value: object) -> float:
    return float(np.ma.filled(np.ma.asarray(value, dtype=np.float64), np.nan))


def _squares(
    design: Design, shares: Shares, values: NDArray[np.float64]
) -> tuple[dict[str, float], dict[str, float]]:
    """Mean squared effect of each factor, and the part that luck alone gives (NaN for one run)."""
    seen: dict[str, list[float]] = {factor: [] for factor in design.factors}
    luck: dict[str, list[float]] = {factor: [] for factor in design.factors}
    runs = values.shape[2]
    for path, value in zip(shares, values, strict=True):
        for number, (factor, step) in enumerate(moved(design, path)):
            effects = (value[number + 1] - value[number]) / step
            seen[factor].append(float(effects.mean()) ** 2)
            luck[factor].append(float(effects.var(ddof=1)) / runs if runs > 1 else np.nan)
    return (
        {factor: float(np.mean(each)) for factor, each in seen.items()},
        {factor: float(np.mean(each)) for factor, each in luck.items()},
    )


def _share(part: float, whole: float) -> float:
    if whole == 0.0:
        return float("nan")
    return float(np.minimum(1.0, part / whole))  # which keeps a NaN


def _share_of(worth: Mapping[str, float], is_assumed: Callable[[str], bool]) -> float:
    whole = sum(worth.values())
    return _share(sum(value for name, value in worth.items() if is_assumed(name)), whole)


def ranking(screened: Mapping[str, Screened | None]) -> list[tuple[str, float]]:
    """Every factor with its mean share of the sum of mu* over the outcomes, largest first."""
    shares: dict[str, list[float]] = {}
    for each in screened.values():
        whole = sum(effect.mu_star for effect in each.effects) if each else 0.0
        if each and whole > 0.0:
            for effect in each.effects:
                shares.setdefault(effect.factor, []).append(effect.mu_star / whole)
    means = {factor: float(np.mean(each)) for factor, each in shares.items()}
    return sorted(means.items(), key=lambda item: -item[1])
