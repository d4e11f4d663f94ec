"""Where each page stands, and which older links lead to another one now."""

from __future__ import annotations

from urllib.parse import parse_qsl

IGNORED = "utm_"
"""What others add to a link when they pass it on."""
FIRST, LIVE, LESSONS, GUIDE, OWN_TABLE = "/", "/verken", "/les", "/les/gids", "/wijk.csv"
OWN = "mijn-wijk"
"""The part of the live page where somebody fills in a neighbourhood."""


def is_older_link(query: str) -> bool:
    """Whether an address asks for more than the first page: a state of the live one."""
    names = {
        name for name, _ in parse_qsl(query, keep_blank_values=True, max_num_fields=None) if name
    }
    return bool({name for name in names if not name.startswith(IGNORED)} - {"lang"})
