"""The link that restores a page: written from what was set, and read with care."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from urllib.parse import parse_qsl, urlencode

from ui import words
from ui.addresses import CHARTS, IGNORED, PACKED, PARTS, PRICE
from ui.memory import SIDES, moved, priced, side_of
from ui.provider import WINDOWS, Declaration, Provider, Question, Side
from ui.short import unpacked

CHECK_LENGTH = 8
OF_OTHER_PAGES = {"outcome", "group", "off", "household", "run", "quarter"}
"""What a link to another page of ours says besides; here it is passed over in silence."""
LONGEST, MOST_PARTS = 8_000, 200
"""Letters and parts of the longest link that is read."""
MOST_CHARTS = 8
"""Charts that a link may put in front."""
MOST_COMPLAINTS, SHOWN_LETTERS = 5, 60


def check(question: Question) -> str:
    """A few letters that differ when any part of the question differs."""
    return sha256(repr(question).encode()).hexdigest()[:CHECK_LENGTH]


def link(question: Question, language: str, version: str, front: Sequence[str] = ()) -> str:
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
    parts += [(CHARTS, ",".join(front))] if front else []
    parts += [("runs", str(question.runs)), ("seed", str(question.seed))]
    parts += [("version", version), ("check", check(question))]
    return urlencode(parts)


def read_link(search: str | None, provider: Provider) -> tuple[str, Question, tuple[str, ...]]:
    """Language, question and complaints: what a link asks for, held against what there is.

    Whatever stands in an address, this gives a question that the page could have led to; every
    part is looked up or read as a number within its range, and nothing of it is ever run.
    """
    reader = begun(search, provider, PARTS | OF_OTHER_PAGES, SIDES)
    start = provider.start()
    question = Question(
        place=reader.place(start.place),
        a=reader.side("a", start.a),
        b=reader.side("b", start.b),
        runs=reader.whole("runs", start.runs, start.runs),
        seed=reader.whole("seed", start.seed, None),
        window=reader.one_of("window", set(WINDOWS), start.window),
    )
    question = reader.prices(question)
    reader.charts()
    reader.compare(check(question))
    return reader.language, question, reader.told()


def begun(
    search: str | None, provider: Provider, known: Collection[str], sides: Sequence[str]
) -> LinkReader:
    """A reader of a link: with its language, and complaints of parts that no such link has."""
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
        if name not in known and name.split(".")[0] not in (*sides, PRICE):
            reader.complain("link.unknown", what=shown(name))
    return reader


def charts_asked(search: str | None, provider: Provider) -> tuple[str, ...]:
    """The outcomes whose charts a link puts in front; what does not exist is left out."""
    parts, _ = parts_of(search or "")
    return LinkReader(provider, words.LANGUAGES[0], dict(parts)).charts()


def parts_of(search: str) -> tuple[list[tuple[str, str]], bool]:
    """The names and values of an address, and whether it could be read at all.

    Of one that is packed and cannot be read, what stands beside the packed part is still given.
    """
    try:
        parts = listed(search)
    except ValueError:
        return [], False
    held = [value for name, value in parts if name == PACKED]
    beside = [part for part in parts if part[0] != PACKED]
    try:
        inside = [part for value in held for part in listed(unpacked(value, LONGEST))]
    except ValueError:
        return beside, False
    parts = [part for part in inside + beside if not part[0].startswith(IGNORED)]
    return parts, bool(parts) or not search


def listed(search: str) -> list[tuple[str, str]]:
    """The names and values of a readable address; ValueError where it is too long."""
    if len(search) > LONGEST:
        raise ValueError
    return parse_qsl(search, keep_blank_values=True, max_num_fields=MOST_PARTS)


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

    def compare(self, found: str) -> None:
        """Complain where another version made the link, or it is not what was once sent."""
        now = self.provider.version
        made_with = self.asked.get("version", now)
        if made_with != now:
            self.complain("link.version", made=shown(made_with)[:20], now=now)
        elif not self.complaints and self.asked.get("check", found) != found:
            self.complain("link.check")

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

    def charts(self) -> tuple[str, ...]:
        """The asked outcomes that exist, each once."""
        known = {outcome.key for outcome in self.provider.outcomes()}
        asked = list(dict.fromkeys(filter(None, self.asked.get(CHARTS, "").split(","))))
        for each in asked:
            if each not in known:
                self.complain("link.unknown", what=shown(each))
        return tuple(each for each in asked if each in known)[:MOST_CHARTS]

    def one_of(self, part: str, known: set[str], otherwise: str) -> str:
        """The asked key where it exists."""
        asked = self.asked.get(part, otherwise)
        if asked in known:
            return asked
        self.complain("link.unknown", what=shown(asked))
        return otherwise

    def place(self, otherwise: str) -> str:
        """The asked place, also one that somebody filled in."""
        asked = self.asked.get("place", otherwise)
        if not self.provider.filling().is_own(asked):
            return self.one_of("place", {p.key for p in self.provider.places()}, otherwise)
        try:
            return self.provider.place(asked).key
        except LookupError:
            self.complain("own_place.unreadable", what=shown(asked))
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

    def story(self, side: str, otherwise: str) -> str:
        """The asked scenario; one that cannot be shown here is told apart from one unknown."""
        asked = self.asked.get(side)
        for scenario in self.provider.elsewhere():
            if scenario.key == asked:
                self.complain("link.elsewhere", what=scenario.name(self.language))
                return otherwise
        return self.one_of(side, {s.key for s in self.provider.scenarios()}, otherwise)

    def side(self, side: str, otherwise: Side) -> Side:
        """One scenario with its moved levers."""
        found = Side(self.story(side, otherwise.scenario))
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
