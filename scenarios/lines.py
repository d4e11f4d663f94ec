"""From YAML to plain data, with the line of everything in it.

Plain YAML keeps the last of two equal keys without a word, and forgets lines. So the file is
composed into nodes, which know where they stand, and walked.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import yaml

from scenarios.faults import Both, Fault, Refused
from scenarios.source import Source, Trail

MOST_NESTED = 500
MOST_PARTS = 20_000
"""More than any story holds; references to references can be endless in few words."""
_PLAIN = Both("headings with values", "kopjes met waarden")


def text_of(path: Path, name: str) -> str:
    """What a text file says; Refused when it cannot be read as text."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as reason:
        allowed = Both("a text file (UTF-8) that can be read", "een leesbaar tekstbestand (UTF-8)")
        problem = Both("this file cannot be read", "dit bestand is niet te lezen")
        if isinstance(reason, UnicodeDecodeError):
            line = reason.object[: reason.start].count(b"\n") + 1
            problem = Both(f"this is no text: line {line}", f"dit is geen tekst: regel {line}")
        raise Refused([Fault(name, "", allowed, None, problem)]) from reason


def composed(text: str, source: Source, expected: Both, ours: bool = False) -> Any:
    """The file as plain data, ``expected`` to hold these headings; None where it holds nothing.

    One that ships (``ours``) is read by the quicker reader.

    That one is written in C, says less of a mistake, and breaks Python off on a file that is
    nested without end; so the files of others never go there, nor does one that it cannot read.
    """
    try:
        node = _quickly(text) if ours else None
        node = node or yaml.compose(text, Loader=yaml.SafeLoader)
        if node is None:
            empty = Both("the file is empty", "het bestand is leeg")
            source.fault((), "", expected, None, empty)
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
