"""Phases 4 and 5: dialogue on vision between organisations. Hours for it, and what it does."""

from __future__ import annotations

import numpy as np

from model.compiling import compiled
from model.parameters import Parameters
from model.processes.professionals import dialogue, vision
from model.state.axes import PROFESSIONAL
from model.state.kinds import Numbers
from model.state.state import State


@compiled
def converse(state: State, widened: Numbers, p: Parameters) -> None:
    """A month of dialogue; all positions are read before any is written.

    ``widened`` is how far a facilitator widens the hearing of each two, matrix [actor, actor].
    """
    if p.dialogue.hours <= 0.0:
        return
    actors = state.actors
    before = np.empty((len(actors), vision.QUESTIONS))
    for i in range(len(actors)):
        for question in range(vision.QUESTIONS):
            before[i, question] = actors[i].vision[question]
    for i in range(len(actors)):
        if actors[i].role != PROFESSIONAL or actors[i].vacant > 0:
            continue
        share, heard, unheard = around(state, i, before, widened, p)
        for question in range(vision.QUESTIONS):
            own = before[i, question]
            after = dialogue.moved(own, heard[question], unheard[question], share, p.dialogue)
            actors[i].vision[question] = np.float32(after)


@compiled
def around(
    state: State, i: int, before: Numbers, widened: Numbers, p: Parameters
) -> tuple[float, Numbers, Numbers]:
    """The share of others that one hears, and how far those who are heard or not lie apart.

    Others are those of other organisations, each by the posts they stand for and how far one trusts
    them; the last two are means for each question.
    """
    actors = state.actors
    heard, unheard = np.zeros(vision.QUESTIONS), np.zeros(vision.QUESTIONS)
    near, far = 0.0, 0.0
    for j in range(len(actors)):
        other = actors[j]
        if other.role != PROFESSIONAL or other.vacant > 0:
            continue
        if other.organisation == actors[i].organisation:
            continue
        trust = float(state.pairs[i, j].trust) * float(other.colleagues)
        reach = p.vision.tolerance + p.vision.dialogue * widened[i, j]
        hears = vision.distance(before[i], before[j]) < reach
        near, far = near + (trust if hears else 0.0), far + (0.0 if hears else trust)
        for question in range(vision.QUESTIONS):
            apart = trust * (before[j, question] - before[i, question])
            if hears:
                heard[question] += apart
            else:
                unheard[question] += apart
    share = near / (near + far) if near + far > 0.0 else 0.0
    return share, heard / max(1e-9, near), unheard / max(1e-9, far)
