r"""Robustness: how options do over all worlds, and how much one regrets to have chosen each.

An option is a scenario, or a scenario with a value of the levers that are named. A world is what
remains: a place and the other factors. With :math:`v_{ow}` the value of option o in world w, where
less is better, the regret is

.. math::
    R_{ow} = v_{ow} - \min_{o'} v_{o'w}

and minimax regret takes the option of which the largest regret is least: all those that differ
from it by no more than the smallest difference that matters, for what is smaller is no reason to
choose.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from experiments.analysis import found, guards, names, origin, reading
from experiments.analysis.found import Found
from experiments.analysis.reading import KEYS, Results, Subject
from experiments.analysis.tables import Column, Frame, stacked, tabled
from model.place_facts import Text
from scenarios.faults import Both, Fault, Refused

KIND = "robustness"
OPTION, CROSSED = "option", "levers_x_uncertainties"
BETTER = ("lower", "higher")
Option = tuple[str, Mapping[str, float]]
"""A scenario by key, and what its levers are set to."""
DIGITS = 12
"""Significant digits in which two values of a factor are the same; sums differ in the last ones."""


def robust(
    results: Results,
    about: Subject,
    levers: Sequence[str] | None = None,
    better: str | None = None,
    good_enough: float | None = None,
    leave_out: bool = False,
) -> Found:
    """A row for each option: mean, percentiles, regret, and in how many worlds it does well.

    ``levers`` are usually those of a design that crosses levers with uncertainties, else none.
    ``better`` says which way is better where the outcome does not; ``good_enough`` is the level
    that satisfies. Raises Refused for a study that is not whole, where options did not meet the
    same worlds, and where nobody knows which way is better.
    """
    asked = origin.options(
        leave_out, options=tuple(levers or ()), better=better, good_enough=good_enough
    )
    way = _way(about, better)
    frame, gone = _whole(results, about, leave_out)
    levers = crossed(results) if levers is None else levers
    reading.factors_known("--options", levers, results)
    values = by_world(frame, list(results.factors), list(levers))
    table = measured(values, way, about.margin, good_enough)
    for column, value in (("better", way), ("window", about.window), ("outcome", about.outcome)):
        table.insert(0, column, value)
    options = _options(frame, list(levers))
    called = {key: in_words(about.names, each) for key, each in options.items()}
    said = (*_said(table, good_enough, called), *found.left_out(gone, "worlds", "werelden"))
    drawn = {"regret": regrets(values, way), "options": options}
    runs = len(frame)
    return Found(KIND, about, table, said, runs, gone, found.made_by(results), drawn, asked)


def crossed(results: Results) -> list[str]:
    """The levers of a design that runs each choice of levers in each world; else none."""
    if results.design != CROSSED:
        return []
    return [each["address"] for each in results.manifest["factors"] if each["kind"] == "levers"]


def _way(about: Subject, better: str | None) -> str:
    way = better or about.better
    if way in BETTER:
        return way
    problem = Both("say which way is better", "zeg welke kant beter is")
    allowed = Both("lower or higher", "lower of higher")
    raise Refused([Fault("--better", better or "", allowed, None, problem)])


def _whole(results: Results, about: Subject, leave_out: bool) -> tuple[Frame, int]:
    """All scenarios in the worlds in which each has a value, and how many worlds were left out."""
    kept: list[Frame] = []
    out: set[tuple[str, int]] = set()
    for scenario in reading.scenarios_in(results):
        frame = reading.levels(results, about, scenario)
        told, _ = guards.whole(frame, results, ("place", "point"), leave_out)
        there = set(zip(told["place"], told["point"], strict=True))
        out |= set(zip(frame["place"], frame["point"], strict=True)) - there
        kept.append(told)
    frame = stacked(kept)
    inside = [world not in out for world in zip(frame["place"], frame["point"], strict=True)]
    return frame[inside].reset_index(drop=True), len(out)


def by_world(frame: Frame, factors: list[str], levers: list[str]) -> Frame:
    """The mean over replicates of each option in each world [world, option].

    Raises Refused where an option is missing in some world, and where there is only one option.
    """
    uncertain = [name for name in factors if name not in levers]
    told = frame.copy()
    for name in factors:
        told[name] = [float(f"{value:.{DIGITS}g}") for value in told[name].astype(float)]
    told[OPTION] = _named_options(told, levers)
    world = ["place", *uncertain] if levers else [*KEYS[:2]]
    wide = told.pivot_table(index=world, columns=OPTION, values="value", aggfunc="mean", sort=True)
    wide = wide[list(dict.fromkeys(told[OPTION]))]
    if wide.shape[1] < 2:
        problem = Both("there is only one option", "er is maar één keuze")
        allowed = Both(
            "two scenarios or more, or levers after --options",
            "twee of meer scenario's, of knoppen achter --options",
        )
        raise Refused([Fault("--options", str(wide.columns[0]), allowed, None, problem)])
    if wide.isna().to_numpy().any():
        some = int(wide.isna().any(axis=1).sum())
        problem = Both(
            f"in {some} of {len(wide)} worlds not every option was run",
            f"in {some} van {len(wide)} werelden is niet elke keuze doorgerekend",
        )
        allowed = Both(
            "a design that runs each option in each world",
            "een ontwerp dat elke keuze in elke wereld doorrekent",
        )
        raise Refused([Fault("--options", ", ".join(levers), allowed, None, problem)])
    return wide


def _named_options(told: Frame, levers: list[str]) -> list[str]:
    """The option of each row: its scenario, and the value of each lever."""
    names = [told["scenario"].astype(str)]
    names += [told[lever].map(lambda value, of=lever: f"{of}={value:g}") for lever in levers]
    return [", ".join(parts) for parts in zip(*names, strict=True)]


def in_words(known: names.Names, option: Option) -> Text:
    """An option in words: the title of its scenario, and what each lever is set to."""
    scenario, levers = option
    said = [known.scenario(scenario)]
    for lever, at in levers.items():
        of, value = known.factor(lever), names.value(lever, at)
        said.append(Text(f"{of.nl}: {value.nl}", f"{of.en}: {value.en}"))
    return Text("; ".join(each.nl for each in said), "; ".join(each.en for each in said))


def _options(frame: Frame, levers: list[str]) -> dict[str, Option]:
    """Of each option by name its scenario, and what its levers are set to."""
    keys = _named_options(frame, levers)
    rows = zip(frame["scenario"].astype(str), frame[levers].to_dict("records"), strict=True)
    return {key: (scenario, row) for key, (scenario, row) in zip(keys, rows, strict=True)}


def regrets(values: Frame, better: str) -> Frame:
    """How much worse each option is than the best in that world [world, option], 0 or more."""
    best = values.min(axis=1) if better == "lower" else values.max(axis=1)
    return values.sub(best, axis=0).abs()


def measured(values: Frame, better: str, margin: float, good_enough: float | None) -> Frame:
    """A row for each option of [world, option]; ``worlds_near_best`` are within the margin.

    ``minimax_regret`` says of which options the largest regret is within the margin of the least.
    """
    regret = regrets(values, better)
    largest = regret.max()
    table = tabled(
        {
            OPTION: values.columns,
            "worlds": len(values),
            "mean": values.mean().to_numpy(),
            "p05": values.quantile(0.05).to_numpy(),
            "p25": values.quantile(0.25).to_numpy(),
            "median": values.median().to_numpy(),
            "p75": values.quantile(0.75).to_numpy(),
            "p95": values.quantile(0.95).to_numpy(),
            "worst": (values.max() if better == "lower" else values.min()).to_numpy(),
            "mean_regret": regret.mean().to_numpy(),
            "p90_regret": regret.quantile(0.9).to_numpy(),
            "largest_regret": largest.to_numpy(),
            "minimax_regret": (largest <= largest.min() + _slack(largest, margin)).to_numpy(),
            "worlds_near_best": (regret <= max(margin, 0.0)).sum().to_numpy(),
        }
    )
    if good_enough is not None:
        enough = values <= good_enough if better == "lower" else values >= good_enough
        table["good_enough"] = good_enough
        table["worlds_good_enough"] = enough.sum().to_numpy()
        table["share_good_enough"] = enough.mean().to_numpy()
    return table


def _slack(values: Column, margin: float) -> float:
    """What does not count as a difference: the margin, or the last digits of sums."""
    return max(margin, float(values.abs().max()) * 10.0**-DIGITS, 0.0)


def _said(table: Frame, good_enough: float | None, called: Mapping[str, Text]) -> tuple[Text, ...]:
    said = [_least(table, called), _most_often(table, called)]
    if good_enough is not None:
        said.append(_enough(table, good_enough, called))
    return tuple(said)


def _least(table: Frame, called: Mapping[str, Text]) -> Text:
    """Who has least regret, all that are within the margin of it."""
    best = table[table["minimax_regret"]]
    worlds, most = int(table["worlds"].iloc[0]), found.short(float(best["largest_regret"].max()))
    end = Text(
        f"nooit meer dan {most.nl} slechter dan de beste, over {worlds} werelden.",
        f"never more than {most.en} worse than the best, over {worlds} worlds.",
    )
    if len(best) == len(table):
        return Text(
            f"Minste spijt: geen duidelijk verschil. Elke keuze is {end.nl}",
            f"Least regret: no clear difference. Each option is {end.en}",
        )
    who = _named(best, called)
    return Text(f"Minste spijt: {who.nl}, {end.nl}", f"Least regret: {who.en}, {end.en}")


def _most_often(table: Frame, called: Mapping[str, Text]) -> Text:
    who, count = _top(table, "worlds_near_best", called)
    worlds = int(table["worlds"].iloc[0])
    if who is None:
        return Text(
            f"Het vaakst de beste of ongeveer even goed: geen duidelijk verschil, elke keuze in "
            f"{count} van {worlds} werelden.",
            f"Most often the best or about as good: no clear difference, each option in {count} "
            f"of {worlds} worlds.",
        )
    return Text(
        f"Het vaakst de beste of ongeveer even goed: {who.nl}, in {count} van {worlds} werelden.",
        f"Most often the best or about as good: {who.en}, in {count} of {worlds} worlds.",
    )


def _enough(table: Frame, good_enough: float, called: Mapping[str, Text]) -> Text:
    who, count = _top(table, "worlds_good_enough", called)
    worlds, level = int(table["worlds"].iloc[0]), found.short(good_enough)
    if who is None:
        return Text(
            f"Het vaakst goed genoeg ({level.nl}): geen duidelijk verschil, elke keuze in {count} "
            f"van {worlds} werelden.",
            f"Most often good enough ({level.en}): no clear difference, each option in {count} of "
            f"{worlds} worlds.",
        )
    return Text(
        f"Het vaakst goed genoeg ({level.nl}): {who.nl}, in {count} van {worlds} werelden.",
        f"Most often good enough ({level.en}): {who.en}, in {count} of {worlds} worlds.",
    )


def _top(table: Frame, column: str, called: Mapping[str, Text]) -> tuple[Text | None, int]:
    """Which options have the most worlds, and how many; no names where all have as many."""
    most = int(table[column].max())
    best = table[table[column] == most]
    return (None if len(best) == len(table) else _named(best, called)), most


def _named(best: Frame, called: Mapping[str, Text]) -> Text:
    """All these options; that they are equal or differ too little is told where there are more."""
    *first, last = [names.quoted(called[str(each)]) for each in best[OPTION]]
    if not first:
        return last
    nl, en = ", ".join(each.nl for each in first), ", ".join(each.en for each in first)
    return Text(
        f"{nl} en {last.nl} (zonder duidelijk verschil)",
        f"{en} and {last.en} (with no clear difference)",
    )
