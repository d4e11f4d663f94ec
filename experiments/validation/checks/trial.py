"""Whether a study of realistic size would see an effect: households compared after two years."""

from __future__ import annotations

from typing import Any

import numpy as np
from scipy import stats

from experiments import simulation
from experiments.validation.declared import worlds
from experiments.validation.found import Found, share
from experiments.validation.runs import Runs, plan
from model.state.state import State

WEEKS = 104
HOUSEHOLDS = 300
OTHER_LUCK = 5_000
"""Replicates of the neighbourhood with the programme begin here: other people, other chance."""


def seen(runs: Runs, programme: str, level: float = 0.05) -> Found:
    """Share of studies that find a difference in burden between two neighbourhoods' households."""
    verdicts = []
    for number in range(runs.size.runs):
        without = _change(runs, "now", number)
        with_it = _change(runs, programme, OTHER_LUCK + number)
        outcome: Any = stats.ttest_ind(without, with_it)
        verdicts.append(outcome.pvalue < level)
    return share(verdicts, "pairs")


def _change(runs: Runs, world: str, replicate: int) -> np.ndarray:
    """Change in burden of up to 300 households with several needs at the start."""
    a_plan = plan(worlds()[world], max(runs.size.residents, 300), WEEKS)
    before = simulation.before_policy(a_plan, replicate)
    after = simulation.run(a_plan, replicate).state
    who = np.flatnonzero(_domains(before) > 1)
    picked = np.random.default_rng(replicate).permutation(who)[:HOUSEHOLDS]
    return (_burden(after) - _burden(before))[picked]


def _burden(state: State) -> np.ndarray:
    levels = state.residents["level"].sum(axis=1)
    return np.bincount(state.residents["household"], levels, len(state.cases))


def _domains(state: State) -> np.ndarray:
    return np.bincount(state.residents["household"], state.residents["needs"], len(state.cases))


MEASURES = {"trial.seen": seen}
