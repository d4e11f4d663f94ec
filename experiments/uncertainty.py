"""What nobody knows: draws of the uncertain numbers over their declared ranges.

A scrambled Sobol sequence with a fixed seed, over all uncertain addresses, also the fixed ones.
So the first draws stay the same when more are asked, and a number is drawn alike whatever else a
scenario sets: A and B of a comparison differ in what differs, and in nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from scipy.stats import qmc

from model.parameters import ADDRESSES

Range = tuple[float, float]


def addresses() -> tuple[str, ...]:
    """Every address whose size nobody knows exactly, in the order of the model."""
    return tuple(a for a, declared in ADDRESSES.items() if declared.role == "uncertainty")


def draws(
    n: int,
    seed: int = 1,
    fixed: Iterable[str] = (),
    between: Mapping[str, Range] | None = None,
) -> list[dict[str, float]]:
    """``n`` sets of values for the uncertain addresses that are not fixed.

    ``between`` narrows or widens ranges for one side of a comparison (a scenario's own range for
    an attribute): its draws then stand at the same share of another range.
    """
    uncertain, left_out = addresses(), set(fixed)
    power = max(0, n - 1).bit_length()
    shares = qmc.Sobol(len(uncertain), scramble=True, rng=seed).random_base2(power)[:n]
    return [
        {
            address: value_at(address, float(share), (between or {}).get(address))
            for address, share in zip(uncertain, row, strict=True)
            if address not in left_out
        }
        for row in shares
    ]


def value_at(address: str, share: float, between: Range | None = None) -> float:
    """The value at a share of the declared range, or of another one."""
    declared = ADDRESSES[address]
    if between is None:
        return declared.at(share)
    low, high = between
    return low + share * (high - low)
