"""What is not the same in A and B: their settings, who pays, and for whom it matters."""

from __future__ import annotations

import solara

from ui import words
from ui.chart import Chart, Frame
from ui.controls import Choice, Table
from ui.markup import element, paragraph, section
from ui.memory import Memory
from ui.provider import Budget, Division, Estimate, Outcome, Provider, Unit
from ui.sections.choices import options
from ui.sections.results import frame_of

NOBODY = "nobody"


@solara.component
def Differences(memory: Memory, provider: Provider) -> solara.Element:
    """Only what differs between A and B, money included."""
    language = memory.language.value
    found = provider.differences(memory.question.value)
    heading = words.say("differences.heading", language)
    if not found:
        return section(
            "differences", heading, [paragraph(words.say("differences.none", language))], "card"
        )
    money = any(difference.money for difference in found)
    rows = [
        {"name": d.name[language], "cells": [d.a[language], d.b[language], d.status[language]]}
        for d in found
    ]
    head = [words.say("differences.what", language), "A", "B"]
    note = words.say("differences.money" if money else "differences.no_money", language)
    return section(
        "differences",
        heading,
        [
            paragraph(note, "notice" if money else ""),
            Table(
                heading,
                [*head, words.say("differences.status", language)],
                rows,
                numeric=False,
            ),
        ],
        "card",
    )


def amount(value: float, unit: Unit, language: str) -> str:
    """A number with its unit."""
    return f"{words.number(value * unit.scale, language, unit.digits)} {unit.label(language)}"


def bar(estimate: Estimate, unit: Unit, widest: float, language: str) -> dict[str, object]:
    """A difference as text, and as shares of the widest one for the bar beside it."""
    scale = 100 / widest if widest else 0.0
    spread = words.say(
        "money.range",
        language,
        low=words.number(estimate.low * unit.scale, language, unit.digits),
        high=words.number(estimate.high * unit.scale, language, unit.digits),
    )
    return {
        "text": f"{amount(estimate.median, unit, language)} ({spread})",
        "at": estimate.median * scale,
        "low": estimate.low * scale,
        "high": estimate.high * scale,
    }


def budget_row(budget: Budget, widest: float, language: str) -> dict[str, object]:
    """One payer."""
    return {
        "name": budget.name[language],
        "total": budget.total,
        "cells": [
            amount(budget.a.median, budget.unit, language),
            amount(budget.b.median, budget.unit, language),
            bar(budget.difference, budget.unit, widest, language),
        ],
    }


@solara.component
def Money(memory: Memory, provider: Provider) -> solara.Element:
    """Per budget what is spent in A and in B."""
    language, answer = memory.language.value, memory.answer.value
    heading = words.say("money.heading", language)
    budgets = answer.snapshot.budgets if answer else ()
    if not budgets:
        waiting = paragraph(words.say("money.waiting", language))
        return section("money", heading, [waiting], "card")
    widest = max(max(abs(b.difference.low), abs(b.difference.high)) for b in budgets)
    rows = [budget_row(budget, widest, language) for budget in budgets]
    head = [words.say("money.budget", language), "A", "B", words.say("money.difference", language)]
    introduction = paragraph(words.say("money.introduction", language))
    return section("money", heading, [introduction, Table(heading, head, rows)], "card")


@solara.component
def Groups(memory: Memory, provider: Provider) -> solara.Element:
    """The same charts per group of residents, and the gap, when asked for."""
    language, answer = memory.language.value, memory.answer.value
    chosen, choose = solara.use_state(NOBODY)
    key, set_key = solara.use_state(provider.outcomes()[0].key)
    heading = words.say("groups.heading", language)
    divisions = answer.snapshot.divisions if answer else {}
    nobody = {"value": NOBODY, "label": words.say("groups.nobody", language)}
    choices = [{"value": k, "label": d.name[language]} for k, d in divisions.items()]
    divide = Choice(
        "divide", words.say("groups.divide", language), [nobody, *choices], chosen, choose
    )
    parts: list[solara.Element | str] = [divide]
    if chosen not in divisions or answer is None:
        parts.append(paragraph(words.say("groups.introduction", language)))
    else:
        outcome = next(o for o in provider.outcomes() if o.key == key)
        names = options(provider.outcomes(), language)
        label = words.say("groups.outcome", language)
        parts.append(Choice("group-outcome", label, names, key, set_key))
        frame = frame_of(memory, provider, answer)
        parts.append(element("div", figures(divisions[chosen], outcome, frame), "charts"))
    return section("groups", heading, parts)


def figures(division: Division, outcome: Outcome, frame: Frame) -> list[solara.Element]:
    """One chart per group that is large enough, and one of the gap."""
    language = frame.language
    drawn = []
    for n, group in enumerate(division.groups):
        name = group.name[language]
        if group.pictures is None:
            text = f"{name}: {words.say('groups.too_small', language)}"
            drawn.append(paragraph(text, "card").key(f"group-{n}"))
            continue
        residents = words.number(group.residents, language)
        part = f"{name} ({residents} {words.say('groups.residents', language).lower()})"
        picture = group.pictures[outcome.key]
        figure = Chart(outcome, picture, frame, part=part, key=f"group-{n}")
        drawn.append(figure.key(f"{outcome.key}-group-{n}"))
    gap = words.say("groups.gap", language)
    figure = Chart(outcome, division.gap[outcome.key], frame, part=gap, key="gap")
    return [*drawn, figure.key(f"{outcome.key}-gap")]
