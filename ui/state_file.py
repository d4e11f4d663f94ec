"""What a visitor set, as a small file: written, and read with the same care as a link.

The file holds the parts of the link in plain JSON, so that a person can read it and a link and a
file can never mean different things.
"""

from __future__ import annotations

import json
from urllib.parse import parse_qsl, urlencode

from ui import words
from ui.link import LONGEST as LONGEST_LINK
from ui.link import MOST_PARTS, parts_of

NAME, KIND, PARTS = "samenspel", "setting", "parts"
LONGEST = 100_000
"""Letters of the longest file that is read."""


class Unreadable(ValueError):  # noqa: N818  (it names what happened)
    """Not a file of ours; the id of the sentence that says why stands in it."""


def written(link: str, version: str, language: str) -> str:
    """The file for a link: what it is, which version made it, and the parts of the link."""
    content = {
        NAME: KIND,
        "note": words.say("badge", language),
        "version": version,
        PARTS: dict(parse_qsl(link, keep_blank_values=True)),
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def search_of(text: str) -> str:
    """The link that a file holds; raises Unreadable.

    What the parts say is not judged here: `ui.link.read_link` does, as of any link.
    """
    if len(text) > LONGEST:
        raise Unreadable("file.too_large")
    try:
        content = json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError):
        raise Unreadable("file.no_json") from None
    if not isinstance(content, dict) or content.get(NAME) != KIND:
        raise Unreadable("file.other")
    parts = content.get(PARTS)
    if not isinstance(parts, dict) or not all(isinstance(v, str) for v in parts.values()):
        raise Unreadable("file.parts")
    try:
        search = urlencode(parts)
    except ValueError:  # half a letter, as "\\ud800" is
        raise Unreadable("file.no_json") from None
    if len(search) > LONGEST_LINK or len(parts) > MOST_PARTS:
        raise Unreadable("file.too_much")
    if not parts_of(search)[0]:
        raise Unreadable("file.parts")
    return search
