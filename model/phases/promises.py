"""Phases 4 and 7: hours that helpers promised in one case, of care and of coordination."""

from __future__ import annotations

import math

from model.compiling import compiled, inlined
from model.parameters import Parameters
from model.phases import light_help
from model.processes.professionals import repertoire, small_wins
from model.processes.residents import doctrine, helping
from model.state.bits import LOWEST
from model.state.kinds import Row, Table
from model.state.posts import party_of


@inlined
def of_care(
    case: Row, helped: int, shifted: float, actors: Table, weight: float, p: Parameters
) -> int:
    """Hours of care in one case, for each who helps; how many organisations they are of."""
    organisations, parties = 0, 0
    while helped:
        domain, helped = LOWEST[helped], helped & (helped - 1)
        actor = actors[case.worker[domain]]
        actor.committed += case.hours[domain] * weight
        actor.cases += weight
        if shifted > 0.0:
            freed = light_help.freed(case, domain, shifted)
            supporting = doctrine.supports(case.way, freed, p.doctrine)
            actor.coordination += supporting * weight
            actor.coordination += p.responsibility.redeployed * (freed - supporting) * weight
        bit = 1 << party_of(actor)
        parties += 0 if organisations & bit else 1
        organisations |= bit
    return parties


@inlined
def of_coordination(
    case: Row, helped: int, parties: int, actors: Table, weight: float, p: Parameters
) -> None:
    """Hours of a joint plan of so many organisations, a like part for each who helps."""
    each = helping.coordination(parties, p.helping)
    each = (each + small_wins.looking_hours(p.small_wins)) / helping.helpers(case)
    while helped:
        domain, helped = LOWEST[helped], helped & (helped - 1)
        if helping.first_of_worker(case, domain):
            actor = actors[case.worker[domain]]
            actor.coordination += each * longer(actor, p) * weight


@compiled
def longer(actor: Row, p: Parameters) -> float:
    """How much longer somebody talks with others who minds the larger whole."""
    return math.exp(repertoire.takes(actor, repertoire.WHOLE, p.repertoire))
