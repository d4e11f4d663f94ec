"""Dominance (decision 14e): no use of the money may be best nearly everywhere.

Contexts are drawn by Latin hypercube: the place, staff, tendering, pockets, paperwork, mandate.
In each, every placement and every rival use of the same money is run with the same luck. A use
that is best on a headline outcome in more than nine out of ten contexts is flagged.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray
from scipy.stats import qmc

from experiments import batch, simulation
from experiments.audits.report import (
    HEADLINES,
    PLACEMENTS,
    RIVALS,
    Report,
    Values,
    as_far_as_it_goes,
    shipped,
    stopped,
)
from experiments.audits.work import Work
from model.outcomes import OUTCOMES
from model.parameters import ADDRESSES
from model.places import PLACES
from scenarios.faults import Both

WEEKS = 208
FLAGGED_ABOVE = 0.9
CONTEXTS = 60
DRAWN = (
    "staffing.team", "tendering.contract_years", "tendering.stake", "pockets.pooled",
    "hours.admin", "hours.protected", "mandate.mandate", "mandate.backing", "getting_in.outreach",
    "commitment.start", "needs.feeding", "helping.strength", "helping.burden", "trust.between",
)  # fmt: skip

JUDGED = tuple(key for key in HEADLINES if OUTCOMES[key].better != "neither")


def contexts(count: int, options: Mapping[str, Values]) -> list[tuple[str, dict[str, float]]]:
    """Places and values that no option sets itself, spread evenly over their ranges."""
    drawn = [a for a in DRAWN if not any(a in values for values in options.values())]
    known = [place.id for place in PLACES.values() if place.known_count >= 6]
    shares = qmc.LatinHypercube(1 + len(drawn), rng=1).random(count)
    return [
        (
            known[int(row[0] * len(known))],
            {a: ADDRESSES[a].at(float(s)) for a, s in zip(drawn, row[1:], strict=True)},
        )
        for row in shares
    ]


def audit(
    residents: int = 1000,
    replicates: int = 3,
    options: Mapping[str, Values] | None = None,
    count: int = CONTEXTS,
) -> Report:
    """The share of contexts in which each use of the money is best, per headline outcome."""
    options = options or shipped((*PLACEMENTS, *RIVALS))
    drawn = contexts(count, options)
    found = as_far_as_it_goes(
        range(count), lambda number: _means(*drawn[number], options, residents, replicates)
    )
    values = np.array(list(found.values()))
    shares, lines, flagged = {}, [*stopped(len(found), count)], False
    for number, key in enumerate(JUDGED):
        best, close = winners(values[:, :, number], key)
        of = max(1, int((best >= 0).sum()))
        shares[key] = {o: float((best == i).sum() / of) for i, o in enumerate(options)}
        leader = max(shares[key], key=lambda option: shares[key][option])
        alert = shares[key][leader] > FLAGGED_ABOVE
        flagged |= alert
        lines.append(_line(key, leader, f"{shares[key][leader]:.0%}", of, close, alert))
    numbers = {"shares": shares, "contexts": len(found)}
    passed = None if len(found) < count else not flagged
    return Report("dominance", passed, tuple(lines), numbers, complete=len(found) == count)


def _line(key: str, leader: str, share: str, of: int, close: int, alert: bool) -> Both:
    return Both(
        f"{key}: {leader} best in {share} of {of} contexts; "
        f"in {close} the options lie within the smallest difference that matters"
        + (": FLAGGED" if alert else ""),
        f"{key}: {leader} is het beste in {share} van {of} omstandigheden; "
        f"in {close} verschillen de keuzes minder dan wat ertoe doet"
        + (": LET OP" if alert else ""),
    )


def work(replicates: int = 3, count: int = CONTEXTS) -> Work:
    """How much is run: every use of the money in each context."""
    uses = len((*PLACEMENTS, *RIVALS))
    return Work(uses * replicates * count, replicates * count, count, WEEKS)


def _means(
    place: str,
    context: Mapping[str, float],
    options: Mapping[str, Values],
    residents: int,
    replicates: int,
) -> NDArray[np.float64]:
    """Each headline during the extra money, mean over runs [option, outcome]."""
    rows = []
    for values in options.values():
        plan = simulation.plan(place, values, residents=residents, weeks=WEEKS, always=context)
        results = batch.ensemble(plan, replicates, windows=batch.contract(WEEKS, values)[:1])
        rows.append([np.mean(results.values[key][:, 0, 0]) for key in JUDGED])
    return np.array(rows)


def winners(values: NDArray[np.float64], key: str) -> tuple[NDArray[np.int64], int]:
    """The best option in each context, −1 where it cannot be said [context]; how many are close.

    Where an outcome says neither that more is better nor less, there is nothing to win.
    """
    sign = -1.0 if OUTCOMES[key].better == "lower" else 1.0
    best = np.full(len(values), -1, dtype=np.int64)
    close = 0
    for row, options in enumerate(values):
        if np.isnan(options).any():
            continue
        ranked = np.sort(options)
        if ranked[-1] > ranked[0]:
            best[row] = int(np.argmax(sign * options))
        close += bool(ranked[-1] - ranked[0] < OUTCOMES[key].margin)
    return best, close
