"""In which order levers and outcomes stand: the few that come first, and the families of the rest.

The only file of the page that names them; what they are stands with the model.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from ui.provider import Declaration, Keyed

ONE_LEVER = "facilitator.board"
"""The only lever of the first page."""
FIRST_LEVERS = (
    "spending.extra",
    "spending.on_facilitation",
    "facilitator.board",
    "facilitator.mandate",
    "commitment.anchoring",
    "pockets.pooled",
    "hours.protected",
    "meeting.open_meetings",
)
"""The levers that stand open, in this order; the others are folded away by family: how much
facilitation, where and with what mandate, agreements, the shared budget, time and meeting."""

FAMILIES: dict[str, tuple[str, ...]] = {
    "facilitator": ("facilitator", "attention", "brokering"),
    "second": ("second_facilitator",),
    "money": ("spending", "pockets", "flexible_budget", "tendering", "stays", "employer"),
    "room": ("mandate", "commitment", "lead", "decisions"),
    "time": ("hours", "meeting", "staffing", "reorganising", "direct", "youth_team"),
    "professionals": ("repertoire", "goals", "team_choice", "craft"),
    "learning": ("learning", "lived_experience", "dialogue", "mapping", "small_wins"),
    "informing": ("monitoring", "informing"),
    "table": ("contribution", "deciding"),
    "residents": (
        *("getting_in", "participation", "knowing", "initiatives", "responsibility", "loneliness"),
        *("lasting", "shocks", "able_to_ask", "seeking", "doctrine"),
    ),
}
"""Family → the mechanisms whose levers it holds."""

FIRST_OUTCOMES = (
    "time_to_help",
    "ownerless_several",
    "need_any",
    "cost_total",
    "one_plan",
    "hidden_need",
    "commitment",
    "resident_trust",
    "strain",
    "burden",
    "waiting",
)
"""The outcomes that are shown first: what somebody who decides asks about. Weeks until help and
until one person holds the whole question, people with a problem, cost; then what lies behind."""

CARDS = (
    "time_to_help",
    "one_plan",
    "resident_trust",
    "participation_community",
    "reachable",
    "leaning_on_one",
    "strain",
    "cost_total",
    "anchored",
)
"""Nine outcomes at a glance: help in time, one plan, trust, joining in, collaboration that works,
what hangs on one person, strain, what it costs, and what is left when the money is gone."""

EFFORT = (
    *("care_received", "use_general", "use_wmo", "use_youth", "use_participation", "use_zvw"),
    *("hours_facilitation", "hours_coordination", "informal_share", "overloaded_carers"),
)
"""What is told in people and hours before any euro, the hours of residents and carers among it."""

CARRIED = ("informal_share", "overloaded_carers")
"""What residents and carers put in themselves, as far as the model reports it."""

OF_GROUPS = ("care_received", *CARRIED)
"""What each group of residents gets in hours, and what is asked of it."""

SPENDING = ("cost_total", "saved_total")
"""What was spent on a group of residents, and what help to it may have spared."""

POCKET = ("wrong_pocket",)
"""Where the benefit of help lands: with who paid for it, or with another."""

SHEET = ("saved_total", "cost_total", "sheet_ratio")
"""What a cost-benefit sheet is told with: what is spared, what is paid, the one for the other."""

Thing = TypeVar("Thing", bound=Keyed)
AT_FIRST = 8


def first_levers(levers: Sequence[Declaration]) -> list[Declaration]:
    """The levers that stand open."""
    by_address = {lever.address: lever for lever in levers}
    first = [by_address[address] for address in FIRST_LEVERS if address in by_address]
    return first or list(levers[:AT_FIRST])


def folded(levers: Sequence[Declaration]) -> dict[str, list[Declaration]]:
    """The other levers by family; a family without levers is left out."""
    open_ones = {lever.address for lever in first_levers(levers)}
    rest = [lever for lever in levers if lever.address not in open_ones]
    families = {
        family: [lever for lever in rest if lever.address.split(".")[0] in mechanisms]
        for family, mechanisms in FAMILIES.items()
    }
    return {family: members for family, members in families.items() if members}


def first_outcomes(outcomes: Sequence[Thing]) -> list[Thing]:
    """The outcomes that are shown first, in their order."""
    return chosen(outcomes, FIRST_OUTCOMES) or list(outcomes)


def card_outcomes(outcomes: Sequence[Thing]) -> list[Thing]:
    """The outcomes that have a card, in their order."""
    return chosen(outcomes, CARDS) or list(outcomes[: len(CARDS)])


def chosen(outcomes: Sequence[Thing], keys: Sequence[str]) -> list[Thing]:
    """The outcomes with these keys, in the order of the keys."""
    by_key = {outcome.key: outcome for outcome in outcomes}
    return [by_key[key] for key in keys if key in by_key]


def in_order(outcomes: Sequence[Thing], front: Sequence[str] = ()) -> list[Thing]:
    """All outcomes: those put in front, then those that are shown first, then the others."""
    ahead = chosen(outcomes, front)
    first = [*ahead, *(each for each in first_outcomes(outcomes) if each not in ahead)]
    return [*first, *(outcome for outcome in outcomes if outcome not in first)]
