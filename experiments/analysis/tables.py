"""Tables of pandas, by the names under which the analyses speak of them.

What pandas says of its own types is so wide (a column may be a table, an array or one number) that
a type checker sees faults where there are none. So tables are out of its sight, and tests look.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

Frame = Any
"""A ``pandas.DataFrame``."""
Column = Any
"""A ``pandas.Series``."""


def tabled(rows: Any) -> Frame:
    """A table of these rows, or of these columns by name."""
    return pd.DataFrame(rows)


def stacked(parts: Sequence[Frame]) -> Frame:
    """These tables below each other, rows numbered anew."""
    return pd.concat(parts, ignore_index=True)
