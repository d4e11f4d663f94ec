"""What is reported (ODD section 4, observation): every outcome, declared once.

An outcome is the sum of one column of the weekly tally over the sum of another, so it can be
taken over a week, a year or any window, and for any group of residents by giving it that part of
the tally. ``better="neither"`` is often right: more recorded use is not worse, nor better.
The smallest difference that matters is a choice, told as such beside each comparison.
"""

from __future__ import annotations

from model.access_outcomes import ENTRY
from model.clock import YEAR
from model.declarations import Outcome, Unit
from model.mind_outcomes import MINDS
from model.money_outcomes import MONEY, USE
from model.network_outcomes import NETWORK
from model.outcome_forms import SHARE, mean_weeks, share, spread, system, weeks, working_hours
from model.progress_outcomes import PROGRESS
from model.region_outcomes import REGION
from model.sheet import Sheet, quantiles
from model.state.axes import BUDGETS, HOUSEHOLD_TYPES, TERCILES
from model.table_outcomes import TABLES
from model.team_outcomes import TEAMS
from model.together_outcomes import TOGETHER
from model.trade_outcomes import TRADES
from model.weighed_outcomes import WEIGHED

__all__ = ["GROUPS", "OUTCOMES", "PAYER", "SPLITS", "Sheet", "quantiles"]

NEEDS = (
    share("need_any", "need_any", "residents", 0.005,
           "Probleem op één of meer gebieden: aandeel bewoners",
           "A need in one or more domains: share of residents"),
    share("need_two", "need_two", "residents", 0.005,
           "Problemen op twee of meer gebieden: aandeel bewoners",
           "Needs in two or more domains: share of residents"),
    share("need_three", "need_three", "residents", 0.003,
           "Problemen op drie of meer gebieden: aandeel bewoners",
           "Needs in three or more domains: share of residents"),
    Outcome(
        key="burden", top="burden", bottom="residents", scale=52_000.0, margin=500.0,
        unit=Unit.LEVEL_WEEKS, between=(0.0, 150_000.0), better="lower", over_time="mean",
        family="needs",
        nl="Last van problemen: hoe zwaar en hoe lang, voor 1.000 bewoners in een jaar",
        en="Burden of need: severity times weeks, for 1,000 residents in a year",
    ),
    share("hidden_need", "hidden", "need_any", 0.01,
           "Verborgen problemen: deel van wie een probleem heeft dat geen helper kent",
           "Hidden need: share of those in need whom no helper knows"),
    Outcome(
        key="moved", top="movers_out", bottom="residents", scale=YEAR, margin=0.005,
        unit=Unit.PER_YEAR, between=SHARE, better="neither", over_time="mean", family="needs",
        nl="Verhuisd: deel van de bewoners dat in een jaar vertrekt en wordt opgevolgd",
        en="Moved: share of residents who leave in a year and are succeeded",
    ),
)  # fmt: skip

ACCESS = (
    weeks("time_to_help", "time_histogram", "first_helps",
           "Tijd tot eerste hulp: weken van probleem tot hulp; de helft wacht korter",
           "Time to first help: weeks from need to help, shorter for half", 0.5),
    weeks("time_to_help_p90", "time_histogram", "first_helps",
           "Lange tijd tot hulp: weken die een op de tien overschrijdt",
           "Long time to help: weeks that one in ten exceeds", 0.9),
    mean_weeks("time_to_help_mean", "time_to_help", "first_helps",
               "Gemiddelde tijd tot hulp: weken van probleem tot eerste hulp",
               "Mean time to help: weeks from need to first help"),
    weeks("waiting", "waiting_histogram", "starts",
           "Wachttijd: weken van melding tot begin; de helft wacht korter",
           "Waiting: weeks from being known to the start, shorter for half", 0.5),
    weeks("waiting_p90", "waiting_histogram", "starts",
           "Lange wachttijd: weken die een op de tien overschrijdt",
           "Long waiting: weeks that one in ten exceeds", 0.9),
    mean_weeks("waiting_mean", "waiting", "starts",
               "Gemiddelde wachttijd: weken van melding tot begin",
               "Mean waiting: weeks from being known to the start"),
    Outcome(
        key="sent_on", top="sent_on", bottom="starts", margin=0.05, unit=Unit.COUNT,
        between=(0.0, 10.0), better="lower", over_time="mean", family="access",
        nl="Doorgestuurd: keren per huishouden dat hulp krijgt",
        en="Sent on: times for each household that gets help",
    ),
    share("reentry", "reentered", "closed", 0.02,
           "Terugkeer: deel van afgesloten huishoudens dat binnen een jaar terug is",
           "Re-entry: share of closed households back within a year", family="access"),
)  # fmt: skip

