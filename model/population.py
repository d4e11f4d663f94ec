"""The people of a place (bevolking): households, age, type of household and disadvantage.

Households are drawn one after another from the facts of the place, until there are as
many residents as asked for. Household k takes its chances from row k of one stream that
depends on seed and replicate only. So the first households are the same however many are
drawn, in every scenario, and the same everywhere with the same version of NumPy.

How the facts become chances stands in ``model/composition.py``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from model.composition import LARGEST_HOUSEHOLD, Composition, compose
from model.place_facts import NATIONAL
from model.places import Place

YOUNG, MIDDLE, OLD = 0, 1, 2
"""Age bands: 0 to 14, 15 to 64, 65 and over."""

ALONE, TOGETHER, WITH_CHILDREN = 0, 1, 2
"""Types of household."""

BETWEEN_PLACES = 0.35
"""Standard deviation of disadvantage between wijken, of 1 in all; assumed.

An eighth of the variance: most of the difference between people lies within wijken. With the next
one it is about how people are drawn, before any number is in force (ODD 5).
"""

OF_THE_PERSON = 0.40
"""Standard deviation of disadvantage between members of one household; assumed."""

SCALED_DOMAINS = {
    "loneliness": "share_severely_lonely",
    "mental_health": "share_anxiety_depression",
    "physical_health": "share_physical_limitation",
}
"""Domain of life → the fact that tells its level."""

_OF_THE_HOUSEHOLD = (1 - BETWEEN_PLACES**2 - OF_THE_PERSON**2) ** 0.5

_STREAM = 0x5AEE_0001
"""Keeps these draws apart from every other use of the same seed; never to be reused."""

_BLOCK = 4_096
"""Households drawn at a time; without influence on what is drawn."""

# What each column of a household's row of chances decides.
_TYPE, _SIZE, _ONE_PARENT, _ALIKE = 0, 1, 2, 3
_AGES = slice(4, 4 + LARGEST_HOUSEHOLD)
_NORMALS = slice(4 + LARGEST_HOUSEHOLD, 4 + LARGEST_HOUSEHOLD + 8)
_COLUMNS = 24
"""Chances for each household; a few are spare, so that a new use need not move the others."""


@dataclass(frozen=True, kw_only=True)
class Population:
    """Residents in the order of their households.

    ``household``: row of the household (resident). ``age_band``: 0 = 0–14, 1 = 15–64,
    2 = 65+ (resident). ``household_type``: 0 alone, 1 together without children, 2 with
    children (resident). ``disadvantage``: national mean 0, standard deviation 1; higher
    is worse off (resident). ``household_start``: first resident of each household, and
    the number of residents at the end (household + 1). ``weight``: people of the place
    that one resident stands for.
    """

    household: NDArray[np.int32]
    age_band: NDArray[np.uint8]
    household_type: NDArray[np.uint8]
    disadvantage: NDArray[np.float32]
    household_start: NDArray[np.int32]
    weight: float

    @property
    def residents(self) -> int:
        """How many residents there are."""
        return len(self.household)

    @property
    def households(self) -> int:
        """How many households there are."""
        return len(self.household_start) - 1


def draw_population(
    place: Place,
    residents: int,
    seed: int,
    replicate: int,
    facts: Mapping[str, float] | None = None,
) -> Population:
    """Exactly this many residents of the place; the last household may be cut short for it.

    ``facts`` are the values to use, such as ``place.values_at(...)`` of an uncertainty
    draw; without them the central values of the place.
    """
    if residents < 1:
        raise ValueError(f"a population needs at least one resident, not {residents}")
    composition = compose(place.values() | dict(facts or {}))
    rows = _chances(composition, residents, seed, replicate)
    kind, size, adults = _households(composition, rows)
    ages = _ages(composition, rows, kind, adults)
    disadvantage = _disadvantage(composition, rows)

    start = np.concatenate(([0], np.cumsum(size)))
    last = int(np.searchsorted(start, residents))
    start = np.append(start[:last], residents)
    household = np.repeat(np.arange(last), np.diff(start))
    member = np.arange(residents) - start[household]
    return Population(
        household=household.astype(np.int32),
        age_band=ages[household, member].astype(np.uint8),
        household_type=kind[household].astype(np.uint8),
        disadvantage=disadvantage[household, member].astype(np.float32),
        household_start=start.astype(np.int32),
        weight=place.population / residents,
    )


def _chances(
    composition: Composition, residents: int, seed: int, replicate: int
) -> NDArray[np.float64]:
    """Enough rows of chances to house these residents (household, column)."""
    word = 2**64 - 1
    generator = np.random.Generator(
        np.random.Philox(key=[seed & word, replicate & word], counter=[0, 0, 0, _STREAM])
    )
    blocks: list[NDArray[np.float64]] = []
    housed = 0
    while housed < residents:
        blocks.append(generator.random((_BLOCK, _COLUMNS)))
        housed += int(_households(composition, blocks[-1])[1].sum())
    return np.concatenate(blocks)


def _households(
    composition: Composition, rows: NDArray[np.float64]
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Type, number of residents and number of adults of each household (household)."""
    singles = composition.share_single
    with_children = rows[:, _TYPE] >= 1 - composition.share_with_children
    kind = np.where(with_children, WITH_CHILDREN, np.where(rows[:, _TYPE] < singles, 0, 1))
    # Two persons with children are one parent and one child; more may be one parent too.
    larger = np.searchsorted(np.cumsum(composition.family_sizes), rows[:, _SIZE], side="right")
    family = np.minimum(larger + 2, LARGEST_HOUSEHOLD)
    one_parent = (family == 2) | (rows[:, _ONE_PARENT] < composition.one_parent_of_larger)
    size = np.where(kind == ALONE, 1, np.where(kind == TOGETHER, 2, family))
    adults = np.where((kind == ALONE) | ((kind == WITH_CHILDREN) & one_parent), 1, 2)
    return kind, size, adults


