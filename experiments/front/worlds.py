"""One side as a run needs it: a scenario with its moved levers, kept whole, and what differs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from experiments import own_place
from experiments.front.declared import Lever
from experiments.front.shapes import Difference, Event, Extra, Question, Side
from model.parameters import ADDRESSES
from scenarios import checking, library
from scenarios.library import Resolved

WEEKS = 208
"""How long the page looks ahead: four years."""
YEAR = 52
QUARTER = 13
BEGIN, END = checking.CONTRACT
EXTRA, FACILITATION = "spending.extra", "spending.on_facilitation"
FACILITATORS = ("facilitator", "second_facilitator")
ROLE = (*FACILITATORS, "attention", "brokering", "credibility")
"""Groups of numbers that do nothing while nobody is paid to facilitate."""
POSTS = "staffing."
"""What stands before the addresses of posts, which cost money that is no extra money."""
NOTHING = {"nl": "niet van toepassing", "en": "does not apply"}


@lru_cache(maxsize=512)
def resolved(side: Side) -> Resolved:
    """What is in force from week 0, and what changes later; any setting of the levers is whole."""
    story = library.load(side.scenario)
    now = {a: d.default for a, d in ADDRESSES.items()} | story.values
    return library.resolve(story, kept_whole(dict(side.values), now))


def value(side: Side, address: str) -> float:
    """What a number stands at on this side when policy starts."""
    return resolved(side).values.get(address, ADDRESSES[address].default)


def kept_whole(moved: Mapping[str, float], now: Mapping[str, float]) -> dict[str, float]:
    """The moved levers, with what must move along: shares add up to one, an end follows a begin.

    The shares that were not moved make room in proportion; where two moved ones exceed the whole
    both give way.
    """
    whole = dict(moved)
    for members in checking.share_groups().values():
        given = [member for member in members if member in moved]
        if not given:
            continue
        total = sum(moved[member] for member in given)
        if total > 1:
            whole |= {member: moved[member] / total for member in given}
        room = max(0.0, 1 - total)
        others = [member for member in members if member not in given]
        if not others and total < 1:
            whole |= _filled(given, moved, total)
        before = sum(now[member] for member in others)
        for member in others:
            part = now[member] / before if before > 0 else 1 / len(others)
            whole[member] = room * part
    begin, end = (whole.get(address, now[address]) for address in checking.CONTRACT)
    if begin >= end and (BEGIN in moved or END in moved):
        whole |= {END: begin + QUARTER} if END not in moved else {BEGIN: max(0, end - QUARTER)}
    return whole


def _filled(given: Sequence[str], moved: Mapping[str, float], total: float) -> dict[str, float]:
    """All shares were moved and leave room: they grow in proportion, or evenly from nothing."""
    if total > 0:
        return {member: moved[member] / total for member in given}
    return {member: 1 / len(given) for member in given}


def idle(side: Side, address: str) -> bool:
    """Whether moving this number changes nothing here, because nobody is paid to do it."""
    group = address.split(".")[0]
    money = value(side, EXTRA)
    if address in (BEGIN, END) or address in checking.share_groups().get("spending.use", ()):
        return money == 0
    if group not in ROLE:
        return False
    shares = {each: value(side, f"{each}.money") for each in FACILITATORS}
    paid = money * value(side, FACILITATION)
    return paid == 0 or (group in shares and shares[group] == 0 and address != f"{group}.money")


def extra(side: Side, place: str) -> Extra:
    """The extra money of this side, a year and over its term within the weeks shown."""
    residents = own_place.find(place).population
    each = value(side, EXTRA)
    weeks = int(max(0, min(value(side, END), WEEKS) - value(side, BEGIN))) if each else 0
    return Extra(each, each * residents, weeks, each * residents * weeks / YEAR)


def differences(question: Question) -> list[Difference]:
    """Every number that is not the same in A and in B: money first, then what it is spent on."""
    found = []
    for address, declaration in sorted(ADDRESSES.items(), key=_money_first):
        a, b = (value(side, address) for side in (question.a, question.b))
        if a == b:
            continue
        lever = Lever(declaration)
        languages = ("nl", "en")
        told = [
            NOTHING if idle(side, address) else {one: lever.written(v, one) for one in languages}
            for side, v in ((question.a, a), (question.b, b))
        ]
        if told[0] is told[1]:
            continue
        found.append(
            Difference(
                name={one: lever.name(one) for one in languages},
                a=told[0],
                b=told[1],
                status={one: lever.status(one) for one in languages},
                money=address in (EXTRA, BEGIN, END),
                posts=address.startswith(POSTS),
            )
        )
    return found


@lru_cache(maxsize=64)
def differing(question: Question) -> frozenset[str]:
    """The addresses of all numbers that are not the same in A and in B."""
    return frozenset(a for a in ADDRESSES if value(question.a, a) != value(question.b, a))


def _money_first(item: tuple[str, object]) -> tuple[bool, bool]:
    """How much and how long, then its shares, then the rest as the model has it."""
    address, _ = item
    return address not in (EXTRA, BEGIN, END), not address.startswith("spending.")


def events(question: Question) -> list[Event]:
    """What is agreed for later weeks, told once where both sides have it."""
    found: dict[tuple[int, str], tuple[dict[str, str], list[str]]] = {}
    for name, side in (("a", question.a), ("b", question.b)):
        story = library.load(side.scenario)
        for event in library.events(story, resolved(side).values):
            if 0 < event.week < WEEKS and _happens(event.moment, side):
                words = {"nl": event.nl, "en": event.en}
                found.setdefault((event.week, event.nl), (words, []))[1].append(name)
    return [
        Event(week, _told(words, sides), tuple(sides))  # pyright: ignore[reportArgumentType]
        for (week, _), (words, sides) in sorted(found.items())
    ]


def _happens(moment: int | str, side: Side) -> bool:
    """A contract without money neither begins nor ends."""
    return moment not in (BEGIN, END) or value(side, EXTRA) > 0


def _told(words: Mapping[str, str], sides: Sequence[str]) -> dict[str, str]:
    """The words, with the side before them where only one has it."""
    if len(sides) > 1:
        return dict(words)
    return {one: f"{sides[0].upper()}: {text}" for one, text in words.items()}
