"""Base levels of need fitted to recorded ones, and how near they come (docs/fit.md).

``python -m experiments.fitting`` prints target, source and what the model reaches on the
average neighbourhood; with ``--search`` it first moves the onsets and prints the numbers to enter
as defaults. Onsets are scaled in proportion until prevalences fit; everything else stays.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from experiments import simulation
from model.parameters import ADDRESSES
from model.places import find
from model.processes.residents import needs
from model.state.axes import DOMAINS

PLACE = "doorsnee"
YEARS = 12
WEEKS = 52


@dataclass(frozen=True)
class Target:
    """A level that is aimed at, the range in which it may lie, and what they rest on.

    ``source`` is a row of ``model/evidence.csv`` where the aim is what the row says, else
    ``assumed``, with the rows that come near; ``why`` says what the row does not.
    """

    key: str
    value: float
    low: float
    high: float
    source: str
    nl: str
    en: str
    why: str = ""
    address: str = ""

    @property
    def rows(self) -> tuple[str, ...]:
        """The rows of evidence that it names."""
        return tuple(re.findall(r"[A-Z]\d\d", self.source))


TARGETS = (
    Target("income_and_debt", 0.076, 0.06, 0.09, "N08", "Huishoudens met problematische schulden",
           "Households with problem debts",
           "The range is narrower than that over municipalities: this is the average place.",
           "needs.onset_income_and_debt"),
    Target("work_and_activity", 0.05, 0.03, 0.08, "assumed, near N47",
           "Volwassenen zonder werk of zinvolle dag", "Adults without work or a meaningful day",
           "N47 counts welfare benefits only; there are more people without a meaningful day.",
           "needs.onset_work_and_activity"),
    Target("housing", 0.03, 0.01, 0.05, "assumed", "Volwassenen met een woonprobleem",
           "Adults with a housing problem", "No count was found.", "needs.onset_housing"),
    Target("mental_health", 0.06, 0.04, 0.08, "assumed, near N28",
           "Volwassenen met hoog risico op angst of depressie",
           "Adults at high risk of anxiety or depression",
           "N28 has 4 % in one town in 2016; the aim is higher, within its range.",
           "needs.onset_mental_health"),
    Target("physical_health", 0.13, 0.11, 0.15, "assumed, near N29",
           "Volwassenen met een lichamelijke beperking", "Adults with a physical limitation",
           "N29 has 11 % in one town; the aim is higher, within its range.",
           "needs.onset_physical_health"),
    Target("parenting_and_youth", 0.16, 0.12, 0.20, "assumed, near N18",
           "Kinderen met een opgroeiprobleem", "Children with a problem in growing up",
           "N18 counts children who get help in a year; some with a problem get none.",
           "needs.onset_parenting_and_youth"),
    Target("loneliness", 0.142, 0.11, 0.17, "N02", "Volwassenen die ernstig eenzaam zijn",
           "Adults who are severely lonely",
           "The range is narrower than that over regions: this is the average place.",
           "needs.onset_loneliness"),
    Target("safety", 0.015, 0.005, 0.03, "assumed", "Volwassenen met onveiligheid thuis",
           "Adults who are unsafe at home", "No count was found.", "needs.onset_safety"),
    Target("use_wmo", 60.0, 46.0, 63.0, "N20", "Wmo-gebruik per 1.000 bewoners",
           "Use of support at home for 1,000 residents"),
    Target("use_youth_children", 0.08, 0.05, 0.133, "assumed, near N18",
           "Kinderen met jeugdhulp op een moment", "Children in youth care at one moment",
           "N18 counts a whole year; at one moment there are fewer."),
    Target("use_two_laws", 0.12, 0.10, 0.15, "assumed, near N14",
           "Geholpen bewoners met meer dan een wet", "Helped residents who use more than one law",
           "N14 counts households and the model residents, so its range does not hold as it is."),
    Target("team_year", 0.043, 0.035, 0.05, "assumed, near T08, T10",
           "Zaken van het wijkteam per bewoner per jaar",
           "Cases of the team for each resident a year",
           "T10 over the residents of a team gives 0.039 to 0.043, T08 0.039 to 0.05 of residents; "
           "one city, so the range is wider."),
    Target("debt_known", 0.144, 0.10, 0.20, "N11", "Schuldenhuishoudens in beeld",
           "Households in debt that are known", "N11 has no range; this one is assumed."),
    Target("need_to_contact", 5.0, 3.0, 7.0, "assumed", "Mensen met een probleem per geholpen mens",
           "People in need for each person helped",
           "No row gives this ratio; it is a guess."),
    Target("team_referred", 0.15, 0.10, 0.18, "T11", "Teamzaken met ook een specialist",
           "Team cases with a specialist too",
           "What T11 leaves over; it has no range. This one is assumed and holds T12."),
    Target("direct_time", 0.57, 0.45, 0.63, "assumed, near T23, T29",
           "Deel van de werktijd aan bewoners", "Share of working time with residents",
           "No count was found; T23 leaves 63 % beside administration, and T29 takes coordination "
           "off that."),
    Target("turnover", 0.18, 0.12, 0.25, "L08", "Verloop van professionals per jaar",
           "Turnover of professionals a year", "The row is background knowledge, to be checked."),
)  # fmt: skip


def reached(values: Mapping[str, float], replicates: int = 8, rows: int = 6000) -> dict[str, float]:
    """What the model reaches for each target, over the last five years of a long run."""
    place = find(PLACE)
    found: dict[str, list[float]] = {}
    for replicate in range(replicates):
        a_plan = simulation.plan(
            place.id, values, residents=rows, weeks=YEARS * WEEKS, always=dict(values)
        )
        for key, value in reached_in(a_plan, replicate).items():
            found.setdefault(key, []).append(value)
    return {key: float(np.mean(list_)) for key, list_ in found.items()}


def reached_in(a_plan: simulation.Plan, replicate: int) -> dict[str, float]:
    """The same in one run."""
    run = simulation.run(a_plan, replicate)
    residents, cases = run.state.residents, run.state.cases
    level = residents["level"]
    adult = residents["age_band"] > 0
    found = {}
    for number, domain in enumerate(DOMAINS):
        who = ~adult if number == needs.PARENTING else adult
        found[domain] = float((level[who, number] > 0).mean())
    indebted = np.bincount(residents["household"], level[:, 0] > 0, len(cases)) > 0
    known = np.bincount(residents["household"], residents["known"] & 1, len(cases)) > 0
    found["income_and_debt"] = float(indebted.mean())
    found["debt_known"] = float((known & indebted).sum() / max(1, indebted.sum()))
    last = run.tally[-5 * WEEKS :]
    tally = {name: last[name].sum(axis=1) for name in last.dtype.names or ()}
    system = run.system[-5 * WEEKS :]
    people = tally["residents"].sum()
    use = tally["use"].sum(axis=0)
    found["use_wmo"] = 1000.0 * use[0] / people
    children = people * (residents["age_band"] == 0).mean()
    found["use_youth_children"] = use[1] / children
    found["use_two_laws"] = tally["use_two"].sum() / tally["use_any"].sum()
    found["team_year"] = tally["team_starts"].sum() / people * WEEKS
    found["need_to_contact"] = tally["need_any"].sum() / tally["use_any"].sum()
    found["team_referred"] = tally["team_referred"].sum() / max(1.0, tally["team_starts"].sum())
    found["direct_time"] = system["care_hours"].sum() / system["available_hours"].sum()
    found["turnover"] = system["left"].sum() / system["staff"].sum() * WEEKS
    return found


def search(values: dict[str, float], rounds: int = 6) -> dict[str, float]:
    """Onsets with which prevalences come near their targets."""
    for _ in range(rounds):
        now = reached(values)
        for target in TARGETS:
            if target.address:
                before = values.get(target.address, ADDRESSES[target.address].default)
                change = min(2.0, max(0.5, target.value / max(1e-6, now[target.key])))
                low, high = ADDRESSES[target.address].between
                values[target.address] = min(high, max(low, before * change**0.9))
    return values


def table(values: Mapping[str, float] | None = None) -> list[tuple[Target, float]]:
    """Each target with what the model reaches."""
    now = reached(values or {})
    return [(target, now[target.key]) for target in TARGETS]


def main() -> None:
    """Print the table, after a search if asked."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--search", action="store_true")
    words.add_argument("--set", action="append", default=[])
    asked = words.parse_args()
    values = {a: float(v) for a, v in (pair.split("=") for pair in asked.set)}
    if asked.search:
        values = search(values)
        for address, value in values.items():
            print(f"{address} = {value:.6g}")
    for target, now in table(values):
        inside = "yes" if target.low <= now <= target.high else "NO"
        print(f"{target.key:22s} {target.value:8.4g} [{target.low:g}, {target.high:g}] "
              f"{target.source:22s} {now:8.4g}  {inside}")  # fmt: skip


if __name__ == "__main__":
    main()
