"""What one visitor has set, and the link that restores it."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, field, replace
from hashlib import sha256
from urllib.parse import parse_qsl, urlencode

import solara

from ui import words
from ui.provider import WINDOWS, Declaration, Picture, Provider, Question, Side, Snapshot

SIDES = ("a", "b")
PRICE = "price"
"""What stands before the address of a price in a link."""
CHECK_LENGTH = 8
PARTS = {"lang", "place", "a", "b", "window", "runs", "seed", "version", "check"}
"""The parts of a link, beside the levers and prices that were moved."""
IGNORED = "utm_"
"""What others add to a link when they pass it on."""
LONGEST, MOST_PARTS = 8_000, 200
"""Letters and parts of the longest link that is read."""
MOST_COMPLAINTS, SHOWN_LETTERS = 5, 60


@dataclass(frozen=True, eq=False)
class Answer:
    """A snapshot and the question it answers; while that differs from what is asked, it is old."""

    question: Question
    snapshot: Snapshot


@dataclass
class Memory:
    """One visitor's state; each part is read only by the components that show it."""

    language: solara.Reactive[str]
    question: solara.Reactive[Question]
    turned: solara.Reactive[str]
    """Which side the levers turn: `a`, `b` or `both`."""
    notices: solara.Reactive[tuple[str, ...]]
    """What a link asked for and could not be given, as sentences."""
    answer: solara.Reactive[Answer | None]
    """The latest snapshot with the question it answers."""
    medians: solara.Reactive[bool]
    ghost: dict[str, Picture] = field(default_factory=dict)
    """The pictures of the setting before this one; drawn together with the next picture."""
    past: list[Question] = field(default_factory=list)

    def ask(self, question: Question) -> None:
        """Another question from now on; the present picture becomes the ghost behind it."""
        if question == self.question.value:
            return
        self.past.append(self.question.value)
        self.show(question)

    def undo(self) -> None:
        """Back to the question before this one."""
        if self.past:
            self.show(self.past.pop())

    def show(self, question: Question) -> None:
        """The question that is being answered, with what stood there as its ghost."""
        seen = self.answer.value
        same_scene = question.place == self.question.value.place
        if seen is not None and seen.snapshot.pictures:
            self.ghost = dict(seen.snapshot.pictures) if same_scene else {}
        self.question.value = question


def side_of(question: Question, side: str) -> Side:
    """The A or the B of a question."""
    return question.a if side == "a" else question.b


def value_of(provider: Provider, side: Side, address: str) -> float:
    """What a lever stands at on this side: as the visitor set it, else as the scenario has it."""
    return provider.value(side, address)


def scenario_value(provider: Provider, scenario: str, address: str) -> float:
    """What the scenario itself sets a lever to."""
    return provider.value(Side(scenario), address)


def moved(provider: Provider, side: Side, address: str, value: float) -> Side:
    """The side with one lever moved; a lever back at its scenario's value is forgotten."""
    values = {a: v for a, v in side.values if a != address}
    if value != scenario_value(provider, side.scenario, address):
        values[address] = float(value)
    return Side(side.scenario, tuple(sorted(values.items())))


def turn(
    question: Question, provider: Provider, turned: str, address: str, value: float
) -> Question:
    """The question after a lever was released."""
    for side in SIDES if turned == "both" else (turned,):
        new = moved(provider, side_of(question, side), address, value)
        question = replace(question, **{side: new})
    return question


def price_of(question: Question, price: Declaration) -> float:
    """What an hour costs: as the visitor set it, else as the model has it."""
    return dict(question.prices).get(price.address, price.default)


def priced(question: Question, price: Declaration, value: float) -> Question:
    """The question at another price; the model's own price is forgotten."""
    low, high = price.between
    prices = {address: v for address, v in question.prices if address != price.address}
    if not math.isclose(value, price.default):
        prices[price.address] = float(min(high, max(low, value)))
    return replace(question, prices=tuple(sorted(prices.items())))


def check(question: Question) -> str:
    """A few letters that differ when any part of the question differs."""
    return sha256(repr(question).encode()).hexdigest()[:CHECK_LENGTH]


def link(question: Question, language: str, version: str) -> str:
    """The part of an address behind the question mark that restores this page."""
    parts: list[tuple[str, str]] = [
        ("lang", language),
        ("place", question.place),
        ("a", question.a.scenario),
        ("b", question.b.scenario),
    ]
    for side in SIDES:
        parts += [(f"{side}.{a}", f"{v:.12g}") for a, v in side_of(question, side).values]
    parts += [(f"{PRICE}.{a}", f"{v:.12g}") for a, v in question.prices]
    parts += [("window", question.window)]
    parts += [("runs", str(question.runs)), ("seed", str(question.seed))]
    parts += [("version", version), ("check", check(question))]
    return urlencode(parts)


