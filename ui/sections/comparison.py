"""What is not the same in A and B: their settings, and who pays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import solara

from ui import words
from ui.controls import Fold, Table
from ui.families import EFFORT, POCKET, SHEET, chosen
from ui.markup import element, paragraph, section
from ui.memory import SIDES, Memory, price_of, side_of
from ui.prices import Prices
from ui.provider import Budget, Outcome, Pair, Provider, Question, Snapshot, Unit
from ui.sections.choices import folded_away
from ui.sections.moves import Moves
from ui.sections.waiting import stale
from ui.telling import fitting, verdict

AT_FIRST = 10
"""Numbers that differ which are shown at once; the rest opens below."""


@solara.component
def Differences(memory: Memory, provider: Provider) -> solara.Element:
    """Only what differs between A and B, money included."""
    language, question = memory.language.value, memory.question.value
    found = provider.differences(question)
    heading = words.say("differences.heading", language)
    money, fold = spent_on_top(provider, question, language), Fold(heading, language)
    own = Moves(memory, provider)
    if not found:
        none = paragraph(words.say("differences.none", language))
        return section("differences", heading, [fold, none, money, *own], "card")
    differs = any(difference.money for difference in found)
    rows = [
        {"name": d.name[language], "cells": [d.a[language], d.b[language], d.status[language]]}
        for d in found
    ]
    head = [words.say("differences.what", language), "A", "B"]
    head.append(words.say("differences.status", language))
    posts = any(difference.posts for difference in found)
    note = words.say("differences.money" if differs else "differences.no_money", language)
    if posts:
        note = f"{note} {words.say('differences.posts', language)}"
    table = Table(heading, head, rows[:AT_FIRST], numeric=False)
    said = paragraph(note, "notice" if differs or posts else "")
    rest = folded_away(words.say("differences.rest", language, count=len(rows) - AT_FIRST),
                       [Table(heading, head, rows[AT_FIRST:], numeric=False)])  # fmt: skip
    more = [rest] if len(rows) > AT_FIRST else []
    return section("differences", heading, [fold, said, money, *own, table, *more], "card")


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


MARGINS_SHOWN = 4
"""How many times the smallest difference that matters a bar has room for, at least."""


def cells_of(
    pair: Pair, unit: Unit, widest: float, language: str, margin: float = 0.0
) -> list[object]:
    """A, B and their difference, all three with the same decimals."""
    digits = fitting(pair, unit, margin)
    sides = [words.number(s.median * unit.scale, language, digits) for s in (pair.a, pair.b)]
    return [*sides, bar(pair, unit, widest, language, digits)]


def bar(
    pair: Pair, unit: Unit, widest: float, language: str, digits: int | None = None
) -> dict[str, object]:
    """A difference as text, and as shares of the widest one for the bar beside it."""
    scale = 100 / widest if widest else 0.0
    difference = pair.difference
    digits = max(unit.digits, 1) if digits is None else digits
    low, middle, high = (
        words.plus(value * unit.scale, language, digits)
        for value in (difference.low, difference.median, difference.high)
    )
    return {
        "text": words.say("money.range", language, middle=middle, low=low, high=high),
        "at": difference.median * scale,
        "low": difference.low * scale,
        "high": difference.high * scale,
    }


def reach(*pairs: Pair | None, margin: float = 0.0) -> float:
    """The largest difference in any direction, so that bars of one unit share one scale.

    It is never so small that a difference below `margin`, which does not matter, looks large.
    """
    widest = (max(abs(p.difference.low), abs(p.difference.high)) for p in pairs if p)
    return max([MARGINS_SHOWN * margin, *widest])


@solara.component
def Money(memory: Memory, provider: Provider) -> solara.Element:
    """First people and hours; euros per budget in a table that opens, with the price list."""
    language, answer = memory.language.value, memory.answer.value
    heading = words.say("money.heading", language)
    snapshot = answer.snapshot if answer else None
    changed = changed_prices(provider, memory.question.value, language)
    # The same shape whether there are figures or not, so that what a visitor opened stays open.
    if snapshot is None or not snapshot.pairs:
        failed = snapshot is not None and snapshot.state == "failed"
        first = paragraph(words.say("sentence.failed" if failed else "money.waiting", language))
        figures = [element("div", []), element("div", [])]
    else:
        first = paragraph(words.say(f"window.over.{snapshot.window}", language))
        table = effort(provider, snapshot.pairs, language)
        wrong = pocket(snapshot.pairs, provider.outcomes(), language)
        figures = [
            element("div", [table, *([paragraph(wrong, "pocket")] if wrong else [])]),
            element("div", [euros(snapshot.budgets, language)]),
        ]
    introduction = paragraph(words.say("money.introduction", language))
    folded = [introduction, figures[1], Prices(memory, provider)]
    opened = folded_away(words.say("money.euros", language), folded)
    bars = paragraph(words.say("money.bars", language), "hint")
    opened = element("div", [sheet(snapshot, language), opened])
    fold = Fold(heading, language)
    parts = [fold, stale(memory), first, figures[0], bars, opened, changed]
    return section("money", heading, parts, "card", busy=memory.is_old())


def sheet(snapshot: Snapshot | None, language: str) -> solara.Element:
    """What a cost-benefit sheet of B would say, beside A; nothing before there are figures."""
    pairs = snapshot.pairs if snapshot else {}
    spared, cost, ratio = (pairs.get(key) for key in SHEET)
    if spared is None or cost is None or ratio is None:
        return element("p", [])
    told = {
        "counted": words.number(spared.b.median, language),
        "anyway": words.number(spared.a.median, language),
        "each": words.number(ratio.b.median, language, 2),
        "more": words.plus(spared.difference.median, language, 1),
        "paid": words.plus(cost.difference.median, language, 1),
    }
    return paragraph(words.say("money.sheet", language, **told))


def changed_prices(provider: Provider, question: Question, language: str) -> solara.Element:
    """The prices that are not the model's own, also where the list is closed, and on paper."""
    told = [
        words.say(
            "price.one",
            language,
            name=price.name(language),
            amount=amount(price_of(question, price), price.unit, language),
            unit=price.unit.label(language),
        )
        for price in provider.prices()
        if price_of(question, price) != price.default
    ]
    if not told:
        return element("p", [])
    return paragraph(words.say("price.set", language, prices="; ".join(told)), "notice")


