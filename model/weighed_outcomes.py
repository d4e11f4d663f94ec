"""What is reported of stays, of the sheet of costs and benefits, and of what residents say."""

from __future__ import annotations

from model.clock import YEAR
from model.declarations import Outcome, Unit
from model.outcome_forms import share
from model.state.axes import STAYS

WEIGHED = (
    *(
        Outcome(
            key=f"stays_{kind}", top="stays", bottom="residents", index=number, scale=1000.0,
            margin=0.1, unit=Unit.PER_THOUSAND, between=(0.0, 50.0), better="neither",
            over_time="mean", family="use",
            nl=f"Niet thuis, {words.nl}", en=f"Away from home, {words.en}",
        )
        for number, (kind, words) in enumerate(STAYS.items())
    ),
    Outcome(
        key="needs_a_place", top="stays_wanted", bottom="residents", scale=1000.0,
        margin=0.1, unit=Unit.PER_THOUSAND, between=(0.0, 50.0), better="neither",
        over_time="mean", family="use",
        nl="Kan niet thuis: bewoners voor wie een plek nodig is, ook als die er niet is",
        en="Cannot be at home: residents who need a place, whether there is one or none",
    ),
    Outcome(
        key="cost_stays", top="system.stay_cost", bottom="residents", scale=YEAR,
        payer_top="system.stay_cost", margin=1.0, unit=Unit.EURO, between=(0.0, 1000.0),
        better="neither", over_time="mean", family="money", by_group=False,
        nl="Kosten van verblijf: euro per bewoner per jaar, alle soorten plekken",
        en="Cost of stays: euros for each resident a year, all kinds of places",
    ),
    Outcome(
        key="saved_total", top="saved", bottom="residents", scale=YEAR,
        payer_top="system.savings", margin=2.0, unit=Unit.EURO, between=(0.0, 1500.0),
        better="higher", over_time="mean", family="money",
        nl="Mogelijk vermeden samen: door hulp, over alle budgetten",
        en="Possibly spared in all: through help, over all budgets",
    ),
    Outcome(
        key="sheet_ratio", top="system.sheet_spared", bottom="system.sheet_paid", scale=1.0,
        margin=0.02, unit=Unit.FACTOR, between=(0.0, 10.0), better="neither",
        over_time="mean", family="money", by_group=False,
        nl="Kosten-batenlijst: euro mogelijk vermeden per betaalde euro, verdisconteerd",
        en="Cost-benefit sheet: euros possibly spared for a euro paid, discounted",
    ),
    share("satisfaction", "satisfied", "opinions", 0.01,
          "Tevredenheid: wat geholpen huishoudens zeggen van hun hulp, 0 tot 1",
          "Satisfaction: what helped households say of their help, 0 to 1",
          "higher", "people"),
    share("need_gone", "relieved", "opinions", 0.01,
          "Werkelijk verlicht: deel van het probleem dat weg is, bij diezelfde huishoudens",
          "Truly relieved: share of the need that is gone, of the same households",
          "higher", "people"),
)  # fmt: skip
