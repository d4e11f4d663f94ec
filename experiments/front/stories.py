"""Places, scenarios and opening questions, as a visitor chooses from them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

import yaml

from experiments import own_place
from experiments.numerals import numeral, whole
from model import places as model_places
from model.parameters import ADDRESSES
from model.place_facts import NATIONAL, STATUS_WORDS
from scenarios import library
from scenarios.families import family_of
from scenarios.scenario import Scenario as Story

FILE = Path(__file__).parent / "questions.yaml"
OWN = {"nl": "Zelf ingevuld, niet geijkt", "en": "Filled in by yourself, not calibrated"}
MADE_UP = {"nl": "Verzonnen wijken, om mee te oefenen", "en": "Made-up neighbourhoods, to practise"}


class Known(NamedTuple):
    """One fact about a place as a row of a table."""

    name: str
    value: str
    status: str
    basis: str


@dataclass(frozen=True)
class Place:
    """A neighbourhood; `meaning` says how much of it is known."""

    place: model_places.Place

    @property
    def key(self) -> str:
        """Its id."""
        return self.place.id

    @property
    def residents(self) -> int:
        """How many people live there."""
        return self.place.population

    def group(self, language: str) -> str:
        """The municipality under which it is listed."""
        if own_place.is_own(self.key):
            return OWN[language]
        return MADE_UP[language] if self.place.stylised else self.place.municipality

    def name(self, language: str) -> str:
        """What it is called in the list."""
        label = self.place.label.say(language)
        return label.removesuffix(f", {self.place.municipality}") if label else self.place.name

    def meaning(self, language: str) -> str:
        """How many people live there, and how many of its facts are known."""
        coverage = own_place.coverage(self.place).say(language)
        living = whole(self.residents, language)
        kinds = self._kinds(language)
        if language == "nl":
            return f"{living} bewoners. {coverage[:1].upper()}{coverage[1:]}{kinds}."
        return f"{living} residents. {coverage[:1].upper()}{coverage[1:]}{kinds}."

    def _kinds(self, language: str) -> str:
        """How many facts were filled in or not checked, as the end of a sentence."""
        if own_place.is_own(self.key):
            return ""
        parts = []
        for status in ("filled", "unchecked"):
            count = sum(fact.status == status for fact in self.place.facts.values())
            if count:
                parts.append(f"{count} {STATUS_WORDS[status].say(language)}")
        return ", " + ", ".join(parts) if parts else ""

    def caveat(self, language: str) -> str:
        """What to be careful with, and where the figures come from."""
        return f"{self.place.caveat.say(language)} {self.place.source.say(language)}"

    def facts(self, language: str) -> Sequence[Known]:
        """The twelve facts with what each rests on."""
        rows = []
        for key, fact in self.place.facts.items():
            share = key.startswith("share_")
            text = f"{fact.value * 100:.0f} %" if share else f"{fact.value:.2f}"
            rows.append(
                Known(
                    NATIONAL[key].name.say(language),
                    numeral(text, language),
                    STATUS_WORDS[fact.status].say(language),
                    fact.basis.say(language),
                )
            )
        return rows


@dataclass(frozen=True)
class Scenario:
    """A story that can be A or B; `meaning` is the story."""

    story: Story

    @property
    def key(self) -> str:
        """Its key."""
        return self.story.key

    def name(self, language: str) -> str:
        """Its title."""
        return self.story.title.say(language)

    def group(self, language: str) -> str:
        """The family under which it is listed."""
        return family_of(self.key).name.say(language)

    def meaning(self, language: str) -> str:
        """Its story."""
        return " ".join(self.story.story.say(language).split())

    def notice(self, language: str) -> Sequence[str]:
        """Things to notice."""
        return [text.say(language) for text in self.story.things_to_notice]

    def attempt(self, language: str) -> Sequence[str]:
        """Things to try."""
        return [text.say(language) for text in self.story.things_to_try]

    def sources(self) -> Sequence[str]:
        """The practice documents it comes from, as document:line."""
        return self.story.seeds

    def value(self, address: str) -> float:
        """What this scenario sets the number to when policy starts."""
        return self.story.values.get(address, ADDRESSES[address].default)


@dataclass(frozen=True)
class Opening:
    """A question that sets A and B."""

    key: str
    a: str
    b: str
    window: str
    charts: tuple[str, ...]
    """The outcomes whose charts this question puts in front; none to leave them as they are."""
    lesson: str
    """The key of the lesson about this question; empty where there is none."""
    words: Mapping[str, str]

    def name(self, language: str) -> str:
        """The question itself."""
        return self.words[language]

    def meaning(self, language: str) -> str:
        """The question itself: there is no more to it."""
        return self.words[language]


@cache
def places() -> tuple[Place, ...]:
    """Every place: the default's municipality first, made-up ones last, else by municipality."""
    first = model_places.PLACES[model_places.DEFAULT_PLACE].municipality
    found = [Place(place) for place in model_places.PLACES.values()]
    return tuple(
        sorted(
            found,
            key=lambda each: (
                each.place.stylised,
                each.place.municipality != first,
                each.place.municipality,
                "" if each.place.stylised else each.place.name,
            ),
        )
    )


def place(key: str) -> Place:
    """The place with this key, also one that somebody filled in; UnknownPlace if there is none."""
    return Place(own_place.find(key))


@cache
def scenarios() -> tuple[Scenario, ...]:
    """Every scenario that ships and happens in one place: the page shows one neighbourhood."""
    return tuple(Scenario(story) for story in library.all_scenarios() if not story.region)


@cache
def elsewhere() -> tuple[Scenario, ...]:
    """Every scenario about several municipalities together, which the page cannot show."""
    return tuple(Scenario(story) for story in library.all_scenarios() if story.region)


@cache
def openings() -> tuple[Opening, ...]:
    """The questions that open the page; it starts with the first."""
    rows = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return tuple(
        Opening(
            key=row["key"],
            a=row["a"],
            b=row["b"],
            window=row["window"],
            charts=tuple(row.get("charts", ())),
            lesson=row.get("lesson", ""),
            words={language: row[language] for language in ("nl", "en")},
        )
        for row in rows
    )
