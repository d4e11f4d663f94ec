"""Under which heading a scenario is listed: families, in order, with the keys that begin them."""

from __future__ import annotations

from dataclasses import dataclass

from model.place_facts import Text


@dataclass(frozen=True)
class Family:
    """Scenarios that belong together: those whose key begins with one of these words."""

    name: Text
    begins: tuple[str, ...]


FAMILIES = (
    Family(
        Text("Eén wijk: nu, of met extra geld", "One neighbourhood: now, or with extra money"),
        (
            *("as_it_is_now", "facilitator_", "more_team_hours", "less_administration"),
            *("neighbourhood_budget", "more_mandate", "time_for_collaboration", "team_"),
        ),
    ),
    Family(Text("Wijzer in de Wijk", "Wijzer in de Wijk"), ("wijzer_",)),
    Family(Text("Eemland", "Eemland"), ("eemland_",)),
    Family(
        Text("Hoe professionals werken en leren", "How professionals work and learn"),
        ("table_", "learning_", "habits_"),
    ),
    Family(
        Text("Acht tips, elk apart", "Eight tips, one at a time"),
        ("tips_none", "tip_"),
    ),
    Family(Text("Bewoners aan zet", "Residents in the lead"), ("residents_", "responsibility_")),
    Family(Text("Renkum", "Renkum"), ("renkum_",)),
    Family(Text("Tien vragen over samenwerken", "Ten questions on collaboration"), ("question_",)),
)
"""In the order in which they are listed."""

OTHER = Family(Text("Andere scenario's", "Other scenarios"), ("",))


def family_of(key: str) -> Family:
    """The first family that this key begins with, or the one of all that belong to none."""
    return next((each for each in FAMILIES if key.startswith(each.begins)), OTHER)
