"""Phases 2 and 7: which needs turn out to last, and help with them."""

from __future__ import annotations

import math

import numpy as np

from model.chance import LASTING, draw
from model.compiling import compiled, inlined
from model.processes.residents.lasting import LastingParameters, chance, frailty, passing
from model.state.axes import DOMAIN_COUNT
from model.state.kinds import Numbers, Row, Table


@compiled
def settle_in(
    resident: Row, event: int, week: int, key: Numbers, recovery: Numbers, p: LastingParameters
) -> None:
    """A need that began or got worse may turn out to last; one that is over did not.

    ``event`` is the domain + 1, below 0 where the need got lighter.
    """
    domain = abs(event) - 1
    if resident.level[domain] == 0:
        resident.lasting &= np.uint8(255 - (1 << domain))
    elif event > 0:
        frail = frailty(float(resident.frailty), p)
        turn_out(resident, domain, week, chance(recovery[domain], frail, p), key)


@compiled
def draw_frailty(resident: Row, week: int, key: Numbers) -> float:
    """The frailty of a home, which its members share; it stays when households move."""
    even = draw(key, resident.household, week, LASTING, DOMAIN_COUNT)
    resident.frailty = np.float32(-math.log(1.0 - even))
    return float(resident.frailty)


@compiled
def turn_out(resident: Row, domain: int, week: int, share: float, key: Numbers) -> None:
    """A need turns out to last, with a chance of ``share``."""
    if draw(key, resident.id, week, LASTING, domain) < share:
        resident.lasting |= np.uint8(1 << domain)


@compiled
def weeks_of_any(
    usual: float, recovery: float, drawn: float, p: LastingParameters
) -> tuple[float, float]:
    """Weeks that a need takes on average, and which part of those there are at a moment lasts.

    ``usual`` is how long a need takes that does not last, ``drawn`` the frailty of this home.
    """
    share = chance(recovery, frailty(drawn, p), p)
    goes, stays = (1.0 - share) * usual, share / passing(p)
    return goes + stays, stays / (goes + stays)


@inlined
def helped_with(residents: Table, case: Row, domain: int) -> bool:
    """Whether helpers of this household know of a need in this domain that lasts."""
    for row in range(case.start, case.start + case.size):
        if residents[row].lasting & residents[row].known & (1 << domain):
            return True
    return False
