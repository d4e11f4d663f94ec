"""The page docs/validation.md: misses first, each with what it says about the model.

It is made of what was kept (``kept.py``) and of the texts in ``rows/*.yaml`` as they are now.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from experiments.pages import table
from experiments.validation import kept as kept_rows
from experiments.validation.declared import KINDS, RESTS
from experiments.validation.judging import (
    HIT,
    MISS,
    NOT_JUDGED,
    NOT_MEASURED,
    Judged,
    by_rest,
    counts,
)
from experiments.validation.kept import Kept
from experiments.validation.report import expected, seen
from model.beginning import HISTORIES

MADE_BY = "samenspel validate --full --page docs/validation.md"
REMADE_BY = "make pages"


def text(kept: Kept | None = None) -> str:
    """The whole page, of what was kept of full runs or of what is given."""
    kept = kept_rows.read() if kept is None else kept
    judged = kept_rows.judged(kept)
    by = {
        verdict: [each for each in judged if each.verdict == verdict]
        for verdict in (MISS, HIT, NOT_JUDGED, NOT_MEASURED)
    }
    parts = (
        "# Held against the outside",
        f"*What was found comes from `{MADE_BY}`,\n"
        f"and the words around it from `experiments/validation/rows/` by `{REMADE_BY}`;\n"
        "do not edit it here.*",
        *_opening(judged, kept),
        f"## Misses ({len(by[MISS])})",
        *(part for each in by[MISS] for part in _miss(each)),
        f"## Hits ({len(by[HIT])})",
        *_hits(by[HIT]),
        f"## Not judged ({len(by[NOT_JUDGED])})",
        *_not_judged(by[NOT_JUDGED]),
        *_not_measured(by[NOT_MEASURED]),
        "## Measures that were mended",
        _mended(judged),
    )
    return "\n\n".join(parts) + "\n"


def _opening(judged: Sequence[Judged], kept: Kept) -> Iterable[str]:
    number = counts(judged)
    yield (
        f"{len(judged)} rows: {number[MISS]} misses, {number[HIT]} hits, "
        f"{number[NOT_JUDGED]} not judged."
    )
    yield "What a hit is worth differs, so they are told apart:"
    yield table(("what a row rests on", "hits", "misses", "keys of the hits"), _rests(judged))
    yield (
        "Each row says what research, a published model or a Dutch register leads one to expect,\n"
        "written down as data in `experiments/validation/rows/` before it was judged. A row is a\n"
        "hit when the median of each of its parts lies in the range expected. A miss is a result:\n"
        "no rule was bent for one. A direction must hold in 95 of 100 pairs of runs, unless the\n"
        f"range expected says otherwise; rows about a direction\n{_directions(judged)}."
    )
    yield _sizes(kept)
    yield _models(kept)


def _rests(judged: Sequence[Judged]) -> Iterable[tuple[object, ...]]:
    hits, misses = by_rest(judged, HIT), by_rest(judged, MISS)
    for name, (_, said) in RESTS.items():
        keys = [e.row.key for e in judged if e.verdict == HIT and e.row.stands_on == name]
        yield said, hits[name], misses[name], ", ".join(keys) or "–"


def _directions(judged: Sequence[Judged]) -> str:
    """How many pairs rows about a direction took; those that took another number by name."""
    taken = {
        each.row.key: part.found.n
        for each in judged
        for part in each.parts
        if each.row.kind == "direction" and part.found.of == "pairs"
    }
    if not taken:
        return "take more pairs"
    usual = max(taken.values())
    fewer = [f"{key} {n}" for key, n in taken.items() if n != usual]
    less = f", but fewer where people are followed ({', '.join(fewer)})" if fewer else ""
    return f"take {usual} pairs{less}"


def _sizes(kept: Kept) -> str:
    """How much was run; rows that were kept at another size by name."""
    sizes = Counter(tuple(sorted(row.size.items())) for row in kept.values())
    if not sizes:
        return "Nothing was kept yet."
    usual = sizes.most_common(1)[0][0]
    size = dict(usual)
    others = [key for key, row in kept.items() if tuple(sorted(row.size.items())) != usual]
    return (
        f"Worlds have {size['runs']} runs of {size['residents']:,} residents in a made-up average\n"
        f"wijk over six years, with the same luck in pairs; {size['histories']} runs of "
        f"{size['followed']:,} residents are\nfollowed for ten years; {size['draws']} draws of "
        f"what nobody knows; {size['places']} runs of each wijk of one\ntown. Bands hold nine runs "
        f"in ten. Runs start in turn from {HISTORIES} histories of the place, A and B\nof a pair "
        "from the same one, so a band holds what those pasts of the wijk give and no more."
        + (f"\nAnother size was run for {', '.join(others)}." if others else "")
    )


def _models(kept: Kept) -> str:
    """Which models found the rows: the usual one by number, others by key."""
    found: dict[tuple[str, str], list[str]] = {}
    for key, row in kept.items():
        found.setdefault((row.version, row.model), []).append(key)
    order = sorted(found.items(), key=lambda each: -len(each[1]))
    lines = [
        f"- version {version}, model `{model}`: "
        + (", ".join(keys) if number else f"{len(keys)} rows")
        for number, ((version, model), keys) in enumerate(order)
    ]
    short = [key for key, row in kept.items() if row.digits is not None]
    told = (
        f"\n\nOf {len(short)} of these rows the numbers were kept in three digits, as the page "
        "showed them."
        if short
        else ""
    )
    return "Found with:\n\n" + ("\n".join(lines) or "- none") + told


def _miss(judged: Judged) -> list[str]:
    row = judged.row
    parts = table(
        ("measured", "expected", "found", ""),
        (
            (each.part.what.en, expected(each), seen(each), "" if each.hit else "**miss**")
            for each in judged.parts
        ),
    )
    said = row.says.en if row.says else "What this says about the model has not been written yet."
    rests = "" if row.stands_on == "test" else f" Rests on: {RESTS[row.stands_on][1]}."
    return [f"### {row.key}: {row.expect.en}", parts, said, f"*Source: {row.source}.{rests}*"]


def _hits(judged: Sequence[Judged]) -> Iterable[str]:
    for kind, (_, name) in KINDS.items():
        of_kind = [each for each in judged if each.row.kind == kind]
        rows = [
            (each.row.key, each.row.expect.en, part.part.what.en, expected(part), seen(part),
             each.row.stands_on, each.row.source)
            for each in of_kind
            for part in each.parts
        ]  # fmt: skip
        if rows:
            head = (
                "key", "what is expected", "measured", "expected", "found", "rests on", "source",
            )  # fmt: skip
            yield f"### {name}"
            yield table(head, rows)
            yield from (
                f"**{each.row.key}**: {each.row.says.en}" for each in of_kind if each.row.says
            )


def _not_judged(judged: Sequence[Judged]) -> list[str]:
    rows = (
        (
            each.row.key, each.row.expect.en, each.row.reason.en if each.row.reason else "",
            ", ".join(each.row.needs) + (" (there by now)" if each.ready else "") or "–",
            each.row.source,
        )
        for each in judged
    )  # fmt: skip
    return [table(("key", "what is expected", "why not", "needs", "source"), rows)]


def _not_measured(judged: Sequence[Judged]) -> list[str]:
    if not judged:
        return []
    rows = ((each.row.key, each.row.expect.en, each.row.source) for each in judged)
    said = f"These came, or were changed, since: `{MADE_BY} --only KEY`."
    head = f"## Not measured yet ({len(judged)})"
    return [head, said, table(("key", "what is expected", "source"), rows)]


def _mended(judged: Sequence[Judged]) -> str:
    said = [f"- **{each.row.key}** {each.row.changed.en}." for each in judged if each.row.changed]
    return (
        "After a first look these were changed, because the measure or its range was wrong, or "
        "told of too little:\n\n" + ("\n".join(said) or "- none")
    )
