"""What draws of the unknown numbers show: a wider band, and in how many of them B differs."""

from __future__ import annotations

from ui import words
from ui.provider import WIDE_FROM, Outcome, Picture
from ui.telling import Period, apart


def edges(picture: Picture) -> dict[str, list[list[float | None]]]:
    """The edges of the band over the draws, by side: the widest that there are draws enough for."""
    found = {}
    for side, curves in (("a", picture.a), ("b", picture.b)):
        band = curves.wide or curves.half
        if band:
            found[side] = [list(edge) for edge in band]
    return found


def doubt_told(
    picture: Picture, draws: int, outcome: Outcome, period: Period, language: str
) -> str:
    """In how many draws B differs from A, and which band is drawn; that it is early, else."""
    if picture.pair is None:
        return words.say("doubt.early", language, draws=draws)
    counts = picture.pair.counts
    said = words.say(
        "doubt.counts",
        language,
        of=counts.of,
        higher=counts.higher,
        lower=counts.lower,
        within=counts.within_margin,
        window=period.told(language),
        margin=apart(outcome.margin, outcome.unit, language),
    )
    band = words.say("doubt.wide" if draws >= WIDE_FROM else "doubt.half", language)
    return f"{said} {band}"
