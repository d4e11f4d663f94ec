"""The pages in docs/ that are made from the code, so that they cannot say anything else.

``python -m experiments.pages`` writes them, ``--check`` says which are out of date, ``--fit`` also
makes the fit table anew, which takes a minute or so and is kept as it is otherwise.
"""

from __future__ import annotations

import argparse
import importlib
import math
import pkgutil
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import numpy as np

import model.processes
from experiments.version import CHECKOUT
from model.declarations import RULE_MARK, Basis, Parameter, Rule
from model.outcomes import OUTCOMES
from model.parameters import ADDRESSES
from model.place_facts import FACTS, NATIONAL
from model.places import DEFAULT_PLACE, PLACES
from model.state import tables, tally, together

DOCS = CHECKOUT / "docs"
MADE = "*Made from the code by `make pages`; do not edit it here.*"
FIT = "fit.md"

Row = Sequence[object]


def table(head: Row, rows: Iterable[Row]) -> str:
    """A table in Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(_cell(word) for word in line) + " |" for line in lines)


def _cell(word: object) -> str:
    return str(word).replace("|", "\\|").replace("\n", " ").strip()


def page(title: str, *parts: str) -> str:
    """A whole page under this title."""
    return "\n\n".join((f"# {title}", MADE, *parts)) + "\n"


def short(value: float) -> str:
    """A number as people write it; a dash where there is none."""
    if math.isnan(value):
        return "–"
    return "infinite" if math.isinf(value) else f"{value:g}"


def parameters() -> str:
    """Every number that may be set, by mechanism."""
    groups: dict[str, list[Parameter]] = {}
    for each in ADDRESSES.values():
        groups.setdefault(each.address.split(".")[0], []).append(each)
    parts = [_legend()]
    for group, members in groups.items():
        parts += [f"## {group}", table(_PARAMETER_HEAD, map(_parameter, members))]
    return page("Parameters", *parts)


_PARAMETER_HEAD = (
    "address", "Nederlands", "English", "unit", "range", "default", "neutral", "role", "since",
    "rests on",
)  # fmt: skip


def _legend() -> str:
    count = {role: sum(each.role == role for each in ADDRESSES.values()) for role in _ROLES}
    words = "\n".join(f"- **{role}** ({count[role]}): {said}" for role, said in _ROLES.items())
    statuses: dict[str, int] = {}
    for each in ADDRESSES.values():
        name = each.basis.status.label("en")
        statuses[name] = statuses.get(name, 0) + 1
    told = ", ".join(f"{number} {name}" for name, number in statuses.items())
    return (
        f"There are {len(ADDRESSES)} numbers. What their sizes rest on: {told}.\n\n{words}\n\n"
        "*Range* is what is plausible and may be set; *neutral* is the size at which the number\n"
        "does nothing. *Since* says when a scenario's value counts: `context` before week 0 too,\n"
        "`policy` from week 0. Rows such as N08 stand in `model/evidence.csv`; seeds are\n"
        "cited as document:line."
    )


_ROLES = {
    "lever": "somebody may decide on it",
    "uncertainty": "nobody knows it exactly; it is drawn over its range when asked",
    "setting": "fixed, unless a researcher changes it",
}


def _parameter(each: Parameter) -> Row:
    low, high = each.between
    return (
        f"`{each.address}`", each.nl, each.en, each.unit.label("en"),
        f"{short(low)} – {short(high)}", short(each.default), short(each.neutral),
        each.role, each.since, _basis(each.basis),
    )  # fmt: skip


def _basis(basis: Basis) -> str:
    rows = ", ".join(basis.evidence)
    told = "; ".join(word for word in (basis.reason, rows) if word)
    return f"**{basis.status.label('en')}**: {told}"


def outcomes() -> str:
    """Everything that is reported."""
    rows = (
        (
            f"`{key}`", each.nl, each.en, each.unit.label("en"), each.better, each.over_time,
            short(each.margin), "yes" if each.by_group else "no",
            "yes" if each.payer_top else "no",
        )
        for key, each in OUTCOMES.items()
    )  # fmt: skip
    head = (
        "key", "Nederlands", "English", "unit", "better", "over time",
        "smallest difference that matters", "by group", "by payer",
    )  # fmt: skip
    said = (
        "Over a window an outcome is the sum of one weekly count over that of another (*mean*),\n"
        "the square root of such a ratio of squared distances to the mean of the week (*spread*),\n"
        "or a quantile of a histogram summed over the window (*quantile*). *Better* is `neither`\n"
        "where more is not worse and not better. The smallest difference that matters is chosen,\n"
        "not measured; it decides when words say *no clear difference*."
    )
    return page("Outcomes", said, table(head, rows))


def declared_rules() -> list[Rule]:
    """The rules of all mechanisms, by number."""
    found: dict[tuple[str, str], Rule] = {}
    for module in pkgutil.walk_packages(model.processes.__path__, "model.processes."):
        for each in vars(importlib.import_module(module.name)).values():
            mark = getattr(getattr(each, "py_func", each), RULE_MARK, None)
            if isinstance(mark, Rule) and mark.module == module.name:
                found[mark.module, mark.function] = mark
    return sorted(found.values(), key=lambda rule: (int(rule.mechanism[1:]), rule.module))


def rules() -> str:
    """The mechanisms in words, and where they stand."""
    rows = (
        (
            each.mechanism, each.nl, each.en, f"`{each.module.replace('.', '/')}.py`",
            f"`{each.function}`", ", ".join(each.seeds) or "–", each.without,
        )
        for each in declared_rules()
    )  # fmt: skip
    head = ("no.", "Nederlands", "English", "file", "function", "seeds", "the world without it")
    said = (
        "Each row is the central function of a mechanism; its file holds the equation, a table of\n"
        "symbols, and the numbers. Seeds are practice documents, cited as document:line. Staff\n"
        "(`model/processes/organisations/staffing.py`) and who may know whom\n"
        "(`model/processes/residents/knowing.py`) have numbers and no rule of their own."
    )
    return page("Rules", said, table(head, rows))


def state() -> str:
    """What is remembered, and what is counted each week, table by table."""
    parts = ["A number after × is how many of a field stand side by side."]
    for module in (tables, together, tally):
        said = comments(Path(str(module.__file__)).read_text(encoding="utf-8"))
        for name, kind in vars(module).items():
            if isinstance(kind, np.dtype) and name in said:
                parts += _record(name, kind, said[name])
    return page("State", *parts)


def comments(source: str) -> dict[str, dict[str, str]]:
    """The comment beside each field, by table; the one beside the table itself is under ""."""
    found: dict[str, dict[str, str]] = {}
    name = ""
    for line in source.splitlines():
        if opening := re.match(r"([A-Z]+) = np\.dtype", line):
            name = opening[1]
            found[name] = {}
        elif head := re.match(r"    \[\s+# (.*)", line):
            found[name][""] = head[1]
        elif field := re.match(r'\s+\("(\w+)",.*\),\s+# (.*)', line):
            found[name][field[1]] = field[2]
    return found


def _record(name: str, kind: np.dtype, said: dict[str, str]) -> list[str]:
    rows = [(f"`{field}`", _kind(kind[field]), said.get(field, "")) for field in kind.names or ()]
    words = [said[""][:1].upper() + said[""][1:] + "."] if "" in said else []
    return [f"## {name.lower()}", *words, table(("field", "type", "meaning"), rows)]


def _kind(kind: np.dtype) -> str:
    name = kind.base.name
    return " × ".join((name, *map(str, kind.shape)))


def places() -> str:
    """Every place that can be run, and how much is known of it."""
    rows = (
        (
            f"`{each.id}`" + (" (default)" if each.id == DEFAULT_PLACE else ""), each.label.en,
            f"{each.population:,}", f"{each.known_count} of {len(FACTS)}", each.year,
            each.source.en, each.caveat.en,
        )
        for each in PLACES.values()
    )  # fmt: skip
    head = ("id", "place", "residents", "facts known", "year", "source", "caveat")
    facts = "\n".join(f"- {NATIONAL[key].name.en} (`{key}`)" for key in FACTS)
    said = (
        "Facts that are not known are filled in over a range and say so. In made-up places facts\n"
        "are settled, not known. A place gives people, composition and levels of need; never\n"
        f"behaviour. The twelve facts:\n\n{facts}"
    )
    return page("Places", said, table(head, rows))


def fit() -> str:
    """What was aimed at and what the model reaches; slow, because it runs the model."""
    from experiments import fitting  # here: it loads the compiled week

    rows = [
        (
            f"{target.en} (`{target.key}`)", target.source, short(target.value),
            f"{short(target.low)} – {short(target.high)}", f"{now:.3g}",
            "yes" if target.low <= now <= target.high else "**no**",
            f"`{target.address}`" if target.address else "–", target.why or "–",
        )
        for target, now in fitting.table()
    ]  # fmt: skip
    inside = sum(row[5] == "yes" for row in rows)
    head = ("target", "source", "aim", "range", "reached", "within", "fitted with", "why")
    said = (
        f"{inside} of {len(rows)} targets are reached, on the made-up average neighbourhood\n"
        f"(`{fitting.PLACE}`), over the last five of {fitting.YEARS} years,\n"
        "the mean of eight runs, one from each history of the place.\n"
        "Where a number stands under *fitted with*, it was moved to reach the target, so reaching\n"
        "it says little. Some other numbers were set by hand with these targets in view: their\n"
        "basis says *fitted*. A source is the row of `model/evidence.csv` that gives the aim;\n"
        "where it says *assumed*, no row gives the aim, and those named only come near it.\n\n"
        "Made anew with `make pages ARGS=--fit`, and not by `make pages` alone."
    )
    return page("Fit", said, table(head, rows))


def told_by(module: str) -> Callable[[], str]:
    """What a module of its own says; it is read when asked, because it knows this file."""
    return lambda: importlib.import_module(module).text()


PAGES: dict[str, Callable[[], str]] = {
    "parameters.md": parameters,
    "outcomes.md": outcomes,
    "rules.md": rules,
    "state.md": state,
    "places.md": places,
    "claims.md": told_by("experiments.claims"),
    "validation.md": told_by("experiments.validation.page"),
}
"""File in docs/ → what it should say. The fit is apart: it is slow."""


def outdated(folder: Path = DOCS) -> list[str]:
    """The pages that do not say what the code says."""
    return [
        name
        for name, make in PAGES.items()
        if not (folder / name).is_file() or (folder / name).read_text(encoding="utf-8") != make()
    ]


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the pages, or check them; 1 when a check finds one that is out of date."""
    words = argparse.ArgumentParser(prog="python -m experiments.pages", description=__doc__)
    words.add_argument("--check", action="store_true", help="write nothing; say what is outdated")
    words.add_argument("--fit", action="store_true", help="make the fit table anew as well")
    asked = words.parse_args(arguments)
    if asked.check:
        late = outdated()
        for name in late:
            print(f"docs/{name} is out of date; make pages", file=sys.stderr)
        return 1 if late else 0
    for name, make in (PAGES | ({FIT: fit} if asked.fit else {})).items():
        (DOCS / name).write_text(make(), encoding="utf-8")
        print(f"docs/{name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
