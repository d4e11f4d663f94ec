"""What may be told of one scenario beside the baseline: a word, its counts, the size, the range."""

from __future__ import annotations

from ui import words
from ui.compare.provider import Strip
from ui.provider import Counts, Outcome
from ui.telling import apart, reason


def verdict(counts: Counts | None, side: str, language: str) -> str:
    """The word that the counts allow; that no difference is clear is a result too."""
    if counts is None:
        return words.say("compare.verdict.early", language, side=side)
    if counts.identical:
        return words.say("compare.verdict.same", language, side=side)
    said = f"{counts.direction}.{counts.verdict}" if counts.direction else counts.verdict
    return words.say(f"compare.verdict.{said}", language, side=side)


def counted(strip: Strip, outcome: Outcome, side: str, language: str) -> str:
    """In how many pairs higher, lower and about equal, how far in the middle, and why the word."""
    count = len(strip.differences)
    if strip.pair is None:
        return words.say("compare.early", language, of=count)
    counts, margin = strip.pair.counts, apart(outcome.margin, outcome.unit, language)
    if counts.identical:
        return words.say("compare.same", language, side=side, of=counts.of)
    parts = [
        words.say(
            "compare.counts", language, side=side, of=counts.of, higher=counts.higher,
            lower=counts.lower, within=counts.within_margin, margin=margin,
        )
    ]  # fmt: skip
    parts.append(middle(strip, outcome, language))
    parts.append(ranged(strip, outcome, language))
    why = reason(counts, abs(strip.middle) < outcome.margin)
    if not counts.direction:
        parts.append(words.say(f"compare.why.{why}", language))
    return " ".join(filter(None, parts))


def middle(strip: Strip, outcome: Outcome, language: str) -> str:
    """How far the scenario lies from the baseline in the middle pair."""
    text = signed(abs(strip.middle), strip, outcome, language).removeprefix("+")
    if not any(figure in text for figure in "123456789"):
        return words.say("compare.size.none", language)
    direction = "higher" if strip.middle > 0 else "lower"
    size = f"{text} {outcome.unit.apart(language)}".strip()
    return words.say(f"compare.size.{direction}", language, size=size)


def ranged(strip: Strip, outcome: Outcome, language: str) -> str:
    """Between which two differences most pairs lie; empty while there are too few."""
    kind, ends = ("wide", strip.wide) if strip.wide else ("half", strip.half)
    if ends is None:
        return ""
    low, high = (signed(each, strip, outcome, language) for each in ends)
    if low == high:  # as far as the decimals that are told go
        return words.say(f"compare.range.{kind}_alike", language, low=low)
    return words.say(f"compare.range.{kind}", language, low=low, high=high)


PARTS_OF_RANGE = 20
"""A difference is written no finer than such a part of the range in which the pairs lie."""


def signed(value: float, strip: Strip, outcome: Outcome, language: str) -> str:
    """A difference with its sign, no finer than matters, nor finer than the pairs agree on."""
    scale = outcome.unit.scale
    low, high = strip.wide or strip.half or (0.0, 0.0)
    grain = max(outcome.margin, (high - low) / PARTS_OF_RANGE)
    return words.signed(value * scale, language, grain * scale)
