"""From facts to chances (samenstelling): what a household of this place looks like.

Facts come from different tables and years, so they need not fit together. What gives
way, and by how much, is worked out here and reported as a residual: first the size of
households with children bends, then the number of young children, then of the old.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from model.place_facts import NATIONAL, within

LARGEST_HOUSEHOLD = 7

ONE_PARENT_OF_LARGER = 0.108
"""One-parent share of households with children of three or more; CBS 71487NED, 70133NED (2023)."""

OLD_TOGETHER_TO_ALONE = 1.15
"""How many times as often someone in a couple is 65 or over as someone living alone; assumed."""

PARTNERS_ALIKE = 0.85
"""Share of couples that are in one age band whatever else; assumed."""

SPREAD_OF_WIJKEN = {
    "share_low_income": 0.08,
    "share_welfare": 0.03,
    "share_social_rent": 0.17,
    "ses_woa": -0.22,
}
"""Standard deviation over wijken of what tells disadvantage; from the wijken in ``places.csv``.

SES-WOA counts downwards, so its sign is turned.
"""

_FAMILY_SIZE_LIMITS = (2.2, 5.0)


@dataclass(frozen=True, kw_only=True)
class Composition:
    """Chances for one household; ages are for each person of that kind.

    ``family_sizes`` are the chances of 2, 3, … persons in a household with children.
    ``expected`` is what these chances give on average, by fact.
    """

    share_single: float
    share_with_children: float
    family_sizes: NDArray[np.float64]
    one_parent_of_larger: float
    young_child: float
    old_alone: float
    old_together: float
    partners_alike: float
    place_score: float
    expected: Mapping[str, float]

    def residual(self, facts: Mapping[str, float]) -> dict[str, float]:
        """What the chances give minus what the facts say, by fact; 0 where they fit."""
        return {key: value - facts[key] for key, value in self.expected.items()}


def _family_sizes(mean: float) -> NDArray[np.float64]:
    """Chances of 2 to 7 persons with this mean.

    Two plus five tries: at the Dutch mean of 3.6 this gives 14, 34, 32, 15 and 5 percent for
    2 to 6 persons, where CBS counted 14, 35, 36 and 16 percent for 2 to 5 or more in 2023.
    """
    chance = (mean - 2) / 5
    ways = np.array([1, 5, 10, 10, 5, 1])
    more = np.arange(6)
    return ways * chance**more * (1 - chance) ** (5 - more)


def compose(facts: Mapping[str, float]) -> Composition:
    """The chances that fit these facts as far as they fit each other."""
    singles = within(facts["share_single_households"], 0.0, 0.97)
    families = within(facts["share_households_with_children"], 0.01, 1 - singles)
    couples = 1 - singles - families
    wanted = (facts["mean_household_size"] - singles - 2 * couples) / families
    family_size = within(wanted, *_FAMILY_SIZE_LIMITS)
    size = singles + 2 * couples + family_size * families

    sizes = _family_sizes(family_size)
    parents = 2 - sizes[0] - ONE_PARENT_OF_LARGER * (1 - sizes[0])
    children = families * (family_size - parents)
    young = within(facts["share_age_0_14"] * size / children, 0.0, 1.0)
    alone, together = _old(facts["share_age_65plus"] * size, singles, 2 * couples)
    expected = {
        "share_single_households": singles,
        "share_households_with_children": families,
        "mean_household_size": size,
        "share_age_0_14": young * children / size,
        "share_age_65plus": (alone * singles + together * 2 * couples) / size,
    }
    return Composition(
        share_single=singles,
        share_with_children=families,
        family_sizes=sizes,
        one_parent_of_larger=ONE_PARENT_OF_LARGER,
        young_child=young,
        old_alone=alone,
        old_together=together,
        partners_alike=PARTNERS_ALIKE,
        place_score=place_score(facts),
        expected=expected,
    )


def _old(wanted: float, singles: float, partners: float) -> tuple[float, float]:
    """Chance of 65 or over for someone alone and for a partner, to give this many per household."""
    alone = wanted / (singles + OLD_TOGETHER_TO_ALONE * partners)
    together = OLD_TOGETHER_TO_ALONE * alone
    if together > 1:
        # All partners are old; those living alone make up for the rest, as far as they can.
        together = 1.0
        alone = (wanted - partners) / singles if singles else 1.0
    return within(alone, 0.0, 1.0), together


def place_score(facts: Mapping[str, float]) -> float:
    """How disadvantaged the place is, in standard deviations over wijken; 0 is the Dutch average.

    The mean of low income, welfare, social rent and SES. Filled facts count too: an
    unknown fact stands at the national average and so pulls the score towards 0.
    """
    scores = [
        (facts[key] - NATIONAL[key].value) / spread for key, spread in SPREAD_OF_WIJKEN.items()
    ]
    return sum(scores) / len(scores)
