"""The difference that is explained: which outcome, how far the work is, and one sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import solara

from ui import words
from ui.controls import Choice, Press
from ui.families import first_outcomes
from ui.markup import element, paragraph, section
from ui.provider import Counts, Outcome, Provider
from ui.pursuit import Pursued, Stand
from ui.telling import Period, apart, most_different, verdict
from ui.why_memory import Why, outcome_of
from ui.why_provider import ENOUGH, Chain, ChainSnapshot, Part, Parts

OTHERS = 4
"""Outcomes that are offered where the chosen one does not clearly differ."""


def amount(value: float, outcome: Outcome, language: str) -> str:
    """A contribution with its sign and unit, no finer than the smallest that matters asks for."""
    scale = outcome.unit.scale
    text = words.signed(value * scale, language, outcome.margin * scale)
    return f"{text} {outcome.unit.apart(language)}".strip()


def far(value: float, outcome: Outcome, language: str) -> str:
    """The same without its sign."""
    return amount(abs(value), outcome, language).removeprefix("+")


@solara.component
def Working(
    pursued: Pursued, asked: object, language: str, again: Callable[[], None] | None = None
) -> solara.Element:
    """How far the work is, with a button to stop it or to go on; one sentence where it failed."""
    stand: Stand = pursued.how_far(asked)
    stopped = pursued.stopped.value
    if stand.state == "failed":
        said = words.say(stand.failure or "why.failed", language)
        return element("div", [paragraph(said, role="status")], "why__stage stage--failed")
    if stand.state == "done":
        return element("div", [paragraph(words.say("why.done", language))], "why__stage")
    kind = "stopped" if stopped else "slow" if stand.slow else "running"
    parts: list[solara.Element] = [paragraph(words.say(f"why.{kind}", language), role="status")]
    if stand.wanted:
        share = f"{100 * stand.done / stand.wanted:.0f}%"
        counted = {"done": stand.done, "wanted": stand.wanted}
        bar = element("i", [], style=f"width:{share}")
        parts.append(element("span", [bar], "why__meter", aria_hidden="true"))
        parts.append(paragraph(words.say("why.progress", language, **counted)))
    label = words.say("why.go_on" if stopped else "why.stop", language)
    turn = Press(label, lambda: pursued.stopped.set(not pursued.stopped.value), look="quiet")
    return element("div", [*parts, turn], "why__stage")


def options(provider: Provider, language: str) -> list[dict[str, str]]:
    """All outcomes, those that the model shows first before the others."""
    first = first_outcomes(provider.outcomes())
    rest = [each for each in provider.outcomes() if each not in first]
    return [
        {"value": each.key, "label": each.name(language), "group": words.say(group, language)}
        for group, members in (("why.first", first), ("why.others", rest))
        for each in members
    ]


@solara.component
def Difference(why: Why, provider: Provider) -> solara.Element:
    """Choose an outcome; in one sentence, why A and B differ in it."""
    language, key = why.language.value, why.outcome.value
    outcome, asked = outcome_of(provider, key), (why.question, why.opened.value)
    choice = Choice(
        "outcome",
        words.say("why.outcome", language),
        options(provider, language),
        key,
        why.outcome.set,
        hint=words.told(outcome.meaning(language)),
    )
    snapshot = shown(why)
    if snapshot is None:
        said = element("p", [], "why__sentence")
    else:
        said = Sentence(why, provider, snapshot, outcome)
    return section(
        "difference",
        words.say("why.difference", language),
        [choice, Working(why.chain, asked, language), said],
    )


def shown(why: Why) -> ChainSnapshot | None:
    """The explanation of this question as far as it is; another group opened makes it no older."""
    seen = why.chain.seen.value
    return seen.snapshot if seen is not None else None


def Sentence(
    why: Why, provider: Provider, snapshot: ChainSnapshot, outcome: Outcome
) -> solara.Element:
    """The whole explanation in a few sentences, with the runs that it rests on."""
    language, chain = why.language.value, snapshot.chain(outcome.key)
    if chain is None or chain.pair is None:
        said = words.say("why.nothing_measured" if snapshot.stage else "why.first_wait", language)
        return element("div", [paragraph(said, "why__sentence")])
    counts = chain.pair.counts
    if counts.of < ENOUGH:
        return too_early(why, snapshot, outcome, counts)
    # the mean is what is split; where it is too small or unsure there is nothing to split
    if not counts.direction:
        return nothing_clear(why, provider, snapshot, outcome, chain)
    period = Period(snapshot.window, *snapshot.period, provider.weeks_per_year)
    far_told = words.say(
        f"why.differs.{'higher' if chain.difference > 0 else 'lower'}",
        language,
        window=period.told(language),
        name=outcome.name(language),
        far=far(chain.difference, outcome, language),
    )
    because = because_of(chain, provider, language)
    return element(
        "div",
        [
            element("p", [far_told, " ", element("strong", [because])], "why__sentence"),
            paragraph(f"{judged(counts, outcome, language)} {rests_on(why, snapshot, language)}"),
        ],
    )


def judged(counts: Counts, outcome: Outcome, language: str) -> str:
    """In how many pairs B is higher, lower, or neither; a word first, once pairs are enough."""
    margin = apart(outcome.margin, outcome.unit, language)
    told = words.say(
        "why.counted",
        language,
        of=counts.of,
        higher=counts.higher,
        lower=counts.lower,
        within=counts.within_margin,
        margin=margin,
    )
    return f"{verdict(counts, language)} {told}" if counts.of >= ENOUGH else told


def too_early(
    why: Why, snapshot: ChainSnapshot, outcome: Outcome, counts: Counts
) -> solara.Element:
    """That there are too few pairs for a word or a reason, and what those few say."""
    language = why.language.value
    said = words.say("why.few", language, of=counts.of, enough=ENOUGH)
    told = f"{judged(counts, outcome, language)} {rests_on(why, snapshot, language)}"
    return element("div", [paragraph(said, "why__sentence"), paragraph(told)])


def rests_on(why: Why, snapshot: ChainSnapshot, language: str) -> str:
    """The runs, orders, residents and seed that all numbers here rest on."""
    stage = snapshot.stage
    assert stage is not None
    rough = words.say("why.rough", language) + " " if stage.orders < 4 or stage.pairs < 4 else ""
    return rough + words.say(
        "why.rests",
        language,
        pairs=stage.pairs,
        orders=stage.orders,
        residents=words.number(snapshot.residents, language),
        seed=why.question.seed,
    )


def because_of(chain: Chain, provider: Provider, language: str) -> str:
    """Which groups make the difference and which work against it, as far as that is clear."""
    names = {group.key: group.name(language) for group in provider.explaining.groups()}
    clear = [part for part in chain.of_groups.parts if part.clear]
    along = [part for part in clear if part.mean * chain.difference > 0]
    against = [part for part in clear if part.mean * chain.difference < 0]
    if not along:
        return words.say("why.because.unclear", language)
    first, *more = [f"“{names[part.key]}”" for part in along]
    if more:
        said = words.say("why.because.two", language, first=first, second=more[0])
    else:
        said = words.say("why.because.one", language, first=first)
    if against:
        other = f"“{names[against[0].key]}”"
        said += " " + words.say("why.because.against", language, other=other)
    return said


def nothing_clear(
    why: Why, provider: Provider, snapshot: ChainSnapshot, outcome: Outcome, chain: Chain
) -> solara.Element:
    """That there is hardly anything to explain, and where there is."""
    language = why.language.value
    pair = chain.pair
    assert pair is not None
    said = words.say(
        "why.no_difference",
        language,
        name=outcome.name(language),
    )
    counted = judged(pair.counts, outcome, language)
    told = [
        paragraph(said, "why__sentence"),
        paragraph(f"{counted} {rests_on(why, snapshot, language)}"),
    ]
    found = elsewhere(provider, snapshot)
    if not found:
        return element("div", told)
    buttons = [
        Press(
            words.say(
                f"why.elsewhere_one.{counts.direction}",
                language,
                name=other.name(language),
                count=counts.higher if counts.direction == "higher" else counts.lower,
                of=counts.of,
            ),
            lambda key=other.key: why.outcome.set(key),
            look="quiet",
        )
        for other, counts in found[:OTHERS]
    ]
    every = len(provider.outcomes())
    head = words.say("why.elsewhere", language, clear=len(found), all=every)
    return element("div", [*told, paragraph(head), element("div", buttons, "chips")])


def elsewhere(provider: Provider, snapshot: ChainSnapshot) -> Sequence[tuple[Outcome, Counts]]:
    """All outcomes that clearly differ over pairs enough, the largest first, with their counts."""
    outcomes = provider.outcomes()
    chains = {each.key: snapshot.chain(each.key) for each in outcomes}
    pairs = {
        key: chain.pair
        for key, chain in chains.items()
        if chain and chain.pair and chain.pair.counts.of >= ENOUGH
    }
    ordered = most_different(pairs, outcomes)
    return [(outcome_of(provider, key), pairs[key].counts) for key in ordered]


def word_of(part: Part, of: Parts, chain: Chain, language: str) -> str:
    """What a part does, in a word; ``of`` are the parts that it stands among."""
    if not part.clear:
        early = of.pairs < ENOUGH or not np.isfinite(part.error)
        kind = "early" if early else "unclear"
        return words.say(f"why.word.{kind}", language)
    return words.say(
        f"why.word.{'along' if part.mean * chain.difference > 0 else 'against'}", language
    )
