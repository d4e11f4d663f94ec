"""What the visitor sets: the place, the baseline, up to three ways beside it, and the weeks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import solara

from ui import words
from ui.addresses import LIVE, to
from ui.compare.memory import LETTERS, Memory, lettered, pair_of, with_other
from ui.compare.provider import Comparison, Ready
from ui.controls import Choice, Press
from ui.link import link as two_ways
from ui.markup import element, paragraph, section
from ui.provider import WINDOWS, Provider, Side
from ui.sections.choices import first_sentence, meaning, place_options, story_options
from ui.sections.results import standing

EMPTY = "-"
"""The option for no scenario in a place."""


@solara.component
def Stand(memory: Memory, provider: Provider) -> solara.Element:
    """The comparisons that stand ready, the present one marked."""
    language, comparison = memory.language.value, memory.comparison.value

    def ask(ready: Ready) -> None:
        now = memory.comparison.value
        others = tuple(Side(key) for key in ready.others)
        sides = {"baseline": Side(ready.baseline), "others": others, "window": ready.window}
        memory.ask(replace(now, **sides))

    buttons = [
        Press(
            ready.name(language),
            lambda ready=ready: ask(ready),
            look="question",
            pressed=is_present(ready, comparison),
        )
        for ready in provider.comparing().ready()
    ]
    title = words.say("opening.heading", language)
    return section("openings", title, [element("div", buttons, "questions")])


def is_present(ready: Ready, comparison: Comparison) -> bool:
    """Whether the present comparison is the one that stands ready, with no lever moved."""
    sides = tuple(Side(key) for key in (ready.baseline, *ready.others))
    return comparison.sides == sides and comparison.window == ready.window


@solara.component
def Choose(memory: Memory, provider: Provider) -> solara.Element:
    """Place, baseline, the ways beside it, what was moved by the visitor, and the weeks."""
    language, comparison = memory.language.value, memory.comparison.value
    here = provider.place(comparison.place)
    own = [here] if provider.filling().is_own(comparison.place) else []
    places = [*own, *provider.places()]
    place = Choice(
        "place",
        words.say("choose.place", language),
        place_options(places, language),
        comparison.place,
        lambda key: memory.ask(replace(memory.comparison.value, place=key)),
        hint=meaning(places, comparison.place, language),
    )
    most = provider.comparing().most
    fields = [baseline_choice(memory, provider)]
    shown = min(most, len(comparison.others) + 1)
    fields += [other_choice(memory, provider, number) for number in range(shown)]
    window = Choice(
        "window",
        words.say("window.choose", language),
        [{"value": each, "label": words.say(f"window.name.{each}", language)} for each in WINDOWS],
        comparison.window,
        lambda window: memory.ask(replace(memory.comparison.value, window=window)),
        kind="radio",
    )
    back = Press(
        words.say("lever.undo", language),
        memory.undo,
        look="quiet",
        disabled=not memory.past,
    )
    parts = [
        element("div", [place], "choices"),
        element("div", fields, "choices choices--sides"),
        *moved_by_visitor(memory, provider),
        element("div", [window, back], "more"),
    ]
    return section("choose", words.say("compare.choose.heading", language), parts)


def baseline_choice(memory: Memory, provider: Provider) -> solara.Element:
    """The list in which the baseline is chosen."""
    language, chosen = memory.language.value, memory.comparison.value.baseline.scenario
    return Choice(
        "side-a",
        words.say("compare.choose.baseline", language),
        story_options(provider.scenarios(), language),
        chosen,
        lambda key: memory.ask(replace(memory.comparison.value, baseline=Side(key))),
        hint=first_sentence(meaning(provider.scenarios(), chosen, language)),
    )


def other_choice(memory: Memory, provider: Provider, number: int) -> solara.Element:
    """The list in which one way beside the baseline is chosen; all but one may be empty."""
    language, comparison = memory.language.value, memory.comparison.value
    scenarios, letter = provider.scenarios(), LETTERS[number + 1]
    there = number < len(comparison.others)
    chosen = comparison.others[number].scenario if there else EMPTY
    options = story_options(scenarios, language)
    if len(comparison.others) > 1 or not there:
        empty = {"value": EMPTY, "label": words.say("compare.choose.none", language)}
        options = [empty, *options]

    def choose(key: str) -> None:
        side = None if key == EMPTY else Side(key)
        memory.ask(with_other(memory.comparison.value, number, side))

    return Choice(
        f"side-{letter.lower()}",
        words.say("compare.choose.other", language, side=letter),
        options,
        chosen,
        choose,
        hint=first_sentence(meaning(scenarios, chosen, language)) if there else "",
    )


def moved_by_visitor(memory: Memory, provider: Provider) -> Sequence[solara.Element]:
    """For each side with moved levers: which, with a button that puts them back."""
    language, comparison = memory.language.value, memory.comparison.value
    found = []
    for number, (letter, side) in enumerate(lettered(comparison)):
        if not side.values:
            continue
        told = words.say(
            "chart.moved", language, side=letter, levers=moved(provider, side, language)
        )
        undo = Press(
            words.say("compare.choose.unmoved", language, side=letter),
            lambda number=number: memory.ask(unmoved(memory.comparison.value, number)),
            look="quiet",
        )
        found.append(element("p", [told + ". ", undo], "notice"))
    links = []
    for letter, side in lettered(comparison)[1:]:
        address = two_ways(pair_of(comparison, side), language, provider.version)
        said = words.say("compare.choose.turn", language, side=letter)
        links.append(element("a", [said], href=to(LIVE, address)))
    said = paragraph(words.say("compare.choose.turn_lead", language))
    turns = element("div", [said, *links], "skipprint ways turns")
    return [element("div", found), turns]


def moved(provider: Provider, side: Side, language: str) -> str:
    """The levers that the visitor moved on a side, and where they stand."""
    levers = {lever.address: lever for lever in provider.levers()}
    told = [
        f"{levers[address].name(language)} {standing(levers[address], value, language)}"
        for address, value in side.values
    ]
    return "; ".join(told)


def unmoved(comparison: Comparison, number: int) -> Comparison:
    """The comparison with one side as its scenario has it; the baseline is number 0."""
    sides = list(comparison.sides)
    sides[number] = Side(sides[number].scenario)
    return replace(comparison, baseline=sides[0], others=tuple(sides[1:]))


def side_name(provider: Provider, side: Side, language: str) -> str:
    """The scenario of a side, and whether the visitor moved levers away from it."""
    name = next(s.name(language) for s in provider.scenarios() if s.key == side.scenario)
    return words.say("differences.moved", language, name=name) if side.values else name
