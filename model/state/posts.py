"""Whose people professionals are: with whom they work, who employs them, and who pays for them.

Most work where they are employed. A post of the team may be lent by a provider, belong to a
foundation, serve youth or adults only, or have been moved to a specialist (ODD 7.5 and 7.6).
"""

from __future__ import annotations

from model.compiling import inlined
from model.state.axes import (
    BUDGET_OF_ORGANISATION,
    ORGANISATION_COUNT,
    PARENTING,
    TEAM,
)
from model.state.kinds import Row

MUNICIPAL, FOUNDATION = 0, -1
"""Who employs somebody of the team, where no provider does."""
WHOLE, YOUTH, ADULT = 0, 1, 2
"""Whom somebody of the team serves."""
YOUTH_LINE = ORGANISATION_COUNT
"""The youth team is a party of its own, and has a queue of its own, beside the organisations."""


@inlined
def home_of(actor: Row) -> int:
    """The organisation that somebody belongs to: a provider that lends them, or where they work."""
    return int(actor.lent) if actor.lent > 0 else int(actor.organisation)


@inlined
def colleagues(first: Row, second: Row) -> bool:
    """Whether two people work together, or are employed by the same organisation."""
    return first.organisation == second.organisation or home_of(first) == home_of(second)


@inlined
def budget_of(actor: Row) -> int:
    """The budget that pays for somebody: the team's also for who was moved from it."""
    return BUDGET_OF_ORGANISATION[TEAM] if actor.moved else BUDGET_OF_ORGANISATION[home_of(actor)]


@inlined
def paid_as(actor: Row) -> int:
    """The organisation whose contract hours somebody has: who was moved keeps those of the team."""
    return TEAM if actor.moved else int(actor.organisation)


@inlined
def party_of(actor: Row) -> int:
    """Who is one party in a plan: an organisation, or the youth team beside the adult team."""
    return YOUTH_LINE if actor.young == YOUTH else int(actor.organisation)


@inlined
def serves(actor: Row, domain: int) -> bool:
    """Whether somebody helps with this need: growing up, or all else, where teams are apart."""
    return actor.young == WHOLE or (actor.young == YOUTH) == (domain == PARENTING)
