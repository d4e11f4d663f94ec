"""What stands under ``levers`` and ``uncertainties`` of a study file, and under ``design``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from experiments import uncertainty
from experiments.studies import designs, factors, own_points
from experiments.studies.designs import Design
from experiments.studies.factors import KINDS, LEVERS, UNCERTAINTIES, Factor
from experiments.studies.sheet import NO_SHAPE, NUMBER, Sheet, is_number
from model.parameters import ADDRESSES
from scenarios import checking
from scenarios.faults import Both
from scenarios.source import Trail

ALL = "all"
MOST_POINTS = 200_000
"""More points than anybody will run; a grid gets there in few words."""
SHAPE = Both(
    "nothing (the declared range), a list of values, or between: [lowest, highest]",
    "niets (het opgegeven bereik), een lijst met waarden, of between: [laagste, hoogste]",
)
TWO = Both("two numbers: [lowest, highest]", "twee getallen: [laagste, hoogste]")
ADDRESSES_SHAPE = Both(
    "addresses with what they vary over, a list of addresses, or all",
    "adressen met waarover ze variëren, een lijst met adressen, of all",
)
LIMITS = {"levels": (2, 1000), "points": (1, MOST_POINTS), "trajectories": (2, 10_000),
          "rows": (2, 2**16), "second_order": (0, 1)}  # fmt: skip


def read_factors(sheet: Sheet) -> tuple[Factor, ...]:
    """The factors under both headings, levers first."""
    found: dict[str, Factor] = {}
    for kind in KINDS:
        for factor in _of_kind(sheet, kind):
            if factor.address in found:
                problem = Both("this is varied twice", "dit varieert al")
                allowed = Both("each address once", "elk adres één keer")
                trail = (kind, factor.address)
                sheet.fault(trail, factor.address, allowed, None, problem)
            found.setdefault(factor.address, factor)
    return tuple(found.values())


def _of_kind(sheet: Sheet, kind: str) -> list[Factor]:
    given = sheet.data.get(kind)
    if given is None:
        return []
    if given == ALL:
        role = "lever" if kind == LEVERS else "uncertainty"
        known = [a for a, each in ADDRESSES.items() if each.role == role]
        return [factors.ranged(address, kind) for address in known]
    if isinstance(given, str | list):
        pairs = [(trail, word, None) for trail, word in sheet.names((kind,), given)]
    elif isinstance(given, Mapping):
        pairs = [((kind, word), word, each) for word, each in given.items()]
    else:
        sheet.fault((kind,), given, ADDRESSES_SHAPE, None, NO_SHAPE)
        return []
    found = (_factor(sheet, trail, word, each, kind) for trail, word, each in pairs)
    return [factor for factor in found if factor]


def _factor(sheet: Sheet, trail: Trail, address: str, given: Any, kind: str) -> Factor | None:
    if not _known(sheet, trail, address):
        return None
    if kind == UNCERTAINTIES and address not in uncertainty.addresses():
        role = ADDRESSES[address].role
        problem = Both(f"{address} is a {role}: somebody decides it",
                       f"{address} is een {role}: daar beslist iemand over")  # fmt: skip
        sheet.fault(trail, address, Both("under levers", "onder levers"), LEVERS, problem)
        return None
    if given is None:
        return factors.ranged(address, kind)
    if isinstance(given, Mapping):
        sheet.only(trail, given, ("between", "values"))
        if "between" in given:
            return _between(sheet, (*trail, "between"), address, given["between"], kind)
        if "values" not in given:
            return factors.ranged(address, kind)
        trail, given = (*trail, "values"), given.get("values")
    values = _values(sheet, trail, address, given)
    return factors.listed(address, kind, values) if values else None


def _known(sheet: Sheet, trail: Trail, address: str) -> bool:
    fault = None
    if address not in ADDRESSES:
        fault = checking.value_fault(address, 0.0, "")
    if fault:
        sheet.adopt(trail, [fault])
    return fault is None


def _between(sheet: Sheet, trail: Trail, address: str, given: Any, kind: str) -> Factor | None:
    """A narrower range; the declared one has to hold it."""
    low, high = ADDRESSES[address].between
    two = isinstance(given, list) and len(given) == 2 and all(map(is_number, given))
    if not two:
        sheet.fault(trail, given, TWO, f"[{low:g}, {high:g}]", NO_SHAPE)
        return None
    first, last = map(float, given)
    if low <= first < last <= high:
        return factors.ranged(address, kind, (first, last))
    allowed = Both(f"within {low:g} to {high:g}", f"binnen {low:g} tot en met {high:g}")
    ends = (min(max(first, low), high), min(max(last, low), high))
    nearest = f"[{ends[0]:g}, {ends[1]:g}]" if ends[0] < ends[1] else f"[{low:g}, {high:g}]"
    problem = Both(f"the range of {address} does not fit", f"het bereik van {address} past niet")
    sheet.fault(trail, f"[{first:g}, {last:g}]", allowed, nearest, problem)
    return None


def _values(sheet: Sheet, trail: Trail, address: str, given: Any) -> tuple[float, ...]:
    """The values of a list; each has to be allowed at its address."""
    if not isinstance(given, list) or not given:
        sheet.fault(trail, given, SHAPE, None, NO_SHAPE)
        return ()
    found = [_value(sheet, (*trail, n), address, each) for n, each in enumerate(given)]
    values = tuple(value for value in found if value is not None)
    if len(set(values)) < len(values):
        problem = Both("a value stands here twice", "een waarde staat er twee keer")
        once = Both("each value once", "elke waarde één keer")
        sheet.fault(trail, list(values), once, None, problem)
    return values if len(values) == len(given) else ()


def _value(sheet: Sheet, trail: Trail, address: str, given: Any) -> float | None:
    if not is_number(given):
        problem = Both("this is not a number", "dit is geen getal")
        sheet.fault(trail, given, NUMBER, None, problem)
        return None
    fault = checking.value_fault(address, float(given), "")
    if fault:
        sheet.adopt(trail, [fault])
    return None if fault else float(given)


def fixed_values(sheet: Sheet, heading: str) -> dict[str, float]:
    """Values on top of every scenario, by address."""
    given = sheet.data.get(heading)
    return {} if given is None else point(sheet, (heading,), given)


def point(sheet: Sheet, trail: Trail, given: Any) -> dict[str, float]:
    """Addresses with one value each."""
    if not isinstance(given, Mapping):
        allowed = Both("address: value", "adres: waarde")
        sheet.fault(trail, given, allowed, None, NO_SHAPE)
        return {}
    found = {}
    for address, value in given.items():
        here = (*trail, address)
        if _known(sheet, here, address):
            number = _value(sheet, here, address, value)
            if number is not None:
                found[address] = number
    return found


def read_design(
    sheet: Sheet, found: tuple[Factor, ...]
) -> tuple[dict[str | None, Design], tuple[Factor, ...]]:
    """The design, or two that are crossed; and the factors, with those of a list of points."""
    given = sheet.data.get("design")
    trail: Trail = ("design",)
    if isinstance(given, Mapping) and set(given) & set(KINDS) and "method" not in given:
        sheet.only(trail, given, KINDS)
        parts: dict[str | None, Design] = {}
        for kind in KINDS:
            design, found = _one(sheet, (*trail, kind), given.get(kind), kind, found)
            parts[kind] = design
        return parts, found
    design, found = _one(sheet, trail, given, None, found)
    return {None: design}, found


def _one(
    sheet: Sheet, trail: Trail, given: Any, kind: str | None, found: tuple[Factor, ...]
) -> tuple[Design, tuple[Factor, ...]]:
    own = [factor for factor in found if kind in (None, factor.kind)]
    if given is None:
        if own:
            problem = Both("it is not said how to vary", "er staat niet hoe er gevarieerd wordt")
            sheet.fault(trail, "", ", ".join(designs.METHODS), designs.GRID, problem)
        return Design(designs.LIST, listed=({},)), found
    given = {"method": given} if isinstance(given, str) else given
    if not isinstance(given, Mapping) or not isinstance(given.get("method"), str):
        allowed = Both(
            f"method: {', '.join(designs.METHODS)}", f"method: {', '.join(designs.METHODS)}"
        )
        sheet.fault(trail, given, allowed, None, NO_SHAPE)
        return Design(designs.LIST, listed=({},)), found
    method = given["method"]
    at = (*trail, "method") if (*trail, "method") in sheet.source.lines else trail
    problem = Both("there is no such design", "die opzet is er niet")
    if not sheet.one_of(at, method, designs.METHODS, problem, problem):
        return Design(designs.LIST, listed=({},)), found
    sheet.only(trail, given, ("method", *designs.SIZES[method]))
    if method == designs.LIST:
        return _list(sheet, (*trail, "points"), given.get("points"), kind, found)
    if not own and not any(sheet.data.get(each) for each in KINDS if kind in (None, each)):
        problem = Both("there is nothing to vary", "er is niets om te variëren")
        allowed = Both("addresses under levers or uncertainties",
                       "adressen onder levers of uncertainties")  # fmt: skip
        sheet.fault(trail, method, allowed, None, problem)
    return Design(method, _sizes(sheet, trail, method, given)), found


def _sizes(sheet: Sheet, trail: Trail, method: str, given: Mapping[str, Any]) -> dict[str, int]:
    sizes = {}
    for what in designs.SIZES[method]:
        value, here = given.get(what), (*trail, what)
        if what == "second_order" and isinstance(value, bool):
            value = int(value)
        low, high = LIMITS[what]
        sizes[what] = sheet.whole(here, value, low, high, designs.USUAL[what])
        if what == "rows" and sizes[what] & (sizes[what] - 1):
            problem = Both("rows come in powers of two", "rijen gaan in machten van twee")
            allowed = Both("2, 4, 8, 16, 32, 64 and so on", "2, 4, 8, 16, 32, 64 enzovoort")
            nearest = str(1 << (sizes[what].bit_length() - 1))
            sheet.fault(here, sizes[what], allowed, nearest, problem)
    return sizes


def _list(
    sheet: Sheet, trail: Trail, given: Any, kind: str | None, found: tuple[Factor, ...]
) -> tuple[Design, tuple[Factor, ...]]:
    """The points of a list or of a file, all of the same addresses; these are the factors then."""
    given, file, own_model = own_points.read(sheet, trail, given)
    if not isinstance(given, list) or not given:
        allowed = Both("a list, each line as in - {hours.protected: 2}, or FILE.csv",
                       "een lijst, elke regel als - {hours.protected: 2}, of FILE.csv")  # fmt: skip
        sheet.fault(trail, "" if given is None else given, allowed, None, NO_SHAPE)
        return Design(designs.LIST, listed=({},)), found
    rows = [point(sheet, (*trail, number), each) for number, each in enumerate(given)]
    names = dict.fromkeys(address for row in rows for address in row)
    for number, row in enumerate(rows):
        missing = [address for address in names if address not in row]
        if missing and isinstance(given[number], Mapping):
            problem = Both("this point leaves something out", "dit punt laat iets weg")
            allowed = Both(
                f"in every point: {', '.join(names)}", f"in elk punt: {', '.join(names)}"
            )
            sheet.fault((*trail, number), ", ".join(row), allowed, missing[0], problem)
    listed = tuple(
        factors.listed(
            address, kind or _kind_of(address),
            tuple(dict.fromkeys(row[address] for row in rows if address in row)),
        )
        for address in names
    )  # fmt: skip
    rest = tuple(factor for factor in found if factor.address not in names)
    for factor in rest:
        if kind in (None, factor.kind):
            problem = Both("the points of the list leave this out", "de punten noemen dit niet")
            allowed = Both("in every point, or not here", "in elk punt, of niet hier")
            sheet.fault((factor.kind, factor.address), factor.address, allowed, None, problem)
    design = Design(designs.LIST, listed=tuple(rows), file=file, own_model=own_model)
    return design, (*rest, *listed)


def _kind_of(address: str) -> str:
    return UNCERTAINTIES if ADDRESSES[address].role == "uncertainty" else LEVERS
