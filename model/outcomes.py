"""What is reported (ODD section 4, observation): every outcome, declared once.

An outcome is the sum of one column of the weekly tally over the sum of another, so it can be
taken over a week, a year or any window, and for any group of residents by giving it that part of
the tally. ``better="neither"`` is often right: more recorded use is not worse, nor better.
The smallest difference that matters is a choice, told as such beside each comparison.
"""

from __future__ import annotations

from model.declarations import Outcome, Unit
from model.sheet import Sheet, masks, quantiles
from model.state.axes import BUDGETS, HOUSEHOLD_TYPES, LAWS, TERCILES

__all__ = ["GROUPS", "OUTCOMES", "Sheet", "masks", "quantiles"]

SHARE = (0.0, 1.0)


def _share(
    key: str, top: str, bottom: str, margin: float, nl: str, en: str, better: str = "lower",
    family: str = "needs", by_group: bool = True,
) -> Outcome:  # fmt: skip
    return Outcome(
        key=key, top=top, bottom=bottom, margin=margin, nl=nl, en=en, better=better,
        unit=Unit.SHARE, between=SHARE, over_time="mean", family=family, by_group=by_group,
    )  # fmt: skip


def _weeks(key: str, top: str, bottom: str, nl: str, en: str, quantile: float) -> Outcome:
    return Outcome(
        key=key, top=top, bottom=bottom, margin=1.0, nl=nl, en=en, better="lower",
        unit=Unit.WEEKS, between=(0.0, 400.0), over_time="quantile", quantile=quantile,
        family="access",
    )  # fmt: skip


NEEDS = (
    _share("need_any", "need_any", "residents", 0.005,
           "Probleem op één of meer gebieden: aandeel bewoners",
           "A need in one or more domains: share of residents"),
    _share("need_two", "need_two", "residents", 0.005,
           "Problemen op twee of meer gebieden: aandeel bewoners",
           "Needs in two or more domains: share of residents"),
    _share("need_three", "need_three", "residents", 0.003,
           "Problemen op drie of meer gebieden: aandeel bewoners",
           "Needs in three or more domains: share of residents"),
    Outcome(
        key="burden", top="burden", bottom="residents", scale=52_000.0, margin=500.0,
        unit=Unit.LEVEL_WEEKS, between=(0.0, 150_000.0), better="lower", over_time="mean",
        family="needs",
        nl="Last van problemen: ernst maal weken, voor 1.000 bewoners in een jaar",
        en="Burden of need: severity times weeks, for 1,000 residents in a year",
    ),
    _share("hidden_need", "hidden", "need_any", 0.01,
           "Verborgen problemen: deel van wie een probleem heeft dat geen helper kent",
           "Hidden need: share of those in need whom no helper knows"),
)  # fmt: skip

ACCESS = (
    _weeks("time_to_help", "time_histogram", "first_helps",
           "Tijd tot eerste hulp: weken van probleem tot hulp, voor de helft korter",
           "Time to first help: weeks from need to help, shorter for half", 0.5),
    _weeks("time_to_help_p90", "time_histogram", "first_helps",
           "Lange tijd tot hulp: weken die een op de tien overschrijdt",
           "Long time to help: weeks that one in ten exceeds", 0.9),
    _weeks("waiting", "waiting_histogram", "starts",
           "Wachttijd: weken van melding tot begin, voor de helft korter",
           "Waiting: weeks from being known to the start, shorter for half", 0.5),
    _weeks("waiting_p90", "waiting_histogram", "starts",
           "Lange wachttijd: weken die een op de tien overschrijdt",
           "Long waiting: weeks that one in ten exceeds", 0.9),
    Outcome(
        key="sent_on", top="sent_on", bottom="starts", margin=0.05, unit=Unit.COUNT,
        between=(0.0, 10.0), better="lower", over_time="mean", family="access",
        nl="Doorgestuurd: keren per huishouden dat hulp krijgt",
        en="Sent on: times for each household that gets help",
    ),
    _share("reentry", "reentered", "closed", 0.02,
           "Terugkeer: deel van afgesloten huishoudens dat binnen een jaar terug is",
           "Re-entry: share of closed households back within a year", family="access"),
)  # fmt: skip

