"""Sets of domains as bits of one number, so that a rule looks only at those that are in it.

Most households are helped with one need of the eight. A set is gone through from its lowest
domain up, in the order in which all eight would be:

    left = helped(case)
    while left:
        domain, left = LOWEST[left], left & (left - 1)
"""

from __future__ import annotations

import numpy as np

from model.compiling import inlined
from model.state.axes import DOMAIN_COUNT
from model.state.kinds import Row
from model.state.tables import HELPING, NOT_ASKED

SETS = 1 << DOMAIN_COUNT
LOWEST = np.array([(bits & -bits).bit_length() - 1 if bits else 0 for bits in range(SETS)])
"""The lowest domain in each set of domains."""


@inlined
def helped(case: Row) -> int:
    """Domains in which somebody helps."""
    bits = 0
    for domain in range(DOMAIN_COUNT):
        bits |= int(case.stage[domain] == HELPING) << domain
    return bits


@inlined
def asked(case: Row) -> int:
    """Domains in which somebody was asked or helps."""
    bits = 0
    for domain in range(DOMAIN_COUNT):
        bits |= int(case.stage[domain] != NOT_ASKED) << domain
    return bits


@inlined
def several(bits: int) -> bool:
    """Whether there is more than one domain in a set."""
    return bits & (bits - 1) != 0


@inlined
def size(bits: int) -> int:
    """How many domains there are in a set."""
    count = 0
    while bits:
        count, bits = count + 1, bits & (bits - 1)
    return count
