"""The levers: a few that stand open, and the others in families that open when asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import solara

from ui import words
from ui.controls import Below, Choice, Fold, Press
from ui.families import first_levers, folded
from ui.lever import Lever
from ui.markup import element, section
from ui.memory import Memory, scenario_value, side_of, turn, value_of
from ui.provider import Declaration, Provider, Question, Side


@solara.component
def Levers(memory: Memory, provider: Provider) -> solara.Element:
    """The levers, and for which side they count."""
    language, question, turned = memory.language.value, memory.question.value, memory.turned.value
    side = Choice(
        "turned",
        words.say("lever.side", language),
        [
            {"value": which, "label": words.say(f"lever.sides.{which}", language)}
            for which in ("b", "a", "both")
        ],
        turned,
        memory.turned.set,
        kind="radio",
    )
    buttons = element(
        "div",
        [
            Press(
                words.say("lever.undo", language),
                memory.undo,
                look="quiet",
                disabled=not memory.past,
            ),
            Press(
                words.say("lever.reset_all", language),
                lambda: memory.ask(without_levers(memory.question.value)),
                look="quiet",
                disabled=not (question.a.values or question.b.values),
            ),
        ],
        "buttons",
    )
    heading = words.say("lever.heading", language)
    rest = FoldedLevers(memory, provider)
    open_ones = controls(memory, provider, first_levers(provider.levers()), question, turned)
    below = Below(label=words.say("lever.below", language))
    return section(
        "levers", heading, [Fold(heading, language), side, buttons, open_ones, rest, below]
    )


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
        inside = controls(memory, provider, members, question, turned)
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


def without_levers(question: Question) -> Question:
    """The same place and scenarios, every lever back."""
    return replace(question, a=Side(question.a.scenario), b=Side(question.b.scenario))


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

    def release(address: str, value: float) -> None:
        memory.ask(turn(memory.question.value, provider, memory.turned.value, address, value))

    return Lever(
        declaration,
        value=value,
        origin=scenario_value(provider, side_of(question, side).scenario, address),
        other=(rival.upper(), across) if across != value and not nowhere else None,
        idle=side.upper() if provider.idle(side_of(question, side), address) else "",
        language=memory.language.value,
        on_release=release,
    )
