"""Where each page stands, and which older links lead to another one now."""

from __future__ import annotations

from urllib.parse import parse_qsl

IGNORED = "utm_"
"""What others add to a link when they pass it on."""
FIRST, LIVE, COMPARE, WHY, BOARDS = "/", "/explore", "/compare", "/why", "/boards"
LESSONS, GUIDE, LESSON = "/lessons", "/lessons/guide", "lesson"
"""The lessons, the guides with them, and the part of an address that says which one."""
PAGES = (LIVE, COMPARE, WHY, BOARDS, LESSONS)
"""The pages that lead to each other, in the order in which every page names them."""
MOVED = {"/lesson": LESSONS, "/vergelijk": COMPARE}
"""Pages by where they stood before."""
OWN = "own-place"
"""The part of the live page where somebody fills in a neighbourhood."""


def to(page: str, query: str = "") -> str:
    """The way to a page from any page beside it, under whatever root they are served."""
    return f".{page}?{query}" if query else f".{page}"


def is_older_link(query: str) -> bool:
    """Whether an address asks for more than the first page: a state of the live one."""
    names = {
        name for name, _ in parse_qsl(query, keep_blank_values=True, max_num_fields=None) if name
    }
    return bool({name for name in names if not name.startswith(IGNORED)} - {"lang"})