PLANS = (
    _share("one_plan", "one_plan", "several", 0.02,
           "Eén plan: deel van huishoudens met meer helpers die samen één plan hebben",
           "One plan: share of households with several helpers who share one plan",
           "higher", "plans"),
    _share("one_owner", "one_holder", "several", 0.02,
           "Eén regisseur: deel van die huishoudens waar iemand het geheel oppakt",
           "One lead: share of those households where somebody takes the whole",
           "higher", "plans"),
    Outcome(
        key="ownerless_several", top="ownerless_several", bottom="opened_several", margin=0.5,
        unit=Unit.WEEKS, between=(0.0, 60.0), better="lower", over_time="mean", family="plans",
        nl="Zonder eigenaar, meer problemen: weken voor iemand de hele vraag oppakt",
        en="Without owner, several needs: weeks before somebody takes the question",
    ),
    Outcome(
        key="ownerless_single", top="ownerless_single", bottom="opened_single", margin=0.5,
        unit=Unit.WEEKS, between=(0.0, 60.0), better="lower", over_time="mean", family="plans",
        nl="Zonder eigenaar, één probleem: weken voor iemand de vraag oppakt",
        en="Without owner, one need: weeks before somebody takes the question",
    ),
    Outcome(
        key="fit", top="fit", bottom="open", margin=0.01, unit=Unit.SCORE, between=SHARE,
        better="higher", over_time="mean", family="plans",
        nl="Passende hulp: hoe goed plannen passen bij wat nodig is",
        en="Fit: how well plans fit what is needed",
    ),
)  # fmt: skip


def _system(
    key: str, top: str, bottom: str, margin: float, nl: str, en: str, better: str,
    unit: Unit = Unit.SCORE, between: tuple[float, float] = SHARE, scale: float = 1.0,
) -> Outcome:  # fmt: skip
    return Outcome(
        key=key, top=f"system.{top}", bottom=f"system.{bottom}", margin=margin, nl=nl, en=en,
        better=better, unit=unit, between=between, over_time="mean", by_group=False,
        family="people", scale=scale,
    )  # fmt: skip


PEOPLE = (
    Outcome(
        key="resident_trust", top="trust", bottom="residents", margin=0.01, unit=Unit.SCORE,
        between=SHARE, better="higher", over_time="mean", family="people",
        nl="Vertrouwen van bewoners: in wie hulp geeft, gemiddeld",
        en="Residents' trust: in those who help, on average",
    ),
    _system("trust_between", "trust_between", "between", 0.01,
            "Vertrouwen tussen organisaties: van professionals die elkaar kennen",
            "Trust between organisations: of professionals who know each other", "higher"),
    _system("trust_within", "trust_within", "within", 0.01,
            "Vertrouwen binnen organisaties: van collega's",
            "Trust within organisations: of colleagues", "higher"),
    _system("credibility", "credibility", "credited", 0.01,
            "Geloofwaardigheid begeleider: in de ogen van professionals",
            "Facilitator's credibility: in the eyes of professionals", "higher"),
    _system("commitment", "commitment", "weeks", 0.02,
            "Bestuurlijk draagvlak: steun van wie beslist",
            "Commitment of the board: backing by those who decide", "higher"),
    _system("agreement", "agreement", "weeks", 0.02,
            "Formele afspraken: hoeveel er tussen partijen is vastgelegd",
            "Formal agreement: how much is settled between parties", "higher"),
    _system("anchored", "anchored", "weeks", 0.02,
            "Geborgd: deel van de afspraken in budget en contract",
            "Anchored: share of agreements in budgets and contracts", "higher"),
    _system("strain", "strain", "staff", 0.01,
            "Spanning: overbelasting van professionals",
            "Strain: overload of professionals", "lower"),
    _system("turnover", "left", "staff", 0.01,
            "Verloop: deel van de professionals dat per jaar vertrekt",
            "Turnover: share of professionals who leave each year", "lower",
            Unit.PER_YEAR, (0.0, 1.0), 52.0),
)  # fmt: skip

