"""A drawing that needs no script: two bands, their middle lines and a few runs, as plain SVG."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from ui import words
from ui.provider import Curves, Picture, Unit

INK = {"a": "#a3460a", "b": "#14557b"}
SOFT, PALE, CARD = "#4a4139", "#ded5c8", "#fffdf9"
TOP, FOOT, RIGHT = 26, 30, 34
"""Room around the drawing, in its own units."""
LETTER = 7.2
"""How wide one figure of the axis is, about."""
Line = Sequence[float | None]


@dataclass(frozen=True)
class Scale:
    """Where weeks and values stand in a drawing of this size."""

    width: int
    height: int
    left: float
    last: int
    ticks: tuple[float, ...]

    def x(self, week: float) -> float:
        """From a week to a place across."""
        return round(self.left + (self.width - RIGHT - self.left) * week / self.last, 1)

    def y(self, value: float) -> float:
        """From a value to a place down."""
        low, high = self.ticks[0], self.ticks[-1]
        bottom = self.height - FOOT
        return round(bottom - (bottom - TOP) * (value - low) / (high - low), 1)


def ticks(low: float, high: float) -> tuple[float, ...]:
    """Round numbers from below the lowest to above the highest, about four steps apart."""
    if high <= low:
        low, high = low - 1.0, high + 1.0
    rough = (high - low) / 4
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(n * power for n in (1, 2, 2.5, 5, 10) if n * power >= rough * 0.999)
    first, end = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return tuple(step * n for n in range(first, max(end, first + 1) + 1))


def seen(picture: Picture) -> tuple[float, float]:
    """The lowest and highest that is drawn."""
    drawn = [
        value
        for curves in (picture.a, picture.b)
        for line in (curves.median, *curves.runs, *(curves.wide or curves.half or ()))
        for value in line
        if value is not None
    ]
    return min(drawn), max(drawn)


def scale_of(
    picture: Picture, weeks: Sequence[int], unit: Unit, size: tuple[int, int], language: str
) -> Scale:
    """The scale on which all that is drawn fits."""
    low, high = seen(picture)
    marks = ticks(low * unit.scale, high * unit.scale)
    widest = max(len(words.fine(mark, language)) for mark in marks)
    return Scale(
        *size,
        left=14 + LETTER * widest,
        last=weeks[-1],
        ticks=tuple(mark / unit.scale for mark in marks),
    )


def drawing(
    picture: Picture,
    weeks: Sequence[int],
    unit: Unit,
    *,
    size: tuple[int, int],
    summary: str,
    language: str,
    year: int,
    identity: str,
) -> str:
    """The drawing as SVG; `summary` says it in words for those who do not see it."""
    scale = scale_of(picture, weeks, unit, size, language)
    sides: Mapping[str, Curves] = {"b": picture.b, "a": picture.a}
    parts = [_patterns(identity), _axes(scale, unit, language, year)]
    parts += [_bands(scale, weeks, curves, side, identity) for side, curves in sides.items()]
    parts += [_lines(scale, weeks, curves, side) for side, curves in sides.items()]
    parts.append(_letters(scale, sides))
    wide, high = size
    return (
        f'<svg role="img" aria-label="{escape(summary)}" xmlns="http://www.w3.org/2000/svg" '
        f'viewBox="0 0 {wide} {high}" width="{wide}" height="{high}" '
        f'font-family="system-ui, sans-serif" font-size="13">{"".join(parts)}</svg>'
    )


def _patterns(identity: str) -> str:
    """A is hatched and B is filled, so that they differ without any colour."""
    hatched = "".join(
        f'<pattern id="{identity}-a-{band}" width="{gap}" height="{gap}" '
        f'patternUnits="userSpaceOnUse" patternTransform="rotate(35)">'
        f'<rect width="1.2" height="{gap}" fill="{INK["a"]}"/></pattern>'
        for band, gap in (("wide", 13), ("half", 6.5))
    )
    return f"<defs>{hatched}</defs>"


def _axes(scale: Scale, unit: Unit, language: str, year: int) -> str:
    right, bottom = scale.width - RIGHT, scale.height - FOOT
    parts = [f'<text x="2" y="14" fill="{SOFT}">{escape(unit.label(language))}</text>']
    for mark in scale.ticks:
        at, said = scale.y(mark), words.fine(mark * unit.scale, language)
        parts.append(f'<path d="M{scale.left} {at}H{right}" stroke="{PALE}"/>')
        parts.append(
            f'<text x="{scale.left - 6}" y="{at + 4}" text-anchor="end" fill="{SOFT}">{said}</text>'
        )
    for number in range(scale.last // year + 1):
        at = scale.x(number * year)
        said = words.say("chart.start", language)
        if number:
            said = f"{words.say('chart.year', language)} {number}"
        parts.append(f'<path d="M{at} {bottom}v5" stroke="{SOFT}"/>')
        parts.append(
            f'<text x="{at}" y="{bottom + 20}" text-anchor="middle" fill="{SOFT}">{said}</text>'
        )
    parts.append(f'<path d="M{scale.left} {bottom}H{right}" stroke="{SOFT}"/>')
    return "".join(parts)


def points(scale: Scale, weeks: Sequence[int], line: Line) -> list[str]:
    """The moments of a line that were measured."""
    return [
        f"{scale.x(week)} {scale.y(value)}"
        for week, value in zip(weeks, line, strict=True)
        if value is not None
    ]


def _bands(scale: Scale, weeks: Sequence[int], curves: Curves, side: str, identity: str) -> str:
    parts = []
    for name, edges in (("wide", curves.wide), ("half", curves.half)):
        if edges is None:
            continue
        low, high = (points(scale, weeks, edge) for edge in edges)
        fill = f"url(#{identity}-a-{name})" if side == "a" else INK["b"]
        thin = "" if side == "a" else f' fill-opacity="{0.13 if name == "wide" else 0.26}"'
        shape = "L".join(high + low[::-1])
        parts.append(
            f'<path class="band band--{side}" d="M{shape}Z" fill="{fill}"{thin} '
            f'stroke="{INK[side]}"/>'
        )
    return "".join(parts)


def _lines(scale: Scale, weeks: Sequence[int], curves: Curves, side: str) -> str:
    dash = ' stroke-dasharray="7 4"' if side == "a" else ""
    thin = "".join(
        f'<path d="M{"L".join(points(scale, weeks, run))}" fill="none" stroke="{INK[side]}" '
        f'stroke-width=".6" stroke-opacity=".35"{dash}/>'
        for run in curves.runs
    )
    middle = "L".join(points(scale, weeks, curves.median))
    return (
        f'{thin}<path d="M{middle}" fill="none" stroke="{CARD}" stroke-width="5" '
        f'stroke-opacity=".85"/><path d="M{middle}" fill="none" stroke="{INK[side]}" '
        f'stroke-width="2.4"{dash}/>'
    )


def _letters(scale: Scale, sides: Mapping[str, Curves]) -> str:
    """A and B at the end of their lines, apart where the lines end together."""
    ends = {side: [v for v in curves.median if v is not None] for side, curves in sides.items()}
    at = sorted((scale.y(line[-1]), side) for side, line in ends.items() if line)
    if len(at) == 2 and (short := 20 - (at[1][0] - at[0][0])) > 0:
        at = [(at[0][0] - short / 2, at[0][1]), (at[1][0] + short / 2, at[1][1])]
    x, parts = scale.width - RIGHT + 8, []
    for y, side in at:
        fill, ink = (CARD, INK["a"]) if side == "a" else (INK["b"], "#fff")
        parts.append(
            f'<rect x="{x}" y="{y - 9:.1f}" width="18" height="18" rx="{9 if side == "a" else 2}" '
            f'fill="{fill}" stroke="{INK[side]}" stroke-width="1.8"/>'
            f'<text x="{x + 9}" y="{y + 4.6:.1f}" text-anchor="middle" font-weight="700" '
            f'fill="{ink}">{side.upper()}</text>'
        )
    return "".join(parts)
