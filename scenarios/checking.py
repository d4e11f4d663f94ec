"""Whether values may be what a scenario says: addresses, ranges, shares and weeks.

Nothing is written here that the declarations know; the same checks serve files and ``--set``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from model.declarations import Parameter, Unit
from model.parameters import ADDRESSES
from scenarios.faults import Fault, near

LAST_WEEK = 520
CONTRACT = ("spending.begin", "spending.end")
SEATS = ("facilitator.money", "second_facilitator.money")
"""Two seats divide the money for facilitation between them."""

CLOSE = 1e-6
Where = Callable[[str], str]


def describe(declaration: Parameter) -> str:
    """What an address may hold, in words."""
    if declaration.choices:
        return ", ".join(f"{value:g} ({en})" for value, _, en in declaration.choices)
    low, high = declaration.between
    said = f"{low:g} to {high:g}"
    if whole(declaration):
        said += ", whole"
    neutral = declaration.neutral
    outside = neutral == neutral and not low <= neutral <= high
    return f"{said}, or {neutral:g} for no effect" if outside else said


def whole(declaration: Parameter) -> bool:
    """Whether only whole numbers make sense here."""
    return declaration.role == "lever" and declaration.step == 1


def value_fault(address: str, value: float, where: str) -> Fault | None:
    """What is wrong with one value at one address, if anything."""
    if address not in ADDRESSES:
        return Fault(where, address, "an address: see samenspel levers",
                     near(address, ADDRESSES), f"there is no {address}")  # fmt: skip
    declaration = ADDRESSES[address]
    low, high = declaration.between
    fits = declaration.allowed(value)
    if fits and declaration.choices:
        fits = value in [choice for choice, _, _ in declaration.choices]
    if fits and whole(declaration):
        fits = float(value).is_integer()
    if fits:
        return None
    closest = min(max(value, low), high) if value == value else low
    if whole(declaration):
        closest = float(round(closest))
    return Fault(where, f"{value:g}", describe(declaration), f"{closest:g}",
                 f"{address} ({declaration.name('en')}) cannot be {value:g}")  # fmt: skip


def range_fault(
    address: str, between: tuple[float, float], value: float, where: str
) -> Fault | None:
    """What is wrong with the range a scenario gives to a number nobody knows, if anything."""
    declaration = ADDRESSES[address]
    if declaration.role != "uncertainty":
        return Fault(where, str(list(between)), "no range: this is decided, not uncertain", None,
                     f"{address} is a {declaration.role}")  # fmt: skip
    low, high = declaration.between
    if low <= between[0] <= value <= between[1] <= high:
        return None
    return Fault(where, str(list(between)), f"within {low:g} to {high:g}, around {value:g}",
                 f"[{max(low, min(between[0], value)):g}, {min(high, max(between[1], value)):g}]",
                 f"the range of {address} does not fit")  # fmt: skip


def week_fault(week: int | str, where: str) -> Fault | None:
    """What is wrong with the week of a moment, if anything."""
    if isinstance(week, str):
        if week in ADDRESSES and ADDRESSES[week].unit is Unit.WEEKS:
            return None
        weeks = [a for a, each in ADDRESSES.items() if each.unit is Unit.WEEKS]
        return Fault(where, week, "a whole number of weeks, or an address that holds weeks",
                     near(week, weeks), f"{week} is not a week")  # fmt: skip
    if 0 <= week <= LAST_WEEK:
        return None
    closest = str(min(max(week, 0), LAST_WEEK))
    return Fault(where, str(week), f"0 to {LAST_WEEK}", closest, f"there is no week {week}")


def share_groups() -> dict[str, tuple[str, ...]]:
    """Addresses that divide one whole, by the name of the whole."""
    groups: dict[str, list[str]] = {}
    for address, declaration in ADDRESSES.items():
        if declaration.shares:
            name = f"{address.split('.')[0]}.{declaration.shares}"
            groups.setdefault(name, []).append(address)
    return {name: tuple(members) for name, members in groups.items()} | {"seats": SEATS}


def together_faults(values: Mapping[str, float], where: Where) -> list[Fault]:
    """What is wrong with values together: shares that are no whole, an end before its begin.

    ``where`` tells for an address where it was set; values that were not set are the defaults.
    """
    now = {address: declaration.default for address, declaration in ADDRESSES.items()}
    now |= {a: v for a, v in values.items() if a in ADDRESSES}
    faults = []
    for members in share_groups().values():
        given = [member for member in members if member in values]
        total = sum(now[member] for member in members)
        if given and abs(total - 1.0) > CLOSE:
            parts = " + ".join(f"{member} {now[member]:g}" for member in members)
            faults.append(Fault(where(given[0]), f"{total:g}", f"1 in all: {parts}",
                                _mended(given, members, now),
                                "these shares do not add up to 1"))  # fmt: skip
    begin, end = (now[address] for address in CONTRACT)
    if begin >= end:
        given_end = next((a for a in reversed(CONTRACT) if a in values), CONTRACT[1])
        faults.append(Fault(where(given_end), f"{end:g}", f"later than week {begin:g}", None,
                            "the contract ends before it begins"))  # fmt: skip
    return faults


def _mended(given: Iterable[str], members: tuple[str, ...], now: Mapping[str, float]) -> str | None:
    """The one other share that would make the whole, where there is one that can."""
    free = [member for member in members if member not in given]
    rest = 1.0 - sum(now[member] for member in given)
    candidates = [m for m in free if now[m] > 0] or free
    if len(candidates) != 1 or not -CLOSE <= rest <= 1 + CLOSE:
        return None
    others = sum(now[m] for m in free if m != candidates[0])
    wanted = rest - others
    return f"{candidates[0]}={max(0.0, round(wanted, 9)):g}" if wanted >= -CLOSE else None
