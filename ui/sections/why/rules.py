"""The rules of a group: what each says, what its numbers rest on, and a switch for each."""

from __future__ import annotations

import numpy as np
import solara

from ui import words
from ui.controls import Press, beside
from ui.markup import Child, element, paragraph, section
from ui.provider import Keyed, Outcome, Provider
from ui.sections.why.chain import Step, known
from ui.sections.why.difference import amount, shown, word_of
from ui.why_memory import Why, outcome_of
from ui.why_provider import Chain, Number, Part, RuleGroup


@solara.component
def Rules(why: Why, provider: Provider) -> solara.Element:
    """The rules of the opened group; nothing while no group is opened."""
    language, opened = why.language.value, why.opened.value
    heading = words.say("why.rules", language)
    group = next((g for g in provider.explaining.groups() if g.key == opened), None)
    if group is None:
        said = paragraph(words.say("why.rules_none", language))
        return section("rules", heading, [said], "card")
    outcome, snapshot = outcome_of(provider, why.outcome.value), shown(why)
    chain = snapshot.chain(outcome.key) if snapshot else None
    parts = inside(chain, group)
    differing = provider.explaining.set_differently(why.question)
    cards = [
        Rule(
            why, provider, rule, parts.get(rule.key), chain, outcome, differing.get(rule.key, 0)
        ).key(rule.key)
        for rule in in_order(group, parts)
    ]
    lead = words.say("why.rules_lead", language, group=group.name(language))
    note = counted(chain, parts, language)
    return section(
        "rules",
        f"{heading}: {group.name(language)}",
        [paragraph(lead), paragraph(note, "hint"), element("div", cards, "rules")],
        "card",
    )


def inside(chain: Chain | None, group: RuleGroup) -> dict[str, Part]:
    """What each rule of this group contributes, as far as it is known."""
    if chain is None or chain.inside is None:
        return {}
    keys = {rule.key for rule in group.mechanisms}
    # while another group was open before this one its parts may still be there
    return {part.key: part for part in chain.inside.parts if part.key in keys}


def in_order(group: RuleGroup, parts: dict[str, Part]) -> list[Keyed]:
    """The rules, those that do most first."""
    return sorted(
        group.mechanisms, key=lambda rule: -abs(parts[rule.key].mean) if rule.key in parts else 0.0
    )


def counted(chain: Chain | None, parts: dict[str, Part], language: str) -> str:
    """The runs on which the sizes of these rules rest."""
    if chain is None or chain.inside is None or not parts:
        return words.say("why.rules_wait", language)
    inner = chain.inside
    return words.say("why.rules_rest", language, pairs=inner.pairs, orders=inner.orders)


@solara.component
def Rule(
    why: Why,
    provider: Provider,
    rule: Keyed,
    part: Part | None,
    chain: Chain | None,
    outcome: Outcome,
    differing: int,
) -> solara.Element:
    """One rule in words, its size, its switch and its numbers."""
    language, off = why.language.value, rule.key in why.off.value
    opened, set_opened = solara.use_state(False)
    sizes = [] if part is None or chain is None else sized(part, chain, outcome, language)
    differs = [paragraph(words.say("why.set_differently", language), "notice")] if differing else []
    # Always as many parts: sizes that come in later leave the buttons, and a focus, where they are.
    parts: list[Child] = [
        element("h3", [rule.name(language)]),
        paragraph(words.told(rule.meaning(language))),
        element("div", [*sizes, *differs]),
    ]
    label = words.say("why.turn_on" if off else "why.turn_off", language)
    switch = Press(
        label, lambda: why.switch(rule.key), look="quiet", pressed=off, about=rule.name(language)
    )
    numbers = provider.explaining.numbers(why.question, rule.key, language) if opened else ()
    said = words.say("why.numbers_close" if opened else "why.numbers", language)
    look = Press(
        said,
        lambda: set_opened(not opened),
        look="quiet",
        pressed=opened,
        about=rule.name(language),
    )
    parts.append(element("div", [switch, look], "buttons"))
    if opened:
        rows = [element("li", number(each, language)) for each in numbers]
        more = beside("why.foundations", f"/foundations?lang={language}#{rule.key}", language)
        parts += [element("ul", rows, "rule__numbers"), element("p", [more])]
    return element("article", parts, "rule" + (" rule--off" if off else ""))


def sized(part: Part, chain: Chain, outcome: Outcome, language: str) -> list[Child]:
    """What a rule contributes, as an arrow from nothing, and in words."""
    error = known(part.error)
    reach = max(abs(chain.difference), *(abs(p.mean) + known(p.error) for p in inner(chain)))
    span = (-1.05 * reach, 1.05 * reach) if reach else (-1.0, 1.0)
    word = word_of(part, chain.inside or chain.of_groups, chain, language)
    size = element("b", [amount(part.mean, outcome, language)])
    return [
        Step(begin=0.0, end=part.mean, error=error, span=span, kind="part", clear=part.clear),
        element("p", [size, f" · {word}"]),
    ]


def inner(chain: Chain) -> list[Part]:
    """The parts of the opened group."""
    return [part for part in (chain.inside.parts if chain.inside else ()) if np.isfinite(part.mean)]


def number(each: Number, language: str) -> list[Child]:
    """One number: what it is, what it stands at, how sure that is, and what it rests on."""
    stands = {"a": each.a, "b": each.b, "between": each.between}
    kind = "same" if each.a == each.b else "other"
    return [
        element("b", [each.name]),
        f" {words.told(each.meaning)} ",
        words.say(f"why.stands.{kind}", language, **stands),
        " ",
        element("span", [each.status], "status"),
        f" {words.told(each.basis)}",
    ]
