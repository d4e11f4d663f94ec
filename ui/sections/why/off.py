"""Rules switched off in both worlds: what is left of the difference then."""

from __future__ import annotations

import solara

from ui import words
from ui.controls import Choice, Press
from ui.markup import Child, element, paragraph, section
from ui.provider import Outcome, Provider
from ui.sections.why.chain import Step
from ui.sections.why.difference import Working, amount, judged
from ui.why_memory import Why, outcome_of
from ui.why_provider import ENOUGH, Left, LeftSnapshot

PICK = ""


def options(provider: Provider, off: tuple[str, ...], language: str) -> list[dict[str, str]]:
    """All rules that are still on, by group, after the invitation to choose one."""
    first = {"value": PICK, "label": words.say("why.pick", language), "group": ""}
    return [
        first,
        *(
            {"value": rule.key, "label": rule.name(language), "group": group.name(language)}
            for group in provider.explaining.groups()
            for rule in group.mechanisms
            if rule.key not in off
        ),
    ]


@solara.component
def Off(why: Why, provider: Provider) -> solara.Element:
    """Choose rules to switch off, and see what is left."""
    language, off = why.language.value, why.off.value
    heading = words.say("why.without_one", language)

    def pick(key: str) -> None:
        if key != PICK and key not in why.off.value:
            why.switch(key)

    choice = Choice(
        "pick",
        words.say("why.pick_label", language),
        options(provider, off, language),
        PICK,
        pick,
        hint=words.say("why.pick_hint", language),
    ).key(f"pick-{len(off)}")
    parts: list[Child] = [paragraph(words.say("why.off_lead", language)), choice]
    if off:
        parts += [chips(why, provider), *outcome_without(why, provider)]
    return section("off", heading, parts, "card")


def chips(why: Why, provider: Provider) -> solara.Element:
    """The rules that are off, each with a button that turns it on again."""
    language = why.language.value
    names = {
        rule.key: rule.name(language)
        for group in provider.explaining.groups()
        for rule in group.mechanisms
    }
    said = element("b", [words.say("why.off_now", language)])
    buttons = [
        Press(
            words.say("why.on_again", language, name=names[key]),
            lambda key=key: why.switch(key),
            look="quiet",
        ).key(key)
        for key in why.off.value
    ]
    return element("div", [said, *buttons], "chips")


def outcome_without(why: Why, provider: Provider) -> list[Child]:
    """How far the work is, and the difference with and without what is off."""
    language, off = why.language.value, why.off.value
    asked = (why.question, frozenset(off))
    outcome = outcome_of(provider, why.outcome.value)
    working = Working(why.left, asked, language)
    snapshot: LeftSnapshot | None = why.left.answer(asked)
    left = snapshot.left(outcome.key) if snapshot else None
    if left is None or snapshot is None:
        said = words.say("why.left_wait", language)
        failed = why.left.how_far(asked).state == "failed"
        return [working, *([] if failed else [paragraph(said)])]
    return [
        working,
        paragraph(f"{outcome.name(language)}:"),
        element("div", bars(left, outcome, language), "left"),
        paragraph(sentence(left, outcome, language), "why__left", role="status"),
        paragraph(words.say("why.left_rests", language, pairs=snapshot.pairs), "hint"),
    ]


def bars(left: Left, outcome: Outcome, language: str) -> list[Child]:
    """Both differences under each other, on one scale."""
    ends = (0.0, left.whole_mean, left.left_mean)
    low, high = min(ends), max(ends)
    room = 0.05 * (high - low) or 1.0
    span = (low - room, high + room)
    found: list[Child] = []
    for name, mean, pair in (
        ("with_all", left.whole_mean, left.whole),
        ("without", left.left_mean, left.left),
    ):
        clear = pair.counts.of >= ENOUGH and bool(pair.counts.direction)
        kind = "whole" if name == "with_all" else "part"
        found.append(
            element(
                "div",
                [
                    element("b", [words.say(f"why.{name}", language)]),
                    Step(begin=0.0, end=mean, error=0.0, span=span, kind=kind, clear=clear),
                    element("b", [amount(mean, outcome, language)]),
                ],
            )
        )
    return found


def sentence(left: Left, outcome: Outcome, language: str) -> str:
    """What is left, in words and counts; what it is not, too."""
    told = [
        words.say("why.left_whole", language, counted=judged(left.whole.counts, outcome, language)),
        words.say("why.left_less", language, counted=judged(left.left.counts, outcome, language)),
    ]
    return " ".join(told)
