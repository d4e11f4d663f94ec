"""A2: talking two by two with limited hearing ends in camps, as in Deffuant's model.

The model's own month of talking, with nobody's anchor, full trust, and a tie only between those
who happen to meet: everyone meets one other in each round, and both go halfway.
"""

from __future__ import annotations

import numpy as np

from experiments.validation.found import Found, found
from experiments.validation.outside.bare import record
from experiments.validation.runs import Runs
from model.processes.professionals import vision
from model.state.axes import PROFESSIONAL
from model.state.tables import ACTORS, ORGANISATIONS, PAIRS

PEOPLE = 1000
ROUNDS = 150
COUNTS_FROM = 0.02
"""A camp is a group of more than this share of the people, apart from the others."""
APART = 0.02


def camps(tolerance: float, seed: int, people: int = PEOPLE) -> int:
    """How many camps there are in the end."""
    chance = np.random.default_rng(seed)
    actors = np.zeros(people, dtype=ACTORS)
    actors["role"] = PROFESSIONAL
    actors["vision"] = chance.random(people)[:, None]
    organisations = np.zeros(1, dtype=ORGANISATIONS)
    pairs = np.zeros((people, people), dtype=PAIRS)
    pairs["trust"] = 1.0
    nobody = np.zeros((people, people))
    p = record(influence=0.5, anchor=0.0, tolerance=tolerance, dialogue=0.0)
    for _ in range(ROUNDS):
        first, second = chance.permutation(people).reshape(2, -1)
        pairs["strength"][first, second] = pairs["strength"][second, first] = 1.0
        vision.talk(actors, organisations, pairs, nobody, p)
        pairs["strength"][first, second] = pairs["strength"][second, first] = 0.0
    return _groups(np.sort(actors["vision"][:, 0]))


def _groups(positions: np.ndarray) -> int:
    ends = np.flatnonzero(np.diff(positions) > APART) + 1
    sizes = np.diff(np.concatenate([[0], ends, [len(positions)]]))
    return int((sizes > COUNTS_FROM * len(positions)).sum())


def mean_camps(runs: Runs, tolerance: float) -> Found:
    """The mean number of camps over some starts."""
    people = PEOPLE if runs.size.residents >= PEOPLE else 200
    counts = [camps(tolerance, seed, people) for seed in range(3 * runs.size.effort)]
    return found([np.mean(counts)], "computed", len(counts))


MEASURES = {"camps.mean": mean_camps}
