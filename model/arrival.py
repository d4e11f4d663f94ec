"""The start of policy (ODD section 5): facilitators arrive, with what they bring.

They bring ties, languages and an income; who sees a stake between them and who pays suspects
double hats before anything has happened.
"""

from __future__ import annotations

import numpy as np

from model.processes.facilitators import credibility
from model.state.axes import PROFESSIONAL
from model.state.state import State

INSURERS_BUDGET = 4


def arrive(state: State, record: np.ndarray) -> None:
    """Facilitators come with the ties and languages they have at the start of policy (week 0).

    Budgets are set to what was spent on average in the last year before.
    """
    hours = float(record["meeting"]["hours_to_tie"][0])
    professional = state.actors["role"] == PROFESSIONAL
    for seat, group in enumerate(("facilitator", "second_facilitator")):
        terms = record[group]
        actor = int(state.contracts["actor"][seat])
        strength = np.where(
            professional, terms["knows_neighbourhood"][0], terms["knows_board"][0]
        ).clip(0.0, 0.95)
        if not _is_paid(record, terms):
            strength[:] = 0.0  # nobody came: people cannot meet through somebody who is not there
        strength[actor] = 0.0
        for side in (state.pairs[actor, :], state.pairs[:, actor]):
            side["strength"] = strength
            side["familiarity"] = -hours * np.log(1.0 - strength)
            side["trust"] = record["trust"]["between"][0]
            side["experienced"] = 0
        state.pairs[:, actor]["conflict"] = _suspected(state, terms, record)
        state.actors["language_neighbourhood"][actor] = terms["speaks_neighbourhood"][0]
        state.actors["language_board"][actor] = terms["speaks_board"][0]
    one, other = state.contracts["actor"]
    for pair in (state.pairs[one, other : other + 1], state.pairs[other, one : one + 1]):
        pair["strength"] = record["brokering"]["pair_tie"][0]
        pair["familiarity"] = -hours * np.log(1.0 - pair["strength"])


def _is_paid(record: np.ndarray, terms: np.ndarray) -> bool:
    """Whether any of the extra money buys hours of this facilitator."""
    money = record["spending"]
    return float(money["extra"][0] * money["on_facilitation"][0] * terms["money"][0]) > 0.0


def _suspected(state: State, terms: np.ndarray, record: np.ndarray) -> np.ndarray:
    """The double hats that each actor expects in a facilitator who arrives, array [actor]."""
    controlled = 1.0 - float(terms["other_clients"][0])
    municipality = controlled * float(terms["paid_by_municipality"][0])
    insurer = controlled * float(terms["paid_by_insurer"][0])
    together = controlled * float(terms["paid_by_organisations"][0])
    expected = np.zeros(len(state.actors))
    for row, organisation in enumerate(state.actors["organisation"]):
        stake = float(state.organisations["opposition"][organisation])
        insured = state.organisations["budget"][organisation] == INSURERS_BUDGET
        with_municipality, with_insurer = (0.0, stake) if insured else (stake, 0.0)
        expected[row] = credibility.suspected(
            municipality, insurer, together, with_municipality, with_insurer
        )
    return float(record["credibility"]["suspicion"][0]) * expected
