"""Whether values may be what a scenario says: addresses, ranges, shares and weeks.

Nothing is written here that the declarations know; the same checks serve files and ``--set``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from model.declarations import Parameter, Unit
from model.parameters import ADDRESSES
from scenarios.faults import Both, Fault, in_language, near, offered

LAST_WEEK = 520
CONTRACT = ("spending.begin", "spending.end")
SEATS = ("facilitator.money", "second_facilitator.money")
"""Two seats divide the money for facilitation between them."""

CLOSE = 1e-6
Where = Callable[[str], str]


def describe(declaration: Parameter) -> str:
    """What an address may hold, in words."""
    return Both(_described(declaration, "en"), _described(declaration, "nl"))


def _described(declaration: Parameter, language: str) -> str:
    dutch = language == "nl"
    if declaration.choices:
        return ", ".join(f"{v:g} ({nl if dutch else en})" for v, nl, en in declaration.choices)
    low, high = declaration.between
    said = f"{low:g} {'tot en met' if dutch else 'to'} {high:g}"
    if whole(declaration):
        said += ", heel" if dutch else ", whole"
    neutral = declaration.neutral
    if neutral != neutral or low <= neutral <= high:
        return said
    return said + (
        f", of {neutral:g} voor geen werking" if dutch else f", or {neutral:g} for no effect"
    )


def whole(declaration: Parameter) -> bool:
    """Whether only whole numbers make sense here."""
    return declaration.role == "lever" and declaration.step == 1


def value_fault(address: str, value: float, where: str) -> Fault | None:
    """What is wrong with one value at one address, if anything."""
    if address not in ADDRESSES:
        known = offered(address, ADDRESSES, Both("samenspel levers", "samenspel levers"))
        allowed = Both(f"an address, {known}", f"een adres, {in_language(known, 'nl')}")
        problem = Both(f"there is no {address}", f"er is geen {address}")
        return Fault(where, address, allowed, near(address, ADDRESSES), problem)
    declaration = ADDRESSES[address]
    low, high = declaration.between
    fits = declaration.allowed(value)
    if fits and declaration.choices:
        fits = value in [choice for choice, _, _ in declaration.choices]
    if fits and whole(declaration):
        fits = float(value).is_integer()
    if fits:
        return None
    closest = min(max(value, low), high)
    if whole(declaration) and value == value:
        closest = float(round(closest))
    problem = Both(
        f"{address} ({declaration.name('en')}) cannot be {value:g}",
        f"{address} ({declaration.name('nl')}) kan niet {value:g} zijn",
    )
    nearest = f"{closest:g}" if value == value else None  # to what is no number nothing is near
    return Fault(where, f"{value:g}", describe(declaration), nearest, problem)


def range_fault(
    address: str, between: tuple[float, float], value: float, where: str
) -> Fault | None:
    """What is wrong with the range a scenario gives to a number nobody knows, if anything."""
    declaration = ADDRESSES[address]
    if declaration.role != "uncertainty":
        allowed = Both("no range: this is decided, not uncertain",
                       "geen bereik: dit wordt besloten en is niet onzeker")  # fmt: skip
        problem = Both(f"{address} is a {declaration.role}", f"{address} is een {declaration.role}")
        return Fault(where, str(list(between)), allowed, None, problem)
    low, high = declaration.between
    if low <= between[0] <= value <= between[1] <= high:
        return None
    allowed = Both(f"within {low:g} to {high:g}, around {value:g}",
                   f"binnen {low:g} tot en met {high:g}, rond {value:g}")  # fmt: skip
    problem = Both(f"the range of {address} does not fit", f"het bereik van {address} past niet")
    nearest = f"[{max(low, min(between[0], value)):g}, {min(high, max(between[1], value)):g}]"
    return Fault(where, str(list(between)), allowed, nearest, problem)


def week_fault(week: int | str, where: str) -> Fault | None:
    """What is wrong with the week of a moment, if anything."""
    if isinstance(week, str):
        if week in ADDRESSES and ADDRESSES[week].unit is Unit.WEEKS:
            return None
        weeks = [a for a, each in ADDRESSES.items() if each.unit is Unit.WEEKS]
        allowed = Both("a whole number of weeks, or an address that holds weeks",
                       "een heel aantal weken, of een adres dat weken bevat")  # fmt: skip
        problem = Both(f"{week} is not a week", f"{week} is geen week")
        return Fault(where, week, allowed, near(week, weeks), problem)
    if 0 <= week <= LAST_WEEK:
        return None
    closest = str(min(max(week, 0), LAST_WEEK))
    allowed = Both(f"0 to {LAST_WEEK}", f"0 tot en met {LAST_WEEK}")
    problem = Both(f"there is no week {week}", f"er is geen week {week}")
    return Fault(where, str(week), allowed, closest, problem)


def later_fault(address: str, value: float, where: str) -> Fault | None:
    """What is wrong with a value that is set in a later week, if anything."""
    if address in CONTRACT:
        problem = Both("a contract is settled at the start", "een contract ligt vast bij het begin")
    elif ADDRESSES[address].first_day:
        problem = Both(
            f"{address} is only looked at before week 0",
            f"naar {address} wordt alleen vóór week 0 gekeken",
        )
    else:
        return None
    allowed = Both("under set, at the top", "onder set, bovenaan")
    return Fault(where, f"{value:g}", allowed, None, problem)


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
            problem = Both("these shares do not add up to 1", "deze delen zijn samen geen 1")
            allowed = Both(f"1 in all: {parts}", f"samen 1: {parts}")
            nearest = _mended(given, members, now)
            faults.append(Fault(where(given[0]), f"{total:g}", allowed, nearest, problem))
    begin, end = (now[address] for address in CONTRACT)
    if begin >= end:
        given_end = next((a for a in reversed(CONTRACT) if a in values), CONTRACT[1])
        allowed = Both(f"later than week {begin:g}", f"later dan week {begin:g}")
        problem = Both("the contract ends before it begins", "het contract eindigt voor het begint")
        faults.append(Fault(where(given_end), f"{end:g}", allowed, None, problem))
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
