"""Sensitivity: which factor moves an outcome, by the method that the design allows, and the luck.

A design of Morris gives mu*, one of Saltelli gives Sobol indices, and any design that fills the
space gives PAWN. For the first two the statistics of ``experiments.sensitivity`` are used; here
the runs of a study are put in their blocks, and the blocks are looked at first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

import numpy as np
from numpy.typing import NDArray

from experiments.analysis import found, guards, luck, names, origin, reading
from experiments.analysis.found import Found
from experiments.analysis.reading import Results, Subject
from experiments.analysis.tables import Frame, stacked, tabled
from experiments.sensitivity import screening, variance
from experiments.sensitivity.designs import MORRIS, SOBOL, Design, moved
from experiments.sensitivity.studies import Done, Study
from model.place_facts import Text
from scenarios.faults import Both, Fault, Refused

KIND = "sensitivity"
PAWN, SALTELLI = "pawn", "saltelli"
METHODS = (MORRIS, SOBOL, PAWN)
NOBODY = "(dummy)"
"""A factor that does nothing, to show what the method finds where nothing is."""
NOBODIES = 20
SLICES, FEWEST_POINTS = 10, 60
MOVES_NOTHING = 1e-12


def weigh(
    results: Results,
    about: Subject,
    method: str | None = None,
    leave_out: bool = False,
    seed: int = 1,
) -> Found:
    """How much each factor moves the outcome, place by place.

    ``method`` is one of METHODS, or the one that fits the design. Raises Refused for blocks that
    are not whole, and for a design that the method cannot read.
    """
    asked = origin.options(leave_out, method=method, seed=seed)
    method = method or fitting(results.design)
    size = 1 if method == PAWN else _size(results, method)
    unit = ("place", "block")
    frame = reading.values(results, about)
    frame, gone = guards.whole(frame, results, unit, leave_out, size)
    parts, noises = [], {}
    for place, told in frame.groupby("place", sort=True):
        rows = WEIGHED[method](results, told, seed)
        noises[str(place)] = luck.shares(guards.cube(told))
        parts.append(rows.assign(place=place, **noises[str(place)]))
    table = stacked(parts)
    table.insert(0, "method", method)
    table = found.headed(table, about)
    said = _said(table, method, noises, frame, about.names)
    units = ("points", "punten") if method == PAWN else ("blocks", "blokken")
    said += found.left_out(gone, *units)
    runs, drawn = found.runs_in(frame, about), {"method": method}
    return Found(KIND, about, table, said, runs, gone, found.made_by(results), drawn, asked)


def fitting(design: str) -> str:
    """The method that a design is made for; PAWN for any that fills the space."""
    return {MORRIS: MORRIS, SALTELLI: SOBOL}.get(design, PAWN)


def _size(results: Results, method: str) -> int:
    """Points in one block, a path of Morris or a row of Saltelli; Refused where they make none."""
    count = len(results.factors)
    at = _shares(results, reading.planned(results))
    possible = (count + 1,) if method == MORRIS else (count + 2, 2 * count + 2)
    fits = [size for size in possible if len(at) % size == 0]
    if not fits:
        size = possible[0]
        problem = Both(
            f"{len(at)} points do not make whole blocks of {size}: {len(at) % size} in the last",
            f"{len(at)} punten zijn geen hele blokken van {size}: {len(at) % size} in het laatste",
        )
        raise Refused([_other_design(results, problem)])
    if method == MORRIS:
        return fits[0]
    for size in fits:
        if _as_saltelli_has_them(at.reshape(-1, size, count)):
            return size
    problem = Both(
        "the points do not stand in the order of a saltelli design",
        "de punten staan niet in de volgorde van een saltelli-ontwerp",
    )
    raise Refused([_other_design(results, problem)])


def _as_saltelli_has_them(shares: NDArray[np.float64]) -> bool:
    """Whether [block, point, factor] goes from A to B, one factor of B at a time, as in SALib."""
    count = shares.shape[2]
    first, crossed, last = shares[:, 0], shares[:, 1 : count + 1], shares[:, -1]
    expected = np.repeat(first[:, np.newaxis], count, axis=1)
    for number in range(count):
        expected[:, number, number] = last[:, number]
    return bool(np.allclose(crossed, expected, atol=1e-6))


def _shares(results: Results, told: Frame) -> NDArray[np.float64]:
    """Where each point stands in the range of each factor, from 0 to 1 [point, factor]."""
    names = list(results.factors)
    drawn = reading.drawn_shares(results)
    if drawn is not None:
        return drawn.loc[sorted(set(told["point"])), names].to_numpy(dtype=np.float64)
    at = told.drop_duplicates("point").sort_values("point")[names].to_numpy(dtype=np.float64)
    low, high = np.array([results.bounds[name] for name in names], dtype=np.float64).T
    return (at - low) / np.where(high > low, high - low, 1.0)


def _other_design(results: Results, problem: Both) -> Fault:
    return Fault(Both("design", "ontwerp"), results.design, _DESIGNS, None, problem)


_DESIGNS = Both(
    "a morris design for morris, a saltelli design for sobol; pawn takes any",
    "een morris-ontwerp voor morris, een saltelli-ontwerp voor sobol; pawn kan met elk",
)


def _blocks(
    results: Results, told: Frame, size: int
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Shares [block, point, factor] and values [block, point, replicate]."""
    values = guards.cube(told)
    shares = _shares(results, told).reshape(-1, size, len(results.factors))
    return shares, values.reshape(-1, size, values.shape[1])


