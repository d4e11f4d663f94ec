"""Phase 7: who makes use of which law is counted."""

from __future__ import annotations

from model.compiling import inlined
from model.state import bits
from model.state.axes import LAW_OF_DOMAIN, TEAM
from model.state.bits import LOWEST
from model.state.kinds import Row, Table

GENERAL = 4
"""The law of help for which nobody decides."""


@inlined
def count(case: Row, residents: Table, actors: Table, tally: Row, weight: float) -> None:
    """Residents in one case who are helped under each law, under any, and under several."""
    helped = bits.helped(case)
    if helped == 0:
        return
    if bits.several(helped):
        for row in range(case.start, case.start + case.size):
            theirs = residents[row].known & helped
            if theirs:
                count_person(case, theirs, actors, tally, weight)
        return
    law = law_of(case, LOWEST[helped], actors)
    for row in range(case.start, case.start + case.size):
        if residents[row].known & helped:
            tally.use[law] += weight
            tally.use_any += weight


@inlined
def law_of(case: Row, domain: int, actors: Table) -> int:
    """The law of help with one need. Help from the team itself is a general provision."""
    team = actors[case.worker[domain]].organisation == TEAM
    return GENERAL if team else LAW_OF_DOMAIN[domain]


@inlined
def count_person(case: Row, theirs: int, actors: Table, tally: Row, weight: float) -> None:
    """One resident who is helped with these needs, by law."""
    laws = 0
    while theirs:
        domain, theirs = LOWEST[theirs], theirs & (theirs - 1)
        law = law_of(case, domain, actors)
        if laws & (1 << law) == 0:
            tally.use[law] += weight
            laws |= 1 << law
    tally.use_any += weight
    if bits.several(laws):
        tally.use_two += weight
