"""What is not the same in A and B: their settings, who pays, and for whom it matters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import solara

from ui import words
from ui.chart import verdict
from ui.controls import Choice, Table
from ui.families import EFFORT, chosen, first_outcomes
from ui.markup import element, paragraph, section
from ui.memory import SIDES, Memory, side_of
from ui.provider import Budget, Division, Outcome, Pair, Provider, Question, Unit
from ui.sections.choices import folded_away, options

NOBODY = "nobody"


@solara.component
def Differences(memory: Memory, provider: Provider) -> solara.Element:
    """Only what differs between A and B, money included."""
    language, question = memory.language.value, memory.question.value
    found = provider.differences(question)
    heading = words.say("differences.heading", language)
    money = spent_on_top(provider, question, language)
    if not found:
        none = paragraph(words.say("differences.none", language))
        return section("differences", heading, [none, money], "card")
    differs = any(difference.money for difference in found)
    rows = [
        {"name": d.name[language], "cells": [d.a[language], d.b[language], d.status[language]]}
        for d in found
    ]
    head = [words.say("differences.what", language), "A", "B"]
    head.append(words.say("differences.status", language))
    note = words.say("differences.money" if differs else "differences.no_money", language)
    table = Table(heading, head, rows, numeric=False)
    return section(
        "differences", heading, [paragraph(note, "notice" if differs else ""), money, table], "card"
    )


def spent_on_top(provider: Provider, question: Question, language: str) -> solara.Element:
    """The extra money of each side, a year for each resident and in all."""
    lines = []
    for side in SIDES:
        extra = provider.extra(question, side_of(question, side))
        told = words.say(
            "extra.some" if extra.per_resident else "extra.none",
            language,
            side=side.upper(),
            each=words.fine(extra.per_resident, language),
            year=words.rough(extra.a_year, language),
            years=words.fine(extra.weeks / provider.weeks_per_year, language),
            all=words.rough(extra.in_all, language),
        )
        lines.append(element("li", [told]))
    return element("ul", lines, "extra")


def amount(value: float, unit: Unit, language: str) -> str:
    """A number as it is written, without its unit."""
    return words.number(value * unit.scale, language, unit.digits)


def bar(pair: Pair, unit: Unit, widest: float, language: str) -> dict[str, object]:
    """A difference as text, and as shares of the widest one for the bar beside it."""
    scale = 100 / widest if widest else 0.0
    difference, digits = pair.difference, max(unit.digits, 1)
    low, middle, high = (
        words.number(value * unit.scale, language, digits)
        for value in (difference.low, difference.median, difference.high)
    )
    return {
        "text": f"{middle} ({words.say('money.range', language, low=low, high=high)})",
        "at": difference.median * scale,
        "low": difference.low * scale,
        "high": difference.high * scale,
    }


def reach(*pairs: Pair | None) -> float:
    """The largest difference in any direction, so that bars share one scale."""
    return max((max(abs(p.difference.low), abs(p.difference.high)) for p in pairs if p), default=0)


@solara.component
def Money(memory: Memory, provider: Provider) -> solara.Element:
    """First people and hours; euros per budget in a table that opens, with the price list."""
    language, answer = memory.language.value, memory.answer.value
    heading = words.say("money.heading", language)
    if answer is None or not answer.snapshot.pairs:
        waiting = paragraph(words.say("money.waiting", language))
        return section("money", heading, [waiting], "card")
    pairs = answer.snapshot.pairs
    parts = [
        paragraph(words.say(f"window.over.{answer.snapshot.window}", language)),
        effort(provider, pairs, language),
        folded_away(
            words.say("money.euros", language),
            [
                paragraph(words.say("money.introduction", language)),
                euros(answer.snapshot.budgets, language),
                prices(provider, language),
            ],
        ),
    ]
    return section("money", heading, parts, "card")


def effort(provider: Provider, pairs: Mapping[str, Pair | None], language: str) -> solara.Element:
    """Who is helped under which law, and hours of work."""
    rows = []
    for outcome in chosen(provider.outcomes(), EFFORT):
        pair, unit = pairs[outcome.key], outcome.unit
        if pair is None:
            continue
        name = f"{outcome.name(language)} ({unit.label(language)})"
        said = verdict(pair.counts, language)
        cells = [amount(side.median, unit, language) for side in (pair.a, pair.b)]
        rows.append({"name": name, "cells": [*cells, bar(pair, unit, reach(pair), language), said]})
    head = [words.say("money.effort", language), "A", "B", words.say("money.difference", language)]
    head.append(words.say("sentence.verdict", language))
    return Table(words.say("money.effort", language), head, rows)


def euros(budgets: Sequence[Budget], language: str) -> solara.Element:
    """What each budget spends, and what help may have spared it."""
    each = [budget for budget in budgets if not budget.total]
    widest = reach(*(p for budget in each for p in (budget.spent, budget.spared)))
    rows = []
    for budget in budgets:
        spent, unit = budget.spent, budget.unit
        scale = reach(spent) if budget.total else widest
        cells: list[object] = [amount(side.median, unit, language) for side in (spent.a, spent.b)]
        cells.append(bar(spent, unit, scale, language))
        cells.append(bar(budget.spared, unit, widest, language) if budget.spared else "")
        rows.append({"name": budget.name[language], "total": budget.total, "cells": cells})
    parts = ("budget", "a", "b", "spent", "spared")
    head = [words.say(f"money.{part}", language) for part in parts]
    return Table(words.say("money.euros", language), head, rows)


def prices(provider: Provider, language: str) -> solara.Element:
    """What an hour costs, and what that price rests on."""
    rows = [
        {
            "name": price.name(language),
            "cells": [
                f"{amount(price.default, price.unit, language)} {price.unit.label(language)}",
                price.status(language),
                price.basis(language),
            ],
        }
        for price in provider.prices()
    ]
    parts = ("price", "cost", "status", "basis")
    head = [words.say(f"price.{part}", language) for part in parts]
    title = words.say("price.heading", language)
    return element("div", [element("h3", [title]), Table(title, head, rows, numeric=False)])


@solara.component
def Groups(memory: Memory, provider: Provider) -> solara.Element:
    """The same comparison per group of residents, and the gap, when asked for."""
    language, answer = memory.language.value, memory.answer.value
    chosen_one, choose = solara.use_state(NOBODY)
    first = first_outcomes(provider.outcomes())[0].key
    key, set_key = solara.use_state(first)
    heading = words.say("groups.heading", language)
    divisions = answer.snapshot.divisions if answer else {}
    nobody = {"value": NOBODY, "label": words.say("groups.nobody", language)}
    choices = [{"value": k, "label": d.name[language]} for k, d in divisions.items()]
    label = words.say("groups.divide", language)
    divide = Choice("divide", label, [nobody, *choices], chosen_one, choose)
    parts: list[solara.Element | str] = [divide]
    if chosen_one not in divisions or answer is None:
        parts.append(paragraph(words.say("groups.introduction", language)))
        return section("groups", heading, parts, "card")
    division = divisions[chosen_one]
    known = [outcome for outcome in provider.outcomes() if outcome.key in division.gap]
    outcome = next((each for each in known if each.key == key), known[0])
    names = options(known, language)
    question = words.say("groups.outcome", language)
    parts.append(Choice("group-outcome", question, names, outcome.key, set_key))
    parts.append(paragraph(words.say(f"window.over.{answer.snapshot.window}", language)))
    parts.append(by_group(division, outcome, language))
    return section("groups", heading, parts, "card")


def by_group(division: Division, outcome: Outcome, language: str) -> solara.Element:
    """One row per group that is large enough, and one of the gap."""
    unit = outcome.unit
    found: list[tuple[str, str, Pair | None]] = []
    for group in division.groups:
        pair = group.pairs[outcome.key] if group.pairs is not None else None
        found.append((group.name[language], words.rough(group.residents, language), pair))
    found.append((words.say("groups.gap", language), "", division.gap[outcome.key]))
    widest = reach(*(pair for _, _, pair in found))
    rows = []
    for number, (name, residents, pair) in enumerate(found):
        if pair is None:
            cells: list[object] = [residents, "–", "–", words.say("groups.too_small", language), ""]
        else:
            cells = [residents, *(amount(s.median, unit, language) for s in (pair.a, pair.b))]
            cells += [bar(pair, unit, widest, language), verdict(pair.counts, language)]
        rows.append({"name": name, "cells": cells, "total": number == len(division.groups)})
    head = [words.say("groups.group", language), words.say("groups.residents", language), "A", "B"]
    head += [words.say("money.difference", language), words.say("sentence.verdict", language)]
    title = f"{outcome.name(language)} ({unit.label(language)})"
    return Table(title, head, rows)