def read_link(search: str | None, provider: Provider) -> tuple[str, Question, tuple[str, ...]]:
    """Language, question and complaints: what a link asks for, held against what there is.

    Whatever stands in an address, this gives a question that the page could have led to; every
    part is looked up or read as a number within its range, and nothing of it is ever run.
    """
    parts, readable = parts_of(search or "")
    asked = dict(parts)
    language = asked.get("lang", words.LANGUAGES[0])
    spoken = language in words.LANGUAGES
    reader = LinkReader(provider, language if spoken else words.LANGUAGES[0], asked)
    if not readable:
        reader.complain("link.unreadable")
    if not spoken:
        reader.complain("link.unknown", what=shown(language))
    for name, count in Counter(name for name, _ in parts).items():
        if count > 1:
            reader.complain("link.twice", what=shown(name))
        if name not in PARTS and name.split(".")[0] not in (*SIDES, PRICE):
            reader.complain("link.unknown", what=shown(name))
    start = provider.start()
    question = Question(
        place=reader.one_of("place", {p.key for p in provider.places()}, start.place),
        a=reader.side("a", start.a),
        b=reader.side("b", start.b),
        runs=reader.whole("runs", start.runs, start.runs),
        seed=reader.whole("seed", start.seed, None),
        window=reader.one_of("window", set(WINDOWS), start.window),
    )
    question = reader.prices(question)
    made_with = asked.get("version", provider.version)
    if made_with != provider.version:
        reader.complain("link.version", made=shown(made_with)[:20], now=provider.version)
    elif not reader.complaints and asked.get("check", check(question)) != check(question):
        reader.complain("link.check")
    return reader.language, question, reader.told()


def parts_of(search: str) -> tuple[list[tuple[str, str]], bool]:
    """The names and values of an address, and whether it could be read at all."""
    try:
        if len(search) > LONGEST:
            raise ValueError
        parts = parse_qsl(search, keep_blank_values=True, max_num_fields=MOST_PARTS)
    except ValueError:
        return [], False
    parts = [(name, value) for name, value in parts if not name.startswith(IGNORED)]
    return parts, bool(parts) or not search


def shown(text: str) -> str:
    """What stood in a link as it may be shown: short, and without what cannot be seen."""
    return "".join(
        letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in text
    )[:SHOWN_LETTERS]


@dataclass
class LinkReader:
    """Reads one part of a link after another, and remembers what could not be used."""

    provider: Provider
    language: str
    asked: dict[str, str]
    complaints: list[str] = field(default_factory=list)

    def complain(self, sentence: str, **filled: object) -> None:
        """One sentence more for the visitor."""
        said = words.say(sentence, self.language, **filled)
        if said not in self.complaints:
            self.complaints.append(said)

    def told(self) -> tuple[str, ...]:
        """The complaints, the first few of many."""
        most = self.complaints[:MOST_COMPLAINTS]
        if len(self.complaints) > len(most):
            left = len(self.complaints) - len(most)
            most.append(words.say("link.more", self.language, count=left))
        return tuple(most)

    def prices(self, question: Question) -> Question:
        """The question with the prices that the link asks for."""
        known = {price.address: price for price in self.provider.prices()}
        for part, text in self.asked.items():
            name, _, address = part.partition(".")
            if name != PRICE:
                continue
            if address not in known:
                self.complain("link.unknown", what=shown(part))
                continue
            value = self.value(known[address], text)
            if value is not None:
                question = priced(question, known[address], value)
        return question

    def one_of(self, part: str, known: set[str], otherwise: str) -> str:
        """The asked key where it exists."""
        asked = self.asked.get(part, otherwise)
        if asked in known:
            return asked
        self.complain("link.unknown", what=shown(asked))
        return otherwise

    def whole(self, part: str, otherwise: int, most: int | None) -> int:
        """A whole number of at least one, and not more than the page itself would ask."""
        text = self.asked.get(part, str(otherwise))
        if not (text.isascii() and text.isdecimal()) or len(text) > 9 or int(text) < 1:
            self.complain("link.unknown", what=shown(f"{part}={text}"))
            return otherwise
        if most and int(text) > most:
            self.complain("link.unknown", what=shown(f"{part}={text}"))
            return most
        return int(text)

    def side(self, side: str, otherwise: Side) -> Side:
        """One scenario with its moved levers."""
        keys = {s.key for s in self.provider.scenarios()}
        found = Side(self.one_of(side, keys, otherwise.scenario))
        levers = {lever.address: lever for lever in self.provider.levers()}
        for part, text in self.asked.items():
            if not part.startswith(f"{side}."):
                continue
            address = part.removeprefix(f"{side}.")
            if address not in levers:
                self.complain("link.unknown", what=shown(address))
                continue
            value = self.value(levers[address], text)
            if value is not None:
                found = moved(self.provider, found, address, value)
        return found

    def value(self, lever: Declaration, text: str) -> float | None:
        """The asked value where the lever can stand at it."""
        try:
            value = float(text) if text.isascii() else float("nan")
        except ValueError:
            value = float("nan")
        low, high = lever.between
        known = [v for v, _ in lever.choices]
        if (value in known) if known else (low <= value <= high):
            return value
        self.complain("link.range", what=lever.name(self.language), value=shown(text)[:20])
        return None
