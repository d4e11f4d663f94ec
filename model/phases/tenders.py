"""Phases 4 and 7: what tenders do to hours. Time held back, and promises beyond what there is."""

from __future__ import annotations

import numpy as np

from model.compiling import compiled
from model.parameters import Parameters
from model.phases import posts
from model.processes.organisations import tendering
from model.state.axes import PROFESSIONAL
from model.state.state import State


@compiled
def promise(state: State, p: Parameters) -> None:
    """Each week anew: whoever is in a tender keeps time back, and providers promise what they bid.

    Time held back is kept for the own organisation; it serves neither meeting nor joint plans.
    """
    for actor in state.actors:
        if actor.role != PROFESSIONAL:
            continue
        held = posts.stake_of(actor, state.organisations)
        if held > 0.0:
            actor.slack = np.float32(actor.slack * (1.0 - held))
        if tendering.has_tenders(actor.organisation):
            actor.capacity = np.float32(tendering.promised(actor.capacity, p.tendering))


@compiled
def face_it(state: State, p: Parameters) -> None:
    """Cases have been taken up on what was promised; what is delivered comes from what there is."""
    for actor in state.actors:
        if actor.role == PROFESSIONAL and tendering.has_tenders(actor.organisation):
            actor.capacity = np.float32(actor.capacity / tendering.promised(1.0, p.tendering))
