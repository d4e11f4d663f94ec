"""Phases 3 and 4: the hours of those who go out, and at whose doors they spend them."""

from __future__ import annotations

import numpy as np

from model.compiling import compiled
from model.parameters import Parameters
from model.processes.residents import getting_in, seeking
from model.state.axes import CELL_COUNT, TEAM
from model.state.kinds import Numbers, Row, Table


@compiled
def wanted(actor: Row, p: Parameters) -> float:
    """Hours a week that a seat means to go out: those of the team, each colleague alike."""
    return p.getting_in.outreach * actor.colleagues if actor.organisation == TEAM else 0.0


@compiled
def keep_free(actor: Row, left: float, p: Parameters) -> None:
    """Hours that this seat keeps free to go out, within what its week has left."""
    kept = seeking.kept_free(wanted(actor, p), p.seeking) if actor.vacant == 0 else 0.0
    actor.going = np.float32(min(kept, max(0.0, left)))


@compiled
def by_cell(residents: Table, p: Parameters) -> Numbers:
    """How much sooner those of each cell are found than if all were sought alike, array [cell]."""
    sooner = np.ones(CELL_COUNT)
    if p.seeking.aimed <= 0.0:
        return sooner
    members = 0.0
    for row in range(len(residents)):
        members += 1.0 if seeking.belongs(residents[row].cell, p.seeking.group) else 0.0
    within, without = seeking.inside(len(residents), members, p.seeking), seeking.outside(p.seeking)
    for cell in range(CELL_COUNT):
        sooner[cell] = within if seeking.belongs(cell, p.seeking.group) else without
    return sooner


@compiled
def found(sought: float, sooner: float) -> float:
    """The chance a week that somebody of a cell with a hidden need is found."""
    return min(getting_in.MOST_FOUND, sought * sooner)


@compiled
def most(sought: float, sooner: Numbers) -> float:
    """The highest chance to be found that anybody has."""
    return found(sought, sooner.max())
