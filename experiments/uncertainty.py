"""What nobody knows: draws of the uncertain numbers over their declared ranges.

A scrambled Sobol sequence with a fixed seed, over all uncertain addresses, also the fixed ones,
and over the facts of a place, also the known ones. So the first draws stay the same when more are
asked, and a number is drawn alike whatever else a scenario sets: A and B of a comparison differ in
what differs, and in nothing else. What is known of a place is not drawn.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence

from scipy.stats import qmc

from model.parameters import ADDRESSES
from model.place_facts import FACTS
from model.places import Place
from scenarios.scenario import Scenario

Range = tuple[float, float]

OF_THE_PLACE = "place."
"""Stands before a fact of a place in a draw, where an address has its mechanism."""


def addresses() -> tuple[str, ...]:
    """Every address whose size nobody knows exactly, in the order of the model."""
    return tuple(a for a, declared in ADDRESSES.items() if declared.role == "uncertainty")


def facts(place: Place) -> tuple[str, ...]:
    """The facts of a place that are not known for sure, and so are drawn."""
    return tuple(key for key in FACTS if place.facts[key].status != "known")


def draws(
    n: int,
    seed: int = 1,
    fixed: Iterable[str] = (),
    between: Mapping[str, Range] | None = None,
    place: Place | None = None,
) -> list[dict[str, float]]:
    """``n`` sets of values for the uncertain addresses that are not fixed, and facts of the place.

    ``between`` narrows or widens ranges for one side of a comparison (a scenario's own range for
    an attribute): its draws then stand at the same share of another range.
    """
    uncertain, left_out = addresses(), set(fixed)
    power = max(0, n - 1).bit_length()
    axes = len(uncertain) + len(FACTS)
    shares = qmc.Sobol(axes, scramble=True, rng=seed).random_base2(power)[:n]
    return [
        {
            address: value_at(address, float(share), (between or {}).get(address))
            for address, share in zip(uncertain, row, strict=False)
            if address not in left_out
        }
        | (_facts_at(place, row[len(uncertain) :].tolist()) if place else {})
        for row in shares
    ]


def _facts_at(place: Place, shares: list[float]) -> dict[str, float]:
    values = place.values_at(dict(zip(FACTS, shares, strict=True)))
    return {OF_THE_PLACE + key: values[key] for key in facts(place)}


def value_at(address: str, share: float, between: Range | None = None) -> float:
    """The value at a share of the declared range, or of another one."""
    declared = ADDRESSES[address]
    if between is None:
        return declared.at(share)
    low, high = between
    return low + share * (high - low)


PRIORS, ENSEMBLE = "priors", "ensemble"
"""Drawn over whole ranges, or taken from the sets that calibration left; else the name of a file
with sets of one's own."""


def is_file(kind: str) -> bool:
    """Whether this names a file with sets of one's own."""
    return kind.lower().endswith(".csv")


def of_scenario(
    n: int,
    seed: int,
    kind: str,
    scenario: Scenario,
    settled: Iterable[str],
    place: Place | None,
) -> list[dict[str, float]]:
    """``n`` draws as they hold for one scenario, ``settled`` being what somebody set beside it.

    What is settled stays as it is, and so does what the scenario sets without a range of its own.
    With an ensemble, or sets of one's own, only their numbers are drawn, beside facts of the place
    and ranges of the scenario: each set was held against what is known with all others at their
    default, and beside other values nobody tried it. Two scenarios stand at the same share of
    their ranges, so that they are drawn alike.
    Raises NoEnsemble where one is asked for and none ships, Refused for a file with faults.
    """
    fixed, own = set(settled), dict[str, Range]()
    for address, choice in scenario.choices.items():
        if choice.between is None:
            fixed.add(address)
        else:
            own[address] = choice.between
    drawn = draws(n, seed, fixed, own, place)
    if kind == PRIORS:
        return drawn
    from experiments.calibration import ensemble, own_sets  # here: it loads more than others

    sets = None if kind == ENSEMBLE else own_sets.read(kind).sets
    pairs = zip(drawn, ensemble.draws(len(drawn), seed, sets), strict=True)
    return [
        {a: value for a, value in draw.items() if a in own or a.startswith(OF_THE_PLACE)}
        | {a: value for a, value in found.items() if a in draw and a not in own}
        for draw, found in pairs
    ]


def identity_of(drawn: Sequence[Mapping[str, float]]) -> str:
    """A short text that two lists of draws share only if they are equal; empty for none."""
    if not drawn:
        return ""
    told = repr([sorted(draw.items()) for draw in drawn])
    return hashlib.blake2b(told.encode(), digest_size=12).hexdigest()
