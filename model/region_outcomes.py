"""What is reported of a region: how alike its municipalities are, in work, access and cost.

Not measured where there is one municipality, or one place.
"""

from __future__ import annotations

from dataclasses import replace

from model.declarations import Outcome, Unit
from model.outcome_forms import system

REGION: tuple[Outcome, ...] = (
    system("uniformity", "alike", "regional", 0.02,
           "Eenvormigheid: deel van de werkwijzen dat twee gemeenten gelijk hebben",
           "Uniformity: share of ways of working that two municipalities have in common",
           "neither"),
    system("practice_fit", "fitting", "regional", 0.02,
           "Passend bij de plaats: deel van de werkwijzen dat past bij de eigen gemeente",
           "Fit to the place: share of ways of working that fit the own municipality", "higher"),
    system("specialist_access", "access", "regional", 0.01,
           "Toegang tot specialisten: kans dat er een wordt gevraagd bij een ernstig probleem",
           "Access to specialists: chance that one is asked for a serious need", "neither",
           Unit.SHARE),
    system("tension", "access_apart", "regional", 0.005,
           "Ongelijke toegang: spreiding van die kans over gemeenten, bij gelijke vraag",
           "Unequal access: spread of that chance over municipalities, for equal need", "lower",
           Unit.SHARE, over_time="spread"),
    system("on_paper", "on_paper", "asked", 0.02,
           "Op papier: deel van de gevraagde veranderingen dat alleen op papier gebeurt",
           "On paper: share of the changes asked that happen on paper only", "lower", Unit.SHARE),
    *(
        replace(
            system(key, top, "cost_counted", 1.0, nl, en, "neither", Unit.EURO, (0.0, 200.0),
                   over_time="spread"),
            family="money",
        )
        for key, top, nl, en in (
            ("cost_apart_own", "own_apart",
             "Kostenverschil vooraf: spreiding over gemeenten van eigen Wmo- en jeugdkosten",
             "Cost difference before: spread over municipalities of own support and youth cost"),
            ("cost_apart_shared", "charged_apart",
             "Kostenverschil na verevening: spreiding van wat elke gemeente dan draagt",
             "Cost difference after sharing: spread of what each municipality then bears"),
        )
    ),
)  # fmt: skip
