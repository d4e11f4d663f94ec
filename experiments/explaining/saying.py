"""Events in sentences: who is who, and the words in which each kind is told."""

from __future__ import annotations

from model.declarations import Language
from model.state import events
from model.state.axes import (
    ALDERMAN,
    DOMAINS,
    FACILITATOR,
    INSURER,
    ORGANISATIONS,
    POLICY,
    PROFESSIONAL,
)
from model.state.kinds import Row
from model.state.state import State

AT_FIRST = {
    "nl": {
        "people": "huishouden van {}",
        "none": "geen problemen",
        "unknown": "niemand helpt",
        "waits": "wacht bij {}",
        "held": "{} houdt het geheel in het oog",
        "helps": "{} helpt met {}",
        "asked": "{} is gevraagd voor {}",
    },
    "en": {
        "people": "household of {}",
        "none": "no needs",
        "unknown": "nobody helps",
        "waits": "waits at {}",
        "held": "{} keeps the whole in view",
        "helps": "{} helps with {}",
        "asked": "{} was asked for {}",
    },
}
"""How a household is at week 0: levels of need stand behind their names."""

SEATS = {
    POLICY: ("Beleidsmedewerker", "Policy officer"),
    ALDERMAN: ("Wethouder", "Alderman"),
    INSURER: ("Zorgverzekeraar", "Health insurer"),
    FACILITATOR: ("Procesbegeleider", "Facilitator"),
}
NOBODY = {"nl": "niemand", "en": "nobody"}


def organisation(row: int, language: Language) -> str:
    """The name of an organisation."""
    return list(ORGANISATIONS.values())[row].name(language) if row >= 0 else NOBODY[language]


def actor(state: State, row: int, language: Language) -> str:
    """Whom a seat belongs to: the organisation and its number there, or the role."""
    if row < 0:
        return NOBODY[language]
    role = int(state.actors["role"][row])
    number = 1 + int((state.actors["role"][:row] == role).sum())
    if role != PROFESSIONAL:
        said = SEATS[role][0 if language == "nl" else 1]
        return f"{said} {number}" if role == FACILITATOR else said
    party = int(state.actors["organisation"][row])
    number = 1 + int((state.actors["organisation"][:row] == party).sum())
    return f"{organisation(party, language)} {number}"


def sentence(state: State, row: Row, language: Language) -> str:
    """One event as a sentence."""
    kind = list(events.KINDS.values())[row["kind"]]
    domains = list(DOMAINS.values())
    domain = domains[row["domain"]].name(language) if row["domain"] >= 0 else ""
    return kind.tells(language).format(
        who=actor(state, int(row["who"]), language),
        whom=actor(state, int(row["whom"]), language),
        organisation=organisation(int(row["organisation"]), language),
        domain=domain,
        reason=list(events.REASONS.values())[row["reason"]].name(language),
        number=float(row["number"]),
    )
