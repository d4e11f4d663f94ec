"""For whom it matters: each group of residents as a chart, the gap between them, and a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

import solara

from ui import words
from ui.chart import Chart, Frame
from ui.controls import Choice, Fold, Table
from ui.families import first_outcomes, in_order
from ui.markup import element, paragraph, section
from ui.memory import Memory
from ui.provider import Division, Outcome, Pair, Picture, Provider, Words
from ui.sections.choices import folded_away, options
from ui.sections.comparison import cells_of, reach
from ui.sections.results import frame_of
from ui.sections.waiting import stale
from ui.telling import verdict

NOBODY = "nobody"


@solara.component
def Groups(memory: Memory, provider: Provider) -> solara.Element:
    """The same comparison per group of residents, and the gap, when asked for."""
    language, answer = memory.language.value, memory.answer.value
    chosen_one, choose = solara.use_state(NOBODY)
    key, set_key = solara.use_state(first_outcomes(provider.outcomes())[0].key)
    named = solara.use_ref(cast("Mapping[str, Words]", {}))
    heading = words.say("groups.heading", language)
    divisions = answer.snapshot.divisions if answer else {}
    # The names stay while a new answer has too few runs, and are looked up only once: dividing
    # the residents takes time that most redraws need not spend.
    kept = named.current
    if set(divisions) - set(kept):
        kept = {key: division.name for key, division in divisions.items()}
        named.current = kept
    nobody = {"value": NOBODY, "label": words.say("groups.nobody", language)}
    choices = [{"value": k, "label": name[language]} for k, name in kept.items()]
    label = words.say("groups.divide", language)
    divide = Choice("divide", label, [nobody, *choices], chosen_one, choose)
    fold = Fold(heading, language)
    parts = [fold, element("div", [divide], "choices"), stale(memory)]
    if chosen_one == NOBODY:
        parts[2] = element("p", [], "stale")
    if chosen_one == NOBODY or answer is None:
        parts.append(paragraph(words.say("groups.introduction", language)))
        return section("groups", heading, parts, "card")
    if chosen_one not in divisions:
        failed = answer.snapshot.state == "failed"
        said = "sentence.failed" if failed else "groups.waiting"
        parts.append(paragraph(words.say(said, language)))
        return section("groups", heading, parts, "card")
    division = divisions[chosen_one]
    known = [outcome for outcome in in_order(provider.outcomes()) if outcome.key in division.gap]
    outcome = next((each for each in known if each.key == key), known[0])
    question = words.say("groups.outcome", language)
    which = Choice("group-outcome", question, options(known, language), outcome.key, set_key)
    parts = [fold, element("div", [divide, which], "choices"), stale(memory)]
    parts.append(charts_of(division, outcome, chosen_one, frame_of(memory, provider, answer)))
    table = [by_group(division, outcome, language)]
    parts.append(folded_away(words.say("groups.table", language), table))
    return section("groups", heading, parts, "card", busy=memory.is_old())


def charts_of(division: Division, outcome: Outcome, by: str, frame: Frame) -> solara.Element:
    """One small chart for each panel, beside each other."""
    charts = [
        Chart(
            panel.outcome,
            panel.picture,
            frame,
            part=panel.title,
            key=f"{by}-{number}",
            span=panel.span,
        ).key(f"{outcome.key}-{by}-{number}")
        for number, panel in enumerate(panels(division, outcome, frame.language))
    ]
    # a key of its own: else it stays the paragraph, no wider than one, that stood here before
    return element("div", charts, "charts charts--small").key("charts")


@dataclass(frozen=True)
class Panel:
    """One small chart: what it shows, of whom, and what its axis shows at least."""

    outcome: Outcome
    picture: Picture
    title: str
    span: tuple[float, float] | None = None


@dataclass(frozen=True)
class Gap:
    """An outcome as the distance between two groups: it can lie on either side of zero."""

    of: Outcome

    def __getattr__(self, name: str) -> object:
        """Everything else is as in the outcome itself."""
        return getattr(self.of, name)

    @property
    def between(self) -> tuple[float, float]:
        """As far apart as two groups can be."""
        low, high = self.of.between
        return low - high, high - low

    @property
    def better(self) -> str:
        """A gap is not better for being higher or lower."""
        return "gap"

    def meaning(self, language: str) -> str:
        """That it is a difference between groups, and not one between A and B."""
        return words.say("groups.gap_meaning", language)


def panels(division: Division, outcome: Outcome, language: str) -> list[Panel]:
    """A chart for each group that is large enough, on one axis, and one of the gap."""
    large = [(group, group.pictures) for group in division.groups if group.pictures is not None]
    span = spanned([pictures[outcome.key] for _, pictures in large])
    found = []
    for group, pictures in large:
        residents = words.rough(group.residents, language)
        title = words.say("groups.part", language, name=group.name[language], residents=residents)
        found.append(Panel(outcome, pictures[outcome.key], title, span))
    if has_gap(division):
        gap = cast(Outcome, Gap(outcome))
        found.append(
            Panel(gap, division.gap[outcome.key], gap_name(division, language), (0.0, 0.0))
        )
    return found


def has_gap(division: Division) -> bool:
    """Whether both outermost groups are large enough to say anything about."""
    return all(division.groups[end].pictures is not None for end in (0, -1))


def gap_name(division: Division, language: str) -> str:
    """Which group less which."""
    first, last = (division.groups[end].name[language] for end in (0, -1))
    return words.say("groups.gap", language, first=lowered(first), last=lowered(last))


def lowered(name: str) -> str:
    """A name within a sentence."""
    return name[:1].lower() + name[1:]


def spanned(pictures: Sequence[Picture]) -> tuple[float, float] | None:
    """The lowest and highest value that any of these pictures shows."""
    values = [
        value
        for picture in pictures
        for side in (picture.a, picture.b)
        for line in (side.median, *side.runs, *(side.wide or side.half or ()))
        for value in line
        if value is not None
    ]
    return (min(values), max(values)) if values else None


def by_group(division: Division, outcome: Outcome, language: str) -> solara.Element:
    """One row per group that is large enough, and one of the gap."""
    unit = outcome.unit
    found: list[tuple[str, str, Pair | None]] = []
    for group in division.groups:
        pair = group.pictures[outcome.key].pair if group.pictures is not None else None
        found.append((group.name[language], words.rough(group.residents, language), pair))
    if has_gap(division):
        found.append((gap_name(division, language), "", division.gap[outcome.key].pair))
    widest = reach(*(pair for _, _, pair in found), margin=outcome.margin)
    rows = []
    for number, (name, residents, pair) in enumerate(found):
        if pair is None:
            cells: list[object] = [residents, "–", "–", words.say("groups.too_small", language), ""]
        else:
            cells = [residents, *cells_of(pair, unit, widest, language, outcome.margin)]
            cells.append(verdict(pair.counts, language))
        rows.append({"name": name, "cells": cells, "total": number == len(division.groups)})
    head = [words.say("groups.group", language), words.say("groups.residents", language), "A", "B"]
    head += [words.say("money.difference", language), words.say("sentence.verdict", language)]
    title = words.say(
        "table.with_unit", language, name=outcome.name(language), unit=unit.label(language)
    )
    return Table(title, head, rows)
