"""What rules are given: the words for it in signatures. The compiler finds out for itself."""

from __future__ import annotations

from typing import Any

Table = Any
"""A record array: all things of one kind (``model/state/tables.py``)."""

Row = Any
"""One row of a table, read and written by the names of its columns."""

Numbers = Any
"""An array of numbers of one kind."""