def _ages(
    composition: Composition,
    rows: NDArray[np.float64],
    kind: NDArray[np.int64],
    adults: NDArray[np.int64],
) -> NDArray[np.int64]:
    """Age band of each possible member, adults first (household, member)."""
    chance = rows[:, _AGES].copy()
    # Partners mostly share an age band: the second often takes the chance of the first.
    alike = (kind == TOGETHER) & (rows[:, _ALIKE] < composition.partners_alike)
    chance[alike, 1] = chance[alike, 0]
    old = np.choose(kind, (composition.old_alone, composition.old_together, 0.0))
    member = np.arange(LARGEST_HOUSEHOLD)
    child = (kind == WITH_CHILDREN)[:, None] & (member >= adults[:, None])
    young_or_middle = np.where(chance < composition.young_child, YOUNG, MIDDLE)
    middle_or_old = np.where(chance < old[:, None], OLD, MIDDLE)
    return np.where(child, young_or_middle, middle_or_old)


def _disadvantage(composition: Composition, rows: NDArray[np.float64]) -> NDArray[np.float64]:
    """Place + household + person, for each possible member (household, member)."""
    even = rows[:, _NORMALS]
    # Box and Muller: two even chances become two normal ones; 1 - x keeps the logarithm finite.
    radius = np.sqrt(-2 * np.log(1 - even[:, 0::2]))
    angle = 2 * np.pi * even[:, 1::2]
    normal = np.concatenate((radius * np.cos(angle), radius * np.sin(angle)), axis=1)
    household = _OF_THE_HOUSEHOLD * normal[:, :1]
    place = BETWEEN_PLACES * composition.place_score
    return place + household + OF_THE_PERSON * normal[:, 1 : 1 + LARGEST_HOUSEHOLD]


def level_scale(place: Place, facts: Mapping[str, float] | None = None) -> dict[str, float]:
    """Level of need relative to the national level of the same survey year, by domain of life.

    1 where the place publishes nothing, unless ``facts`` brings a drawn value. It is the
    level to arrive at for the place as a whole, its age and disadvantage included: a rule
    that already lets need rise with those must be scaled to this level, not multiplied by it
    once more. Sources: health monitor (RIVM, GGD) and RIVM small-area estimates.
    """
    drawn = dict(facts or {})
    scale = {}
    for domain, key in SCALED_DOMAINS.items():
        fact = place.facts[key]
        national = fact.national or NATIONAL[key].value
        known = fact.status != "filled"
        scale[domain] = drawn.get(key, fact.value if known else national) / national
    return scale


def terciles(population: Population) -> np.ndarray:
    """The third of households, by disadvantage, to which each resident belongs: 0 least, 2 most.

    Members of a household share the mean of the household; fixed for the whole run.
    """
    count = np.diff(population.household_start)
    mean = np.add.reduceat(population.disadvantage, population.household_start[:-1]) / count
    rank = np.argsort(np.argsort(mean, kind="stable"), kind="stable")
    third = np.minimum(2, rank * 3 // max(1, len(mean))).astype(np.uint8)
    return third[population.household]
