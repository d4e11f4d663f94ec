"""From the file of a scenario to its contents; all faults of structure at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import ValidationError

from scenarios import lines
from scenarios.faults import Both, near
from scenarios.source import Source, Trail
from scenarios.structure import HEADINGS, KINDS, Chosen, File, Gemeente, Moment, Part, Said, Wijk


def read(path: Path, name: str) -> tuple[File, Source]:
    """The contents of a file with its lines and faults; where it has faults, what could be read.

    Raises Refused when it is no YAML at all, for then nothing else can be told of it.
    """
    source = Source(name)
    text = lines.text_of(path, name)
    data = lines.composed(text, source, EXPECTED, ours=path.is_relative_to(FOLDER))
    try:
        return File.model_validate(data), source
    except ValidationError as invalid:
        if not source.faults or isinstance(data, dict):
            for error in invalid.errors():
                _explain(dict(error), data, source)
        return _what_is_sound(data), source


FOLDER = Path(__file__).resolve().parent
EXPECTED = Both("title, story and more", "title, story en meer")
UNSAID = Said(nl="(niet te lezen)", en="(unreadable)")


def _what_is_sound(data: Any) -> File:
    """The parts of a faulty file that can be read, so that their values are checked as well."""
    data = data if isinstance(data, dict) else {}
    builds_on = data.get("builds_on")
    timeline = data.get("timeline")
    moments = timeline if isinstance(timeline, list) else []
    return File.model_construct(
        title=UNSAID,
        story=UNSAID,
        builds_on=[p for p in builds_on if isinstance(p, str)]
        if isinstance(builds_on, list)
        else [],
        set=_sound_choices(data.get("set")),
        timeline=[_sound_moment(moment) for moment in moments],
    )


def _sound_moment(moment: Any) -> Moment:
    moment = moment if isinstance(moment, dict) else {}
    week = moment.get("week", 0)
    week = week if isinstance(week, int | str) and not isinstance(week, bool) else 0
    return Moment.model_construct(
        week=week, kind="change", because=UNSAID, set=_sound_choices(moment.get("set"))
    )


def _sound_choices(given: Any) -> dict[str, Chosen]:
    sound = {}
    for address, value in (given if isinstance(given, dict) else {}).items():
        try:
            part = value.get("value") if isinstance(value, dict) else value
            sound[address] = Chosen.model_validate({"value": part})
        except ValidationError:
            continue
    return sound


def _explain(error: dict[str, Any], data: Any, source: Source) -> None:
    """One fault of structure in words of the scenario, from one of the schema."""
    trail: Trail = tuple(step for step in error["loc"] if not _is_branch(step))
    kind, word = error["type"], str(trail[-1]) if trail else ""
    part = _part_at(trail[:-1])
    if kind == "extra_forbidden":
        allowed = HEADINGS[part]
        problem = Both(f"there is no heading {word}", f"er is geen kopje {word}")
        source.fault(trail, word, ", ".join(allowed), near(word, allowed), problem)
    elif kind == "missing" and part is Said:
        en, nl = {"nl": ("Dutch (nl)", "Nederlandse (nl)"), "en": ("English (en)", "Engelse (en)")}[
            word
        ]
        problem = Both(f"the {en} words are missing", f"de {nl} woorden ontbreken")
        source.fault(trail, "", Both("words in nl and en", "woorden in nl en en"), word, problem)
    elif kind == "missing":
        there = list(data) if isinstance(data, dict) and len(trail) == 1 else []
        problem = Both(f"{word} is missing", f"{word} ontbreekt")
        allowed = Both(f"a heading {word}", f"een kopje {word}")
        source.fault(trail, "", allowed, near(word, there), problem)
    else:
        _explain_value(trail, kind, error, source)


def _explain_value(trail: Trail, kind: str, error: dict[str, Any], source: Source) -> None:
    raw = source.raw.get(trail, source.raw.get((*trail, "value"), ""))
    if trail and trail[-1] == "value" and trail not in source.lines:
        trail = trail[:-1]
        raw = source.raw.get(trail, raw)
    word = str(trail[-1]) if trail else ""
    if kind in ("float_type", "float_parsing"):
        allowed = Both("a number, such as 0.8", "een getal, zoals 0.8")
        problem = Both("this is not a number", "dit is geen getal")
        source.fault(trail, raw, allowed, _as_number(raw), problem)
    elif word == "week":
        allowed = Both(
            "a whole number of weeks from 0, or an address that holds weeks",
            "een heel aantal weken vanaf 0, of een adres dat weken bevat",
        )
        problem = Both("this is not a week", "dit is geen week")
        source.fault(trail, raw, allowed, "spending.end", problem)
    elif word == "residents":
        allowed = Both("a whole number of people", "een heel aantal mensen")
        problem = Both("this is no number of people", "dit is geen aantal mensen")
        source.fault(trail, raw, allowed, None, problem)
    elif word == "kind":
        problem = Both("there is no such kind", "die soort is er niet")
        source.fault(trail, raw, ", ".join(KINDS), near(raw, KINDS), problem)
    elif "seeds" in trail and trail[-1] != "seeds":
        allowed = Both(
            'a seed document (0 to 4) and a line, in quotes: "3:22"',
            'een brondocument (0 tot en met 4) en een regel, tussen aanhalingstekens: "3:22"',
        )
        problem = Both("this is not a seed line", "dit is geen regel van een brondocument")
        source.fault(trail, raw, allowed, None, problem)
    else:
        other = (str(error["msg"]), Both("this has another shape", "dit heeft een andere vorm"))
        allowed, problem = _SHAPES.get(kind, other)
        source.fault(trail, raw, allowed, None, problem)


_HEADINGS = (
    Both("headings with values", "kopjes met waarden"),
    Both("this has no headings", "dit heeft geen kopjes"),
)
_TWO = Both("two numbers: [lowest, highest]", "twee getallen: [laagste, hoogste]")
_SHAPES = {
    "string_type": (
        Both("words, in quotes if they look like a number or yes/no",
             "woorden, tussen aanhalingstekens als ze op een getal of ja/nee lijken"),
        Both("these are no words", "dit zijn geen woorden"),
    ),
    "string_too_short": (
        Both("at least three letters", "ten minste drie letters"),
        Both("this is too short", "dit is te kort"),
    ),
    "list_type": (
        Both("a list, each line beginning with -", "een lijst, elke regel begint met -"),
        Both("this is not a list", "dit is geen lijst"),
    ),
    "dict_type": _HEADINGS,
    "model_type": _HEADINGS,
    "model_attributes_type": _HEADINGS,
    "too_short": (_TWO, Both("a number is missing", "er ontbreekt een getal")),
    "too_long": (_TWO, Both("there are too many numbers", "er zijn te veel getallen")),
    "tuple_type": (_TWO, Both("this is not a range", "dit is geen bereik")),
}  # fmt: skip


def _is_branch(step: str | int) -> bool:
    """Whether a step is the schema's own, not one of the file."""
    return step in ("int", "str") or (isinstance(step, str) and step.startswith("function"))


def _part_at(trail: Trail) -> type[Part]:
    """Which part of the structure stands at the end of a trail."""
    if not trail:
        return File
    first, last = trail[0], trail[-1]
    if last in ("title", "story", "because") or first in ("things_to_notice", "things_to_try"):
        return Said
    if len(trail) >= 2 and trail[-2] == "set":
        return Chosen
    if first == "region" and last != "region":
        return Wijk if "neighbourhoods" in trail and last != "neighbourhoods" else Gemeente
    return Moment if first == "timeline" else File


def _as_number(raw: str) -> str | None:
    """The number that was meant, where a comma or a percent sign stood in the way."""
    text = raw.strip().replace(",", ".")
    try:
        if text.endswith("%"):
            return f"{float(text[:-1]) / 100:g}"
        return f"{float(text):g}"
    except ValueError:
        return None
