"""A long link written short: the same parts packed, for as long as a readable one is too long.

Both forms are read for ever. What is packed says in which way, so that another way may come
beside this one; it is text again before anything is made of it, and nothing of it is ever run.
"""

from __future__ import annotations

import base64
import zlib
from urllib.parse import parse_qsl, urlencode

from ui.addresses import PACKED

READABLE = 300
"""Letters up to which a link stays readable."""
WAY = "1"
"""How it is packed: the readable link without its language, zlib, base64 for addresses."""
OPEN = "lang"
"""The part that stays readable: a server and a search engine look at it."""


def shortened(query: str) -> str:
    """The link as it is, or packed where it is longer than people care to read and that helps."""
    if len(query) <= READABLE:
        return query
    parts = parse_qsl(query, keep_blank_values=True)
    rest = urlencode([part for part in parts if part[0] != OPEN])
    left = [part for part in parts if part[0] == OPEN]
    short = urlencode([*left, (PACKED, packed(rest))])
    return short if len(short) < len(query) else query


def packed(query: str) -> str:
    """These parts as one value of an address."""
    data = base64.urlsafe_b64encode(zlib.compress(query.encode("ascii"), 9)).decode("ascii")
    return f"{WAY}.{data.rstrip('=')}"


def unpacked(value: str, longest: int) -> str:
    """The parts again; ValueError where it is not whole, of another way, or holds too much."""
    way, _, data = value.partition(".")
    if way != WAY:
        raise ValueError("packed in another way")
    raw = base64.b64decode(data + "=" * (-len(data) % 4), altchars=b"-_", validate=True)
    unpacking = zlib.decompressobj()
    try:
        query = unpacking.decompress(raw, longest)
    except zlib.error as fault:
        raise ValueError("not whole") from fault
    if not unpacking.eof or unpacking.unused_data:
        raise ValueError("not whole, or too much")
    return query.decode("ascii")
