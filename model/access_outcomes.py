"""Outcomes of how people come in: by which gate, and how often it takes a formal decision."""

from __future__ import annotations

from model.clock import YEAR
from model.declarations import Outcome, Unit
from model.outcome_forms import SHARE

GATES = (
    ("team", "via het wijkteam", "vraagt er zelf om hulp",
     "through the team", "ask there themselves"),
    ("direct", "rechtstreeks", "vraagt zelf bij huisarts of andere hulp",
     "directly", "ask the GP or other help themselves"),
    ("seen", "gezien door anderen", "is door een ander gemeld",
     "seen by others", "were reported by somebody else"),
    ("found", "gevonden", "is opgezocht door wie erop uitgaat",
     "found", "were sought out by who goes out"),
)  # fmt: skip
"""The four gates, in the order in which the week counts them."""

ENTRY = (
    *(
        Outcome(
            key=f"entry_{gate}", top="entered", bottom="entered", index=number, margin=0.01,
            unit=Unit.SHARE, between=SHARE, better="neither", over_time="mean", family="access",
            nl=f"Binnen {nl}: deel van geholpen huishoudens dat {how_nl}",
            en=f"In {en}: share of the households helped who {how_en}",
        )
        for number, (gate, nl, how_nl, en, how_en) in enumerate(GATES)
    ),
    Outcome(
        key="decisions", top="decisions", bottom="residents", scale=1000.0 * YEAR, margin=1.0,
        unit=Unit.PER_THOUSAND, between=(0.0, 500.0), better="neither", over_time="mean",
        family="access",
        nl="Besluiten: hulpvragen waarover in een jaar formeel beslist wordt",
        en="Decisions: requests for help that are formally decided on in a year",
    ),
    Outcome(
        key="refused", top="refused", bottom="decisions", margin=0.02,
        unit=Unit.SHARE, between=SHARE, better="neither", over_time="mean", family="access",
        nl="Afgewezen hulp: deel van die besluiten dat nee is",
        en="Help refused: share of those decisions that are no",
    ),
)  # fmt: skip
