"""Filling what is not known about a place (aanvullen): from its other figures, else nationally.

Every estimate says what it was worked out from and carries a range wide enough to
cover the scatter of the wijken it was fitted on; the model draws from that range.
The straight lines below are least squares over the wijken in ``places.csv``, and a
test fits them again. They join figures of different years and towns, so they fill
a gap and explain nothing.
"""

from __future__ import annotations

from collections.abc import Mapping

from model.place_facts import FACTS, NATIONAL, Fact, Text, filled

Figures = Mapping[str, float]
"""Published figures of one place by column of ``places.csv``, with estimates as they are made."""

SINGLES_BY_SIZE = (1.278, -0.415)
"""One-person share = first + second · mean size; 34 wijken of Utrecht and Heerenveen, sd 0.053."""

RENT_BY_OWNERS = (0.594, -0.661)
"""Social rent = first + second · owner share; 10 wijken of Utrecht, sd 0.108."""

WELFARE_BY_RENT = (-0.004, 0.184)
"""Welfare = first + second · social rent; 33 wijken of Utrecht and Heerenveen, sd 0.016."""

LOW_INCOME_BY_RENT_AND_WELFARE = (0.061, 0.270, 1.352)
"""Low income = first + second · rent + third · welfare; 21 wijken of Heerenveen, sd 0.022."""

SES_BY_OWNERS = (-0.631, 1.258)
"""SES-WOA = first + second · owner share; 43 wijken in Eemland, sd 0.10."""

SES_BY_LOW_INCOME = (0.70, -3.67)
"""SES-WOA = first + second · low income. No wijk has both: this joins the lines above."""

SIZE_WITH_CHILDREN = 3.7
"""Persons in a household with children; 3.6 to 4.4 in the wijken of Utrecht, 3.6 nationally."""

YOUNG_PER_HOUSEHOLD_WITH_CHILDREN = 1.05
"""Residents under 15 for each household with children; nationally 1.0, Utrecht about 1.2."""

HOUSEHOLDS_PER_DWELLING = 1.08
"""Households for each dwelling; 0.9 to 1.1 in Eemland, 1.0 to 1.4 in Utrecht (students)."""


def fill(figures: Figures) -> dict[str, Fact]:
    """An estimate for each of the twelve facts that the place does not publish."""
    known = dict(figures)
    estimates: dict[str, Fact] = {}
    # A line drawn through the national average of housing would give that average back
    # for income, with a range that is far too narrow.
    housing_known = any(key in figures for key in ("share_owner_occupied", "share_social_rent"))
    for key, estimate in _ESTIMATES.items():
        if key in known:
            continue
        guess = key in _FROM_HOUSING and not housing_known
        estimates[key] = national(key) if guess else estimate(known)
        known[key] = estimates[key].value
    for key in FACTS:
        if key not in known:
            estimates[key] = national(key)
    return estimates


def national(key: str) -> Fact:
    """The national average, with the range over Dutch wijken, for a fact nothing is known about."""
    level = NATIONAL[key]
    basis = Text(
        f"niet bekend: landelijk gemiddelde ({level.basis.nl}), met de spreiding over wijken",
        f"not known: national average ({level.basis.en}), with the spread over neighbourhoods",
    )
    survey = level.value if key in ("share_severely_lonely", *_OTHER_NEEDS) else None
    return Fact(level.value, level.low, level.high, "filled", basis, survey)


_OTHER_NEEDS = ("share_anxiety_depression", "share_physical_limitation")


def _mean_household_size(known: Figures) -> Fact:
    if "households" in known:
        size = known["population"] / known["households"]
        return filled(
            size, 0.05, (1.2, 4.0), "bewoners gedeeld door huishoudens",
            "residents divided by households",
        )  # fmt: skip
    if "dwellings" not in known:
        return national("mean_household_size")
    size = known["population"] / known["dwellings"] / HOUSEHOLDS_PER_DWELLING
    return filled(
        size, 0.25, (1.2, 4.0), "bewoners gedeeld door woningen, met 1,08 huishouden per woning",
        "residents divided by dwellings, at 1.08 households for each dwelling",
    )  # fmt: skip


