"""Who may know whom (kennissen): ties between the adults of a neighbourhood, made once.

Housemates; homes along the street, of which neighbours know neighbours; kin and old friends, found
anywhere; and circles around a school or a club. Where these lie is drawn for each place to live and
stays, so that whoever moves in finds the same homes next door. How well people know each other is
no part of it: newcomers begin with what they bring.
"""

from __future__ import annotations

import numpy as np

from model.chance import TIES, draw
from model.compiling import compiled
from model.population import Population
from model.state import together
from model.state.axes import HOUSEHOLD_TYPES
from model.state.kinds import Numbers
from model.state.together import CIRCLE, HOUSEMATE, KIN, STREET

FIRST = -104
"""Week under which ties are drawn: the first of the burn-in."""
DOORS = 2
"""Homes to either side that may know each other: what a street is here, not how close it is.

With ``participation.street``, which carries the doubt, it says how many neighbours one knows.
"""
FAMILY = list(HOUSEHOLD_TYPES).index("with_children")
PARENTS = 1.8
"""Adults in a family with children; turns families of a class into adults, and no more."""
INITIATIVES_PER, FEWEST_INITIATIVES = 40, 10
"""Residents for each initiative that there is room for in memory: more never live at once."""


def no_initiatives(residents: int) -> np.ndarray:
    """Room for as many initiatives as could ever be led, and none of them led yet."""
    initiatives = np.zeros(residents // INITIATIVES_PER + FEWEST_INITIATIVES, together.INITIATIVES)
    initiatives["leader"] = -1
    return initiatives


def make(
    population: Population, key: np.ndarray, street: float, p: np.void
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """People by place, their ties, and where those of each place begin.

    ``street`` is the chance that two homes next to or almost next to each other are in touch;
    ``p`` the numbers of ``knowing``.
    """
    grown = population.age_band > 0
    adults = np.flatnonzero(grown).astype(np.int64)
    start = population.household_start.astype(np.int64)
    kinds_of_home = population.household_type.astype(np.int64)
    club = clubs(adults, key, float(p["in_club"]), float(p["club"]))
    school = classes(adults, kinds_of_home, key, PARENTS * float(p["school"]))
    one, two, kind = paired(start, grown, adults, club, school, street, float(p["kin"]), key)
    pair = np.concatenate([one, two]), np.concatenate([two, one])
    kinds = np.concatenate([kind, kind])
    order = np.lexsort((kinds, pair[1], pair[0]))  # of two reasons to know somebody, the nearest
    first, second, kinds = pair[0][order], pair[1][order], kinds[order]
    new = np.ones(len(first), dtype=bool)
    new[1:] = (first[1:] != first[:-1]) | (second[1:] != second[:-1])
    first, second, kinds = first[new], second[new], kinds[new]
    order = np.lexsort((second, kinds, first))  # housemates and kin before all others
    ties = np.zeros(len(order), dtype=together.TIES)
    ties["other"], ties["kind"] = second[order], kinds[order]
    count = np.bincount(first, minlength=population.residents)
    begin = np.concatenate([[0], np.cumsum(count)]).astype(np.int32)
    people = np.zeros(population.residents, dtype=together.PEOPLE)
    people["grown"] = grown
    people["initiative"] = -1
    return people, ties, begin


@compiled
def paired(
    start: Numbers, grown: Numbers, adults: Numbers, club: Numbers, school: Numbers,
    street: float, kin: float, key: Numbers,
) -> tuple[Numbers, Numbers, Numbers]:  # fmt: skip
    """Every two adults who may know each other, once or more, and how."""
    homes, count = len(start) - 1, len(adults)
    most = at_most(start, count) + in_circles(club) + in_circles(school)
    one = np.empty(most, dtype=np.int64)
    two = np.empty(most, dtype=np.int64)
    kind = np.empty(most, dtype=np.int64)
    made = 0
    for home in range(homes):
        made = between(home, home, HOUSEMATE, start, grown, one, two, kind, made)
        for further in range(1, DOORS + 1):
            near = draw(key, home, FIRST, TIES, further) < street
            if home + further < homes and near:
                made = between(home, home + further, STREET, start, grown, one, two, kind, made)
    for circle in (club, school):
        made = within(adults, circle, one, two, kind, made)
    for number in range(count):
        adult = adults[number]
        other = adults[int(draw(key, adult, FIRST, TIES, 11) * count)]
        if other != adult and draw(key, adult, FIRST, TIES, 10) < kin:
            one[made], two[made], kind[made] = adult, other, KIN
            made += 1
    return one[:made], two[:made], kind[:made]


@compiled
def at_most(start: Numbers, adults: int) -> int:
    """Pairs that housemates, homes close by and kin can make: room enough for all."""
    homes, pairs = len(start) - 1, adults
    for home in range(homes):
        size = start[home + 1] - start[home]
        for other in range(home, min(homes, home + DOORS + 1)):
            pairs += size * (start[other + 1] - start[other])
    return pairs


@compiled
def in_circles(circle: Numbers) -> int:
    """Pairs of which both are in one circle."""
    members = np.zeros(len(circle), dtype=np.int64)  # there are never more circles than people
    for each in circle:
        if each >= 0:
            members[each] += 1
    return int(np.sum(members * (members - 1)) // 2)


@compiled
def between(
    home: int, next_home: int, how: int, start: Numbers, grown: Numbers,
    one: Numbers, two: Numbers, kind: Numbers, made: int,
) -> int:  # fmt: skip
    """The adults of one home with those of another, or with each other."""
    for a in range(start[home], start[home + 1]):
        for b in range(start[next_home], start[next_home + 1]):
            if grown[a] and grown[b] and (home != next_home or a < b):
                one[made], two[made], kind[made] = a, b, how
                made += 1
    return made


@compiled
def clubs(adults: Numbers, key: Numbers, share: float, size: float) -> Numbers:
    """The number of the club of each adult, -1 for none; that share of all is in one."""
    circle = np.full(len(adults), -1, dtype=np.int64)
    count = max(1, int(share * len(adults) / size))
    for number in range(len(adults)):
        if draw(key, adults[number], FIRST, TIES, 20) < share:
            circle[number] = int(draw(key, adults[number], FIRST, TIES, 21) * count)
    return circle


@compiled
def classes(adults: Numbers, household_type: Numbers, key: Numbers, size: float) -> Numbers:
    """The number of the school class around which each parent knows others, -1 for none."""
    circle = np.full(len(adults), -1, dtype=np.int64)
    parents = np.sum(household_type[adults] == FAMILY)
    count = max(1, int(parents / size))
    for number in range(len(adults)):
        if household_type[adults[number]] == FAMILY:
            circle[number] = int(draw(key, adults[number], FIRST, TIES, 22) * count)
    return circle


@compiled
def within(
    adults: Numbers, circle: Numbers, one: Numbers, two: Numbers, kind: Numbers, made: int
) -> int:
    """All who are in one circle with each other."""
    order = np.argsort(circle)
    for place in range(len(order)):
        for later in range(place + 1, len(order)):
            a, b = order[place], order[later]
            if circle[a] < 0 or circle[b] != circle[a]:
                break
            one[made], two[made], kind[made] = adults[a], adults[b], CIRCLE
            made += 1
    return made
