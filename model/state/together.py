"""Tables of what residents are to each other: people by place, ties between places, initiatives."""

from __future__ import annotations

import numpy as np

PEOPLE = np.dtype(
    [  # one row for each place to live, whoever lives there: its number is resident id % places
        ("id", "u4"),  # resident who was last met here
        ("grown", "u1"),  # 1: fifteen or older
        ("active", "u1"),  # 1: takes part in the neighbourhood
        ("leads", "u1"),  # 1: could lead an initiative
        ("initiative", "i2"),  # of which one is a member, -1 none
        ("threshold", "f4"),  # share of one's people who take part before one joins
        ("rooted", "f4"),  # how well one knows the people nearby, 0 to 1
        ("wanted", "f4"),  # good contacts that one wants
        ("elsewhere", "f4"),  # good contacts outside of the neighbourhood
        ("contact", "f4"),  # good contacts in the last four weeks, elsewhere and here
        ("longing", "f4"),  # for contact that is missed, 0 to the deepest
        ("able", "f4"),  # hours a week that one can care for others
        ("load", "f4"),  # hours asked over hours that one can give
    ],
    align=True,
)
TIES = np.dtype(
    [  # of each place in turn: whom one may know, both ways
        ("other", "u4"),  # number of the other's place
        ("kind", "u1"),
    ],
    align=True,
)
HOUSEMATE, KIN, STREET, CIRCLE = 0, 1, 2, 3

INITIATIVES = np.dtype(
    [  # of residents; without a leader the row is free
        ("neighbourhood", "u2"),
        ("leader", "i4"),  # number of the leader's place, -1 nobody
        ("began", "i4"),  # week
        ("members", "f4"),
        ("load", "f4"),  # hours a week of work for each member
    ],
    align=True,
)
