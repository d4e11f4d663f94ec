"""The answer as data, for machines and for the tables: medians, bands, pairs, groups."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

import numpy as np
from numpy.typing import NDArray

from experiments import effects
from experiments.batch import Results
from experiments.command_line import afterwards, registries
from experiments.command_line.answer import Answer, Answers
from experiments.command_line.output import number
from experiments.command_line.registries import place_data, words
from experiments.command_line.request import Request
from experiments.regional import MUNICIPALITY
from experiments.version import NOTE, version
from model.beginning import HISTORIES
from model.declarations import Outcome
from model.outcomes import GROUPS, OUTCOMES
from model.state.axes import BUDGETS

Data = dict[str, Any]
Values = NDArray[np.float64]
BAND = (0.5, 0.05, 0.95)
COUNTS = ("n", "b_higher", "b_lower", "equal", "clearly_higher", "clearly_lower", "within_margin")


def report(request: Request, answers: Answers) -> Data:
    """The whole answer; flat for one place, a list of places for several."""
    places = [_place(request, answer) for answer in answers.places]
    whole = _heading(request, answers)
    whole |= places[0] if len(places) == 1 else {"places": places}
    if answers.resumed is not None:
        whole["resumed_in_week"] = answers.resumed
    if request.timing:
        runs = request.replicates * len(request.sides) * len(request.places)
        whole["timing"] = {
            "seconds": number(answers.seconds),
            "seconds_per_run": number(answers.seconds / runs),
        }
    return whole


def _heading(request: Request, answers: Answers) -> Data:
    keys = [side.scenario.key for side in request.sides]
    named: Data = {"scenario": keys[0]}
    if len(keys) == 2:
        named = {"scenario_a": keys[0], "scenario_b": keys[1]}
    return {
        "version": version(),
        "note": words(NOTE),
        **named,
        "set": {side.label: _rounded(side.overrides) for side in request.sides},
        "extra_money": {side.label: number(side.at("spending.extra")) for side in request.sides},
        "without": list(request.off),
        "uncertainty": request.uncertainty,
        "replicates": request.replicates,
        "draws": answers.draws,
        "histories": HISTORIES,
        "seed": request.seed,
        "weeks": request.weeks,
        "by": request.by,
        "windows": {
            name: [window.begin, window.end] if window else None
            for name, window in request.windows.items()
        },
    }


def _rounded(values: Any) -> Data:
    return {address: number(value) for address, value in sorted(values.items())}


def _place(request: Request, answer: Answer) -> Data:
    data: Data = {
        "place": answer.place.id,
        "place_data": place_data(answer.place),
        "facts_drawn": registries.ranges(answer.place, request.facts_drawn(answer.place)),
        "residents": answer.residents,
        "weight": number(answer.weight),
    }
    if request.region:
        data["region"] = registries.region(request.region)
    if request.check:
        errors = largest_errors(answer.results)
        data["check"] = {name: number(error) for name, error in errors.items()}
    if request.after_effect:
        columns = Telling(request, OUTCOMES["cost_total"]).columns
        last, after = columns[afterwards.LAST], columns[afterwards.AFTER]
        data["after_effect"] = afterwards.data(answer.results, last, after)
    return data | {
        "outcomes": {key: _outcome(request, answer, outcome) for key, outcome in OUTCOMES.items()}
    }


def _outcome(request: Request, answer: Answer, outcome: Outcome) -> Data:
    told = Telling(request, outcome)
    sides = [result.values[outcome.key] for result in answer.results]
    data: Data = {
        "unit": outcome.unit.key,
        "better": outcome.better,
        "margin": number(outcome.margin),
        **told.all_of([side[:, :, 0] for side in sides]),
    }
    if request.by is not None:
        data |= _groups(told, request, answer, sides)
    return data


def _groups(told: Telling, request: Request, answer: Answer, sides: list[Values]) -> Data:
    """The outcome for each group, and the gap: the last group less the first."""
    if request.by == "payer":
        return {"groups": _payers(told, sides), "gap": None}
    if np.isnan([side[:, :, 1:] for side in sides]).all():
        return {"groups": None, "gap": None}
    by_municipality = request.by == MUNICIPALITY
    names = tuple(answer.group_sizes) if by_municipality else GROUPS[request.by or ""]
    groups = {
        name: {"n": round(answer.group_sizes[name])}
        | told.all_of([side[:, :, 1 + place] for side in sides])
        for place, name in enumerate(names)
    }
    if by_municipality:
        return {"groups": groups, "gap": None}
    margin = told.outcome.margin
    gap = told.all_of([effects.difference(s[:, :, 1], s[:, :, -1], margin) for s in sides])
    return {"groups": groups, "gap": {"from": names[0], "to": names[-1], **gap}}


def _payers(told: Telling, sides: list[Values]) -> Data | None:
    """The outcome by the budget that paid, where the payer is kept; null for others."""
    if not told.outcome.payer_top:
        return None
    groups: Data = {}
    for place, budget in enumerate(BUDGETS, 1):
        paid = [side[:, :, place] for side in sides]
        nothing = all(np.isnan(side).all() for side in paid)
        groups[budget] = None if nothing else {"n": None, **told.all_of(paid)}
    return groups


class Telling:
    """Tells of values [replicate, window] of one outcome, for one side or for a pair."""

    def __init__(self, request: Request, outcome: Outcome) -> None:
        """Remember which windows there are and what the smallest difference is."""
        self.request, self.outcome = request, outcome
        self.years = len(request.years)
        there = [name for name, window in request.windows.items() if window]
        self.columns = {name: self.years + place for place, name in enumerate(there)}

    def all_of(self, sides: list[Values]) -> Data:
        """One side as it is; two as a, b and their difference with counts of pairs."""
        if len(sides) == 1:
            return self.one(sides[0])
        first, second = sides
        final = self.effect(first, second, self.columns["final"])
        verdict = effects.verdict(final)
        return {
            "a": self.one(first),
            "b": self.one(second),
            "difference": self.difference(first, second),
            **{name: getattr(final, name) for name in COUNTS},
            "verdict": asdict(verdict),
        }

    def one(self, values: Values) -> Data:
        """The band of one side in every year and window."""
        table = effects.quantiles(values, BAND)
        return self._by_window(lambda column: _band(table[:, column]), values)

    def difference(self, first: Values, second: Values) -> Data:
        """The band of b − a in every year and window, with the counts of pairs in it."""

        def told(column: int) -> Data:
            effect = self.effect(first, second, column)
            return _band([effect.median, effect.p05, effect.p95]) | {
                name: getattr(effect, name) for name in COUNTS
            }

        less = effects.difference(first, second, self.outcome.margin)
        return self._by_window(told, less)

    def effect(self, first: Values, second: Values, column: int) -> effects.Effect:
        """What may be said of the difference in one window."""
        return effects.paired(first[:, column], second[:, column], self.outcome.margin)

    def _by_window(self, told: Callable[[int], Data], values: Values) -> Data:
        data: Data = {
            "by_year": [told(year) for year in range(self.years)],
            "windows": {
                name: told(self.columns[name]) if name in self.columns else None
                for name in self.request.windows
            },
        }
        if self.request.values:
            each = [[number(value) for value in column] for column in values.T]
            data["values"] = {
                "by_year": each[: self.years],
                "windows": {name: each[column] for name, column in self.columns.items()},
            }
        return data


def _band(values: Any) -> Data:
    return dict(zip(("median", "p05", "p95"), map(number, values), strict=True))


def largest_errors(results: tuple[Results, ...]) -> dict[str, float]:
    """The largest imbalance of all sides."""
    return {name: max(each.errors[name] for each in results) for name in results[0].errors}
