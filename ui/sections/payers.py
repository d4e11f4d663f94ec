"""Who pays more and who gains more: a row for each payer, and one for each group of residents.

In words and counts, because a net over all of them has no other measure than money; the euros
stand in tables of their own. What the model does not report is said where it would have stood.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import solara

from ui import words
from ui.controls import Table
from ui.families import CARRIED, OF_GROUPS, SPENDING, chosen
from ui.markup import element, paragraph
from ui.provider import Budget, Counts, Group, Outcome, Pair, Snapshot
from ui.sections.comparison import bar, reach
from ui.telling import fitting

UNREPORTED = {"own_hours": "unreported", "long_care": "absent"}
"""Who pays or works without a number in the model, and whether it could be there at all."""
DIVIDED = "disadvantage"
"""How residents are divided where it is about who gains."""


def turn(pair: Pair | None, kind: str, language: str) -> str:
    """Which way B lies, how often, and in how many runs; `kind` is what more and less mean."""
    if pair is None:
        return words.say("money.unreported", language)
    counts = pair.counts
    if counts.identical:
        return words.say("money.turn.same", language, of=counts.of)
    if counts.within_margin == counts.of:
        return words.say("money.turn.within", language, of=counts.of)
    if not counts.direction:
        return words.say(
            "money.turn.unclear",
            language,
            **{way: words.say(f"money.turn.{kind}.{way}", language) for way in ("higher", "lower")},
            above=counts.higher,
            below=counts.lower,
            of=counts.of,
        )
    return words.say(
        "money.turn.clear",
        language,
        way=words.say(f"money.turn.{kind}.{counts.direction}", language),
        often=words.say(f"money.often.{counts.verdict}", language),
        count=counts.higher if counts.direction == "higher" else counts.lower,
        of=counts.of,
    )


def counted(pair: Pair | None, kind: str, language: str) -> str | dict[str, object]:
    """The same with a bar of the runs beside it."""
    text = turn(pair, kind, language)
    if pair is None:
        return text
    counts: Counts = pair.counts
    return {"of": counts.of, "higher": counts.higher, "lower": counts.lower, "text": text}


def noticed(since: Mapping[str, int | None], language: str) -> str:
    """From which quarter each kind of change is clear until the end, as far as any is."""
    told = [
        words.say(f"money.noticed.{kind}", language, quarter=quarter)
        for kind, quarter in since.items()
        if quarter is not None
    ]
    return "; ".join(told) or words.say("money.noticed.never", language)


def payers(snapshot: Snapshot, outcomes: Sequence[Outcome], language: str) -> solara.Element:
    """Each budget, what residents put in themselves, and whoever the model says nothing of."""
    rows = [budget_row(budget, language) for budget in snapshot.budgets]
    rows += [carried_row(each, snapshot, language) for each in chosen(outcomes, CARRIED)]
    for who, why in UNREPORTED.items():
        cells = [words.say(f"money.{why}", language)] * 4
        rows.append({"name": words.say(f"money.{who}", language), "cells": cells})
    parts = ("who", "puts_in", "may_spare", "better_off", "since")
    head = [words.say(f"money.{part}", language) for part in parts]
    return Table(words.say("money.payers", language), head, rows, numeric=False)


def budget_row(budget: Budget, language: str) -> dict[str, object]:
    """One budget: more or less spent, possibly spared, and whether it is better off."""
    since = {
        "spends": budget.spends_since,
        "spares": budget.spares_since,
        "nets": budget.net_since,
    }
    kinds = ((budget.spent, "amount"), (budget.spared, "amount"), (budget.net, "net"))
    cells = [counted(pair, kind, language) for pair, kind in kinds]
    return {
        "name": budget.name[language],
        "total": budget.total,
        "cells": [*cells, noticed(since, language)],
    }


def carried_row(outcome: Outcome, snapshot: Snapshot, language: str) -> dict[str, object]:
    """What residents put in: more or less of it; nothing is reported that they are spared."""
    unreported = words.say("money.unreported", language)
    since = noticed({"changes": snapshot.since(outcome.key)}, language)
    put_in = counted(snapshot.pairs.get(outcome.key), "amount", language)
    name = outcome.name(language)
    named = words.say("money.residents", language, name=name[:1].lower() + name[1:])
    return {"name": named, "cells": [put_in, unreported, unreported, since]}


def groups_of(snapshot: Snapshot) -> Sequence[Group]:
    """The groups in which residents are told apart here; none where nobody knows."""
    division = snapshot.divisions.get(DIVIDED)
    return division.groups if division else ()


def by_group(
    snapshot: Snapshot, outcomes: Sequence[Outcome], language: str
) -> list[solara.Element]:
    """What each group of residents gets and what is asked of it, and the net of helping it."""
    groups = groups_of(snapshot)
    known = next((each.pictures for each in groups if each.pictures is not None), None)
    if known is None:
        return []
    told_apart = [each for each in outcomes if each.key in known]
    shown = chosen(told_apart, OF_GROUPS) or told_apart[: len(OF_GROUPS)]
    rows: list[tuple[str, list[Pair | None], Pair | None]] = [
        (group.name[language], pairs_of(group, shown), group.net) for group in groups
    ]
    every = [snapshot.pairs.get(each.key) for each in shown]
    widest = [
        reach(*(pairs[n] for _, pairs, _ in rows), every[n], margin=each.margin)
        for n, each in enumerate(shown)
    ]

    def cells(pairs: Sequence[Pair | None]) -> list[object]:
        return [
            changed(pair, each, wide, language)
            for pair, each, wide in zip(pairs, shown, widest, strict=True)
        ]

    everybody = words.say("money.everybody", language)
    written = [{"name": everybody, "cells": [*cells(every), words.say("money.above", language)]}]
    small = words.say("groups.too_small", language)
    for group, (name, pairs, net) in zip(groups, rows, strict=True):
        if group.pictures is None:
            written.append({"name": name, "cells": [small, *[""] * len(shown)]})
        else:
            written.append({"name": name, "cells": [*cells(pairs), counted(net, "net", language)]})
    head = [words.say("groups.group", language), *(titled(each, language) for each in shown)]
    caption = words.say("money.groups", language)
    return [
        element("h3", [caption]),
        Table(caption, [*head, words.say("money.net_of_group", language)], written, numeric=False),
        paragraph(words.say("money.groups_told", language), "hint"),
    ]


def pairs_of(group: Group, outcomes: Sequence[Outcome]) -> list[Pair | None]:
    """The comparison of each outcome in one group; None where it is too small."""
    pictures = group.pictures
    return [pictures[each.key].pair if pictures is not None else None for each in outcomes]


def titled(outcome: Outcome, language: str) -> str:
    """The name of an outcome with its unit."""
    unit = outcome.unit.label(language)
    return words.say("table.with_unit", language, name=outcome.name(language), unit=unit)


def changed(pair: Pair | None, outcome: Outcome, widest: float, language: str) -> object:
    """The difference of one group as a bar with its band, and which way it points in words."""
    if pair is None:
        return words.say("sentence.nothing", language)
    unit = outcome.unit
    drawn = bar(pair, unit, widest, language, fitting(pair, unit, outcome.margin))
    return {**drawn, "text": f"{drawn['text']}; {turn(pair, 'amount', language)}"}


def spent_on_groups(snapshot: Snapshot, outcomes: Sequence[Outcome]) -> list[Budget]:
    """What was spent on each group, what help to it may have spared, and the net."""
    wanted = chosen(outcomes, SPENDING)
    if len(wanted) < len(SPENDING):
        return []
    found = []
    for group in groups_of(snapshot):
        spent, spared = pairs_of(group, wanted)
        if spent is not None:
            found.append(Budget(group.name, wanted[0].unit, spent, spared, net=group.net))
    return found
