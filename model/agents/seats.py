"""The seats at decision clocks: who may be asked what to do, and over what each decides.

Once in four weeks whoever sits in a seat sees the neighbourhood and answers with new values, by
name: levers of the seat by their address, choices by their key below. What is not named stays as
it is. A seat that nobody takes, or that is taken by ``by_the_rules``, follows the rules of the
model.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from model.agents.columns import View
from model.declarations import Named
from model.parameters import ADDRESSES
from model.state.axes import BOARD, ORGANISATIONS

FACILITATORS = ("facilitator", "second_facilitator")
BOARD_SEAT, ALDERMAN_SEAT = "board", "alderman"
PARTIES = tuple(name for row, name in enumerate(ORGANISATIONS) if row != BOARD)
SEATS = (*FACILITATORS, BOARD_SEAT, ALDERMAN_SEAT, *PARTIES)
"""Two facilitators, those who decide over money and rules, the alderman, and each organisation."""

Policy = Callable[[View, Any], Mapping[str, float]]
"""Sees with the eyes of an agent, in a Neighbourhood, and gives new values for its seat."""


@dataclass(frozen=True, kw_only=True)
class Choice(Named):
    """What a seat decides of itself, beside levers: a column of the state, within these bounds."""

    table: str
    column: str
    between: tuple[float, float]


CHOICES: dict[str, Choice] = {
    "joint_plans": Choice(
        table="organisations",
        column="stance",
        between=(-1.0, 1.0),
        nl="Meedoen aan één plan: -1 nooit, 0 volgens de regels, 1 altijd",
        en="Joining one plan: -1 never, 0 by the rules, 1 always",
    ),
    "withheld": Choice(
        table="municipalities",
        column="withheld",
        between=(0.0, 1.0),
        nl="Laten liggen: deel van wat besloten kon worden dat de wethouder laat liggen",
        en="Left lying: share of what could be decided that the alderman leaves lying",
    ),
}


def by_the_rules(me: View, neighbourhood: Any) -> Mapping[str, float]:
    """Whoever leaves everything as the rules of the model have it."""
    return {}


def levers_of(seat: str) -> tuple[str, ...]:
    """Addresses over which a seat decides: a facilitator over the own terms, the board the rest."""
    _refuse_unknown(seat)
    if seat not in (*FACILITATORS, BOARD_SEAT):
        return ()
    levers = [address for address, number in ADDRESSES.items() if number.role == "lever"]
    groups = (seat,) if seat in FACILITATORS else FACILITATORS
    own = seat in FACILITATORS
    return tuple(a for a in levers if (a.split(".")[0] in groups) == own)


def choices_of(seat: str) -> tuple[str, ...]:
    """What a seat decides beside levers: organisations over plans, the alderman over items."""
    _refuse_unknown(seat)
    if seat in PARTIES:
        return ("joint_plans",)
    return ("withheld",) if seat == ALDERMAN_SEAT else ()


def row_of(seat: str) -> int:
    """The row in the table of its choices that belongs to a seat."""
    return list(ORGANISATIONS).index(seat) if seat in PARTIES else 0


def refuse(seat: str, changes: Mapping[str, float]) -> None:
    """Raise ValueError for what a seat does not decide over, or a choice out of bounds."""
    strange = set(changes) - {*levers_of(seat), *choices_of(seat)}
    if strange:
        raise ValueError(f"{seat} does not decide over {sorted(strange)}")
    for key in set(changes) & CHOICES.keys():
        low, high = CHOICES[key].between
        if not low <= changes[key] <= high:
            raise ValueError(
                f"{key} is {changes[key]:g}; it must stay between {low:g} and {high:g}"
            )


def _refuse_unknown(seat: str) -> None:
    if seat not in SEATS:
        raise ValueError(f"{seat} is no seat; there are {', '.join(SEATS)}")
