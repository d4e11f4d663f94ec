"""What may be told of a comparison: a word, the counts it rests on, the size, and the weeks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ui import words
from ui.provider import Counts, Estimate, Outcome, Pair, Place, Snapshot, Unit

MOST_TOLD = 3
"""Outcomes in the line that says what differs most."""


@dataclass(frozen=True)
class Period:
    """The weeks over which sentences compare, and the language in which they are told."""

    window: str
    begin: int
    end: int
    weeks_per_year: int

    def told(self, language: str) -> str:
        """The period with its years, or its weeks where it does not keep to whole years."""
        first, rest = divmod(self.begin, self.weeks_per_year)
        last, more = divmod(self.end, self.weeks_per_year)
        if rest or more:
            when = words.say("period.weeks", language, begin=self.begin, end=self.end)
        elif last == first + 1:
            when = words.say("period.year", language, year=last)
        else:
            when = words.say("period.years", language, first=first + 1, last=last)
        said = words.say(f"window.in.{self.window}", language)
        return words.say("period.within", language, window=said, when=when)


def placed(place: Place, language: str) -> str:
    """The place with what it belongs to; a name with brackets at its end says that itself."""
    name, group = place.name(language), place.group(language)
    if name.endswith(")"):
        return words.say("chart.place_alone", language, place=name)
    return words.say("chart.place", language, place=name, group=group)


def period_of(snapshot: Snapshot, weeks_per_year: int) -> Period:
    """The weeks over which the pairs of a snapshot were compared."""
    return Period(snapshot.window, *snapshot.period, weeks_per_year)


def verdict(counts: Counts | None, language: str, *, early: bool = True) -> str:
    """What the paired runs say, in words; that no difference is clear is a result too."""
    if counts is None:
        return words.say(f"sentence.{'provisional' if early else 'nothing'}", language)
    said = f"{counts.direction}.{counts.verdict}" if counts.direction else counts.verdict
    return words.say(f"sentence.{said}", language)


def apart(size: float, unit: Unit, language: str) -> str:
    """A difference, or the smallest that matters, with its unit."""
    text = words.fine(size * unit.scale, language)
    return f"{text} {unit.apart(language, one=text == '1')}".strip()


def size(difference: Estimate, outcome: Outcome, language: str) -> tuple[str, str]:
    """How far B lies from A in the middle run, without its sign, and in which direction."""
    unit, middle = outcome.unit, difference.median * outcome.unit.scale
    text = words.signed(abs(middle), language, outcome.margin * unit.scale).removeprefix("+")
    if not any(figure in text for figure in "123456789"):
        return "", ""
    direction = "higher" if middle > 0 else "lower"
    return f"{text} {unit.apart(language)}".strip(), direction


def reason(counts: Counts, small: bool) -> str:
    """Which sentence says why the word is what it is."""
    if counts.identical:
        return "same"
    if counts.direction:
        return counts.verdict
    return "small" if small else "split"


def counted(pair: Pair | None, outcome: Outcome, period: Period, language: str) -> str:
    """Counts of runs, the size, and why the word is what it is; empty while it is too early."""
    if pair is None:
        return ""
    counts, margin = pair.counts, apart(outcome.margin, outcome.unit, language)
    why = reason(counts, abs(pair.difference.median) < outcome.margin)
    when = period.told(language)
    if why == "same":
        return f"{when}{words.say('sentence.why.same', language, of=counts.of)}"
    far, direction = size(pair.difference, outcome, language)
    parts = (
        words.say(
            "sentence.counts",
            language,
            window=when,
            of=counts.of,
            higher=counts.higher,
            lower=counts.lower,
            within=counts.within_margin,
            margin=margin,
        ),
        words.say(f"sentence.size.{direction or 'none'}", language, size=far),
        words.say(f"sentence.why.{why}", language, margin=margin),
    )
    return " ".join(parts)


def sentence(
    pair: Pair | None, outcome: Outcome, period: Period, language: str, early: bool
) -> str:
    """The word together with what it rests on, never one without the other."""
    said = verdict(pair.counts if pair else None, language, early=early)
    return f"{said} {counted(pair, outcome, period, language)}".strip()


def most_different(pairs: Mapping[str, Pair | None], outcomes: Sequence[Outcome]) -> list[str]:
    """Outcomes with a clear difference: the largest first, measured in margins."""
    found: list[tuple[float, str]] = []
    for outcome in outcomes:
        pair = pairs.get(outcome.key)
        if pair is not None and pair.counts.direction:
            found.append((-abs(pair.difference.median) / outcome.margin, outcome.key))
    return [key for _, key in sorted(found)]


def standout(outcome: Outcome, pair: Pair, language: str) -> str:
    """One outcome in a few words: B so much higher or lower."""
    far, direction = size(pair.difference, outcome, language)
    if not direction:
        return words.say("most.none", language)
    return words.say(f"most.{direction}", language, size=far)


FINEST = 3
"""Decimals at most, however small a clear difference is."""

FINEST_UNCLEAR = 2
"""The same where no difference is clear: more would say more than the runs do."""


def fitting(pair: Pair, unit: Unit, margin: float = 0.0) -> int:
    """Decimals with which A, B and their difference tell the same story.

    As many as the smallest difference that matters asks for; more where a clear difference would
    round to nothing, or where B would not seem to lie on the side of A that the difference says.
    Where the middle of the differences really points another way, more decimals would not help.
    """
    least = words.decimals(margin * unit.scale) if margin else 1
    least = max(unit.digits, least)
    values = [each.median * unit.scale for each in (pair.a, pair.b, pair.difference)]
    clear = bool(pair.counts.direction)
    told: list[int] = []
    for digits in range(least, (FINEST if clear else FINEST_UNCLEAR) + 1):
        a, b, apart = (round(value, digits) for value in values)
        if clear and apart == 0:
            continue
        if (b > a, b < a) == (apart > 0, apart < 0):
            return digits
        told.append(digits)
    return told[0] if told else least
