"""What an analysis reads: the results of a study, as one row for each run or for each pair of runs.

A study is known here by its shape alone: tables of runs and of outcomes. So whoever made runs
elsewhere can hand them over in the same shape.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from experiments import effects
from experiments.analysis import names, origin
from experiments.analysis.names import Names
from experiments.analysis.origin import Origin
from experiments.analysis.tables import Column, Frame
from model.outcomes import OUTCOMES
from model.place_facts import Text
from scenarios.faults import Both, Fault, Refused, near, offered

DONE = "done"
KEYS = ("place", "point", "replicate")
"""What tells one world with one piece of luck from another; two runs alike in these are a pair."""
IN_THE_STUDY = Both("what is in this study", "wat in deze studie zit")


class Results(Protocol):
    """The results of a study.

    ``runs`` has a row for each run: run_id, point, replicate, scenario, place, status ("done" or
    another word) and a column for each factor, by address. ``outcomes`` has run_id, outcome, window
    and value. ``bounds`` holds the range of each factor, ``design`` the name of the design.

    Two tables may be there besides: ``planned``, as ``runs``, with those that are still to be made;
    and ``shares``, with a row for each point: where it stands in the range of each factor, 0 to 1.
    """

    @property
    def manifest(self) -> Mapping[str, Any]:
        """What the study says of itself."""
        ...

    @property
    def runs(self) -> Frame:
        """A row for each planned run."""
        ...

    @property
    def outcomes(self) -> Frame:
        """A row for each run, outcome and window."""
        ...

    @property
    def factors(self) -> Sequence[str]:
        """What varies, by address."""
        ...

    @property
    def bounds(self) -> Mapping[str, tuple[float, float]]:
        """The range of each factor."""
        ...

    @property
    def design(self) -> str:
        """The name of the design."""
        ...


@dataclass(frozen=True)
class Subject:
    """What is analysed: an outcome over a window, of scenario b, or of b less a where named.

    ``names`` and ``origin`` say what ids are called and which study it is, for people alone.
    """

    outcome: str
    window: str = "final"
    a: str | None = None
    b: str | None = None
    names: Names = field(default_factory=Names, compare=False)
    origin: Origin = field(default_factory=Origin, compare=False)

    @property
    def margin(self) -> float:
        """The smallest difference that matters; 0 for an outcome nobody declared."""
        return OUTCOMES[self.outcome].margin if self.outcome in OUTCOMES else 0.0

    @property
    def better(self) -> str:
        """Which way is better: "lower", "higher" or "neither"."""
        return OUTCOMES[self.outcome].better if self.outcome in OUTCOMES else "neither"

    @property
    def name(self) -> Text:
        """The name of the outcome, with its unit."""
        if self.outcome not in OUTCOMES:
            return Text(self.outcome, self.outcome)
        declared = OUTCOMES[self.outcome]
        return names.with_unit(Text(declared.name("nl"), declared.name("en")), declared.unit)

    @property
    def of(self) -> Text:
        """Of which scenario, or of which difference."""
        if self.a is None:
            return Text(self.b or "", self.b or "")
        return Text(f"{self.b} min {self.a}", f"{self.b} less {self.a}")

    @property
    def called(self) -> Text:
        """The same in titles, for sentences; empty where it is of no scenario in particular."""
        if self.b is None:
            return Text("", "")
        b = names.quoted(self.names.scenario(self.b))
        if self.a is None:
            return b
        a = names.quoted(self.names.scenario(self.a))
        return Text(f"{b.nl} min {a.nl}", f"{b.en} less {a.en}")

    @property
    def headed(self) -> Text:
        """What a figure is of: titles of scenarios, and the outcome with its unit."""
        if self.b is None:
            return self.name
        name, b = self.name, self.names.scenario(self.b)
        if self.a is None:
            return Text(f"{b.nl}. {name.nl}", f"{b.en}. {name.en}")
        a = self.names.scenario(self.a)
        return Text(
            f"{b.nl}, vergeleken met {a.nl}. {name.nl}", f"{b.en}, compared with {a.en}. {name.en}"
        )


def subject(
    results: Results, outcome: str, window: str, a: str | None = None, b: str | None = None
) -> Subject:
    """What is asked, when the study has it; Refused with every name that it has not."""
    faults = [
        *_unknown("--outcome", outcome, outcomes_in(results)),
        *_unknown("--window", window, windows_in(results)),
        *(_unknown("--a", a, scenarios_in(results)) if a is not None else ()),
        *(_unknown("--b", b, scenarios_in(results)) if b is not None else ()),
    ]
    if a is not None and a == b:
        problem = Both("this is twice the same", "dit is twee keer hetzelfde")
        allowed = Both("two scenarios of the study", "twee scenario's van de studie")
        faults.append(Fault("--b", str(b), allowed, None, problem))
    if faults:
        raise Refused(faults)
    called = names.of_study(results.manifest)
    return Subject(outcome, window, a, b, called, origin.of_study(results))


def planned(results: Results) -> Frame:
    """Every run that the study asks for, where the study says so; else every run there is."""
    return getattr(results, "planned", results.runs)


def drawn_shares(results: Results) -> Frame | None:
    """Where each point stands in the range of each factor, before rounding; None if not kept."""
    return getattr(results, "shares", None)


def outcomes_in(results: Results) -> list[str]:
    """The outcomes of a study, those of the model in its own order first."""
    there = list(results.manifest.get("outcomes") or _words(results.outcomes["outcome"]))
    return [key for key in OUTCOMES if key in there] + [k for k in there if k not in OUTCOMES]


def windows_in(results: Results) -> list[str]:
    """The windows of a study by name."""
    return list(results.manifest.get("windows") or _words(results.outcomes["window"]))


def scenarios_in(results: Results) -> list[str]:
    """The scenarios of a study, in the order in which they were planned."""
    return _words(planned(results)["scenario"])


def factors_known(option: str, names: Sequence[str], results: Results) -> None:
    """Raise Refused where one of these is no factor of the study."""
    faults = [f for name in names for f in _unknown(option, name, list(results.factors))]
    if faults:
        raise Refused(faults)


def levels(results: Results, about: Subject, scenario: str | None = None) -> Frame:
    """A row for each run of one scenario, or of all: KEYS, scenario, factors and ``value``.

    The value is NaN where a run broke off, is not there yet, or had nothing to measure.
    """
    columns = ["run_id", *KEYS, "scenario", "status", *results.factors]
    runs = planned(results)[columns]
    if scenario is not None:
        runs = runs[runs["scenario"] == scenario]
    told = results.outcomes
    told = told[(told["outcome"] == about.outcome) & (told["window"] == about.window)]
    found = runs.merge(told[["run_id", "value"]], on="run_id", how="left", validate="m:1")
    found["value"] = found["value"].astype(float).where(found["status"] == DONE)
    return found.sort_values(["scenario", *KEYS], ignore_index=True)


def differences(results: Results, about: Subject) -> Frame:
    """A row for each pair of runs with the same luck: KEYS, factors, a, b and ``value`` = b − a.

    What differs in the last digits of sums alone is no difference.
    """
    first = levels(results, about, about.a)[[*KEYS, "run_id", "value"]]
    second = levels(results, about, about.b)[[*KEYS, *results.factors, "run_id", "value"]]
    found = second.merge(first, on=list(KEYS), how="outer", suffixes=("_b", "_a"))
    found = found.rename(columns={"value_a": "a", "value_b": "b"})
    found["value"] = effects.difference(found["a"], found["b"], about.margin)
    return found.sort_values(list(KEYS), ignore_index=True)


def values(results: Results, about: Subject) -> Frame:
    """The differences where a scenario to compare with is named, else the levels."""
    if about.a is not None:
        return differences(results, about)
    return levels(results, about, about.b)


def _words(column: Column) -> list[str]:
    return [str(word) for word in column.drop_duplicates()]


def _unknown(option: str, word: str, words: Sequence[str]) -> list[Fault]:
    if word in words:
        return []
    problem = Both("this is not in the study", "dit zit niet in de studie")
    return [Fault(option, word, offered(word, words, IN_THE_STUDY), near(word, words), problem)]
