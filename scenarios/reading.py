"""From a file to its contents, with the line of everything in it; all faults at once.

Plain YAML keeps the last of two equal keys without a word, and forgets lines. So the file is
composed into nodes, which know where they stand, and walked.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from scenarios.faults import Both, Fault, Refused, near
from scenarios.source import Source, Trail
from scenarios.structure import HEADINGS, KINDS, Chosen, File, Gemeente, Moment, Part, Said, Wijk


def read(path: Path, name: str) -> tuple[File, Source]:
    """The contents of a file with its lines and faults; where it has faults, what could be read.

    Raises Refused when it is no YAML at all, for then nothing else can be told of it.
    """
    source = Source(name)
    data = _composed(_text(path, name), source, ours=path.is_relative_to(FOLDER))
    try:
        return File.model_validate(data), source
    except ValidationError as invalid:
        if not source.faults or isinstance(data, dict):
            for error in invalid.errors():
                _explain(dict(error), data, source)
        return _what_is_sound(data), source


FOLDER = Path(__file__).resolve().parent
MOST_NESTED = 500
MOST_PARTS = 20_000
"""More than any story holds; references to references can be endless in few words."""
_PLAIN = Both("headings with values", "kopjes met waarden")
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


def _text(path: Path, name: str) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as reason:
        allowed = Both("a text file (UTF-8) that can be read", "een leesbaar tekstbestand (UTF-8)")
        problem = Both(f"cannot be read: {reason}", f"niet te lezen: {reason}")
        raise Refused([Fault(name, "", allowed, None, problem)]) from reason


def _composed(text: str, source: Source, ours: bool) -> Any:
    """The file as plain data; one that ships is read by the quicker reader.

    That one is written in C, says less of a mistake, and breaks Python off on a file that is
    nested without end; so the files of others never go there, nor does one that it cannot read.
    """
    try:
        node = _quickly(text) if ours else None
        node = node or yaml.compose(text, Loader=yaml.SafeLoader)
        if node is None:
            allowed = Both("title, story and more", "title, story en meer")
            source.fault((), "", allowed, None, Both("the file is empty", "het bestand is leeg"))
            return None
        return _plain(node, (), source, ())
    except RecursionError as deep:
        problem = Both("too deep to read", "te diep om te lezen")
        raise Refused([Fault(source.name, "", _PLAIN, None, problem)]) from deep
    except yaml.YAMLError as broken:
        mark = getattr(broken, "problem_mark", None)
        line = f":{mark.line + 1}" if mark else ""
        why = getattr(broken, "problem", None) or broken
        problem = Both(f"this is not YAML: {why}", f"dit is geen YAML: {why}")
        allowed = Both(
            'heading: value, with quotes around words that hold ": "',
            'kopje: waarde, met aanhalingstekens om woorden waarin ": " staat',
        )
        raise Refused([Fault(f"{source.name}{line}", "", allowed, None, problem)]) from broken


def _quickly(text: str) -> yaml.Node | None:
    if max(map(text.count, "[{")) > MOST_NESTED or "- - - -" in text:
        return None
    with suppress(AttributeError, yaml.YAMLError):
        return yaml.compose(text, Loader=yaml.CSafeLoader)
    return None


def _plain(node: yaml.Node, trail: Trail, source: Source, above: tuple[int, ...]) -> Any:
    """What a node says as plain data; its lines are noted, double keys are faults."""
    source.lines.setdefault(trail, node.start_mark.line + 1)
    if len(source.lines) > MOST_PARTS:
        problem = Both("there is too much in it", "er staat te veel in")
        raise Refused([Fault(source.name, "", _PLAIN, None, problem)])
    if id(node) in above:
        allowed = Both("no reference to itself", "geen verwijzing naar zichzelf")
        problem = Both("this refers to itself", "dit verwijst naar zichzelf")
        source.fault(trail, "", allowed, None, problem)
        return None
    above = (*above, id(node))
    if isinstance(node, yaml.MappingNode):
        return {key: _plain(value, (*trail, key), source, above)
                for key, value in _keys(node, trail, source)}  # fmt: skip
    if isinstance(node, yaml.SequenceNode):
        return [
            _plain(value, (*trail, number), source, above)
            for number, value in enumerate(node.value)
        ]
    source.raw[trail] = node.value
    try:
        return yaml.SafeLoader("").construct_object(node)
    except ValueError:  # looks like a date or a number, and is none, such as 2026-13-45
        return node.value


def _keys(node: yaml.MappingNode, trail: Trail, source: Source) -> Iterator[tuple[str, yaml.Node]]:
    first: dict[str, int] = {}
    for key, value in node.value:
        word, line = str(key.value), key.start_mark.line + 1
        if word in first:
            problem = Both(
                f"this stands here twice, first on line {first[word]}",
                f"dit staat er twee keer, eerst op regel {first[word]}",
            )
            where = f"{source.name}:{line}: {'.'.join(map(str, (*trail, word)))}"
            once = Both("each key once", "elke sleutel één keer")
            source.faults.append(Fault(where, word, once, None, problem))
            continue
        first[word] = source.lines[(*trail, word)] = line
        yield word, value


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
