"""Contact and loneliness: of people in a run, and of the rule alone."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np

from experiments import simulation
from experiments.validation.declared import World
from experiments.validation.found import Found, found
from experiments.validation.outside.bare import written
from experiments.validation.runs import Runs, plan
from model.parameters import Parameters
from model.processes.residents import loneliness
from model.processes.residents.needs import LONELY

WEEKS = 104
LIMIT = 2 / 3
"""Of wanted contact, where longing neither grows nor wears off, for the numbers used here."""
longs = written(loneliness.longs)


def lonely(runs: Runs, least: float, most: float) -> Found:
    """Share of adults with so many good contacts who are severely lonely."""
    return found(
        [_share(runs, number, least, most) for number in range(runs.size.histories)], "runs"
    )


def difference(runs: Runs, few: tuple[float, float], more: tuple[float, float]) -> Found:
    """How much more often people with few good contacts are severely lonely than with more."""
    pairs = [
        _share(runs, number, *few) - _share(runs, number, *more)
        for number in range(runs.size.histories)
    ]
    return found(pairs, "runs")


def pace(runs: Runs, below: float) -> Found:
    """Longing that four weeks add in the end, with so much less contact than the limit."""
    p = Parameters().loneliness
    own = {name: getattr(p, name) for name in p.declarations()}
    own |= {"deepest": np.inf, "growing": 0.3, "easing": 0.15}
    longing = [0.0]
    for _ in range(200):
        longing.append(longs(longing[-1], 4.0, 4.0 * (LIMIT - below), SimpleNamespace(**own)))
    return found([longing[-1] - longing[-2]], "computed")


def _share(runs: Runs, number: int, least: float, most: float) -> float:
    contact, is_lonely = runs.once(("contact", number), lambda: _people(runs, number))
    chosen = (contact >= least) & (contact < most)
    return float(is_lonely[chosen].mean()) if chosen.any() else np.nan


def _people(runs: Runs, number: int) -> tuple[np.ndarray, np.ndarray]:
    """Good contacts of each adult, and whether severely lonely."""
    state = simulation.run(plan(World(), runs.size.followed, WEEKS), number).state
    place = state.residents["id"] % len(state.residents)
    adults = state.residents["age_band"] > 0
    contact = state.people["contact"][place]
    return contact[adults], (state.residents["level"][:, LONELY] > 0)[adults]


MEASURES = {"contact.lonely": lonely, "contact.difference": difference, "contact.pace": pace}
