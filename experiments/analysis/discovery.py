"""Discovery: under which conditions something fails, as boxes of a few factors (PRIM and CART).

PRIM peels the worlds until a box is left in which most fail; CART cuts them in two again and
again. A box is told by its density (how many of the worlds in it fail), its coverage (how many of
all that fail lie in it) and its limits. Both are found by the EMA workbench. A box always fits the
worlds it was found in; so it is also found in one half of them and held against the other.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from experiments.analysis import boxes, found, guards, names, origin, reading, scoring
from experiments.analysis.boxes import Box
from experiments.analysis.found import Found
from experiments.analysis.reading import Results, Subject
from experiments.analysis.tables import Column, Frame, tabled
from model.place_facts import Text
from scenarios.faults import Both, Fault, Refused

KIND = "discover"
FEWEST_POINTS, FEWEST_OF_A_KIND = 40, 5
DENSITY = 0.8
"""The density that a box should reach, as is usual; chosen."""
HALF = 0.5
METHODS = ("prim", "cart")


@dataclass(frozen=True)
class Failing:
    """When a world fails: its value is ``above`` or below a limit, told in words too."""

    limit: float
    above: bool
    said: Text

    @property
    def typed(self) -> str:
        """The same as it is typed, in all digits."""
        return f"{'above' if self.above else 'below'}:{self.limit!r}"

    def of(self, values: Column) -> Column:
        """Whether each value fails."""
        return values > self.limit if self.above else values < self.limit


def failing(about: Subject, when: str | None) -> Failing:
    """The limit as it was typed ("above:0.4", "below:12"), or what it usually is.

    Usually B fails where it is not better than A by the smallest difference that matters. Raises
    Refused for a limit that cannot be read, and where nobody knows which way is better.
    """
    if when is not None:
        side, _, number = when.partition(":")
        limit = _number(number)
        if side not in ("above", "below") or not np.isfinite(limit):
            raise Refused([_no_limit(when, "this is no limit", "dit is geen grens")])
        return _failing(limit, side == "above")
    if about.a is None or about.better == "neither":
        raise Refused([_no_limit("", "say when it fails", "zeg wanneer het faalt")])
    if about.better == "higher":
        return _failing(about.margin, above=False)
    return _failing(-about.margin, above=True)


def _number(text: str) -> float:
    """The number, or NaN for what is none."""
    try:
        return float(text)
    except ValueError:
        return float("nan")


def _failing(limit: float, above: bool) -> Failing:
    limit = float(limit)
    told = found.short(limit)
    if above:
        return Failing(limit, above, Text(f"boven {told.nl}", f"above {told.en}"))
    return Failing(limit, above, Text(f"onder {told.nl}", f"below {told.en}"))


def _no_limit(when: str, en: str, nl: str) -> Fault:
    allowed = Both(
        "above:NUMBER or below:NUMBER, as in above:0.4",
        "above:GETAL of below:GETAL, zoals above:0.4",
    )
    return Fault("--fails", when, allowed, None, Both(en, nl))


def discover(
    results: Results,
    about: Subject,
    fails: Failing,
    leave_out: bool = False,
    density: float = DENSITY,
    seed: int = 1,
) -> Found:
    """The boxes in which worlds fail; a world fails when most of its replicates do.

    Raises Refused for a study that is not whole, with few worlds, or where (almost) none or all
    fail.
    """
    frame = reading.values(results, about)
    frame, gone = guards.whole(frame, results, ("place", "point"), leave_out)
    points = guards.points(frame, results.factors)
    often = fails.of(frame["value"]).groupby([frame["place"], frame["point"]], sort=True).mean()
    y = (often.to_numpy() > HALF).astype(np.float64)
    _both_kinds(y, fails)
    at = scoring.with_places(points, guards.axes(points, results.factors))
    prim, path = boxes.by_prim(at, y, density)
    told = {"prim": [prim], "cart": boxes.by_cart(at, y, seed)}
    elsewhere = _elsewhere(at, y, density, seed)
    rows = [row for method, each in told.items() for number, box in enumerate(each)
            for row in box.rows(method, number)]  # fmt: skip
    table = tabled(rows).assign(fails_when=fails.said.en, worlds=len(y), failing=int(y.sum()))
    table = found.headed(table, about)
    said = (
        _counted(about, fails, y),
        boxes.told(prim, about.names),
        *_held(elsewhere),
        *_by_tree(told["cart"], about.names),
        *found.left_out(gone, "points", "punten"),
    )
    drawn: Mapping[str, Any] = {"at": at, "fails": y, "box": prim, "path": path, "when": fails.said}
    runs = found.runs_in(frame, about)
    asked = origin.options(leave_out, [("density", density, DENSITY)], fails=fails.typed, seed=seed)
    return Found(KIND, about, table, said, runs, gone, found.made_by(results), drawn, asked)


def _both_kinds(y: NDArray[np.float64], fails: Failing) -> None:
    guards.enough(len(y), FEWEST_POINTS, "worlds", "werelden")
    few = int(min(y.sum(), len(y) - y.sum()))
    if few < FEWEST_OF_A_KIND:
        problem = Both(
            f"{int(y.sum())} of {len(y)} worlds are {fails.said.en}: too few of one kind to tell "
            "apart",
            f"{int(y.sum())} van {len(y)} werelden zijn {fails.said.nl}: te weinig van één soort "
            "om te onderscheiden",
        )
        allowed = Both(
            f"a limit with at least {FEWEST_OF_A_KIND} worlds on either side",
            f"een grens met aan elke kant minstens {FEWEST_OF_A_KIND} werelden",
        )
        raise Refused([Fault("--fails", fails.said.en, allowed, None, problem)])


def _elsewhere(
    at: Frame, y: NDArray[np.float64], density: float, seed: int
) -> tuple[float, int] | None:
    """Density in one half of the worlds of the box found in the other, and how many lie in it."""
    order = np.random.default_rng(seed).permutation(len(y))
    seen, unseen = order[: len(y) // 2], order[len(y) // 2 :]
    if not FEWEST_OF_A_KIND <= y[seen].sum() <= len(seen) - FEWEST_OF_A_KIND:
        return None
    box, _ = boxes.by_prim(at.iloc[seen].reset_index(drop=True), y[seen], density)
    inside = box.holds(at.iloc[unseen])
    if not inside.any():
        return None
    return float(y[unseen][inside].mean()), int(inside.sum())


def _counted(about: Subject, fails: Failing, y: NDArray[np.float64]) -> Text:
    name, of = names.quoted(about.name), about.called
    what = Text(f"{name.nl} van {of.nl}", f"{name.en} of {of.en}")
    return Text(
        f"{what.nl} is {fails.said.nl} in {int(y.sum())} van {len(y)} werelden.",
        f"{what.en} is {fails.said.en} in {int(y.sum())} of {len(y)} worlds.",
    )


def _held(elsewhere: tuple[float, int] | None) -> tuple[Text, ...]:
    if elsewhere is None:
        return ()
    share, count = found.percent(elsewhere[0]), elsewhere[1]
    return (
        Text(
            f"Gezocht in de ene helft, getoetst in de andere: {share.nl} van {count} faalt daar.",
            f"Sought in one half, held against the other: {share.en} of {count} fail there.",
        ),
    )


def _by_tree(leaves: list[Box], known: names.Names) -> tuple[Text, ...]:
    """The densest leaf of the tree, in words; none where the tree found nothing to cut."""
    if not leaves or not leaves[0].limits:
        return (Text("CART vindt geen snede die helpt.", "CART finds no cut that helps."),)
    said = boxes.of_a_box(leaves[0], known)
    return (Text(f"De dichtste tak van CART: {said.nl}", f"The densest leaf of CART: {said.en}"),)
