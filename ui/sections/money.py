"""Who pays and who gains: in words and counts first, then in people and hours, then in euros."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import solara

from ui import words
from ui.controls import Fold, Table
from ui.families import EFFORT, POCKET, SHEET, chosen
from ui.markup import element, paragraph, section
from ui.memory import Memory, price_of
from ui.prices import Prices
from ui.provider import Budget, Outcome, Pair, Provider, Question, Snapshot
from ui.sections.choices import folded_away
from ui.sections.comparison import amount, bar, cells_of, reach, widest_by_unit
from ui.sections.payers import by_group, payers, spent_on_groups
from ui.sections.waiting import stale
from ui.telling import verdict


@solara.component
def Money(memory: Memory, provider: Provider) -> solara.Element:
    """Who pays more and who gains more; euros in tables that open, with the price list."""
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
        figures = [
            element("div", in_words(provider, snapshot, language)),
            element("div", in_euros(provider, snapshot, language)),
        ]
    introduction = paragraph(words.say("money.introduction", language))
    folded = [introduction, figures[1], Prices(memory, provider)]
    opened = folded_away(words.say("money.euros", language), folded)
    opened = element("div", [sheet(snapshot, language), opened])
    fold = Fold(heading, language)
    parts = [fold, stale(memory), first, figures[0], opened, changed]
    return section("money", heading, parts, "card", busy=memory.is_old())


def in_words(provider: Provider, snapshot: Snapshot, language: str) -> list[solara.Element]:
    """Each payer, each group of residents, and what is done in people and hours."""
    outcomes = provider.outcomes()
    wrong = pocket(snapshot.pairs, outcomes, language)
    return [
        payers(snapshot, outcomes, language),
        paragraph(words.say("money.net_told", language), "hint"),
        *([paragraph(wrong, "pocket")] if wrong else []),
        *by_group(snapshot, outcomes, language),
        effort(provider, snapshot.pairs, language),
        paragraph(words.say("money.bars", language), "hint"),
    ]


def in_euros(provider: Provider, snapshot: Snapshot, language: str) -> list[solara.Element]:
    """The same in euros: each budget, and each group of residents where that is known."""
    groups = spent_on_groups(snapshot, provider.outcomes())
    found = [euros(snapshot.budgets, words.say("money.euros", language), language)]
    if groups:
        caption = words.say("money.euros_groups", language)
        found += [element("h3", [caption]), euros(groups, caption, language)]
    return found


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


def euros(rows_of: Sequence[Budget], caption: str, language: str) -> solara.Element:
    """What is spent, what help may have spared, and the net; all bars have one scale."""
    every = [p for each in rows_of for p in (each.spent, each.spared, each.net)]
    widest = reach(*every)
    rows = []
    for each in rows_of:
        unit = each.unit
        cells = cells_of(each.spent, unit, widest, language)
        for pair in (each.spared, each.net):
            cells.append(bar(pair, unit, widest, language) if pair else "")
        rows.append({"name": each.name[language], "total": each.total, "cells": cells})
    parts = ("who", "a", "b", "spent", "spared", "net")
    return Table(caption, [words.say(f"money.{part}", language) for part in parts], rows)
