"""Ties between professionals: what they come with, and what is left without upkeep."""

from __future__ import annotations

import numpy as np

from experiments import simulation
from experiments.validation.declared import World
from experiments.validation.found import Found, found
from experiments.validation.runs import Runs, plan
from model import week
from model.parameters import Parameters
from model.state.axes import CELL_COUNT, PROFESSIONAL
from model.state.state import State
from model.state.tally import SYSTEM, TALLY

YEAR = 52
STRONG = 0.5
NO_UPKEEP = {
    "hours.protected": 0.0,
    "meeting.open_meetings": 0.0,
    "meeting.shared_case": 0.0,
    "meeting.convening": 0.0,
    "meeting.closure": 0.0,
}


def left_without_upkeep(runs: Runs) -> Found:
    """Share of strong ties between organisations that is left after a year without meeting."""

    def one(number: int) -> float:
        state = simulation.before_policy(_plan(runs), number)
        before = _strong(state)
        _go_on(state, Parameters.of(NO_UPKEEP), YEAR)
        return float((before & _strong(state)).sum() / max(1, before.sum()))

    return found([one(number) for number in range(runs.size.histories)], "runs")


def trust_fell(runs: Runs) -> Found:
    """Share of pairs of professionals whose trust is lower a year later, in an ordinary year."""

    def one(number: int) -> float:
        state = simulation.before_policy(_plan(runs), number)
        before = state.pairs["trust"].copy()
        _go_on(state, Parameters(), YEAR)
        tied = _between(state) & (state.pairs["strength"] > 0.05)
        return float((state.pairs["trust"] < before)[tied].mean())

    return found([one(number) for number in range(runs.size.histories)], "runs")


def weight_of(runs: Runs, cause: str) -> Found:
    """The standardised weight of a cause in how strong ties are after a year, the start given."""
    causes = runs.once("ties", lambda: [_weights(runs, n) for n in range(runs.size.histories)])
    return found([each[cause] for each in causes], "runs")


def _weights(runs: Runs, number: int) -> dict[str, float]:
    state = simulation.before_policy(_plan(runs), number)
    start, together = state.pairs["strength"].copy(), np.zeros(state.pairs.shape)
    last = state.pairs["together"].astype(float)
    for _ in range(YEAR):
        _go_on(state, Parameters(), 1)
        now = state.pairs["together"].astype(float)
        together += np.where(now >= last, now - last, now)
        last = now
    who = _professionals(state)
    organisation = state.actors["organisation"]
    same = organisation[:, None] == organisation[None, :]
    chosen = who[:, None] & who[None, :] & ~np.eye(len(who), dtype=bool)
    causes = {"start": start, "same_organisation": same, "shared_cases": np.sqrt(together)}
    table = np.stack([_standard(each[chosen]) for each in causes.values()], axis=1)
    end = _standard(state.pairs["strength"][chosen])
    weights = np.linalg.lstsq(table, end, rcond=None)[0]
    return dict(zip(causes, weights.tolist(), strict=True))


def _standard(values: np.ndarray) -> np.ndarray:
    values = values.astype(float)
    return (values - values.mean()) / max(float(values.std()), 1e-12)


def _plan(runs: Runs) -> simulation.Plan:
    return plan(World(), runs.size.residents, YEAR)


def _go_on(state: State, parameters: Parameters, weeks: int) -> None:
    sheets = np.zeros((weeks, CELL_COUNT), dtype=TALLY), np.zeros(weeks, dtype=SYSTEM)
    week.run(state, parameters.record(), weeks, *sheets)


def _professionals(state: State) -> np.ndarray:
    return state.actors["role"] == PROFESSIONAL


def _between(state: State) -> np.ndarray:
    who, organisation = _professionals(state), state.actors["organisation"]
    other = organisation[:, None] != organisation[None, :]
    return who[:, None] & who[None, :] & other


def _strong(state: State) -> np.ndarray:
    return _between(state) & (state.pairs["strength"] > STRONG)


MEASURES = {
    "ties.left_without_upkeep": left_without_upkeep,
    "ties.trust_fell": trust_fell,
    "ties.weight_of": weight_of,
}
