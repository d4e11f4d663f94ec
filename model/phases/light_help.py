"""Phases 4, 7 and 10: help with light needs, and what it is when a part of it is withdrawn."""

from __future__ import annotations

import math

import numpy as np

from model.compiling import compiled, inlined
from model.parameters import Parameters
from model.processes.professionals import repertoire
from model.processes.residents import doctrine, helping, responsibility
from model.state.axes import DOMAIN_COUNT
from model.state.kinds import Numbers, Row, Table
from model.state.tables import HELPING


@compiled
def whole_hours(case: Row, domain: int, level: int, actors: Table, p: Parameters) -> float:
    """Hours a week that help with this need takes when none is withdrawn.

    Who looks for chances first needs fewer for a light need.
    """
    asked = doctrine.hours(case.way, helping.asked_hours(level, p.helping), p.doctrine)
    if level == responsibility.LIGHT:
        asked *= part_of_light(actors[case.worker[domain]], p)
    return asked


@compiled
def part_of_light(worker: Row, p: Parameters) -> float:
    """What part of the usual hours somebody needs for a light need."""
    return math.exp(-repertoire.brings(worker, repertoire.CHANCES, p.repertoire))


@compiled
def parts_of_light(actors: Table, p: Parameters) -> Numbers:
    """What part of the usual hours each actor needs for a light need."""
    parts = np.empty(len(actors))
    for row in range(len(actors)):
        parts[row] = part_of_light(actors[row], p)
    return parts


@inlined
def promise(case: Row, domain: int, level: int, shifted: float, parts: Numbers, p: Parameters):
    """Hours follow how heavy the need is, and how much of light help is withdrawn.

    ``parts`` are those of ``parts_of_light``: the same all week for somebody.
    """
    bit = np.uint8(1 << domain)
    whole = doctrine.hours(case.way, helping.asked_hours(level, p.helping), p.doctrine)
    if level == responsibility.LIGHT:
        case.light |= bit
        whole *= parts[case.worker[domain]]
    else:
        case.light &= ~bit
    case.hours[domain] = np.float32(responsibility.formal(whole, level, shifted))


@inlined
def shifted_of(case: Row, neighbourhood: Row, p: Parameters) -> float:
    """The share of light help that is withdrawn from this household, or left to its own people."""
    if case.spared:
        return 0.0
    return doctrine.left_to_own(case.way, float(neighbourhood.shifted), p.doctrine)


@inlined
def is_light(case: Row, domain: int) -> bool:
    """Whether somebody helps with this need, and it was light when hours were promised."""
    return case.stage[domain] == HELPING and (int(case.light) >> domain) & 1 == 1


@compiled
def all_light(case: Row, actors: Table, p: Parameters) -> tuple[int, float]:
    """Light needs with which this household is helped, and the whole hours a week they take."""
    count, hours = 0, 0.0
    for domain in range(DOMAIN_COUNT):
        if is_light(case, domain):
            count += 1
            hours += whole_hours(case, domain, responsibility.LIGHT, actors, p)
    return count, hours


@inlined
def freed(case: Row, domain: int, shifted: float) -> float:
    """Hours a week that were withdrawn from help with one need; none from heavier ones."""
    return responsibility.left_out(case.hours[domain], shifted) if is_light(case, domain) else 0.0
