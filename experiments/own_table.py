"""Own neighbourhoods from a file: a CSV with one row each, in our columns or in those of CBS.

Our columns are those of the project's own table, in percent: ``name``, ``population``,
``pct_age_0_14`` and so on (``own_figures.FIGURES``). A file with key figures of CBS may be used as
it comes: its columns are known by their names, with or without the number behind them.
Columns that are neither are left alone. Nothing in a file is ever run, and every fault is told.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from experiments import own_figures, own_rows
from experiments.own_figures import FIGURES, at, shown
from experiments.own_place import checked
from model.places import Place
from scenarios.faults import Both, Fault, Refused, near

NAMES = ("name", "naam", "wijkenenbuurten", "regionaam", "regio", "gwb_code")
"""Columns that hold the name; a code serves where nothing else does."""
KIND = "soortregio"
"""The column in which CBS says whether a row is a municipality, a wijk or a buurt."""
COUNTRY = ("land", "gemeente")
"""Rows of these kinds are no neighbourhood and are passed over."""
EMPTY = ("", ".", "-", "x", "na", "n/a")
"""What stands where there is no figure; a point is how CBS writes it."""
Row = Mapping[str, float]


def _per(total: str) -> Callable[[float, Row], float | None]:
    """A count as a percentage of another count in the same row."""
    return lambda value, row: 100 * value / row[total] if row.get(total) else None


def _of_working_age(value: float, row: Row) -> float | None:
    """Recipients as a percentage of residents aged 15 to 64."""
    people = [row.get(name) for name in ("aantalinwoners", "k_0tot15jaar", "k_65jaarofouder")]
    if None in people:
        return None
    residents, young, old = (float(each or 0) for each in people)
    return 100 * value / (residents - young - old) if residents > young + old else None


def _as_it_is(value: float, _: Row) -> float:
    return value


CBS: dict[str, tuple[str, Callable[[float, Row], float | None]]] = {
    "aantalinwoners": ("population", _as_it_is),
    "gemiddeldehuishoudensgrootte": ("mean_household_size", _as_it_is),
    "k_0tot15jaar": ("share_age_0_14", _per("aantalinwoners")),
    "k_65jaarofouder": ("share_age_65plus", _per("aantalinwoners")),
    "eenpersoonshuishoudens": ("share_single_households", _per("huishoudenstotaal")),
    "huishoudensmetkinderen": ("share_households_with_children", _per("huishoudenstotaal")),
    "inbezitwoningcorporatie": ("share_social_rent", _as_it_is),
    "personenpersoortuitkeringbijstand": ("share_welfare", _of_working_age),
    "huishoudenstotaal": ("", _as_it_is),
}
"""Column of CBS (key figures of wijken and buurten), without its number → our figure, and how."""
OURS = {figure.column: key for key, figure in FIGURES.items()}
KNOWN = frozenset({*OURS, *CBS})
"""Columns with a figure in them."""


def read(text: str, where: str = "file", most: int = own_rows.MOST_ROWS) -> tuple[Place, ...]:
    """The neighbourhoods in the text of a file; Refused with the first faults in it.

    `most` is how many rows may stand in it.
    """
    rows = own_rows.rows_of(text, where, most)
    head, body = [_column(cell) for cell in rows[0]], rows[1:]
    _check_head(head, rows[0], where)
    kind = head.index(KIND) if KIND in head else None
    columns = _columns(head)
    places: dict[str, Place] = {}
    names: set[str] = set()
    faults: list[Fault] = []
    for number, cells in enumerate(body, 2):
        if len(faults) >= own_rows.MOST_FAULTS:
            raise Refused([*faults[: own_rows.MOST_FAULTS], _unread(own_rows.line(where, number))])
        if kind is not None and _cell(cells, kind).casefold() in COUNTRY:
            continue
        try:
            found = _place(columns, cells, own_rows.line(where, number))
        except Refused as refused:
            faults += refused.faults
            continue
        if found.name in names:
            problem = Both("this name stands twice", "deze naam staat er twee keer")
            allowed = Both("a name for each row", "een eigen naam voor elke rij")
            faults.append(Fault(own_rows.line(where, number), found.name, allowed, None, problem))
        places[found.id] = found
        names.add(found.name)
    if faults:
        raise Refused(faults)
    if not places:
        raise Refused([own_rows.nothing(where)])
    return tuple(places.values())


def _unread(where: str) -> Fault:
    problem = Both("from here on nothing was read", "vanaf hier is niets gelezen")
    allowed = Both("what is told first, put right", "wat hiervoor staat, verbeterd")
    return Fault(where, "", allowed, None, problem)


def _column(cell: str) -> str:
    """A column by its name: in small letters, without the number that CBS puts behind it."""
    name = cell.strip().casefold()
    return name if name in OURS else re.sub(r"_\d+$", "", name)


def _check_head(head: Sequence[str], written: Sequence[str], where: str) -> None:
    """Refused where a column is missing, stands twice, or was probably meant as another."""
    faults = []
    here = own_rows.line(where, 1)
    known = {*KNOWN, *NAMES}
    for name in dict.fromkeys(name for name in head if name in known and head.count(name) > 1):
        problem = Both("this column stands twice", "deze kolom staat er twee keer")
        allowed = Both("each column once", "elke kolom één keer")
        faults.append(Fault(here, name, allowed, None, problem))
    for name, cell in zip(head, written, strict=True):
        meant = near(name, OURS) if name and name not in known and name.startswith("pct_") else None
        if meant and meant not in head:
            problem = Both("there is no such column", "die kolom is er niet")
            faults.append(Fault(here, shown(cell), ", ".join(OURS), meant, problem))
    if not {"population", "aantalinwoners"} & set(head):
        meant = next((cell for name, cell in zip(head, written, strict=True)
                      if near(name, ("population", "inwoners", "bewoners"))), "")  # fmt: skip
        problem = Both("the number of residents is missing", "het aantal bewoners ontbreekt")
        allowed = Both("a column population", "een kolom population")
        nearest = "population" if meant else None
        faults.append(Fault(here, shown(meant), allowed, nearest, problem))
    if not set(NAMES) & set(head):
        problem = Both("the name is missing", "de naam ontbreekt")
        faults.append(Fault(here, "", Both("a column name", "een kolom name"), None, problem))
    if faults:
        raise Refused(faults)


def _cell(cells: Sequence[str], column: int) -> str:
    return cells[column].strip() if column < len(cells) else ""


class _Columns(NamedTuple):
    """Where in a row what is known stands: the name, and each figure; and how long a row is."""

    name: int
    figures: Sequence[tuple[int, str]]
    long: int


def _columns(head: Sequence[str]) -> _Columns:
    """The columns of a header that was checked; a header without figures has just a name."""
    name = next(head.index(each) for each in NAMES if each in head)
    figures = [(number, each) for number, each in enumerate(head) if each in KNOWN]
    return _Columns(name, figures, len(head))


def _place(columns: _Columns, cells: Sequence[str], where: str) -> Place:
    """The neighbourhood in one row; Refused with all that is wrong in it."""
    if len(cells) > columns.long:
        problem = Both("more cells than columns", "meer cellen dan kolommen")
        allowed = Both(
            f"{columns.long} cells; a comma inside a cell needs quotes around it",
            f"{columns.long} cellen; om een komma in een cel horen aanhalingstekens",
        )
        raise Refused([Fault(where, str(len(cells)), allowed, None, problem)])
    name = _cell(cells, columns.name)
    faults: list[Fault] = []
    numbers: dict[str, float] = {}
    for column, written in columns.figures:
        text = _cell(cells, column)
        if text.casefold() in EMPTY:
            continue
        value = number(text, whole=written in ("population", "aantalinwoners"))
        if value is None:
            faults.append(_no_number(at(where, written), text))
        else:
            numbers[written] = value
    figures, more = _figures(numbers, where)
    faults += more
    if faults:
        wrong = own_figures.name_fault(name, where)
        raise Refused([*([wrong] if wrong else []), *faults])
    return checked(name, figures, where)


def _figures(numbers: Row, where: str) -> tuple[dict[str, float], list[Fault]]:
    """What a row says in our figures, shares from 0 to 1, and which of it cannot be right."""
    figures: dict[str, float] = {}
    faults: list[Fault] = []
    for column, value in numbers.items():
        key, made = (OURS[column], value) if column in OURS else _from_cbs(column, value, numbers)
        if not key or made is None:
            continue
        figure = FIGURES[key]
        fault = own_figures.value_fault(figure, made, at(where, column), f"{value:g}")
        if fault:
            faults.append(fault)
        figures[key] = made / 100 if figure.percent else made
    return figures, faults


def _from_cbs(column: str, value: float, numbers: Row) -> tuple[str, float | None]:
    key, convert = CBS[column]
    return key, convert(value, numbers)


def number(text: str, whole: bool = False) -> float | None:
    """A number as people write it, with a point or a comma; None where it is none.

    Of a `whole` number a point or comma before three figures parts the thousands.
    """
    plain = text.strip().removesuffix("%").strip().replace("\N{NO-BREAK SPACE}", "")
    if whole and re.fullmatch(r"\d{1,3}([.,]\d{3})+", plain, re.ASCII):
        plain = re.sub(r"[.,]", "", plain)
    if re.fullmatch(r"[+-]?\d{1,3}(\.\d{3})+,\d+", plain, re.ASCII):
        plain = plain.replace(".", "")
    if not re.fullmatch(r"[+-]?\d+([.,]\d*)?", plain, re.ASCII):
        return None
    value = float(plain.replace(",", "."))
    return value if math.isfinite(value) and len(plain) < 20 else None


def filled(name: str, written: Mapping[str, str]) -> Place:
    """The neighbourhood that somebody typed, figure by figure; Refused with every fault.

    `written` is what stands in each field; an empty one is not filled in.
    """
    figures: dict[str, float] = {}
    faults: list[Fault] = []
    for key, text in written.items():
        figure = FIGURES[key]
        where = Both(figure.name.en, figure.name.nl)
        if text.strip().casefold() in EMPTY:
            continue
        value = number(text, whole=key == "population")
        if value is None:
            faults.append(_no_number(where, text))
            continue
        fault = own_figures.value_fault(figure, value, where, text.strip())
        faults += [fault] if fault else []
        figures[key] = value / 100 if figure.percent else value
    if fault := own_figures.name_fault(name.strip(), Both("Name", "Naam")):
        faults.append(fault)
    if "population" not in figures and not faults:
        faults.append(
            own_figures.nobody(Both(FIGURES["population"].name.en, FIGURES["population"].name.nl))
        )
    if faults:
        raise Refused(faults)
    return checked(name.strip(), figures, Both("Together", "Samen"))


def _no_number(where: str, text: str) -> Fault:
    problem = Both("this is not a number", "dit is geen getal")
    allowed = Both("a number, such as 12.5 or 12,5", "een getal, zoals 12,5 of 12.5")
    return Fault(where, shown(text), allowed, None, problem)


def text_of(data: bytes) -> str:
    """The letters in a file: as most programs write them, or as a spreadsheet in Windows does."""
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")