PLANS = (
    share("one_plan", "one_plan", "several", 0.02,
           "Eén plan: deel van huishoudens met meer helpers die samen één plan hebben",
           "One plan: share of households with several helpers who share one plan",
           "higher", "plans"),
    share("one_owner", "one_holder", "several", 0.02,
           "Eén regisseur: deel van die huishoudens waar iemand het geheel oppakt",
           "One lead: share of those households where somebody takes the whole",
           "higher", "plans"),
    Outcome(
        key="ownerless_several", top="ownerless_several", bottom="opened_several", margin=0.5,
        unit=Unit.WEEKS, between=(0.0, 60.0), better="lower", over_time="mean", family="plans",
        nl="Tijd tot een regisseur, meer problemen: weken voor iemand de hele vraag oppakt",
        en="Without owner, several needs: weeks before somebody takes the question",
    ),
    Outcome(
        key="ownerless_single", top="ownerless_single", bottom="opened_single", margin=0.5,
        unit=Unit.WEEKS, between=(0.0, 60.0), better="lower", over_time="mean", family="plans",
        nl="Tijd tot een regisseur, één probleem: weken voor iemand de vraag oppakt",
        en="Without owner, one need: weeks before somebody takes the question",
    ),
    Outcome(
        key="fit", top="fit", bottom="open", margin=0.01, unit=Unit.SCORE, between=SHARE,
        better="higher", over_time="mean", family="plans",
        nl="Passende hulp: hoe goed plannen passen bij wat nodig is",
        en="Fit: how well plans fit what is needed",
    ),
)  # fmt: skip


PEOPLE = (
    spread("fit_spread", "fit_spread", "opened",
           "Verschil tussen plannen: standaardafwijking van hoe goed hulp past",
           "Difference between plans: standard deviation of how well help fits"),
    Outcome(
        key="resident_trust", top="trust", bottom="residents", margin=0.01, unit=Unit.SCORE,
        between=SHARE, better="higher", over_time="mean", family="people",
        nl="Vertrouwen van bewoners: in wie hulp geeft, gemiddeld",
        en="Residents' trust: in those who help, on average",
    ),
    system("trust_between", "trust_between", "between", 0.01,
            "Vertrouwen tussen organisaties: van professionals die elkaar kennen",
            "Trust between organisations: of professionals who know each other", "higher"),
    spread("trust_between_spread", "trust_between_spread", "between",
           "Spreiding vertrouwen tussen organisaties: standaardafwijking over wie elkaar kent",
           "Spread of trust between organisations: standard deviation over those who meet"),
    system("trust_within", "trust_within", "within", 0.01,
            "Vertrouwen binnen organisaties: van collega's",
            "Trust within organisations: of colleagues", "higher"),
    spread("trust_within_spread", "trust_within_spread", "within",
           "Spreiding vertrouwen binnen organisaties: standaardafwijking over collega's",
           "Spread of trust within organisations: standard deviation over colleagues"),
    system("credibility", "credibility", "credited", 0.01,
            "Geloofwaardigheid begeleider: in de ogen van professionals",
            "Facilitator's credibility: in the eyes of professionals", "higher"),
    spread("credibility_spread", "credibility_spread", "credited",
           "Spreiding geloofwaardigheid: hoe verschillend professionals de begeleider geloven",
           "Spread of credibility: how differently professionals believe the facilitator"),
    system("commitment", "commitment", "weeks", 0.02,
            "Bestuurlijk draagvlak: steun van wie beslist",
            "Commitment of the board: backing by those who decide", "higher"),
    system("agreement", "agreement", "weeks", 0.02,
            "Formele afspraken: hoeveel er tussen partijen is vastgelegd",
            "Formal agreement: how much is settled between parties", "higher"),
    system("anchored", "anchored", "weeks", 0.02,
            "Geborgd: deel van de afspraken in budget en contract",
            "Anchored: share of agreements in budgets and contracts", "higher"),
    system("strain", "strain", "staff", 0.01,
            "Spanning: overbelasting van professionals",
            "Strain: overload of professionals", "lower"),
    system("turnover", "left", "staff", 0.01,
            "Verloop: deel van de professionals dat per jaar vertrekt",
            "Turnover: share of professionals who leave each year", "lower",
            Unit.PER_YEAR, (0.0, 1.0), YEAR),
)  # fmt: skip

