"""What is reported of use and money: by law, by budget, and who gains from what others paid."""

from __future__ import annotations

from model.clock import YEAR
from model.declarations import Outcome, Unit
from model.outcome_forms import SHARE, share
from model.state.axes import BUDGETS, LAWS

USE = (
    *(
        Outcome(
            key=f"use_{law}", top="use", bottom="residents", index=number, scale=1000.0,
            margin=0.5, unit=Unit.PER_THOUSAND, between=(0.0, 300.0), better="neither",
            over_time="mean", family="use",
            nl=f"Gebruik {words.name('nl')}: geholpen bewoners in een gewone week",
            en=f"Use of {words.name('en')}: residents helped in an ordinary week",
        )
        for number, (law, words) in enumerate(LAWS.items())
    ),
    share("use_two_laws", "use_two", "use_any", 0.005,
           "Meer dan één wet: deel van geholpen bewoners",
           "More than one law: share of residents who are helped", "neither", "use"),
    Outcome(
        key="team_helped", top="team_helps", bottom="residents", scale=52_000.0, margin=1.0,
        unit=Unit.PER_THOUSAND, between=(0.0, 300.0), better="neither", over_time="mean",
        family="use",
        nl="Begin van hulp door het wijkteam: problemen die het in een jaar oppakt",
        en="Help begun by the team: needs that it takes up in a year",
    ),
    share("team_referred", "team_referred", "team_starts", 0.02,
           "Team met specialist: deel van de teamzaken waarin ook een specialist wordt gevraagd",
           "Team with specialist: share of team cases in which a specialist is asked too",
           "neither", "use"),
)  # fmt: skip

MONEY = (
    *(
        Outcome(
            key=f"cost_{budget}", top="system.spent", group_top="spent", bottom="residents",
            payer_top="system.spent", index=number, scale=YEAR, margin=1.0,
            unit=Unit.EURO, between=(0.0, 500.0), better="neither", over_time="mean",
            family="money",
            nl=f"Kosten {words.name('nl')}: euro per bewoner per jaar",
            en=f"Cost to {words.name('en')}: euros for each resident a year",
        )
        for number, (budget, words) in enumerate(BUDGETS.items())
    ),
    Outcome(
        key="cost_total", top="system.spent", group_top="spent", bottom="residents",
        payer_top="system.spent", scale=YEAR, margin=2.0,
        unit=Unit.EURO, between=(0.0, 1500.0), better="neither", over_time="mean",
        family="money",
        nl="Kosten samen: euro per bewoner per jaar, alle budgetten",
        en="Cost in all: euros for each resident a year, all budgets",
    ),
    Outcome(
        key="overspend", top="system.spent", bottom="system.amount", scale=1.0, margin=0.005,
        payer_top="system.spent", unit=Unit.FACTOR, between=(0.0, 3.0), better="lower",
        over_time="mean", family="money", by_group=False,
        nl="Uitgaven tegen begroting: 1 is gelijk aan het jaar ervoor",
        en="Spending against budget: 1 is the same as the year before",
    ),
    Outcome(
        key="cost_facilitation", top="system.facilitation_cost", bottom="residents", scale=YEAR,
        payer_top="system.facilitation_cost", margin=0.1, unit=Unit.EURO, between=(0.0, 30.0),
        better="neither", over_time="mean", family="money",
        nl="Kosten begeleiding: euro per bewoner per jaar",
        en="Cost of facilitation: euros for each resident a year",
    ),
    Outcome(
        key="cost_extra", top="system.extra_cost", bottom="residents", scale=YEAR,
        payer_top="system.extra_cost", margin=0.1, unit=Unit.EURO, between=(0.0, 30.0),
        better="neither", over_time="mean", family="money",
        nl="Kosten extra uren: euro per bewoner per jaar aan team, steun of loket",
        en="Cost of extra hours: euros for each resident a year on team, support or desk",
    ),
    *(
        Outcome(
            key=f"saved_{budget}", top="saved", bottom="residents", index=number, scale=YEAR,
            payer_top="system.savings", margin=1.0, unit=Unit.EURO, between=(0.0, 500.0),
            better="higher", over_time="mean", family="money",
            nl=f"Mogelijk vermeden bij {words.name('nl')}: door hulp, wie die ook betaalde",
            en=f"Possibly spared {words.name('en')}: through help, whoever paid",
        )
        for number, (budget, words) in enumerate(BUDGETS.items())
    ),
    Outcome(
        key="wrong_pocket", top="system.elsewhere", bottom="system.gained", margin=0.02,
        payer_top="system.elsewhere", unit=Unit.SHARE, between=SHARE, better="neither",
        over_time="mean", family="money", by_group=False,
        nl="Verkeerde portemonnee: deel van het voordeel bij wie de hulp niet betaalde",
        en="Wrong pocket: share of the gain with those who did not pay for the help",
    ),
)  # fmt: skip