def _single_households(known: Figures) -> Fact:
    first, second = SINGLES_BY_SIZE
    return filled(
        first + second * known["mean_household_size"], 0.10, (0.12, 0.85),
        "uit de gemiddelde grootte van een huishouden (34 wijken in Utrecht en Heerenveen)",
        "from the mean household size (34 neighbourhoods in Utrecht and Heerenveen)",
    )  # fmt: skip


def _households_with_children(known: Figures) -> Fact:
    # Size = singles + 2 · couples + SIZE_WITH_CHILDREN · with children, solved for the last.
    size, singles = known["mean_household_size"], known["share_single_households"]
    share = (size - 2 + singles) / (SIZE_WITH_CHILDREN - 2)
    return filled(
        share, 0.05, (0.03, max(0.97 - singles, 0.03)),
        "uit grootte en aandeel alleenwonenden, bij 3,7 personen per huishouden met kinderen",
        "from size and share living alone, at 3.7 persons in a household with children",
    )  # fmt: skip


def _young(known: Figures) -> Fact:
    per_resident = known["share_households_with_children"] / known["mean_household_size"]
    return filled(
        YOUNG_PER_HOUSEHOLD_WITH_CHILDREN * per_resident, 0.04, (0.02, 0.33),
        "uit het aandeel huishoudens met kinderen, bij 1,05 kind onder 15 jaar per huishouden",
        "from the share of households with children, at 1.05 child under 15 in each",
    )  # fmt: skip


def _social_rent(known: Figures) -> Fact:
    first, second = RENT_BY_OWNERS
    return filled(
        first + second * known["share_owner_occupied"], 0.18, (0.0, 0.8),
        "uit het aandeel koopwoningen (10 wijken in Utrecht)",
        "from the share of owner-occupied dwellings (10 neighbourhoods in Utrecht)",
    )  # fmt: skip


def _welfare(known: Figures) -> Fact:
    first, second = WELFARE_BY_RENT
    return filled(
        first + second * known["share_social_rent"], 0.03, (0.002, 0.2),
        "uit het aandeel corporatiewoningen (33 wijken in Utrecht en Heerenveen)",
        "from the share of social rent (33 neighbourhoods in Utrecht and Heerenveen)",
    )  # fmt: skip


def _low_income(known: Figures) -> Fact:
    first, second, third = LOW_INCOME_BY_RENT_AND_WELFARE
    value = first + second * known["share_social_rent"] + third * known["share_welfare"]
    return filled(
        value, 0.07, (0.02, 0.6),
        "uit corporatiewoningen en bijstand (21 wijken in Heerenveen)",
        "from social rent and welfare (21 neighbourhoods in Heerenveen)",
    )  # fmt: skip


def _ses(known: Figures) -> Fact:
    if "share_owner_occupied" in known:
        first, second = SES_BY_OWNERS
        return filled(
            first + second * known["share_owner_occupied"], 0.25, (-1.0, 0.8),
            "uit het aandeel koopwoningen (43 wijken in Eemland)",
            "from the share of owner-occupied dwellings (43 neighbourhoods in Eemland)",
        )  # fmt: skip
    first, second = SES_BY_LOW_INCOME
    return filled(
        first + second * known["share_low_income"], 0.30, (-1.0, 0.8),
        "uit het aandeel lage inkomens; die lijn is uit twee andere samengesteld",
        "from the share of low incomes; that line was put together from two others",
    )  # fmt: skip


_ESTIMATES = {
    "mean_household_size": _mean_household_size,
    "share_single_households": _single_households,
    "share_households_with_children": _households_with_children,
    "share_age_0_14": _young,
    "share_social_rent": _social_rent,
    "share_welfare": _welfare,
    "share_low_income": _low_income,
    "ses_woa": _ses,
}
"""Which fact is estimated how; the order matters, later estimates use earlier ones."""

_FROM_HOUSING = ("share_social_rent", "share_welfare", "share_low_income", "ses_woa")
