"""The link that restores a comparison; it also reads the link of the page of two ways."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from urllib.parse import urlencode

from experiments.uncertainty import ENSEMBLE, PRIORS
from ui import link
from ui.compare.memory import LETTERS, lettered, pair_of
from ui.compare.provider import Comparison
from ui.link import LinkReader
from ui.provider import WINDOWS, Provider, Question, Side

DOUBT = "doubt"
SIDES = tuple(LETTERS.lower())
PARTS = {*link.PARTS, *SIDES, DOUBT}


def check(comparison: Comparison) -> str:
    """A few letters that differ when any part differs; for two ways those of the other page."""
    if len(comparison.others) == 1 and comparison.doubt == PRIORS:
        return link.check(pair_of(comparison, comparison.others[0]))
    return sha256(repr(comparison).encode()).hexdigest()[: link.CHECK_LENGTH]


def written(comparison: Comparison, language: str, version: str, front: Sequence[str] = ()) -> str:
    """The part of an address behind the question mark that restores this page."""
    parts = [("lang", language), ("place", comparison.place)]
    sides = [(letter.lower(), side) for letter, side in lettered(comparison)]
    parts += [(letter, side.scenario) for letter, side in sides]
    for letter, side in sides:
        parts += [(f"{letter}.{a}", f"{v:.12g}") for a, v in side.values]
    parts += [(f"{link.PRICE}.{a}", f"{v:.12g}") for a, v in comparison.prices]
    parts += [("window", comparison.window)]
    parts += [(DOUBT, comparison.doubt)] if comparison.doubt != PRIORS else []
    parts += [(link.CHARTS, ",".join(front))] if front else []
    parts += [("runs", str(comparison.runs)), ("seed", str(comparison.seed))]
    parts += [("version", version), ("check", check(comparison))]
    return urlencode(parts)


def read(
    search: str | None, provider: Provider
) -> tuple[str, Comparison, tuple[str, ...], tuple[str, ...]]:
    """Language, comparison, outcomes in front, and complaints, whatever stands in an address."""
    reader = link.begun(search, provider, PARTS, SIDES)
    comparison = _comparison(reader, provider)
    front = reader.charts()
    reader.compare(check(comparison))
    return reader.language, comparison, front, reader.told()


def _comparison(reader: LinkReader, provider: Provider) -> Comparison:
    """The comparison that the link asks for, or that the page starts with."""
    start = provider.comparing().start()
    named = {name.split(".")[0] for name in reader.asked}
    others = start.others
    if named & set(SIDES):
        given = [letter for letter in SIDES[1:] if letter in named]
        otherwise = [*start.others, *(Side(start.baseline.scenario),) * len(SIDES)]
        found = [reader.side(each, otherwise[n]) for n, each in enumerate(given)]
        others = tuple(found) or start.others[:1]
    comparison = replace(
        start,
        place=reader.place(start.place),
        baseline=reader.side("a", start.baseline),
        others=others,
        runs=reader.whole("runs", start.runs, start.runs),
        seed=reader.whole("seed", start.seed, None),
        window=reader.one_of("window", set(WINDOWS), start.window),
        doubt=_doubt(reader, provider),
    )
    question = reader.prices(pair_of(comparison, comparison.others[0]))
    return replace(comparison, prices=question.prices)


def _doubt(reader: LinkReader, provider: Provider) -> str:
    """What is drawn anew; a link made where fitted sets shipped may find none here."""
    asked = reader.one_of(DOUBT, {PRIORS, ENSEMBLE}, PRIORS)
    if asked == ENSEMBLE and provider.comparing().fitted() is None:
        reader.complain("compare.doubt.none_ships")
        return PRIORS
    return asked


def from_two(question: Question, language: str, version: str, front: Sequence[str] = ()) -> str:
    """The link to a comparison of what the page of two ways shows.

    Where the visitor moved levers of B, B as it was stands beside it.
    """
    others = [question.b, *([Side(question.b.scenario)] if question.b.values else [])]
    if question.a.values:
        others.append(Side(question.a.scenario))
    comparison = Comparison(
        question.place, question.a, tuple(others), question.runs, question.seed,
        question.window, question.prices,
    )  # fmt: skip
    return written(comparison, language, version, front)