HOURS = (
    *(
        _system(f"hours_{name}", f"{name}_hours", "available_hours", 0.005, nl, en, better,
                Unit.SHARE)
        for name, nl, en, better in (
            ("care", "Uren zorg: deel van de werktijd", "Care hours: share of working time",
             "neither"),
            ("admin", "Uren administratie: deel van de werktijd",
             "Administration hours: share of working time", "lower"),
            ("coordination", "Uren afstemmen: deel van de werktijd",
             "Coordination hours: share of working time", "neither"),
            ("meeting", "Uren ontmoeten: deel van de werktijd",
             "Meeting hours: share of working time", "neither"),
            ("outreach", "Uren erop uit: deel van de werktijd van professionals",
             "Outreach hours: share of professionals' working time", "neither"),
        )
    ),
    _system("hours_facilitation", "facilitation_hours", "weeks", 1.0,
            "Uren begeleiding: per week in de hele wijk",
            "Facilitation hours: each week in the whole neighbourhood", "neither",
            Unit.HOURS_PER_WEEK, (0.0, 400.0)),
    Outcome(
        key="care_received", top="care_hours", bottom="residents", scale=52.0, margin=0.05,
        unit=Unit.HOURS, between=(0.0, 30.0), better="neither", over_time="mean", family="people",
        nl="Ontvangen hulp: uren per bewoner in een jaar",
        en="Help received: hours for each resident in a year",
    ),
)  # fmt: skip

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
    _share("use_two_laws", "use_two", "use_any", 0.005,
           "Meer dan één wet: deel van geholpen bewoners",
           "More than one law: share of residents who are helped", "neither", "use"),
)  # fmt: skip

MONEY = (
    *(
        Outcome(
            key=f"cost_{budget}", top="system.spent", group_top="spent", bottom="residents",
            index=number, scale=52.0, margin=1.0, unit=Unit.EURO, between=(0.0, 500.0),
            better="neither", over_time="mean", family="money",
            nl=f"Kosten {words.name('nl')}: euro per bewoner per jaar",
            en=f"Cost to {words.name('en')}: euros for each resident a year",
        )
        for number, (budget, words) in enumerate(BUDGETS.items())
    ),
    Outcome(
        key="cost_total", top="system.spent", group_top="spent", bottom="residents",
        scale=52.0, margin=2.0,
        unit=Unit.EURO, between=(0.0, 1500.0), better="neither", over_time="mean",
        family="money",
        nl="Kosten samen: euro per bewoner per jaar, alle budgetten",
        en="Cost in all: euros for each resident a year, all budgets",
    ),
    Outcome(
        key="overspend", top="system.spent", bottom="system.amount", scale=1.0, margin=0.005,
        unit=Unit.FACTOR, between=(0.0, 3.0), better="lower", over_time="mean", family="money",
        by_group=False,
        nl="Uitgaven tegen begroting: 1 is gelijk aan het jaar ervoor",
        en="Spending against budget: 1 is the same as the year before",
    ),
    Outcome(
        key="cost_facilitation", top="system.facilitation_cost", bottom="residents", scale=52.0,
        margin=0.1, unit=Unit.EURO, between=(0.0, 30.0), better="neither", over_time="mean",
        family="money",
        nl="Kosten begeleiding: euro per bewoner per jaar",
        en="Cost of facilitation: euros for each resident a year",
    ),
    Outcome(
        key="cost_extra", top="system.extra_cost", bottom="residents", scale=52.0,
        margin=0.1, unit=Unit.EURO, between=(0.0, 30.0), better="neither", over_time="mean",
        family="money",
        nl="Kosten extra uren: euro per bewoner per jaar aan team of ondersteuning",
        en="Cost of extra hours: euros for each resident a year on team or support",
    ),
    *(
        Outcome(
            key=f"saved_{budget}", top="saved", bottom="residents", index=number, scale=52.0,
            margin=1.0, unit=Unit.EURO, between=(0.0, 500.0), better="higher",
            over_time="mean", family="money",
            nl=f"Mogelijk vermeden bij {words.name('nl')}: door hulp, wie die ook betaalde",
            en=f"Possibly spared {words.name('en')}: through help, whoever paid",
        )
        for number, (budget, words) in enumerate(BUDGETS.items())
    ),
    Outcome(
        key="wrong_pocket", top="system.elsewhere", bottom="system.savings", margin=0.02,
        unit=Unit.SHARE, between=SHARE, better="neither", over_time="mean", family="money",
        by_group=False,
        nl="Verkeerde portemonnee: deel van het voordeel bij wie de hulp niet betaalde",
        en="Wrong pocket: share of the gain with those who did not pay for the help",
    ),
)  # fmt: skip

OUTCOMES: dict[str, Outcome] = {
    outcome.key: outcome for outcome in (*NEEDS, *ACCESS, *PLANS, *PEOPLE, *HOURS, *USE, *MONEY)
}
"""All outcomes, in the order in which charts and tables show them."""


GROUPS: dict[str, tuple[str, ...]] = {
    "disadvantage": tuple(TERCILES),
    "household": tuple(HOUSEHOLD_TYPES),
}
"""Ways to split residents, fixed at week 0, and the groups in each."""
