"""Three made-up wijken (verzonnen wijken) for teaching: city, Dutch average, village edge.

``doorsnee`` carries the national averages, and is what the base level of needs is
fitted on. The other two lie within what the wijken in ``places.csv`` show; where
exactly is our choice.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

from model.place_facts import FACTS, NATIONAL, Fact, Text


@dataclass(frozen=True)
class Stylised:
    """A made-up wijk: its name, its size in residents, its twelve facts."""

    name: Text
    population: int
    facts: MappingProxyType[str, Fact]


_CHOSEN = Text(
    "gekozen voor deze verzonnen wijk, binnen wat echte wijken laten zien",
    "chosen for this made-up neighbourhood, within what real ones show",
)

_NEEDS = ("share_severely_lonely", "share_anxiety_depression", "share_physical_limitation")


def _chosen(values: dict[str, float]) -> MappingProxyType[str, Fact]:
    """Facts that are settled because somebody made them up."""
    facts = {}
    for key in FACTS:
        survey = NATIONAL[key].value if key in _NEEDS else None
        facts[key] = Fact(values[key], values[key], values[key], "known", _CHOSEN, survey)
    return MappingProxyType(facts)


def _average() -> MappingProxyType[str, Fact]:
    """The national averages; those from memory are marked unchecked."""
    facts = {}
    for key, level in NATIONAL.items():
        survey = level.value if key in _NEEDS else None
        status = "known" if level.seen else "unchecked"
        # The average itself is not drawn: base needs are fitted on this one composition.
        facts[key] = Fact(level.value, level.value, level.value, status, level.basis, survey)
    return MappingProxyType(facts)


STYLISED = MappingProxyType(
    {
        "stadswijk": Stylised(
            Text("Stadswijk", "City neighbourhood"),
            8_000,
            _chosen(
                {
                    "share_age_0_14": 0.175,
                    "share_age_65plus": 0.14,
                    "share_single_households": 0.50,
                    "share_households_with_children": 0.29,
                    "mean_household_size": 2.0,
                    "share_welfare": 0.10,
                    "share_low_income": 0.37,
                    "share_social_rent": 0.58,
                    "ses_woa": -0.45,
                    "share_severely_lonely": 0.20,
                    "share_anxiety_depression": 0.09,
                    "share_physical_limitation": 0.16,
                }
            ),
        ),
        "doorsnee": Stylised(Text("Doorsnee wijk", "Average neighbourhood"), 6_000, _average()),
        "dorpsrand": Stylised(
            Text("Dorpsrand", "Village edge"),
            4_000,
            _chosen(
                {
                    "share_age_0_14": 0.14,
                    "share_age_65plus": 0.28,
                    "share_single_households": 0.27,
                    "share_households_with_children": 0.33,
                    "mean_household_size": 2.28,
                    "share_welfare": 0.012,
                    "share_low_income": 0.10,
                    "share_social_rent": 0.13,
                    "ses_woa": 0.30,
                    "share_severely_lonely": 0.095,
                    "share_anxiety_depression": 0.04,
                    "share_physical_limitation": 0.12,
                }
            ),
        ),
    }
)
"""Id → made-up wijk."""
