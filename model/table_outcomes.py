"""Outcomes of tables: how decisions come about, and whether those concerned agreed."""

from __future__ import annotations

from model.declarations import Unit
from model.outcome_forms import system

TABLES = (
    system("by_resolution", "resolved", "at_tables", 0.02,
           "Besluit lost op: deel van de besluiten aan tafels dat een vraag regelt",
           "By resolution: share of decisions at tables that settle a question",
           "neither", Unit.SHARE),
    system("by_oversight", "overseen", "at_tables", 0.02,
           "Besluit zonder vraag: deel van de besluiten aan tafels waar geen vraag lag",
           "By oversight: share of decisions at tables that had no question before them",
           "neither", Unit.SHARE),
    system("by_flight", "fled", "at_tables", 0.02,
           "Besluit na vertrek: deel van de besluiten aan tafels waarvan de vragen weg waren",
           "By flight: share of decisions at tables whose questions had gone elsewhere",
           "neither", Unit.SHARE),
    system("backed_decisions", "voted_for", "voted", 0.02,
           "Instemming aan tafel: deel van de betrokken organisaties dat zich kan vinden",
           "Agreement at tables: share of organisations concerned that can live with it",
           "higher", Unit.SHARE),
)  # fmt: skip
