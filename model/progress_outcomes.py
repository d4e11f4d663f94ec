"""Outcomes of seeing progress and of who is told what: heart, timely news, facilitators' time."""

from __future__ import annotations

from model.declarations import Unit
from model.outcome_forms import system

PROGRESS = (
    system("faith", "faith", "posts", 0.01,
           "Moed: wat zichtbare vooruitgang aan de inzet van professionals toevoegt of afneemt",
           "Heart: what visible progress adds to the drive of professionals, or takes away",
           "neither", between=(-1.0, 1.0)),
    system("informed", "informed", "weeks", 0.02,
           "Op tijd ingelicht: deel van wat iemand moet weten dat gericht of aan allen verteld is",
           "Informed in time: share of what people must know, told on purpose or to all",
           "neither", Unit.SHARE),
    *(
        system(f"agenda_{name}", f"facilitation_{name}", "facilitation_hours", 0.01,
               f"Agenda begeleider, {nl}: deel van de uren van de begeleider",
               f"Facilitator's agenda, {en}: share of the facilitator's hours", "neither",
               Unit.SHARE)
        for name, nl, en in (
            ("telling", "vertellen", "telling"),
            ("guiding", "leren", "learning"),
            ("reporting", "rapporten", "reports"),
        )
    ),
)  # fmt: skip
