"""How many residents of a place there are in each group."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from experiments import simulation
from experiments.front.shapes import Question
from experiments.own_place import find
from model.outcomes import GROUPS
from model.population import draw_population, terciles

DRAWS = 3
"""Populations over which a size is averaged; they hardly differ."""


def sizes(question: Question, by: str) -> dict[str, int]:
    """Residents of the place in each group, in the order of the groups."""
    return dict(_sizes(question.place, question.seed, by))


@lru_cache(maxsize=64)
def _sizes(place_id: str, seed: int, by: str) -> tuple[tuple[str, int], ...]:
    place, names = find(place_id), GROUPS[by]
    rows = min(place.population, simulation.MOST_RESIDENTS)
    counted = np.zeros(len(names))
    for replicate in range(DRAWS):
        population = draw_population(place, rows, seed, replicate)
        member = terciles(population) if by == "disadvantage" else population.household_type
        counted += np.bincount(member, minlength=len(names)) * population.weight
    return tuple((name, round(n / DRAWS)) for name, n in zip(names, counted, strict=True))
