"""The lock on money or on hours: who turns one lever up sees at once which others turn down.

Which levers count as money or as hours follows from their units, never from a name. Levers with
one unit of which a week or a year has only so much (`Unit.swaps`) give way to each other, in
proportion to where they stand. What none of them can give is refused, and told.

Hours are those of one person, and levers differ in whom they are about (the team, every
professional, a full post). So what stays is hours per person, and never the total; the lock is
called so, and says it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from ui import words
from ui.memory import SIDES, Memory, moved, side_of, turn, value_of
from ui.provider import Declaration, Provider, Question, Side

RESOURCES = ("money", "time")
"""What can be locked, as the units of levers call it."""


@dataclass(frozen=True)
class Given:
    """What a locked lever did: where it came to stand, and what others gave for it, by address."""

    side: str
    lever: Declaration
    wanted: float
    reached: float
    others: Mapping[str, tuple[float, float]]
    """Address → what it stood at, and what it stands at now."""

    @property
    def refused(self) -> bool:
        """Whether the lever did not come where it was moved."""
        return abs(self.wanted - self.reached) > self.lever.step / 1000


def partners(provider: Provider, side: Side, lever: Declaration) -> list[Declaration]:
    """The levers that can give way to this one: of the same unit, and doing something here."""
    if not lever.unit.swaps:
        return []
    unit = lever.unit.label("en")
    return [
        each
        for each in provider.levers()
        if each.address != lever.address
        and each.unit.label("en") == unit
        and not each.choices
        and not provider.idle(side, each.address)
    ]


def alone(provider: Provider, side: Side, resource: str) -> bool:
    """Whether this lock can do nothing but refuse: no lever under it has one that can give way."""
    locked = [each for each in provider.levers() if each.unit.resource == resource]
    return not any(partners(provider, side, each) for each in locked)


def meanings(
    question: Question, provider: Provider, turned: str, locks: Collection[str], language: str
) -> list[str]:
    """What each lock that is on does, told before a lever is turned."""
    sides = [side_of(question, each) for each in (SIDES if turned == "both" else (turned,))]
    said: list[str] = []
    for resource in RESOURCES:
        if resource in locks:
            only = all(alone(provider, side, resource) for side in sides)
            said.append(words.say(f"lock.{'alone' if only else 'meaning'}.{resource}", language))
    return said


def shared_out(
    asked: float, stand: Mapping[str, float], room: Mapping[str, float]
) -> dict[str, float]:
    """How much each takes of what is asked: as it stands, evenly from nothing, never over its room.

    What comes back adds up to `asked`, or to all the room there is where that is less.
    """
    taken = dict.fromkeys(stand, 0.0)
    left = min(asked, sum(room.values()))
    while left > 1e-9:
        able = [each for each in stand if room[each] - taken[each] > 1e-9]
        weight = {each: stand[each] for each in able}
        if sum(weight.values()) < 1e-9:
            weight = dict.fromkeys(able, 1.0)
        whole = sum(weight.values())
        step = {e: min(left * weight[e] / whole, room[e] - taken[e]) for e in able}
        for each, more in step.items():
            taken[each] += more
        given = sum(step.values())
        left -= given
        if given < 1e-9:
            break
    return taken


def within(lever: Declaration, value: float) -> float:
    """The value without the dust of sums, and inside the range of its lever."""
    low, high = lever.between
    return min(high, max(low, round(value, 9)))


def lock_one(
    question: Question, provider: Provider, side: str, lever: Declaration, wanted: float
) -> tuple[Question, Given]:
    """The question after a locked lever was released on one side, and what gave way."""
    world = side_of(question, side)
    stood = value_of(provider, world, lever.address)
    others = {each.address: each for each in partners(provider, world, lever)}
    stand = {address: value_of(provider, world, address) for address in others}
    up = wanted > stood
    room = {
        address: max(0.0, stand[address] - each.between[0] if up else each.between[1] - value)
        for (address, each), value in zip(others.items(), stand.values(), strict=True)
    }
    taken = shared_out(abs(wanted - stood), stand, room)
    way = 1.0 if up else -1.0
    reached = within(lever, stood + way * sum(taken.values()))
    world = moved(provider, world, lever.address, reached)
    gave: dict[str, tuple[float, float]] = {}
    for address, part in taken.items():
        if part > 1e-9:
            now = within(others[address], stand[address] - way * part)
            world = moved(provider, world, address, now)
            gave[address] = (stand[address], now)
    return replace(question, **{side: world}), Given(side, lever, wanted, reached, gave)


def released(
    question: Question,
    provider: Provider,
    turned: str,
    address: str,
    value: float,
    locks: Collection[str],
) -> tuple[Question, Sequence[Given]]:
    """The question after a lever was released, and what its lock did; nothing without a lock."""
    lever = next(each for each in provider.levers() if each.address == address)
    if lever.unit.resource not in locks:
        return turn(question, provider, turned, address, value), ()
    done: list[Given] = []
    for side in SIDES if turned == "both" else (turned,):
        question, given = lock_one(question, provider, side, lever, value)
        done.append(given)
    return question, done


def release(memory: Memory, provider: Provider, address: str, value: float) -> None:
    """What a released lever does to what this visitor has set, locks and all."""
    question, done = released(
        memory.question.value, provider, memory.turned.value, address, value, memory.locks.value
    )
    memory.gave.value = tuple(done)
    if any(given.refused for given in done):
        memory.refusals.value += 1
    memory.ask(question)


Written = Callable[[Declaration, float, str], str]


def told(done: Sequence[Given], provider: Provider, language: str, written: Written) -> list[str]:
    """What the lock did, in sentences: which levers gave way, and what could not be given."""
    by_address = {each.address: each for each in provider.levers()}
    said: list[str] = []
    for given in done:
        lever, side = given.lever, given.side.upper()
        name = lever.name(language)
        if given.others:
            listed = "; ".join(
                words.say(
                    "lock.one",
                    language,
                    name=by_address[address].name(language),
                    before=written(by_address[address], before, language),
                    now=written(by_address[address], now, language),
                )
                for address, (before, now) in given.others.items()
            )
            said.append(words.say("lock.gave", language, side=side, name=name, others=listed))
        if given.refused:
            kind = "part" if given.others else "none"
            said.append(
                words.say(
                    f"lock.{kind}",
                    language,
                    side=side,
                    name=name,
                    stands=written(lever, given.reached, language),
                )
            )
    return said
