"""From a file to its contents, with the line of everything in it; all faults at once.

Plain YAML keeps the last of two equal keys without a word, and forgets lines. So the file is
composed into nodes, which know where they stand, and walked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from scenarios.faults import Fault, Refused, near
from scenarios.structure import HEADINGS, KINDS, Chosen, File, Moment, Part, Said

Trail = tuple[str | int, ...]
"""The way to a value: names of headings and numbers in lists."""


@dataclass
class Source:
    """A file while it is read: its name, the line and the raw words at the end of each trail."""

    name: str
    lines: dict[Trail, int] = field(default_factory=dict)
    raw: dict[Trail, str] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def where(self, trail: Trail) -> str:
        """File, line and the way to a value, in words; the nearest that has a line."""
        known = trail
        while known and known not in self.lines:
            known = known[:-1]
        way = ".".join(str(step + 1) if isinstance(step, int) else step for step in trail)
        place = f"{self.name}:{self.lines.get(known, 1)}"
        return f"{place}: {way}" if way else place

    def fault(
        self, trail: Trail, value: object, allowed: str, nearest: str | None, problem: str
    ) -> None:
        """Note one fault at the end of this trail."""
        self.faults.append(Fault(self.where(trail), str(value), allowed, nearest, problem))


def read(path: Path, name: str) -> tuple[File, Source]:
    """The contents of a file with its lines and faults; where it has faults, what could be read.

    Raises Refused when it is no YAML at all, for then nothing else can be told of it.
    """
    source = Source(name)
    data = _composed(_text(path, name), source)
    try:
        return File.model_validate(data), source
    except ValidationError as invalid:
        if not source.faults or isinstance(data, dict):
            for error in invalid.errors():
                _explain(dict(error), data, source)
        return _what_is_sound(data), source


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
        allowed = "a text file (UTF-8) that can be read"
        raise Refused([Fault(name, "", allowed, None, f"cannot be read: {reason}")]) from reason


def _composed(text: str, source: Source) -> Any:
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
        if node is None:
            source.fault((), "", "title, story and more", None, "the file is empty")
            return None
        return _plain(node, (), source, ())
    except yaml.YAMLError as broken:
        mark = getattr(broken, "problem_mark", None)
        line = f":{mark.line + 1}" if mark else ""
        problem = f"this is not YAML: {getattr(broken, 'problem', None) or broken}"
        allowed = 'heading: value, with quotes around words that hold ": "'
        raise Refused([Fault(f"{source.name}{line}", "", allowed, None, problem)]) from broken


def _plain(node: yaml.Node, trail: Trail, source: Source, above: tuple[int, ...]) -> Any:
    """What a node says as plain data; its lines are noted, double keys are faults."""
    source.lines.setdefault(trail, node.start_mark.line + 1)
    if id(node) in above:
        source.fault(trail, "", "no reference to itself", None, "this refers to itself")
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
    return yaml.SafeLoader("").construct_object(node)


def _keys(node: yaml.MappingNode, trail: Trail, source: Source) -> Iterator[tuple[str, yaml.Node]]:
    first: dict[str, int] = {}
    for key, value in node.value:
        word, line = str(key.value), key.start_mark.line + 1
        if word in first:
            problem = f"this stands here twice, first on line {first[word]}"
            where = f"{source.name}:{line}: {'.'.join(map(str, (*trail, word)))}"
            source.faults.append(Fault(where, word, "each key once", None, problem))
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
        problem = f"there is no heading {word}"
        source.fault(trail, word, ", ".join(allowed), near(word, allowed), problem)
    elif kind == "missing" and part is Said:
        language = {"nl": "Dutch (nl)", "en": "English (en)"}[word]
        source.fault(trail, "", "words in nl and en", word, f"the {language} words are missing")
    elif kind == "missing":
        there = list(data) if isinstance(data, dict) and len(trail) == 1 else []
        source.fault(trail, "", f"a heading {word}", near(word, there), f"{word} is missing")
    else:
        _explain_value(trail, kind, error, source)


def _explain_value(trail: Trail, kind: str, error: dict[str, Any], source: Source) -> None:
    raw = source.raw.get(trail, source.raw.get((*trail, "value"), ""))
    if trail and trail[-1] == "value" and trail not in source.lines:
        trail = trail[:-1]
        raw = source.raw.get(trail, raw)
    word = str(trail[-1]) if trail else ""
    if kind in ("float_type", "float_parsing"):
        source.fault(trail, raw, "a number, such as 0.8", _as_number(raw), "this is not a number")
    elif word == "week":
        allowed = "a whole number of weeks from 0, or an address that holds weeks"
        source.fault(trail, raw, allowed, "spending.end", "this is not a week")
    elif word == "kind":
        source.fault(trail, raw, ", ".join(KINDS), near(raw, KINDS), "there is no such kind")
    elif "seeds" in trail and trail[-1] != "seeds":
        allowed = 'a seed document (0 to 4) and a line, in quotes: "3:22"'
        source.fault(trail, raw, allowed, None, "this is not a seed line")
    else:
        allowed, problem = _SHAPES.get(kind, (str(error["msg"]), "this has another shape"))
        source.fault(trail, raw, allowed, None, problem)


_SHAPES = {
    "string_type": ("words, in quotes if they look like a number or yes/no", "these are no words"),
    "string_too_short": ("at least three letters", "this is too short"),
    "list_type": ("a list, each line beginning with -", "this is not a list"),
    "dict_type": ("headings with values", "this has no headings"),
    "model_type": ("headings with values", "this has no headings"),
    "model_attributes_type": ("headings with values", "this has no headings"),
    "too_short": ("two numbers: [lowest, highest]", "a number is missing"),
    "too_long": ("two numbers: [lowest, highest]", "there are too many numbers"),
    "tuple_type": ("two numbers: [lowest, highest]", "this is not a range"),
}


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
