"""The levers: a few that stand open, and the others in families that open when asked for."""

from __future__ import annotations

from collections.abc import Sequence

import solara

from ui import words
from ui.controls import Below, Fold, Press
from ui.families import first_levers, folded
from ui.lever import Lever
from ui.locking import release
from ui.markup import element, section
from ui.memory import Memory, scenario_value, side_of, value_of
from ui.provider import Declaration, Provider, Question
from ui.sections.turning import back_and_forth, locks, which_side, without


@solara.component
def Levers(memory: Memory, provider: Provider) -> solara.Element:
    """The levers, and for which side they count."""
    language, question, turned = memory.language.value, memory.question.value, memory.turned.value
    heading = words.say("lever.heading", language)
    rest = FoldedLevers(memory, provider)
    open_ones = controls(memory, provider, first_levers(provider.levers()), question, turned)
    below = Below(label=words.say("lever.below", language))
    above = [which_side(memory), back_and_forth(memory, question), locks(memory, provider)]
    return section("levers", heading, [Fold(heading, language), *above, open_ones, rest, below])


@solara.component
def FoldedLevers(memory: Memory, provider: Provider) -> solara.Element:
    """All other levers by family, when asked for: most visitors need not wait for them."""
    language, question, turned = memory.language.value, memory.question.value, memory.turned.value
    everything, set_everything = solara.use_state(False)
    families = folded(provider.levers())
    parts: list[solara.Element] = []
    for family, members in families.items() if everything else ():
        title = words.say(
            "lever.family",
            language,
            family=words.say(f"family.{family}", language),
            count=len(members),
        )
        inside = element(
            "div",
            [
                controls(memory, provider, members, question, turned),
                family_back(memory, provider, members, question, family),
            ],
        )
        summary = element("summary", [title])
        parts.append(element("details", [summary, inside], "family").key(family))
    more = Press(
        words.say("lever.fewer" if everything else "lever.all", language),
        lambda: set_everything(not everything),
        look="quiet",
    )
    return element("div", [*parts, more] if families else [], "levers")


def controls(
    memory: Memory,
    provider: Provider,
    members: Sequence[Declaration],
    question: Question,
    turned: str,
) -> solara.Element:
    """Some levers, one under another."""
    made = [one_lever(memory, provider, each, question, turned) for each in members]
    return element("div", made, "levers")


def family_back(
    memory: Memory,
    provider: Provider,
    members: Sequence[Declaration],
    question: Question,
    family: str,
) -> solara.Element:
    """All levers of one family back where the scenario has them, on the side that is turned."""
    language = memory.language.value
    name = words.say(f"family.{family}", language)

    def back() -> None:
        now = memory.question.value
        memory.ask(without(now, provider, memory.turned.value, members))

    return Press(
        words.say("history.family", language, family=name),
        back,
        look="quiet",
        disabled=without(question, provider, memory.turned.value, members) == question,
    )


def one_lever(
    memory: Memory, provider: Provider, declaration: Declaration, question: Question, turned: str
) -> solara.Element:
    """One lever as it stands on the side that is being turned."""
    side = "a" if turned == "a" else "b"
    rival = "b" if side == "a" else "a"
    address = declaration.address
    value = value_of(provider, side_of(question, side), address)
    across = value_of(provider, side_of(question, rival), address)
    # where it does nothing it stands nowhere: a mark would say that somebody chose that
    nowhere = provider.idle(side_of(question, rival), address)

    def released(address: str, value: float) -> None:
        release(memory, provider, address, value)

    return Lever(
        declaration,
        value=value,
        origin=scenario_value(provider, side_of(question, side).scenario, address),
        other=(rival.upper(), across) if across != value and not nowhere else None,
        idle=side.upper() if provider.idle(side_of(question, side), address) else "",
        language=memory.language.value,
        on_release=released,
        heard=memory.refusals.value,
    )
