"""Outcomes of what professionals do, think and put in: practices, visions, equal plans."""

from __future__ import annotations

from model.declarations import Unit
from model.outcome_forms import spread, system

MINDS = (
    system("practice_suited", "suited", "staff", 0.01,
           "Passende praktijk: deel van wat professionals doen dat in deze wijk past",
           "Practice fit: share of what professionals do that suits this neighbourhood", "higher"),
    system("contribution", "given", "at_table", 0.02,
           "Bijdrage aan tafel: wat organisaties in gezamenlijk werk steken",
           "Contribution at the table: what organisations put into work together", "higher"),
    system("shared_vision", "agreeing", "compared", 0.01,
           "Gedeelde visie: hoe dicht mensen van verschillende organisaties bijeen staan",
           "Shared vision: how near people of different organisations stand", "neither"),
    system("camps", "camps", "weeks", 0.25,
           "Kampen: groepen van 2 op de 100 of meer met een eigen visie",
           "Camps: groups of 2 in 100 or more with a vision of their own",
           "neither", Unit.COUNT, (0.0, 60.0)),
    spread("plan_spread", "equal_spread", "fit_counted",
           "Verschil bij gelijke nood: hoe ongelijk plannen passen bij evenveel problemen",
           "Difference for equal need: how unequally plans fit for as many needs"),
)  # fmt: skip
