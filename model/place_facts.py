"""Facts about a place (feiten over een wijk): the twelve the model uses, and how sure each is.

A fact is ``known`` (published for this place), ``unchecked`` (published, but we
could not check that it belongs to this place or means the same), or ``filled``
(not published here: worked out from other figures, or the national level, with a
range to draw from). Nothing here is about behaviour.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

STATUSES = ("known", "filled", "unchecked")


@dataclass(frozen=True)
class Text:
    """The same words in Dutch and in English."""

    nl: str
    en: str

    def say(self, language: str) -> str:
        """The words in "nl" or "en"."""
        return self.nl if language == "nl" else self.en


STATUS_WORDS = MappingProxyType(
    {
        "known": Text("bekend", "known"),
        "filled": Text("aangevuld", "filled in"),
        "unchecked": Text("niet gecontroleerd", "not checked"),
    }
)


@dataclass(frozen=True)
class Fact:
    """One figure about a place: its value, the range it may lie in, and what that rests on.

    ``national`` is the national level in the same survey year, for facts that are
    only comparable within one year; None where the question does not arise.
    """

    value: float
    low: float
    high: float
    status: str
    basis: Text
    national: float | None = None

    def __post_init__(self) -> None:
        """Refuse a status that does not exist and a value outside its own range."""
        if self.status not in STATUSES:
            raise ValueError(f"a fact is one of {STATUSES}, not {self.status!r}")
        if not self.low <= self.value <= self.high:
            raise ValueError(f"{self.value} lies outside {self.low} to {self.high}")

    def at(self, share: float) -> float:
        """The value at this share (0 to 1) of the range; 0.5 gives the central value.

        A known fact keeps its value: what is known is not drawn.
        """
        if self.status == "known":
            return self.value
        if share < 0.5:
            return self.low + (self.value - self.low) * share * 2
        return self.value + (self.high - self.value) * (share * 2 - 1)


@dataclass(frozen=True)
class NationalLevel:
    """What a fact is called, its Dutch average, how wijken spread around it, and the source."""

    name: Text
    value: float
    low: float
    high: float
    basis: Text
    seen: bool
    """False where the average is from memory and still has to be looked up."""


def _level(
    nl: str, en: str, value: float, low: float, high: float, basis: tuple[str, str], seen: bool
) -> NationalLevel:
    return NationalLevel(Text(nl, en), value, low, high, Text(*basis), seen)


_CBS_HOUSEHOLDS = (
    "CBS StatLine 37975, huishoudens op 1 januari 2023",
    "CBS StatLine 37975, households on 1 January 2023",
)
_RECALLED = (
    "landelijk gemiddelde uit het hoofd (CBS 2023), nog na te zoeken",
    "national average from memory (CBS 2023), still to be looked up",
)

NATIONAL = MappingProxyType(
    {
        "share_age_0_14": _level(
            "Bewoners van 0 tot en met 14 jaar", "Residents aged 0 to 14",
            0.153, 0.08, 0.25, _RECALLED, False,
        ),
        "share_age_65plus": _level(
            "Bewoners van 65 jaar en ouder", "Residents aged 65 and over",
            0.202, 0.07, 0.34,
            (
                "CBS StatLine 85496NED 2023: uit de grijze druk (34,4) en totale druk (70,3)",
                "CBS StatLine 85496NED 2023: from grey (34.4) and total pressure (70.3)",
            ),
            True,
        ),
        "share_single_households": _level(
            "Huishoudens van één persoon", "One-person households",
            0.395, 0.15, 0.65, _CBS_HOUSEHOLDS, True,
        ),
        "share_households_with_children": _level(
            "Huishoudens met kinderen", "Households with children",
            0.320, 0.10, 0.52, _CBS_HOUSEHOLDS, True,
        ),
        "mean_household_size": _level(
            "Gemiddelde grootte van een huishouden", "Mean household size",
            2.12, 1.5, 2.8,
            (
                "CBS 2023: personen in particuliere huishoudens gedeeld door huishoudens",
                "CBS 2023: persons in private households divided by households",
            ),
            True,
        ),
        "share_welfare": _level(
            "Bewoners van 15 tot 65 jaar met bijstand", "Residents aged 15 to 64 on welfare",
            0.034, 0.002, 0.12,
            (
                "CBS: 394.000 ontvangers eind 2022, op 11,5 miljoen mensen van 15 tot 65 jaar",
                "CBS: 394,000 recipients end of 2022, of 11.5 million people aged 15 to 64",
            ),
            True,
        ),
        "share_low_income": _level(
            "Huishoudens in de laagste twintig procent van het land",
            "Households in the lowest twenty percent of the country",
            0.20, 0.05, 0.42,
            ("twintig procent volgens de omschrijving", "twenty percent by definition"),
            True,
        ),
        "share_social_rent": _level(
            "Woningen van een woningcorporatie", "Dwellings of a housing corporation",
            0.285, 0.02, 0.62,
            (
                "CBS StatLine 82900NED 2023: 2,31 van 8,13 miljoen woningen",
                "CBS StatLine 82900NED 2023: 2.31 of 8.13 million dwellings",
            ),
            True,
        ),
        "ses_woa": _level(
            "Sociaal-economische status (SES-WOA)", "Socio-economic status (SES-WOA)",
            0.0, -0.5, 0.4,
            ("CBS SES-WOA 2019: Nederland ongeveer 0", "CBS SES-WOA 2019: Netherlands about 0"),
            True,
        ),
        "share_severely_lonely": _level(
            "Volwassenen die ernstig eenzaam zijn", "Adults who are severely lonely",
            0.142, 0.08, 0.21,
            (
                "Gezondheidsmonitor 2022 (RIVM, VZinfo): 14,2 % (2016: 10 %, 2020: 11 %)",
                "Health monitor 2022 (RIVM, VZinfo): 14.2 % (2016: 10 %, 2020: 11 %)",
            ),
            True,
        ),
        "share_anxiety_depression": _level(
            "Volwassenen met hoog risico op angst of depressie",
            "Adults at high risk of anxiety or depression",
            0.06, 0.03, 0.10,
            (
                "Gezondheidsmonitor 2020 (RIVM, CBS): 6 %; gebruikt als niveau voor 2016",
                "Health monitor 2020 (RIVM, CBS): 6 %; also used as the level of 2016",
            ),
            True,
        ),
        "share_physical_limitation": _level(
            "Volwassenen met een lichamelijke beperking", "Adults with a physical limitation",
            0.13, 0.07, 0.20,
            (
                "CBS Gezondheidsenquête 2016: 12,2 % vanaf 12 jaar; voor volwassenen door ons "
                "op 13 % gesteld, nog na te zoeken",
                "CBS health survey 2016: 12.2 % from age 12; set by us at 13 % for adults, "
                "still to be looked up",
            ),
            False,
        ),
    }
)  # fmt: skip
"""The twelve facts, in the order in which they are shown: name, average, range over wijken, source.

Shares are 0 to 1; mean household size is persons; SES-WOA is a score. The range is the plausible
range over wijken; its ends are our judgement from the wijken in ``places.csv``.
"""

FACTS = tuple(NATIONAL)
"""The keys of the twelve facts."""

LONELY_2016 = 0.10
"""Severely lonely adults nationally in 2016 (Volksgezondheidenzorg.info), to compare 2016 with."""


def within(value: float, low: float, high: float) -> float:
    """The value, moved to the nearest end of the range when it lies outside."""
    return min(max(value, low), high)


def filled(value: float, margin: float, limits: tuple[float, float], nl: str, en: str) -> Fact:
    """An estimate with the same margin on either side, kept within limits."""
    value = within(value, *limits)
    low, high = within(value - margin, *limits), within(value + margin, *limits)
    return Fact(value, low, high, "filled", Text(nl, en))
