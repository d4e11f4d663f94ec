"""What the model shows: how far it is, the charts, and the comparison in counts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import solara

from ui import words
from ui.addresses import WHY, to
from ui.chart import Chart, Frame
from ui.controls import Fold, Press
from ui.doubt import drawn, how_far
from ui.families import in_order
from ui.link import check, link
from ui.markup import element, paragraph, section
from ui.memory import SIDES, Answer, Memory, side_of
from ui.provider import Declaration, Outcome, Pair, Provider, Question
from ui.sections.around import onward
from ui.sections.cards import Cards
from ui.sections.progress import Progress
from ui.sections.waiting import Waiting
from ui.telling import MOST_TOLD, most_different, period_of, placed, standout

SHOWN_AT_FIRST = 4
"""Charts that are drawn at once; every redraw takes time on the way to the first picture."""

AT_FIRST_NARROW = 2
"""Charts that a narrow screen shows before its visitor asks for the rest."""


def side_name(provider: Provider, question: Question, side: str, language: str) -> str:
    """The scenario of a side, and whether the visitor moved levers away from it."""
    chosen = side_of(question, side)
    name = next(s.name(language) for s in provider.scenarios() if s.key == chosen.scenario)
    return words.say("differences.moved", language, name=name) if chosen.values else name


def frame_of(memory: Memory, provider: Provider, answer: Answer) -> Frame:
    """What the charts of this answer share."""
    language, question, snapshot = memory.language.value, answer.question, answer.snapshot
    doubted = drawn(memory, question)
    return Frame(
        language=language,
        weeks=snapshot.weeks,
        weeks_per_year=provider.weeks_per_year,
        events=snapshot.events,
        names={s: side_name(provider, question, s, language) for s in ("a", "b")},
        runs=snapshot.runs_done,
        seed=question.seed,
        version=provider.version,
        medians=memory.medians.value,
        runs_drawn=memory.runs_drawn.value,
        doubted=doubted.snapshot.pictures if doubted else {},
        draws=doubted.snapshot.runs_done if doubted else 0,
        early=not snapshot.pairs,
        period=period_of(snapshot, provider.weeks_per_year),
        around=around(provider, question, language),
        check=check(question),
        axis_key=scene(question),
        put_in=put_in(provider, question),
        why=to(WHY, link(question, language, provider.version)),
    )


def put_in(provider: Provider, question: Question) -> frozenset[str]:
    """The outcomes that only repeat what was set differently in A and B."""
    keys = (outcome.key for outcome in provider.outcomes())
    return frozenset(key for key in keys if provider.repeats(question, key))


def around(provider: Provider, question: Question, language: str) -> list[str]:
    """The place, the levers and prices that the visitor moved, and where they stand."""
    told = [placed(provider.place(question.place), language)]
    levers = {lever.address: lever for lever in provider.levers()}
    for side in SIDES:
        moved = [
            f"{levers[address].name(language)} {standing(levers[address], value, language)}"
            for address, value in side_of(question, side).values
        ]
        if moved:
            listed = "; ".join(moved)
            told.append(words.say("chart.moved", language, side=side.upper(), levers=listed))
    return [*told, *changed_prices(provider, question.prices, language)]


def changed_prices(
    provider: Provider, changed: Sequence[tuple[str, float]], language: str
) -> list[str]:
    """One line with the prices that the visitor changed; none where there are none."""
    prices = {price.address: price for price in provider.prices()}
    told = [
        f"{prices[address].name(language)} {standing(prices[address], value, language)}"
        for address, value in changed
    ]
    return [words.say("price.set", language, prices="; ".join(told))] if told else []


def standing(lever: Declaration, value: float, language: str) -> str:
    """What a lever stands at, in words."""
    named = dict(lever.choices)
    if value in named:
        return named[value][language]
    shown = words.number(value * lever.unit.scale, language, lever.unit.digits)
    return f"{shown} {lever.unit.label(language)}".strip()


def scene(question: Question) -> str:
    """What stays the same while levers move: axes and orders hold still as long."""
    return f"{question.place}|{question.a.scenario}|{question.b.scenario}"


@dataclass(frozen=True)
class Order:
    """Which outcomes stood out, in which order, and among how many with a clear difference."""

    scene: str = ""
    clear: int = 0
    keys: tuple[str, ...] = ()


@solara.component
def Standouts(memory: Memory, provider: Provider) -> solara.Element:
    """Where A and B differ most, measured by the smallest difference that matters.

    The order is made when an answer is whole and then stays, with new numbers, until the next one
    is: nothing changes places while somebody looks at what a lever does.
    """
    language, answer = memory.language.value, memory.answer.value
    kept = solara.use_ref(Order())
    pairs = answer.snapshot.pairs if answer else {}
    if answer is None or not pairs:
        waiting = "most.waiting" if answer and answer.snapshot.pictures else ""
        # of the same kind as what takes its place: a part that is used anew keeps its kind
        said = [words.say(waiting, language)] if waiting else []
        return element("div", [element("p", said, "most")])
    repeated = put_in(provider, answer.question)
    outcomes = [each for each in provider.outcomes() if each.key not in repeated]
    now = f"{scene(answer.question)}|{answer.question.window}"
    if answer.snapshot.state == "done" or kept.current.scene != now:
        order = most_different(pairs, outcomes)
        kept.current = Order(now, len(order), tuple(order[:MOST_TOLD]))
    clear, keys = kept.current.clear, kept.current.keys
    known = {outcome.key: outcome for outcome in outcomes}
    parts: list[solara.Element | str] = []
    for key in keys:
        pair = pairs[key]
        if pair is not None and key in known:
            parts.append(one_of_most(known[key], pair, language))
    said = words.say("most.count" if clear else "most.nothing", language,
                     clear=clear, all=len(outcomes))  # fmt: skip
    head = [element("b", [words.say("most.heading", language)])] if parts else []
    lines = in_order(provider.outcomes(), memory.front.value)[: lines_at_first(memory)]
    return element("div", [
        paragraph(of_the_lines(lines, pairs, language), "most__lines"),
        element("p", [*head, *parts, element("span", [said], "most__count")], "most"),
        explained([known[key] for key in keys if key in known], language),
    ])  # fmt: skip


def one_of_most(outcome: Outcome, pair: Pair, language: str) -> solara.Element:
    """An outcome that stands out: its name, how far B lies from A, and which way is better."""
    wanted = words.say(f"chart.better.{outcome.better}", language)
    name = element("span", [words.say("most.name", language, name=outcome.name(language))])
    far = element("b", [standout(outcome, pair, language)])
    judged = element("small", [words.say("most.wanted", language, wanted=wanted)])
    return element("span", [name, " ", far, " ", judged], "most__one")


def lines_at_first(memory: Memory) -> int:
    """How many charts are drawn before all are asked for."""
    return max(SHOWN_AT_FIRST, len(memory.front.value))


def of_the_lines(lines: Sequence[Outcome], pairs: Mapping[str, Pair | None], language: str) -> str:
    """In one sentence: at which of the charts below the model sees a clear difference."""
    clear = [
        words.say(f"most.towards.{pair.counts.direction}", language, name=each.name(language))
        for each in lines
        if (pair := pairs.get(each.key)) is not None and pair.counts.direction
    ]
    what = "all" if len(clear) == len(lines) else "some" if clear else "none"
    return words.say(f"most.lines.{what}", language, all=len(lines), names=", ".join(clear))


def explained(outcomes: Sequence[Outcome], language: str) -> solara.Element:
    """What the outcomes that stand out mean, for who wants to know."""
    if not outcomes:
        return element("div", [])
    meant = [
        paragraph(
            words.say(
                "most.meant",
                language,
                name=each.name(language),
                meaning=words.told(each.meaning(language)),
            )
        )
        for each in outcomes
    ]
    summary = element("summary", [words.say("most.meaning", language)])
    return element("details", [summary, *meant])


def shown_and_hidden(
    memory: Memory, everything: bool, set_everything: Callable[[bool], None]
) -> list[solara.Element]:
    """The buttons under the charts: which of them, and what is drawn in each."""
    language = memory.language.value
    return [
        Press(
            words.say("chart.fewer" if everything else "chart.more", language),
            lambda: set_everything(not everything),
            look="quiet",
        ),
        Press(
            words.say("chart.medians", language),
            lambda: memory.medians.set(not memory.medians.value),
            look="quiet",
            pressed=memory.medians.value,
        ),
        Press(
            words.say("doubt.show", language),
            lambda: memory.doubt.set(not memory.doubt.value),
            look="quiet",
            pressed=memory.doubt.value,
        ),
        Press(
            words.say("chart.thin", language),
            lambda: memory.runs_drawn.set(not memory.runs_drawn.value),
            look="quiet",
            pressed=memory.runs_drawn.value,
        ),
    ]


@solara.component
def Charts(memory: Memory, provider: Provider) -> solara.Element:
    """The charts of the outcomes, the first few unless all are asked for."""
    language, answer = memory.language.value, memory.answer.value
    everything, set_everything = solara.use_state(False)
    front = memory.front.value
    ordered = in_order(provider.outcomes(), front)
    if answer is None or not answer.snapshot.pictures:
        return element("div", [], "charts charts--empty")
    frame = frame_of(memory, provider, answer)
    shown = ordered if everything else ordered[: lines_at_first(memory)]
    figures = [
        Chart(o, answer.snapshot.pictures[o.key], frame, ghost=memory.behind(o.key)).key(o.key)
        for o in shown
    ]
    rest = len(figures) - AT_FIRST_NARROW
    if rest > 0 and not everything:
        label = words.say("chart.rest", language, count=rest)
        about = words.say("chart.heading", language)
        figures.insert(AT_FIRST_NARROW, Fold(about, language, label=label).key("rest"))
    buttons = shown_and_hidden(memory, everything, set_everything)
    return element(
        "div",
        [
            element("div", figures, "charts"),
            element("div", buttons, "buttons"),
            paragraph(how_far(memory, language), "hint", role="status"),
            onward(provider, answer.question, language),
        ],
        "answer",
    )


@solara.component
def Results(memory: Memory, provider: Provider) -> solara.Element:
    """The heading above progress and charts."""
    heading = words.say("chart.heading", memory.language.value)
    return section(
        "results",
        heading,
        [
            Progress(memory),
            Waiting(
                memory,
                [
                    Standouts(memory, provider),
                    Cards(memory, provider),
                    Charts(memory, provider),
                ],
            ),
        ],
    )
