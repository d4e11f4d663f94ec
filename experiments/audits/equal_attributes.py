"""Equal attributes (decision 14a): a placement is its attributes and nothing else.

All placements with all attributes set equal must give the same bytes. And because a bias hides in
attributes, each is set equal alone: the part of a difference that then goes away is its share.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from experiments import batch, simulation
from experiments.audits.report import (
    BETWEEN_PEOPLE,
    HEADLINES,
    IN_THE_NEIGHBOURHOOD,
    PLACE,
    PLACEMENTS,
    Report,
    Values,
    as_far_as_it_goes,
    shipped,
    stopped,
)  # fmt: skip
from experiments.audits.work import Work
from model.outcomes import OUTCOMES
from model.parameters import ADDRESSES
from scenarios.faults import Both

WEEKS = 208
GROUPS = ("facilitator.", "second_facilitator.", "spending.", "brokering.")


def attributes(placements: Mapping[str, Values]) -> tuple[str, ...]:
    """The addresses in which these placements differ, in the order of the model."""
    return tuple(
        address
        for address in ADDRESSES
        if address.startswith(GROUPS)
        and len({_at(values, address) for values in placements.values()}) > 1
    )


def _at(values: Values, address: str) -> float:
    return values.get(address, ADDRESSES[address].default)


def equalised(values: Values, reference: Values, addresses: tuple[str, ...]) -> dict[str, float]:
    """These values, with some attributes as in the reference."""
    return dict(values) | {address: _at(reference, address) for address in addresses}


def same_bytes(runs: list[simulation.Run]) -> bool:
    """Whether these runs are equal in every count of every week."""
    return len({run.tally.tobytes() + run.system.tobytes() for run in runs}) == 1


def audit(
    residents: int = 1000,
    replicates: int = 8,
    placements: Mapping[str, Values] | None = None,
    reference: str = IN_THE_NEIGHBOURHOOD,
) -> Report:
    """Whether equal attributes give equal bytes; and the share of each in a difference."""
    placements = placements or shipped(PLACEMENTS)
    differing = attributes(placements)
    equal = [equalised(values, placements[reference], differing) for values in placements.values()]
    runs = [simulation.run(_plan(values, residents), 0) for values in equal]
    passed = same_bytes(runs)
    lines: list[str] = [_bytes(len(placements), len(differing), passed)]
    others = [key for key in placements if key != reference]
    found = as_far_as_it_goes(
        others,
        lambda key: _shares(
            placements[key], placements[reference], differing, residents, replicates
        ),
    )
    for key, shares in found.items():
        lines += _told(key, reference, shares)
    lines += stopped(len(found), len(others))
    complete = len(found) == len(others)  # what is judged stands before it
    return Report("equal_attributes", passed, tuple(lines), {"shares": found}, complete)


def work(replicates: int = 8) -> Work:
    """How much is run: each placement against the reference, then with each attribute equal."""
    placements = shipped(PLACEMENTS)
    reference = placements[IN_THE_NEIGHBOURHOOD]
    runs = len(placements)
    for values in placements.values():
        own = [a for a in attributes(placements) if _at(values, a) != _at(reference, a)]
        runs += (2 + len(own)) * replicates if own else 0
    return Work(runs, replicates, 1, WEEKS)


def _plan(values: Values, residents: int) -> simulation.Plan:
    return simulation.plan(PLACE, values, residents=residents, weeks=WEEKS)


def _final(values: Values, residents: int, replicates: int) -> dict[str, np.ndarray]:
    results = batch.ensemble(
        _plan(values, residents), replicates, windows=(batch.contract(WEEKS, values)[0],)
    )
    return {key: results.values[key][:, 0, 0] for key in (*HEADLINES, *BETWEEN_PEOPLE)}


def _shares(
    values: Values, reference: Values, differing: tuple[str, ...], residents: int, replicates: int
) -> dict[str, dict[str, float]]:
    """Outcome → the difference with the reference, and what is left of it for each attribute."""
    base = _final(reference, residents, replicates)
    whole = _final(values, residents, replicates)
    own = [a for a in differing if _at(values, a) != _at(reference, a)]
    alone = {a: _final(equalised(values, reference, (a,)), residents, replicates) for a in own}
    found: dict[str, dict[str, float]] = {}
    for key in (*HEADLINES, *BETWEEN_PEOPLE):
        difference = _mean(whole[key] - base[key])
        if not abs(difference) >= OUTCOMES[key].margin:
            continue
        found[key] = {"difference": difference} | {
            a: 1.0 - _mean(runs[key] - base[key]) / difference for a, runs in alone.items()
        }
    return found


def _mean(values: np.ndarray) -> float:
    known = values[~np.isnan(values)]
    return float(known.mean()) if len(known) else float("nan")


def _bytes(placements: int, differing: int, passed: bool) -> Both:
    return Both(
        f"{placements} placements differ in {differing} numbers; set equal they give "
        + ("the same bytes" if passed else "DIFFERENT bytes: something else than numbers differs"),
        f"{placements} plaatsingen verschillen in {differing} getallen; gelijk gezet geven ze "
        + ("dezelfde bytes" if passed else "ANDERE bytes: er verschilt meer dan getallen"),
    )


def _told(key: str, reference: str, shares: Mapping[str, Mapping[str, float]]) -> list[str]:
    if not shares:
        return [
            Both(
                f"{key} against {reference}: no difference that matters in any of these outcomes",
                f"{key} tegenover {reference}: geen verschil dat ertoe doet in deze uitkomsten",
            )
        ]
    lines: list[str] = []
    for outcome, parts in shares.items():
        largest = sorted(
            ((share, address) for address, share in parts.items() if address != "difference"),
            key=lambda pair: -abs(pair[0]),
        )[:4]
        words = ", ".join(f"{address} {share:.0%}" for share, address in largest)
        told = f"{outcome} {parts['difference']:+.3g}: {words}"
        lines.append(Both(f"{key} against {reference}, {told}",
                          f"{key} tegenover {reference}, {told}"))  # fmt: skip
    return lines