def _done(results: Results, method: str, shares: NDArray, values: NDArray, seed: int) -> Done:
    """The blocks as a study of ``experiments.sensitivity``, whose statistics are asked."""
    design = Design(method, tuple(results.factors), seed=seed)
    study = Study(design, ("value",), len(values), values.shape[2])
    return Done(study, shares, values[..., np.newaxis], ())


def _morris(results: Results, told: Frame, seed: int) -> Frame:
    shares, values = _blocks(results, told, _size(results, MORRIS))
    guards.enough(len(values), screening.FEWEST_PATHS, "whole paths", "hele paden")
    done = _done(results, MORRIS, shares, values, seed)
    for number, path in enumerate(shares):
        _one_factor_a_step(done.study.design, path, number, results)
    screened = screening.screen(done, lambda _: False)["value"]
    assert screened is not None
    rows = [asdict(effect) | {"clear": effect.clear} for effect in screened.effects]
    return tabled(rows).assign(blocks=screened.paths)


def _one_factor_a_step(design: Design, path: NDArray, number: int, results: Results) -> None:
    try:
        moved(design, path)
    except ValueError:
        problem = Both(
            f"path {number} does not move one factor at each step",
            f"pad {number} verzet niet bij elke stap één factor",
        )
        raise Refused([_other_design(results, problem)]) from None


def _sobol(results: Results, told: Frame, seed: int) -> Frame:
    shares, values = _blocks(results, told, _size(results, SOBOL))
    count = len(results.factors)
    first_order = [*range(count + 1), shares.shape[1] - 1]  # leaves out what second order needs
    values = values[:, first_order]
    guards.enough(len(values), variance.FEWEST_ROWS, "whole rows", "hele rijen")
    divided = variance.divide(
        _done(results, SOBOL, shares[:, first_order], values, seed), lambda _: False
    )["value"]
    if divided is None:
        return _nothing_moves(results)
    rows = [asdict(index) for index in divided.indices]
    return tabled(rows).rename(columns={"name": "factor"}).assign(blocks=divided.rows)


def _nothing_moves(results: Results) -> Frame:
    """The rows where the outcome does not vary at all: nothing can be divided."""
    gap = dict.fromkeys(("first", "first_confidence", "total", "total_confidence"), np.nan)
    return tabled([{"factor": name, **gap} for name in results.factors]).assign(blocks=0)


