"""One household followed through both worlds: two timelines, and the whole story as a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import solara

from experiments.explaining.stories import Story as AStory
from ui import words
from ui.controls import Press, Table
from ui.markup import Child, element, paragraph, section
from ui.provider import Provider
from ui.sections.choices import folded_away
from ui.sections.why.difference import Working
from ui.why_memory import Why
from ui.why_provider import StorySnapshot, Told

KINDS = {
    "need_grew": "worse",
    "need_fell": "better",
    "help_eased": "better",
    "help_began": "help",
    "taken_up": "help",
    "help_ended": "ended",
    "closed": "ended",
    "owned": "plan",
    "joined": "plan",
    "refused": "stuck",
    "lost_on_the_way": "stuck",
    "gave_up": "stuck",
    "plan_short": "stuck",
    "promise_broken": "stuck",
}
"""What stands on a timeline, by the kind of event; the rest is a dot."""
LEGEND = ("worse", "better", "help", "ended", "plan", "stuck", "other")
WEEKS = 208


@solara.component_vue("lanes.vue", vuetify=False)
def Lanes(
    lanes: list[dict[str, Any]],
    weeks: int,
    weeks_per_year: int,
    parts: int | None,
    summary: str,
    texts: dict[str, Any],
) -> None:
    """Two timelines under each other."""


@solara.component_vue("which.vue", vuetify=False)
def _Which(
    id: str, label: str, act: str, refused: str, most: int, value: int, event_choose: Any
) -> None:
    """A field for a number, and a button."""


@solara.component
def Story(why: Why, provider: Provider) -> solara.Element:
    """Whose story, the timelines, and the table."""
    language = why.language.value
    asked = (why.question, why.household.value)
    heading = words.say("why.story", language)
    parts: list[Child] = [paragraph(words.say("why.story_lead", language))]
    snapshot: StorySnapshot | None = why.story.answer(asked)
    told = snapshot.told if snapshot else None
    if told is None:
        return section("story", heading, [*parts, Working(why.story, asked, language)], "card")
    return section(
        "story",
        heading,
        [
            *parts,
            *choose(why, told, language),
            timelines(provider, told, language),
            paragraph(parting(told, provider.weeks_per_year, language), "why__parts"),
            table(told, provider.weeks_per_year, language),
            paragraph(words.say("why.story_rests", language, seed=why.question.seed), "hint"),
        ],
        "card",
    )


def choose(why: Why, told: Told, language: str) -> list[Child]:
    """Buttons for the two that are offered, and a field for any other."""
    offered = (("typical", None, told.typical), ("telling", told.telling, told.telling))
    buttons = [
        Press(
            words.say(f"why.{name}", language),
            lambda row=row: why.household.set(row),
            look="quiet",
            pressed=told.household == number,
        )
        for name, row, number in offered
    ]
    most = told.households - 1
    number = _Which(
        id="household",
        label=words.say("why.household", language, most=most),
        act=words.say("why.follow", language),
        refused=words.say("why.household_range", language, most=most),
        most=most,
        value=told.household,
        event_choose=lambda row: why.household.set(int(row)),
    )
    begins = told.a.begins[0 if language == "nl" else 1]
    who = words.say("why.who", language, number=told.household, begins=begins)
    parts: list[Child] = [element("div", [*buttons, number], "chips")]
    if why.household.value is not None and why.household.value != told.household:
        refused = words.say("why.household_range", language, most=most)
        parts.append(paragraph(refused, "notice"))
    many = words.say("why.differing", language, count=told.differing, all=told.households)
    return [*parts, paragraph(many), element("p", [element("b", [who])])]


def timelines(provider: Provider, told: Told, language: str) -> solara.Element:
    """The picture; its summary says where the stories part."""
    lanes = [
        {
            "side": side,
            "marks": [
                {
                    "week": each.week,
                    "kind": KINDS.get(each.kind, "other"),
                    "text": f"{when(each.week, provider.weeks_per_year, language)}: "
                    f"{each.nl if language == 'nl' else each.en}",
                }
                for each in story.moments
            ],
        }
        for side, story in (("a", told.a), ("b", told.b))
    ]
    summary = words.say(
        "why.lanes",
        language,
        a=len(told.a.moments),
        b=len(told.b.moments),
        parts=parting(told, provider.weeks_per_year, language),
    )
    texts = {
        "year": words.say("chart.year", language),
        "start": words.say("chart.start", language),
        "parts": words.say("why.parts_here", language),
        "kinds": {kind: words.say(f"why.kind.{kind}", language) for kind in LEGEND},
    }
    return Lanes(
        lanes=lanes,
        weeks=WEEKS,
        weeks_per_year=provider.weeks_per_year,
        parts=told.parts_in_week,
        summary=summary,
        texts=texts,
    )


def when(week: int, weeks_per_year: int, language: str) -> str:
    """A week as a year and a week in it."""
    year, rest = divmod(week, weeks_per_year)
    return words.say("why.when", language, year=year + 1, week=rest)


def parting(told: Told, weeks_per_year: int, language: str) -> str:
    """Where the stories part, or that they do not."""
    if told.parts_in_week is None:
        return words.say("why.same_story", language)
    return words.say("why.parts", language, when=when(told.parts_in_week, weeks_per_year, language))


def table(told: Told, weeks_per_year: int, language: str) -> solara.Element:
    """Where the stories differ, week by week; all moments of both behind a fold."""
    weeks = sorted({each.week for story in (told.a, told.b) for each in story.moments})
    if not weeks:
        return paragraph(words.say("why.no_story", language))
    rows = [(week, said(told.a, week, language), said(told.b, week, language)) for week in weeks]
    head = [words.say("why.moment", language), "A", "B"]

    def lines(chosen: Sequence[tuple[int, str, str]]) -> list[dict[str, Any]]:
        same = words.say("why.as_in_a", language)
        return [
            {
                "name": when(week, weeks_per_year, language),
                "cells": [a or "–", same if a == b else b or "–"],
            }
            for week, a, b in chosen
        ]

    apart = lines([row for row in rows if row[1] != row[2]])
    whole = words.say("why.whole_story", language)
    parts: list[solara.Element] = []
    if apart:
        title = words.say("why.apart", language)
        parts += [element("h3", [title]), Table(title, head, apart, numeric=False)]
    parts.append(folded_away(whole, [Table(whole, head, lines(rows), numeric=False)]))
    return element("div", parts)


def said(story: AStory, week: int, language: str) -> str:
    """All that happened in a week, as one text."""
    dutch = language == "nl"
    return " ".join(each.nl if dutch else each.en for each in story.moments if each.week == week)
