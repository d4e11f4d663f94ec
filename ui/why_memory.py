"""What one visitor asks on the page about why, and the link that brings it back."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import urlencode

import solara

from ui.families import first_outcomes
from ui.link import LinkReader, link, parts_of, read_link, shown
from ui.provider import Outcome, Provider, Question
from ui.pursuit import Pursued
from ui.short import shortened
from ui.why_provider import Explaining

MOST_OFF = 20
"""Rules that a link may switch off."""


@dataclass
class Why:
    """One visitor's state; each part is read only by the components that show it."""

    language: solara.Reactive[str]
    question: Question
    notices: solara.Reactive[tuple[str, ...]]
    outcome: solara.Reactive[str]
    opened: solara.Reactive[str]
    """The group of which the rules are shown, or nothing."""
    off: solara.Reactive[tuple[str, ...]]
    """The rules that are switched off in both worlds."""
    household: solara.Reactive[int | None]
    """The household that is followed; None for a typical one."""
    chain: Pursued
    left: Pursued
    story: Pursued

    def newest(self) -> object:
        """What the page is drawn from: every choice, and the latest of each answer."""
        choices = self.outcome.value, self.opened.value, self.off.value, self.household.value
        return *choices, self.chain.seen.value, self.left.seen.value, self.story.seen.value

    def switch(self, mechanism: str) -> None:
        """Turn a rule off, or on again."""
        off = self.off.value
        if mechanism in off:
            self.off.set(tuple(each for each in off if each != mechanism))
        else:
            self.off.set((*off, mechanism))

    def link(self, version: str) -> str:
        """The part of an address behind the question mark that restores this page."""
        written = why_link(
            self.question, self.language.value, version, self.outcome.value,
            opened=self.opened.value, off=self.off.value, household=self.household.value,
        )  # fmt: skip
        return shortened(written)


def why_link(
    question: Question,
    language: str,
    version: str,
    outcome: str = "",
    *,
    opened: str = "",
    off: Collection[str] = (),
    household: int | None = None,
) -> str:
    """A link to why, with all that the page that explores has in its own."""
    told = {"outcome": outcome, "group": opened, "off": ",".join(off)}
    told["household"] = "" if household is None else str(household)
    more = urlencode({name: value for name, value in told.items() if value}, safe=",")
    return "&".join(filter(None, (link(question, language, version), more)))


def asked_why(search: str | None, provider: Provider) -> Why:
    """What a link asks for, held against what there is."""
    language, question, notices = read_link(search, provider)
    explaining = provider.explaining
    reader = LinkReader(provider, language, dict(parts_of(search or "")[0]))
    first = first_outcomes(provider.outcomes())[0].key
    outcome = reader.one_of("outcome", {each.key for each in provider.outcomes()}, first)
    groups = {each.key for each in explaining.groups()}
    opened = reader.one_of("group", {"", *groups}, "")
    off = switched_off(reader, explaining)
    household = chosen_household(reader)
    return Why(
        language=solara.reactive(language),
        question=question,
        notices=solara.reactive((*notices, *reader.told())),
        outcome=solara.reactive(outcome),
        opened=solara.reactive(opened),
        off=solara.reactive(off),
        household=solara.reactive(household),
        chain=Pursued.nothing(),
        left=Pursued.nothing(),
        story=Pursued.nothing(),
    )


def switched_off(reader: LinkReader, explaining: Explaining) -> tuple[str, ...]:
    """The rules that a link switches off and that exist, each once."""
    known = {rule.key for group in explaining.groups() for rule in group.mechanisms}
    asked = list(dict.fromkeys(filter(None, reader.asked.get("off", "").split(","))))
    for each in asked:
        if each not in known:
            reader.complain("link.unknown", what=shown(each))
    return tuple(each for each in asked if each in known)[:MOST_OFF]


def chosen_household(reader: LinkReader) -> int | None:
    """The household that a link follows; None for a typical one."""
    text = reader.asked.get("household", "")
    if text.isascii() and text.isdecimal() and len(text) <= 6:
        return int(text)
    if text:
        reader.complain("link.unknown", what=shown(f"household={text}"))
    return None


def outcome_of(provider: Provider, key: str) -> Outcome:
    """The outcome with this key."""
    return next(each for each in provider.outcomes() if each.key == key)