def _pawn(results: Results, told: Frame, seed: int) -> Frame:
    """PAWN of the means over replicates, and what it gives for factors of pure chance.

    The row of NOBODY is over NOBODIES such factors; ``above_dummy`` says whether a factor has more
    than the largest of them, which luck alone gives about once in so many times.
    """
    points = guards.points(told, results.factors)
    guards.enough(len(points), FEWEST_POINTS, "points", "punten")
    at = guards.axes(points, results.factors)
    value = points["value"].to_numpy(dtype=np.float64)
    table = _pawn_of(at, value)
    chance = np.random.default_rng(seed).random((len(at), NOBODIES))
    nobody = _pawn_of(tabled(chance).add_prefix("chance"), value)["median"]
    table["above_dummy"] = table["median"] > nobody.max()
    row = {
        "factor": NOBODY,
        "minimum": nobody.min(),
        "mean": nobody.mean(),
        "median": nobody.median(),
        "maximum": nobody.max(),
        "above_dummy": False,
    }
    table = stacked([table, tabled([row])])
    return table.sort_values("median", ascending=False).assign(blocks=len(points))


def _pawn_of(at: Frame, value: NDArray[np.float64]) -> Frame:
    from SALib.analyze import pawn  # here: it loads much

    names = list(at.columns)
    bounds = [[float(at[name].min()), float(at[name].max())] for name in names]
    problem: dict[str, Any] = {"num_vars": len(names), "names": names, "bounds": bounds}
    told = pawn.analyze(problem, at.to_numpy(dtype=np.float64), value, S=SLICES)
    columns = {
        key: np.asarray(told[key], dtype=np.float64)
        for key in ("minimum", "mean", "median", "maximum")
    }
    return tabled({"factor": names} | columns)


WEIGHED = {MORRIS: _morris, SOBOL: _sobol, PAWN: _pawn}
SIZES = {MORRIS: "mu_star", SOBOL: "total", PAWN: "median"}
"""The column by which factors are ranked."""


def _said(
    table: Frame,
    method: str,
    noises: dict[str, dict[str, float]],
    frame: Frame,
    known: names.Names,
) -> tuple[Text, ...]:
    said: list[Text] = []
    several = len(noises) > 1
    for place, rows in table.groupby("place", sort=True):
        at = known.place(str(place))
        at = Text(f"{at.nl}: ", f"{at.en}: ") if several else Text("", "")
        said.append(_first_of(rows, method, at, known))
        said += luck.told(noises[str(place)], int(frame["replicate"].nunique()), at)
    return tuple(said)


def _first_of(rows: Frame, method: str, at: Text, known: names.Names) -> Text:
    size = SIZES[method]
    moving = rows[(rows[size] > MOVES_NOTHING) & (rows["factor"] != NOBODY)]
    if method == PAWN:
        moving = moving[moving["above_dummy"]]
    if moving.empty:
        return Text(
            f"{at.nl}geen factor verschuift deze uitkomst.", f"{at.en}no factor moves this outcome."
        )
    top: Sequence[Any] = list(moving.sort_values(size, ascending=False).head(3).itertuples())
    words = [(names.quoted(known.factor(str(row.factor))), found.short(float(getattr(row, size))))
             for row in top]  # fmt: skip
    sign = {"mu_star": "mu*", "total": "totaal", "median": "PAWN"}[size]
    en_sign = {"mu_star": "mu*", "total": "total", "median": "PAWN"}[size]
    nl = ", ".join(f"{name.nl} ({sign} {value.nl})" for name, value in words)
    en = ", ".join(f"{name.en} ({en_sign} {value.en})" for name, value in words)
    return Text(f"{at.nl}het meest telt {nl}.", f"{at.en}what matters most: {en}.")
