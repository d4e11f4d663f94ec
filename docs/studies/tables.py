"""The tables and figures of the pages in this folder, from a study that was run.

In the folder of the project:

    python docs/studies/tables.py steps FOLDER LEVER --outcome one_plan,burden
    python docs/studies/tables.py together FOLDER LEVER LEVER --outcome one_plan
    python docs/studies/tables.py curve FOLDER LEVER --outcome one_plan,burden --out NAME.svg
    python docs/studies/tables.py stated FOLDER

``steps`` sets every value of a lever against the lowest, or with ``--before`` against the value
before it; with ``--values 4,9`` it sets those alone. Two runs are a pair where nothing differs but
that lever: same scenario, place, luck and other numbers. ``together`` asks what two levers do that
is more, or less, than the sum of what each does alone. Nothing is run. Samenspel is a thinking
model, not a forecast.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from experiments import effects, numerals
from experiments.analysis import names
from experiments.analysis.figures import style
from experiments.studies import reading, results, told
from experiments.version import NOTE
from model.outcomes import OUTCOMES

DIGITS = 12
"""Significant digits in which two values of a factor are the same; sums differ in the last ones."""
BANDS = ((60, 0.05, 0.95, "90%"), (20, 0.25, 0.75, "50%"))
"""A band needs so many runs; of fewer only the middle is drawn."""
COLOURS = (style.DARK, style.WARN, style.MIDDLE, "#555555")
MARKS = ("o", "s", "^", "D")


def table_of(found: results.Results, window: str) -> pd.DataFrame:
    """A row for each run, with all outcomes; factors rounded so that equal values are equal."""
    table = found.complete().wide(window, list(OUTCOMES))
    for factor in found.factors:
        table[factor] = [float(f"{value:.{DIGITS}g}") for value in table[factor]]
    return table


def short(value: float) -> str:
    """A number in three digits, with a sign that can be read."""
    return numerals.short(value, "en").replace("-", "−")


def differences(
    table: pd.DataFrame, others: Sequence[str], lever: str, values: tuple[float, float], key: str
) -> effects.Effect:
    """The paired effect of going from the first value of a lever to the second."""
    keys = ["scenario", "place", *others, "replicate"]
    first, second = (table[table[lever] == v].set_index(keys)[key] for v in values)
    both: Any = pd.concat([first, second], axis=1, keys=["a", "b"], join="inner")
    assert len(both) == len(first) == len(second)
    return effects.paired(both["a"], both["b"], OUTCOMES[key].margin)


def groups(table: pd.DataFrame, by: Sequence[str]) -> Iterator[tuple[str, pd.DataFrame]]:
    """The parts of a table by scenario, place and what else is asked, each with its name."""
    columns = [c for c in ("scenario", "place", *by) if len(table[c].unique()) > 1]
    if not columns:
        yield "all", table
        return
    for values, part in table.groupby(columns, sort=False):
        yield ", ".join(_name(c, v) for c, v in zip(columns, values, strict=True)), part


def _name(column: str, value: Any) -> str:
    return str(value) if column in ("scenario", "place") else f"{column} {value:g}"


def told_in(effect: effects.Effect) -> str:
    """The cells of a difference: middle with its band, and the counts."""
    if effect.n == 0:
        return "no pairs | | | | 0"
    band = f"{short(effect.median)} ({short(effect.p05)} to {short(effect.p95)})"
    return (
        f"{band} | {effect.clearly_higher} | {effect.clearly_lower} | "
        f"{effect.within_margin} | {effect.n}"
    )


def steps(found: results.Results, asked: argparse.Namespace) -> None:
    """Print a table: what each value of a lever does, in counts of pairs."""
    lever, table = asked.levers[0], table_of(found, asked.window)
    others = [each for each in found.factors if each != lever]
    for key in asked.outcome:
        _head(key, f"| of | {lever} | middle of runs | difference, middle (nine of ten)")
        for name, part in groups(table, asked.by):
            values = chosen(sorted(part[lever].unique()), asked.values)
            lowest = short(part[part[lever] == values[0]][key].median())
            print(f"| {name} | {values[0]:g} | {lowest} | | | | | |")
            for at, value in enumerate(values[1:]):
                pair = (values[at] if asked.before else values[0], value)
                middle = short(part[part[lever] == value][key].median())
                effect = differences(part, others, lever, pair, key)
                print(f"| {name} | {value:g} | {middle} | {told_in(effect)} |")


def chosen(values: list[float], asked: Sequence[float]) -> list[float]:
    """The lowest value and those that are asked for; all of them where none are."""
    absent = [each for each in asked if each not in values]
    assert not absent, f"no runs at {absent}"
    return [each for each in values if not asked or each in (values[0], *asked)]


def _head(key: str, head: str) -> None:
    declared = OUTCOMES[key]
    unit = declared.unit.label("en")
    print(f"\n**{declared.name('en')}** (`{key}`, {unit}; {declared.better} is better; "
          f"counted as a difference from {declared.margin:g} on)\n")  # fmt: skip
    print(f"{head} | higher in | lower in | about equal in | pairs |")
    print("|" + " --- |" * (head.count("|") + 4))


def together(found: results.Results, asked: argparse.Namespace) -> None:
    """Print what both levers at their highest do beyond the sum of what each does alone."""
    one, two = asked.levers
    table = table_of(found, asked.window)
    others = [each for each in found.factors if each not in (one, two)]
    keys = ["scenario", "place", *others, "replicate"]
    ends = {each: (table[each].min(), table[each].max()) for each in (one, two)}
    for key in asked.outcome:
        _head(key, "| of | what | middle (nine of ten)")
        for name, part in groups(table, asked.by):
            at = {
                (i, j): part[(part[one] == ends[one][i]) & (part[two] == ends[two][j])]
                .set_index(keys)[key]
                for i in (0, 1) for j in (0, 1)
            }  # fmt: skip
            base, margin = at[0, 0], OUTCOMES[key].margin
            alone_one, alone_two, both = at[1, 0] - base, at[0, 1] - base, at[1, 1] - base
            for what, of in (
                (f"{one} alone", alone_one), (f"{two} alone", alone_two), ("both", both),
                ("both, beyond the sum", both - alone_one - alone_two),
            ):  # fmt: skip
                print(f"| {name} | {what} | {told_in(effects.paired(0 * of, of, margin))} |")


def curve(found: results.Results, asked: argparse.Namespace) -> None:
    """Draw an outcome along a lever: the middle run, and a band where there are runs enough."""
    import matplotlib as mpl
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    lever, table = asked.levers[0], table_of(found, asked.window)
    places, keys = list(table["place"].unique()), asked.outcome
    named = names.of_study(found.manifest)
    with mpl.rc_context(style.SETTINGS):
        size = (style.WIDTH, 0.5 + 2.3 * len(keys))
        figure = Figure(figsize=size, layout="constrained")
        FigureCanvasAgg(figure)
        panels = figure.subplots(len(keys), len(places), squeeze=False, sharey="row", sharex=True)
        least = min(_panel(panels[i][j], table[table["place"] == place], lever, key, named)
                    for i, key in enumerate(keys) for j, place in enumerate(places))  # fmt: skip
        for axes, place in zip(panels[0], places, strict=True):
            axes.set_title(named.place(place).en)
        for axes in panels[-1]:
            axes.set_xlabel(named.factor(lever).en)
        band = next((words for runs, *_, words in BANDS if least >= runs), None)
        said = f"line: middle run; band: {band} of runs" if band else "line: middle run"
        figure.supxlabel(
            f"{NOTE.en} · {len(table):,} runs, {least} at each mark · {said} · "
            f"{named.window(asked.window).en}\nSamenspel, version "
            f"{found.manifest['software']['version']} · model {found.manifest['software']['model']}"
            f" · seed {found.manifest['seed']}",
            x=0.01, ha="left", fontsize=7.5, color="#333333",
        )  # fmt: skip
        if len(table["scenario"].unique()) > 1:
            figure.legend(*panels[0][0].get_legend_handles_labels(), loc="outside upper left",
                          ncols=2, frameon=False, fontsize=8)  # fmt: skip
        figure.savefig(asked.out, metadata={"Date": None, "Description": NOTE.en})


def _panel(axes: Any, table: pd.DataFrame, lever: str, key: str, named: names.Names) -> int:
    """One outcome in one place; how many runs stand at the mark with the fewest."""
    least = len(table)
    for at, (scenario, part) in enumerate(table.groupby("scenario", sort=False)):
        by = part.groupby(lever)[key]
        least = min(least, int(by.count().min()))
        middle = by.median()
        band = next((each for each in BANDS if by.count().min() >= each[0]), None)
        if band:
            axes.fill_between(middle.index, by.quantile(band[1]), by.quantile(band[2]),
                              color=COLOURS[at], alpha=0.15, linewidth=0)  # fmt: skip
        axes.plot(middle.index, middle, color=COLOURS[at], marker=MARKS[at], markersize=4,
                  linewidth=1.5, label=named.scenario(str(scenario)).en)  # fmt: skip
    declared = OUTCOMES[key]
    axes.set_ylabel(style.wrapped(f"{declared.name('en')}, {declared.unit.label('en')}", 30))
    return least


def stated(found: results.Results, asked: argparse.Namespace) -> None:
    """Print what a page on this study states of itself; refused where the model is another one."""
    software, now = found.manifest["software"], told.identity(reading.read(found.manifest["name"]))
    assert (found.manifest["file_hash"], software["model"]) == (now.file, now.model)
    minutes = float(found.checks["processor_seconds"].sum()) / 60
    print(f"study file `{now.file}`, model `{now.model}`, runs `{now.runs}`, version "
          f"{software['version']}, seed {found.manifest['seed']}; {len(found.complete().runs):,} "
          f"runs, {minutes:.0f} core-minutes")  # fmt: skip


def main() -> None:
    """Read what is asked and print it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kind", choices=("steps", "together", "curve", "stated"))
    parser.add_argument("folder", type=Path)
    parser.add_argument("levers", nargs="*")
    parser.add_argument("--outcome", type=lambda text: text.split(","), default=[])
    parser.add_argument("--window", default="final")
    parser.add_argument("--by", type=lambda text: text.split(","), default=[])
    parser.add_argument("--before", action="store_true")
    parser.add_argument(
        "--values", type=lambda text: [float(each) for each in text.split(",")], default=[]
    )
    parser.add_argument("--out", type=Path)
    asked = parser.parse_args()
    {"steps": steps, "together": together, "curve": curve, "stated": stated}[asked.kind](
        results.read(asked.folder), asked
    )


if __name__ == "__main__":
    main()
