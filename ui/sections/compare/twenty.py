"""Twenty single runs of one outcome, each way in a panel of its own on the same scale."""

from __future__ import annotations

from typing import Any

import solara

from ui import words
from ui.compare.memory import Answer, Memory, lettered
from ui.compare.provider import LINES
from ui.controls import Choice, Fold
from ui.families import in_order
from ui.markup import element, paragraph, section
from ui.provider import Outcome, Provider
from ui.sections.compare.choose import side_name

TEXTS = ("pick", "before", "next", "all", "one", "ends", "start", "year")


@solara.component_vue("twenty.vue", vuetify=False)
def _Twenty(
    id: str,
    title: str,
    panels: list[dict[str, Any]],
    weeks: list[int],
    weeks_per_year: int,
    compared: tuple[int, int],
    unit: str,
    scale: float,
    digits: int,
    between: tuple[float, float],
    caption: str,
    language: str,
    texts: dict[str, str],
) -> None:
    """The drawing in the browser."""


@solara.component
def Twenty(memory: Memory, provider: Provider) -> solara.Element:
    """A choice of outcome, and its single runs."""
    language, answer = memory.language.value, memory.answer.value
    outcomes = in_order(provider.outcomes(), memory.front.value)
    chosen, set_chosen = solara.use_state(outcomes[0].key)
    outcome = next(each for each in outcomes if each.key == chosen)
    heading = words.say("compare.twenty.heading", language)
    choice = Choice(
        "twenty-outcome",
        words.say("compare.twenty.choose", language),
        [{"value": each.key, "label": each.name(language)} for each in outcomes],
        chosen,
        set_chosen,
    )
    parts = [
        Fold(heading, language),
        paragraph(words.say("compare.twenty.lead", language)),
        element("div", [choice], "choices"),
    ]
    if answer is None or not answer.snapshot.strips:
        failed = answer is not None and answer.snapshot.state == "failed"
        said = words.say("sentence.failed" if failed else "compare.twenty.waiting", language)
        return section("twenty", heading, [*parts, paragraph(said, "hint")], "card")
    parts.append(paragraph(words.told(outcome.meaning(language)), "hint"))
    parts.append(drawing(answer, outcome, provider, language))
    return section("twenty", heading, parts, "card")


def drawing(answer: Answer, outcome: Outcome, provider: Provider, language: str) -> solara.Element:
    """The panels of one outcome."""
    snapshot, name = answer.snapshot, outcome.name(language)
    lines = snapshot.lines(outcome.key)
    count, panels = min(LINES, snapshot.runs_done), []
    for (letter, side), runs in zip(lettered(answer.comparison), lines, strict=True):
        told = {"outcome": name, "side": letter, "name": side_name(provider, side, language)}
        summary = words.say("compare.twenty.summary", language, count=count, **told)
        panel = {"letter": letter, "name": told["name"], "summary": summary}
        panels.append({**panel, "runs": [list(run) for run in runs]})
    caption = " · ".join(
        (
            words.say("compare.twenty.caption", language, count=count, runs=snapshot.runs_done),
            words.say("chart.unit", language, unit=outcome.unit.label(language)),
            words.say("chart.seed", language, seed=answer.comparison.seed),
            words.say("chart.version", language, version=provider.version),
            words.say("badge", language),
        )
    )
    return _Twenty(
        id="twenty-lines",
        title=name,
        panels=panels,
        weeks=list(snapshot.weeks),
        weeks_per_year=provider.weeks_per_year,
        compared=snapshot.period,
        unit=outcome.unit.label(language),
        scale=outcome.unit.scale,
        digits=outcome.unit.digits,
        between=outcome.between,
        caption=caption,
        language=language,
        texts=texts_in(language),
    )


def texts_in(language: str) -> dict[str, str]:
    """The words of the drawing; the browser knows which run is picked, and fills in two places."""
    filled = {"number": "{number}", "count": "{count}"}
    own = {text: words.say(f"compare.twenty.{text}", language, **filled) for text in TEXTS[:6]}
    return own | {text: words.say(f"chart.{text}", language) for text in TEXTS[6:]}
