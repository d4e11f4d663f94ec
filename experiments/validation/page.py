"""The page docs/validation.md: misses first, each with what it says about the model."""

from __future__ import annotations

from collections.abc import Sequence

from experiments.pages import table
from experiments.validation.declared import KINDS
from experiments.validation.judging import HIT, MISS, NOT_JUDGED, Judged, counts
from experiments.validation.report import expected, seen
from experiments.validation.sizes import Size
from experiments.version import version
from model.beginning import HISTORIES

MADE_BY = "samenspel validate --full --page docs/validation.md"


def text(judged: Sequence[Judged], size: Size) -> str:
    """The whole page."""
    by = {
        verdict: [each for each in judged if each.verdict == verdict]
        for verdict in (MISS, HIT, NOT_JUDGED)
    }
    parts = (
        "# Held against the outside",
        f"*Made by `{MADE_BY}`; do not edit it here.*",
        _opening(judged, size),
        f"## Misses ({len(by[MISS])})",
        *(part for each in by[MISS] for part in _miss(each)),
        f"## Hits ({len(by[HIT])})",
        *_hits(by[HIT]),
        f"## Not judged ({len(by[NOT_JUDGED])})",
        *_not_judged(by[NOT_JUDGED]),
        "## Measures that were mended",
        _mended(judged),
    )
    return "\n\n".join(parts) + "\n"


def _opening(judged: Sequence[Judged], size: Size) -> str:
    number = counts(judged)
    return (
        f"Version {version()}. {len(judged)} rows: {number[MISS]} misses, {number[HIT]} hits, "
        f"{number[NOT_JUDGED]} not judged.\n\n"
        "Each row says what research, a published model or a Dutch register leads one to expect,\n"
        "written down as data in `experiments/validation/rows/` before it was judged. A row is a\n"
        "hit when the median of each of its parts lies in the range expected. A miss is a result:\n"
        "no rule was bent for one. A direction must hold in 95 of 100 pairs of runs;\n"
        f"rows that are about a direction take {size.pairs} pairs.\n\n"
        f"Worlds have {size.runs} runs of {size.residents:,} residents in a made-up average wijk\n"
        f"over six years, with the same luck in pairs; {size.histories} runs of {size.followed:,} "
        f"residents are followed\nfor ten years; {size.draws} draws of what nobody knows; "
        f"{size.places} runs of each wijk of one town.\nBands hold nine runs in ten.\n"
        f"Runs start in turn from {HISTORIES} histories of the place, A and B of a pair from the\n"
        "same one, so a band holds what those pasts of the wijk give and no more."
    )


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
    return [f"### {row.key}: {row.expect.en}", parts, said, f"*Source: {row.source}.*"]


def _hits(judged: Sequence[Judged]) -> list[str]:
    parts = []
    for kind, (_, name) in KINDS.items():
        rows = [
            (each.row.key, each.row.expect.en, part.part.what.en, expected(part), seen(part),
             each.row.source)
            for each in judged
            if each.row.kind == kind
            for part in each.parts
        ]  # fmt: skip
        if rows:
            head = ("key", "what is expected", "measured", "expected", "found", "source")
            parts += [f"### {name}", table(head, rows)]
    return parts


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


def _mended(judged: Sequence[Judged]) -> str:
    said = [f"- **{each.row.key}** {each.row.changed.en}." for each in judged if each.row.changed]
    return "After a first look these were changed, because the measure was wrong:\n\n" + (
        "\n".join(said) or "- none"
    )
