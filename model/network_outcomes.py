"""Outcomes of ties across organisations, of waiting for others who were asked, and of relapse."""

from __future__ import annotations

from model.declarations import Unit
from model.outcome_forms import mean_weeks, share, system

NETWORK = (
    system("ties_between", "between", "apart", 0.02,
           "Banden tussen organisaties: gemiddelde sterkte tussen wie elders werkt",
           "Ties between organisations: mean strength between those who work elsewhere", "neither"),
    system("ties_across", "between", "ties", 0.02,
           "Samenstelling van banden: deel van alle banden dat over organisaties heen gaat",
           "Composition of ties: share of all ties that cross organisations", "neither",
           Unit.SHARE),
    system("reachable", "reaching", "crossing", 0.02,
           "Bereikbaar: deel van paren uit twee organisaties met een band vanaf 0,25, "
           "of via één ander",
           "Reachable: share of pairs of two organisations with a tie of 0.25 or more, "
           "or via one other", "higher", Unit.SHARE),
    system("leaning_on_one", "leaning", "reaching", 0.01,
           "Hangt aan één persoon: deel van die paren dat elkaar kwijt is zonder één persoon",
           "Leaning on one: share of those pairs who lose each other without one person", "lower",
           Unit.SHARE),
    mean_weeks("waiting_asked", "asked_waits", "asked_starts",
               "Wachten op wie erbij gevraagd is: weken tot een tweede helper begint",
               "Waiting for who was asked: weeks until a second helper begins"),
    share("relapse", "relapsed", "closed", 0.02,
          "Terugval: deel van afgesloten huishoudens waar binnen een jaar weer iets misgaat",
          "Relapse: share of closed households in which something goes wrong within a year",
          family="needs"),
)  # fmt: skip
