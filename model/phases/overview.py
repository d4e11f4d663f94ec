"""Phases 1, 4 and 11: a map of who does what is made, costs hours, and grows old."""

from __future__ import annotations

import numpy as np

from model.compiling import compiled
from model.parameters import Parameters
from model.processes.organisations import mapping
from model.state.axes import PROFESSIONAL
from model.state.state import State


@compiled
def keep(state: State, p: Parameters, week: int) -> None:
    """What each knows of who does what: less true with each who left, more after a new map.

    Asked before newcomers take shape: somebody is new where the person is not the one who was.
    """
    posts, changed = 0.0, 0.0
    for actor in state.actors:
        if actor.role == PROFESSIONAL:
            posts += actor.colleagues
            changed += actor.colleagues if actor.person != actor.id else 0.0
    share = changed / max(1e-9, posts)
    due = mapping.is_due(week, p.mapping)
    for actor in state.actors:
        if actor.role != PROFESSIONAL:
            continue
        left = mapping.out_of_date(float(actor.overview), share)
        if actor.person != actor.id:
            left = 0.0
        if due and actor.vacant == 0:
            left = mapping.known(left, p.mapping)
        actor.overview = np.float32(left)


@compiled
def write(state: State) -> None:
    """How much of who does what is known from a map, by posts."""
    for actor in state.actors:
        if actor.role == PROFESSIONAL:
            state.system[0].overview += actor.overview * actor.colleagues
