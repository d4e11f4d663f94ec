"""Staff (formatie): ODD 5, the people there are, for M14.

How many full-time posts each organisation has for 10,000 average residents; where need is heavier,
budgets follow it for a part. A seat in the model may stand
for several posts, so that the network of people stays of a size one can know.
"""

from __future__ import annotations

from dataclasses import dataclass

from model.declarations import ParameterSet, Unit, assumed, fitted, lever, setting, uncertainty

MOST_TEAM_SEATS, MOST_OTHER_SEATS, FEWEST_SEATS = 24, 4, 2


def _staff(default: float, low: float, high: float, nl: str, en: str) -> float:
    return setting(
        default,
        Unit.FTE,
        between=(low, high),
        basis=fitted("so that help starts within weeks at recorded levels of use; no count found"),
        nl=f"Formatie {nl}: voltijdbanen voor deze wijk",
        en=f"Staff {en}: full-time posts for this neighbourhood",
    )


@dataclass(frozen=True, kw_only=True)
class StaffingParameters(ParameterSet):
    """Posts for 10,000 residents, by organisation."""

    team: float = lever(
        6.5,
        Unit.FTE,
        between=(2.0, 15.0),
        since="context",
        basis=assumed("about ten people for 15,000 residents (T06, T30 is recalled)"),
        nl="Formatie wijkteam: voltijdbanen voor deze wijk",
        en="Staff of the team: full-time posts for this neighbourhood",
    )
    follows_need: float = uncertainty(
        1.6,
        Unit.FACTOR,
        between=(0.5, 2.0),
        step=0.05,
        basis=assumed("budgets follow use, and use grows faster than disadvantage; not measured"),
        nl="Formatie volgt behoefte: 0 is overal evenveel, 1 naar achterstand, meer naar gebruik",
        en="Staff follow need: 0 is the same everywhere, 1 by disadvantage, more by use",
    )
    income: float = _staff(5.2, 1.5, 15.0, "werk en inkomen", "work and income")
    housing: float = _staff(1.8, 0.5, 6.0, "woningcorporatie", "housing association")
    mental: float = _staff(4.3, 1.0, 12.0, "ggz", "mental health care")
    support: float = _staff(18.0, 5.0, 40.0, "hulp thuis", "help at home")
    youth: float = _staff(3.5, 1.0, 12.0, "jeugdhulp", "youth care")
    welfare: float = _staff(5.2, 1.5, 15.0, "welzijn", "welfare")
    safety: float = _staff(1.0, 0.3, 4.0, "veiligheid", "safety")