def effort(provider: Provider, pairs: Mapping[str, Pair | None], language: str) -> solara.Element:
    """Who is helped under which law, and hours of work."""
    return effort_table(chosen(provider.outcomes(), EFFORT), pairs, language)


def widest_by_unit(rows: Sequence[tuple[Unit, float, Pair]], language: str) -> dict[str, float]:
    """What a whole bar stands for, by unit; rows are a unit, the margin and what differs."""
    widest: dict[str, float] = {}
    for unit, margin, pair in rows:
        label = unit.label(language)
        widest[label] = max(widest.get(label, 0.0), reach(pair, margin=margin))
    return widest


def effort_table(
    outcomes: Sequence[Outcome], pairs: Mapping[str, Pair | None], language: str
) -> solara.Element:
    """A row for each outcome; bars with the same unit have the same scale."""
    found = [(each, pair) for each in outcomes if (pair := pairs[each.key]) is not None]
    widest = widest_by_unit([(o.unit, o.margin, pair) for o, pair in found], language)
    rows = []
    for outcome, pair in found:
        unit = outcome.unit
        label = unit.label(language)
        name = words.say("table.with_unit", language, name=outcome.name(language), unit=label)
        cells = cells_of(pair, unit, widest[label], language, outcome.margin)
        rows.append({"name": name, "cells": [*cells, verdict(pair.counts, language)]})
    head = [words.say("money.effort", language), "A", "B", words.say("money.difference", language)]
    head.append(words.say("sentence.verdict", language))
    return Table(words.say("money.effort", language), head, rows)


def noticed(budget: Budget, language: str) -> str:
    """From which quarter a payer notices that it spends otherwise, and that it is spared."""
    told = [
        words.say(f"money.noticed.{kind}", language, quarter=since)
        for kind, since in (("spends", budget.spends_since), ("spares", budget.spares_since))
        if since is not None
    ]
    return "; ".join(told) or words.say("money.noticed.never", language)


def pocket(pairs: Mapping[str, Pair | None], outcomes: Sequence[Outcome], language: str) -> str:
    """Where the benefit of help lands in A and in B, with the counts; empty where nobody knows."""
    found = chosen(outcomes, POCKET)
    pair = pairs.get(found[0].key) if found else None
    if pair is None:
        return ""
    unit, counts = found[0].unit, pair.counts
    shares = {"higher": counts.higher, "lower": counts.lower, "within": counts.within_margin}
    return words.say(
        "money.pocket",
        language,
        a=amount(pair.a.median, unit, language),
        b=amount(pair.b.median, unit, language),
        unit=unit.label(language),
        verdict=verdict(counts, language),
        of=counts.of,
        **shares,
    )


def euros(budgets: Sequence[Budget], language: str) -> solara.Element:
    """What each budget spends, and what help may have spared it."""
    widest = reach(*(p for budget in budgets for p in (budget.spent, budget.spared)))
    rows = []
    for budget in budgets:
        spent, unit = budget.spent, budget.unit
        cells = cells_of(spent, unit, widest, language)
        cells.append(bar(budget.spared, unit, widest, language) if budget.spared else "")
        cells.append("" if budget.total else noticed(budget, language))
        rows.append({"name": budget.name[language], "total": budget.total, "cells": cells})
    parts = ("budget", "a", "b", "spent", "spared", "since")
    head = [words.say(f"money.{part}", language) for part in parts]
    return Table(words.say("money.euros", language), head, rows)
