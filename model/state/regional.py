"""What a region remembers beside its neighbourhoods: one row for each municipality (ODD section 2).

Each neighbourhood keeps a state of its own, with its own pairs of people; what crosses from one
municipality to another is all here.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from model.state.axes import MUNICIPAL_BUDGETS
from model.state.kinds import Table

WAYS = 30
"""Ways of working of which each may fit a place or not, as in March's model of learning."""

REGIONS = np.dtype(
    [  # one row
        ("key", "u4", (2,)),
        ("importance", "f4", (WAYS,)),  # of each way of working that may be agreed, 0 to 1
        ("common", "i1", (WAYS,)),  # what fits in most places; the agreed way, where there is one
    ],
    align=True,
)

MEMBERS = np.dtype(
    [  # one row for each municipality, with its manager
        ("residents", "f8"),
        ("neighbourhoods", "u2"),
        ("largest", "u1"),
        ("reality", "i1", (WAYS,)),  # what fits here
        ("practice", "i1", (WAYS,)),  # what is done here
        ("reason", "f4", (WAYS,)),  # local reason to do otherwise, 0 to 1
        ("apart", "u2", (WAYS,)),  # weeks that an agreed way has not been followed
        ("fit", "f4"),  # share of ways that fit here
        ("familiarity", "f4"),  # hours of the manager with the regional facilitator
        ("credibility", "f4"),  # of that facilitator, with this manager
        ("strictness", "f4"),  # at the gate of specialised help, 0 as usual
        ("strength", "f4"),  # factor on the strength of help
        ("access", "f4"),  # factor on the chance that specialised help is asked for
        ("time", "f4"),  # changes for which there is time left
        ("backlog", "f4"),  # changes asked and not yet begun
        ("asked", "f4"),  # changes asked in the last four weeks
        ("begun", "f4"),  # part of a change that is under way
        ("paper", "f4"),  # of those, done on paper only
        ("paperwork", "f4"),  # share of the working week that this takes
        ("results", "f4"),  # share of what was asked that is really done, over half a year
        ("expected", "f4"),  # what is hoped for, likewise
        ("balance", "f4"),  # help given to the city less help received, in changes
        ("own", "f8", (MUNICIPAL_BUDGETS,)),  # euros paid this year
        ("granted", "f8", (MUNICIPAL_BUDGETS,)),  # euros that might be paid
        ("charged", "f8", (MUNICIPAL_BUDGETS,)),  # euros that fall to it after sharing
    ],
    align=True,
)


class Regional(NamedTuple):
    """The small block of a region: the region itself, and its municipalities."""

    regions: Table
    members: Table

    def copy(self) -> Regional:
        """The same in memory of its own."""
        return Regional(*(table.copy() for table in self))
