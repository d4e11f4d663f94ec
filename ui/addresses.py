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
STOOD = {"/lesson": LESSONS, "/vergelijk": COMPARE}
"""Pages by where they stood before."""
OWN = "own-place"
"""The part of the live page where somebody fills in a neighbourhood."""
PRICE = "price"
"""What stands before the address of a price in a link."""
CHARTS = "charts"
PACKED = "s"
"""The part that holds all others where a link would be long (`ui/short.py`)."""
PARTS = {"lang", "place", "a", "b", "window", CHARTS, "runs", "seed", "version", "check"}
"""The parts of a link, beside the levers and prices that were moved."""
MOVED = ("a.", "b.", f"{PRICE}.")
"""How the parts begin that say what was moved."""


def to(page: str, query: str = "") -> str:
    """The way to a page from any page beside it, under whatever root they are served."""
    return f".{page}?{query}" if query else f".{page}"


def is_older_link(query: str) -> bool:
    """Whether an address asks for a state of the live page; what others add to it does not."""
    names = {name for name, _ in parse_qsl(query, keep_blank_values=True, max_num_fields=None)}
    return any(name in PARTS - {"lang"} | {PACKED} or name.startswith(MOVED) for name in names)
