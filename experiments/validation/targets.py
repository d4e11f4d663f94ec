"""The targets to which starting values were fitted, as rows (``experiments/fitting.py``)."""

from __future__ import annotations

from typing import Literal

from experiments import fitting
from experiments.numerals import numeral
from experiments.validation.declared import Part, Row, Words
from experiments.validation.found import Found, found
from experiments.validation.runs import Runs


def fitted_rows() -> list[Row]:
    """A row for each target; those reached by moving a number say so."""
    return [_row(target) for target in fitting.TARGETS]


def _row(target: fitting.Target) -> Row:
    moved = bool(target.address)
    nl = f"{target.nl}: rond {numeral(f'{target.value:g}', 'nl')}" + (
        "; hierop is een getal ingesteld" * moved
    )
    en = f"{target.en}: around {target.value:g}" + ("; a number was set to reach it" * moved)
    part = Part(
        what=Words(nl=target.nl, en=target.en),
        measure="fitted",
        given={"key": target.key},
        between=(target.low, target.high),
    )
    return Row(
        key=f"F-{target.key}",
        kind="fitted",
        source=target.source if target.source != "assumed" else "assumed range",
        expect=Words(nl=nl, en=en),
        rests="fitted" if moved else RESTS.get(target.key, "test"),
        parts=(part,),
        says=MISSES.get(target.key),
    )


def fitted(runs: Runs, key: str) -> Found:
    """What the model reaches over the last years of a long run."""
    replicates = max(2, runs.size.histories // 2)
    rows = runs.size.followed
    reached = runs.once("fitted", lambda: fitting.reached({}, replicates, rows))
    return found([reached[key]], "runs", replicates)


RESTS: dict[str, Literal["fitted", "input"]] = {
    "use_wmo": "fitted",
    "use_youth_children": "fitted",
    "team_year": "fitted",
    "team_referred": "fitted",
    "direct_time": "input",
    "turnover": "fitted",
}
"""Targets for which a number was set by hand, and one that follows from what is put in."""

MISSES = {
    "debt_known": Words(
        nl="Net boven de bovengrens in drie runs; drie andere gaven 0,19. Het ligt dus op de "
        "grens: van iets te veel schulden weet iemand die helpt, wat rijmt met schulden die te "
        "vroeg gezien worden (C7b).",
        en="Just above the upper limit in three runs; another three gave 0.19. So it lies at the "
        "limit: somewhat too many debts are known to somebody who helps, which agrees with debts "
        "that are seen too early (C7b).",
    ),
    "need_to_contact": Words(
        nl="Onder de ondergrens: er zijn te veel mensen tegelijk in hulp. Zie P37a.",
        en="Below the lower limit: too many people are in help at the same time. See P37a.",
    ),
    "team_year": Words(
        nl="Sinds hulp doorgaat bij problemen die blijven, zijn er minder nieuwe zaken voor het "
        "wijkteam dan in de ene stad waar geteld is: wie al bij een specialist loopt begint daar "
        "niet opnieuw. Het aantal huishoudens dat het team in een jaar helpt (T8) is eerder te "
        "groot. Instroom bij het team is in dit model dus te laag.",
        en="Since help goes on with needs that last, there are fewer new cases for the team than "
        "in the one city where they were counted: who is with a specialist already does not begin "
        "there anew. Households that the team helps in a year (T8) are rather too many. So inflow "
        "at the team is too low in this model.",
    ),
}
"""What a target that is missed says about the model; written when it was seen."""
