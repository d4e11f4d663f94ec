"""The start of policy (ODD section 5): facilitators arrive, with what they bring.

They bring ties, languages and an income; who sees a stake between them and who pays suspects
double hats before anything has happened.
"""

from __future__ import annotations

import numpy as np

from model.processes.facilitators import credibility
from model.state.axes import FACILITATOR, PROFESSIONAL
from model.state.state import State

INSURERS_BUDGET = 4


def arrive(state: State, record: np.ndarray) -> None:
    """Whoever has a contract now and was not there yet comes, with ties and languages of their own.

    A seat for which there is no money stays empty: nobody is known there or talked about.
    """
    seats = {0: "facilitator", 1: "second_facilitator"}
    new = [
        seat
        for seat, group in seats.items()
        if not state.contracts["arrived"][seat] and has_contract(record, group, state.week)
    ]
    for seat in new:
        _take_seat(state, seat, record[seats[seat]], record)
    if new and state.contracts["arrived"].all():
        hours = float(record["meeting"]["hours_to_tie"][0])
        one, other = state.contracts["actor"]
        for pair in (state.pairs[one, other : other + 1], state.pairs[other, one : one + 1]):
            pair["strength"] = record["brokering"]["pair_tie"][0]
            pair["familiarity"] = -hours * np.log(1.0 - pair["strength"])


def has_contract(record: np.ndarray, group: str, week: int) -> bool:
    """Whether there is money for this facilitator in this week."""
    money = record["spending"][0]
    share = money["on_facilitation"] * record[group]["money"][0]
    return bool(money["begin"] <= week < money["end"] and money["extra"] * share > 0.0)


def _take_seat(state: State, seat: int, terms: np.ndarray, record: np.ndarray) -> None:
    hours = float(record["meeting"]["hours_to_tie"][0])
    role = state.actors["role"]
    actor = int(state.contracts["actor"][seat])
    # below one, for no number of hours makes a whole tie
    strength = np.where(
        role == PROFESSIONAL, terms["knows_neighbourhood"][0], terms["knows_board"][0]
    ).clip(0.0, 0.95)
    strength[role == FACILITATOR] = 0.0
    for side in (state.pairs[actor, :], state.pairs[:, actor]):
        side["strength"] = strength
        side["familiarity"] = -hours * np.log(1.0 - strength)
        side["trust"] = record["trust"]["between"][0]
        side["experienced"] = 0
    state.pairs[:, actor]["conflict"] = _suspected(state, terms, record)
    state.actors["language_neighbourhood"][actor] = terms["speaks_neighbourhood"][0]
    state.actors["language_board"][actor] = terms["speaks_board"][0]
    state.contracts["arrived"][seat] = 1


def _suspected(state: State, terms: np.ndarray, record: np.ndarray) -> np.ndarray:
    """The double hats that each actor expects in a facilitator who arrives, array [actor]."""
    controlled = 1.0 - float(terms["other_clients"][0])
    municipality = controlled * float(terms["paid_by_municipality"][0])
    insurer = controlled * float(terms["paid_by_insurer"][0])
    together = controlled * float(terms["paid_by_organisations"][0])
    jointly = float(record["credibility"]["jointly"][0])
    expected = np.zeros(len(state.actors))
    for row, organisation in enumerate(state.actors["organisation"]):
        stake = float(state.organisations["opposition"][organisation])
        insured = state.organisations["budget"][organisation] == INSURERS_BUDGET
        with_municipality, with_insurer = (0.0, stake) if insured else (stake, 0.0)
        expected[row] = credibility.suspected(
            municipality, insurer, together, with_municipality, with_insurer, jointly
        )
    return float(record["credibility"]["suspicion"][0]) * expected
