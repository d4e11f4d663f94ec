"""The page docs/sensitivity.md: a part for each method, each with the size of what was run.

Writing one part leaves the other as it was, for they are made at different times.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from experiments.audits.report import HEADLINES
from experiments.pages import table
from experiments.sensitivity.designs import METHODS, MORRIS
from experiments.sensitivity.report import percent
from experiments.version import NOTE

FEW_NAMES = 12
"""As many numbers that were not moved are named one by one."""
MOST = 10
"""Numbers shown for each headline."""
TITLES = {MORRIS: "Screening (Morris)", "sobol": "Variance (Sobol)"}

HEAD = f"""# Which assumption moves which outcome

*Made by `samenspel sensitivity … --page docs/sensitivity.md`; do not edit it here.*

A {NOTE.en}: this page says what the model rests on, not what is true of a neighbourhood. Numbers
that nobody knows exactly are moved over their declared ranges (docs/parameters.md); levers stay
where they are. What matters here matters in the model. A range that was declared too narrow hides
a number, and one that is too wide makes it loom."""


MORRIS_EXPLAINED = """*mu\\** is how far the outcome moves, on average and whatever the direction, \
when the
number crosses its whole range; *±* the half-width of a 95 % interval over paths; *mu* the same
with its sign; *sigma* how much that depends on the other numbers. *Luck* is the part of all
squared effects that luck alone gives; an effect is *clear* when it is twice what luck gives.
*Assumed* is the share of the sum of mu\\* that rests on numbers that are assumed; {usual} of what
was moved is assumed, so that is what would be found if all mattered alike. *Above luck* is the
same share of squared effects, luck taken off. Where mechanisms move as groups, *(not assumed)*
is the group of its numbers that were measured, published or fitted to levels that are known."""


def write(path: Path, told: dict[str, Any], command: str) -> None:
    """Write the part of this method and keep the others that stand there."""
    there = path.read_text(encoding="utf-8") if path.is_file() else ""
    kept = {method: _part_in(there, method) for method in METHODS}
    kept[told["method"]] = part(told, command)
    parts = [_marked(method, text) for method, text in kept.items() if text]
    path.write_text("\n\n".join((HEAD, *parts)) + "\n", encoding="utf-8")


def _part_in(text: str, method: str) -> str:
    found = re.search(f"<!-- {method} -->\n(.*?)\n<!-- end -->", text, re.DOTALL)
    return found[1] if found else ""


def _marked(method: str, text: str) -> str:
    return f"<!-- {method} -->\n{text}\n<!-- end -->"


def part(told: dict[str, Any], command: str) -> str:
    """What one method found."""
    body = _morris(told) if told["method"] == MORRIS else _sobol(told)
    return "\n\n".join((f"## {TITLES[told['method']]}", _size(told, command), *body))


def _size(told: dict[str, Any], command: str) -> str:
    size = told["size"]
    many = f"{size['numbers']} numbers" + (
        f" in {size['factors']} groups" if size["grouped"] else ", each alone"
    )
    whole = "" if told["complete"] else f" of the {size['blocks_wanted']} asked for"
    block = "paths" if told["method"] == MORRIS else "rows"
    failed = f" {len(told['failures'])} runs broke off." if told["failures"] else ""
    return (
        f"Size: {size['blocks']} {block}{whole}, {size['points']:,} points, "
        f"{size['replicates']} runs of each, so {size['runs']:,} runs of {size['residents']:,} "
        f"residents\nover {size['years']:g} years in `{size['place']}`, scenario "
        f"`{size['scenario']}`; {many}. Outcomes are over the last year.{failed}\n"
        f"Version {size['version']}, model {size['model'][:12]}, seed {size['seed']}.\n"
        f"Made with `{command}`."
    )


def _morris(told: dict[str, Any]) -> list[str]:
    size = told["size"]
    usual = percent(size["assumed_factors"] / size["factors"])
    few = ""
    if size["blocks"] < 10:
        few = (
            f"\n\n**{size['blocks']} paths are few.** The order of what stands near the top may\n"
            "still change; what stands low may be missed. Ten to twenty are usual."
        )
    explained = MORRIS_EXPLAINED.format(usual=usual) + few
    if 0 < len(size["not_moved"]) <= FEW_NAMES:
        names = ", ".join(f"`{name}`" for name in size["not_moved"])
        explained += f"\n\nNot among them, as they were declared later: {names}."
    judged = [each for each in told["outcomes"] if each["judged"]]
    top = [(f"`{row['key']}`", percent(row["share"])) for row in told["ranking"][:20]]
    summary = table(
        ("outcome", "luck", "assumed", "above luck", "first", "second", "third", "paths left out"),
        (
            (f"{each['en']} (`{each['key']}`)", percent(each["noise_share"]),
             percent(each["assumed_share"]), percent(each["assumed_share_above_noise"]),
             *(f"`{one['key']}`" + ("" if one["clear"] is not False else " (luck?)")
               for one in _three(each)), each["left_out"] or "")
            for each in judged
        ),
    )  # fmt: skip
    missing = [f"`{each['key']}`" for each in told["outcomes"] if not each["judged"]]
    headlines = [part for each in judged if each["key"] in HEADLINES for part in _effects(each)]
    return [
        explained,
        "### What matters most",
        "Mean share of the sum of mu\\* over all outcomes.",
        table(("number or group", "share"), top),
        "### Every outcome",
        summary,
        f"Not judged, because too few whole paths were left: {', '.join(missing) or 'none'}.",
        *headlines,
    ]


def _three(each: dict[str, Any]) -> list[dict[str, Any]]:
    moving = [one for one in each["numbers"] if one["mu_star"]]
    return [*moving, *[{"key": "–", "clear": None}] * 3][:3]


def _effects(each: dict[str, Any]) -> list[str]:
    rows = (
        (f"`{one['key']}`", one["basis"], _short(one["mu_star"]),
         _short(one["mu_star_confidence"]), _short(one["mu"]), _short(one["sigma"]),
         {True: "yes", False: "no", None: "–"}[one["clear"]])
        for one in each["numbers"][:MOST]
    )  # fmt: skip
    head = ("number", "rests on", "mu\\*", "±", "mu", "sigma", "clear")
    return [f"### {each['en']} (`{each['key']}`, {each['unit']})", table(head, rows)]


def _sobol(told: dict[str, Any]) -> list[str]:
    explained = (
        "*First* is the part of the spread that comes from the number alone, *total* also what it\n"
        "does with others; *±* is the half-width of a 95 % interval. Only these numbers were\n"
        "moved; the rest stood at their default. *Luck* is the part of the spread that luck gives."
    )
    judged = [each for each in told["outcomes"] if each["judged"]]
    parts = [explained]
    for each in judged:
        if each["key"] not in HEADLINES:
            continue
        rows = (
            (f"`{one['key']}`", one["basis"], _short(one["first"]),
             _short(one["first_confidence"]), _short(one["total"]),
             _short(one["total_confidence"]))
            for one in each["numbers"][:MOST]
        )  # fmt: skip
        head = ("number", "rests on", "first", "±", "total", "±")
        said = f"Luck {percent(each['noise_share'])}; assumed {percent(each['assumed_share'])}."
        parts += [f"### {each['en']} (`{each['key']}`)", said, table(head, rows)]
    return parts


def _short(value: float | None) -> str:
    return "–" if value is None else f"{value:.3g}"
