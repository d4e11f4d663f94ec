"""How much need a place has against the average for people like these: from what is told of it."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from model.composition import place_score
from model.place_facts import NATIONAL
from model.places import Place
from model.population import BETWEEN_PLACES, level_scale
from model.processes.residents.needs import PARENTING
from model.state.axes import DOMAINS


def relative_need(
    place: Place, record: np.ndarray, drawn: Mapping[str, float] | None = None
) -> float:
    """How much need the people of a place have for their disadvantage, against the average.

    ``drawn`` holds the facts that are not known, as one draw has them.
    """
    gradient = float(record["needs"]["gradient"][0])
    score = place_score(place.values() | dict(drawn or {}))
    mean, within = BETWEEN_PLACES * score, 1.0 - BETWEEN_PLACES**2
    return float(np.exp(gradient * mean + gradient**2 * (within - 1.0) / 2.0))


def domain_scale(
    place: Place, heavier: float, drawn: Mapping[str, float] | None = None
) -> np.ndarray:
    """Onset of each need against the national average for people like these [domain].

    A place tells its level; the disadvantage of its people already explains a part of that. Where
    it tells none, the average for people like these holds, and a draw is taken against the
    national level: so the middle of all draws is what is used without a draw.
    """
    drawn = drawn or {}
    told = level_scale(place, drawn)
    scale = np.ones(len(DOMAINS))
    for number, domain in enumerate(DOMAINS):
        if domain not in told:
            continue
        fact = FACT_OF[domain]
        if place.facts[fact].status != "filled":
            scale[number] = told[domain] / heavier**MORE_BY_FEEDING
        elif fact in drawn:
            scale[number] = drawn[fact] / NATIONAL[fact].value
    return scale


MORE_BY_FEEDING = 1.3
"""Levels rise with this power of what disadvantage alone explains, because needs feed each other:
fitted on three levels of need in thirteen places that tell them, where it misses by a tenth at the
middle one. No setting: it undoes what the rules of needs add, and is wrong with any other value."""

FACT_OF = {
    "loneliness": "share_severely_lonely",
    "mental_health": "share_anxiety_depression",
    "physical_health": "share_physical_limitation",
}
assert PARENTING not in FACT_OF