HOURS = (
    *(
        outcome
        for name, nl, en, better in (
            ("care", "zorg", "Care", "neither"),
            ("admin", "administratie", "Administration", "lower"),
            ("coordination", "afstemmen", "Coordination", "neither"),
            ("meeting", "ontmoeten", "Meeting", "neither"),
            ("outreach", "erop uit", "Outreach", "neither"),
            ("learning", "leren", "Learning", "neither"),
            ("idle", "over", "Spare", "neither"),
            ("absent", "van lege plekken", "Vacant", "lower"),
            ("overtime", "overwerk", "Overtime", "lower"),
        )
        for outcome in working_hours(name, nl, en, better)
    ),
    system("hours_facilitation", "facilitation_hours", "weeks", 1.0,
            "Uren begeleiding: per week in de hele wijk",
            "Facilitation hours: each week in the whole neighbourhood", "neither",
           Unit.HOURS_PER_WEEK, (0.0, 400.0)),
    system("share_facilitation", "facilitation_hours", "available_hours", 0.001,
           "Deel begeleiding: uren begeleiding tegenover de werktijd van professionals",
           "Facilitation share: its hours against professionals' working time", "neither",
           Unit.SHARE),
    *(
        system(f"agenda_{name}", f"facilitation_{name}", "facilitation_hours", 0.01,
               f"Agenda begeleider, {nl}: deel van de uren van de begeleider",
               f"Facilitator's agenda, {en}: share of the facilitator's hours", "neither",
               Unit.SHARE)
        for name, nl, en in (
            ("requests", "verzoeken", "requests"),
            ("board", "bestuur", "the board"),
            ("outreach", "erop uit", "going out"),
            ("connecting", "verbinden", "connecting"),
            ("unused", "ongebruikt", "unused"),
        )
    ),
    Outcome(
        key="care_received", top="care_hours", bottom="residents", scale=YEAR, margin=0.05,
        unit=Unit.HOURS, between=(0.0, 30.0), better="neither", over_time="mean", family="people",
        nl="Ontvangen hulp: uren per bewoner in een jaar",
        en="Help received: hours for each resident in a year",
    ),
)  # fmt: skip

ALL = (
    *(*NEEDS, *ACCESS, *ENTRY, *PLANS, *PEOPLE, *MINDS, *TABLES, *TEAMS, *TRADES, *PROGRESS),
    *(*NETWORK, *TOGETHER, *HOURS, *USE, *MONEY, *WEIGHED, *REGION),
)
OUTCOMES: dict[str, Outcome] = {outcome.key: outcome for outcome in ALL}
"""All outcomes, in the order in which charts and tables show them."""


GROUPS: dict[str, tuple[str, ...]] = {
    "disadvantage": tuple(TERCILES),
    "household": tuple(HOUSEHOLD_TYPES),
}
"""Ways to split residents, fixed at week 0, and the groups in each."""

PAYER = "payer"
SPLITS = GROUPS | {PAYER: tuple(BUDGETS)}
"""Ways to split an outcome: by residents, or by the budget that paid for it."""
