"""A view on one row of a table: what it reads and writes is the table itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

import mesa

if TYPE_CHECKING:
    from model.state.kinds import Row


class Column:
    """One column of the table behind a view, by the name it has there."""

    def __init__(self, name: str = "") -> None:
        self.name = name

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = self.name or name

    def __get__(self, view: View | None, owner: type | None = None) -> Any:
        """The number in the table; an array where the row holds several. The column of a class."""
        if view is None:
            return self
        value = view.as_row[self.name]
        return value.item() if value.ndim == 0 else value

    def __set__(self, view: View, value: Any) -> None:
        view.as_row[self.name] = value


class View(mesa.Agent):
    """An agent that knows its model and its row, and nothing else."""

    table: ClassVar[str]

    def __init__(self, model: Any, row: int) -> None:
        super().__init__(model)
        self.row = row

    @property
    def as_row(self) -> Row:
        """The row of the table that this agent shows."""
        return getattr(self.model.state, self.table)[self.row]  # type: ignore[attr-defined]

    def __repr__(self) -> str:
        return f"{type(self).__name__}(row={self.row})"
