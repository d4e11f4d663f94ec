"""The first page: a question, a real picture, and one lever, in plain HTML that needs no script.

The picture was kept (``first_picture.py``); any touch leads to the page that computes.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from functools import cache
from html import escape
from urllib.parse import parse_qsl

from experiments.front import foundations
from experiments.front.first_picture import FirstPicture, NoFirstPicture, kept
from experiments.front.worlds import YEAR, value
from ui import families, still, telling, words
from ui.addresses import BOARDS, COMPARE, LESSONS, LIVE, OWN, WHY
from ui.link import link
from ui.provider import Opening, Question, Side, current
from ui.telling import Period

LEVER = families.ONE_LEVER  # it moves no money, so A and B stay equally dear
SIZES = {"wide": (680, 330), "narrow": (330, 300)}
"""The drawing twice: the same drawing made small could not be read on a telephone."""


def say(sentence: str, language: str, **filled: object) -> str:
    """One sentence of this page, safe to stand in HTML."""
    return escape(words.say(f"start.{sentence}", language, **filled))


def page(language: str) -> str:
    """The whole page as HTML."""
    return whole(language, tuple(each.key for each in current().openings()))


def make() -> None:
    """Make the page in both languages, so that nobody waits for it."""
    with suppress(Exception):  # whoever asks for it finds out what is the matter
        for language in words.LANGUAGES:
            page(language)


@cache
def whole(language: str, asked: tuple[str, ...]) -> str:
    """The page with the questions of these keys on it."""
    openings = [each for each in current().openings() if each.key in asked]
    title = escape(words.say("title", language))
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<title>{title}</title><link rel="icon" href="data:,">'
        f'<link rel="stylesheet" href="style.css"></head><body class="page start">'
        f"{_heading(language)}<main>{_questions(openings, language)}{_answer(language)}"
        f"{_ways(language)}</main>{_foot(language)}</body></html>"
    )


def _heading(language: str) -> str:
    present = {language: ' aria-current="true"'}
    others = "".join(
        f'<a href="./?lang={one}" lang="{one}" hreflang="{one}"{present.get(one, "")}>'
        f"{escape(words.say(f'language.{one}', one))}</a>"
        for one in words.LANGUAGES
    )
    label = escape(words.say("language.label", language))
    return (
        f'<header class="heading"><a class="skip" href="#picture">{say("skip", language)}</a>'
        f'<div class="top"><p class="name">{escape(words.say("name", language))}</p>'
        f'<nav class="start__languages" aria-label="{label}">{others}</nav></div>'
        f"<h1>{escape(words.say('question', language))}</h1>"
        f'<p class="lead">{say("lead", language)}</p></header>'
    )


def live(question: Question, language: str, charts: Sequence[str] = ()) -> str:
    """The address of the live page in this state."""
    return f".{LIVE}?{link(question, language, current().version, charts)}"


def _questions(openings: Sequence[Opening], language: str) -> str:
    begin = current().start()
    links = []
    for each in openings:
        sides = {"a": Side(each.a), "b": Side(each.b), "window": each.window}
        address = live(replace(begin, **sides), language, tuple(each.charts))
        name = escape(each.name(language))
        links.append(f'<li><a class="question" href="{escape(address)}">{name}</a></li>')
    return (
        f'<section aria-labelledby="ask"><h2 id="ask">{say("ask", language)}</h2>'
        f'<ul class="questions start__questions">{"".join(links)}</ul></section>'
    )


def _answer(language: str) -> str:
    """The picture with its lever; without a kept picture, that there is none."""
    try:
        found = kept()
    except NoFirstPicture:
        return f'<p class="notice" id="picture">{say("no_picture", language)}</p>'
    return (
        f'<section class="card start__answer" id="picture" aria-labelledby="drawn">'
        f"<div>{_picture(found, language)}</div>"
        f'<div class="start__beside">{_told(found, language)}{_lever(found, language)}'
        f"{_badge(found, language)}</div></section>"
    )


def _picture(found: FirstPicture, language: str) -> str:
    outcome = found.outcome(found.drawn)
    legend = "".join(
        f'<span><b class="letter letter--{side}">{side.upper()}</b> '
        f"{escape(found.scenario(side).name(language))}</span>"
        for side in ("a", "b")
    )
    drawn = "".join(
        f'<div class="start__{name}">'
        + still.drawing(
            found.pictures[found.drawn], found.weeks, outcome.unit,
            size=size, summary=summary(found, language), language=language, year=YEAR,
            identity=f"still-{name}",
        )
        + "</div>"
        for name, size in SIZES.items()
    )  # fmt: skip
    old = f'<p class="notice">{say("old", language)}</p>' if found.is_old() else ""
    return (
        f'<figure><figcaption><h2 id="drawn">{escape(outcome.name(language))}</h2>'
        f'<p class="chart__meaning">{escape(words.told(outcome.meaning(language)))} '
        f"<strong>{escape(words.say(f'chart.better.{outcome.better}', language))}</strong></p>"
        f'<p class="chart__legend">{legend}</p></figcaption>{drawn}'
        f'<p class="chart__caption">{escape(caption(found, language))}</p></figure>{old}'
    )


def period(found: FirstPicture) -> Period:
    """The weeks over which the sentences compare."""
    return Period(found.question.window, *found.period, YEAR)


def counted(found: FirstPicture, language: str) -> str:
    """In how many runs B lies higher or lower, on the outcome that is drawn."""
    pair, outcome = found.pictures[found.drawn].pair, found.outcome(found.drawn)
    if pair is None:
        return ""
    told = pair.counts
    return words.say(
        "sentence.counts", language,
        window=period(found).told(language), of=told.of, higher=told.higher, lower=told.lower,
        within=told.within_margin, margin=telling.apart(outcome.margin, outcome.unit, language),
    )  # fmt: skip


def verdict(found: FirstPicture, language: str) -> str:
    """What the paired runs say of the outcome that is drawn, in words."""
    pair = found.pictures[found.drawn].pair
    return telling.verdict(pair.counts if pair else None, language, early=False)


def summary(found: FirstPicture, language: str) -> str:
    """The drawing in words."""
    outcome, drawn = found.outcome(found.drawn), found.pictures[found.drawn]
    ends = {
        side: words.fine((curves.median[-1] or 0.0) * outcome.unit.scale, language)
        for side, curves in (("a", drawn.a), ("b", drawn.b))
    }
    return words.say(
        "chart.summary", language,
        title=outcome.name(language), unit=outcome.unit.label(language),
        years=round(found.weeks[-1] / YEAR), **ends,
        sentence=f"{verdict(found, language)} {counted(found, language)}",
    )  # fmt: skip


def caption(found: FirstPicture, language: str) -> str:
    """What the picture says of itself: bands, runs, place, luck, version, and what it is not."""
    return " · ".join(
        (
            words.say("chart.kind.wide", language),
            words.say("chart.runs", language, runs=found.question.runs),
            telling.placed(found.place(), language),
            words.say("chart.seed", language, seed=found.question.seed),
            words.say("chart.version", language, version=found.version),
        )
    )


def _told(found: FirstPicture, language: str) -> str:
    return (
        f'<h2 class="unseen">{say("told", language)}</h2>'
        f'<p class="start__verdict"><strong>{escape(verdict(found, language))}</strong> '
        f"{escape(counted(found, language))}</p>"
        f"<p>{escape(gains(found, language))} {escape(unclear(found, language))}</p>"
    )


def gains(found: FirstPicture, language: str) -> str:
    """Where B is clearly better and where clearly worse: how often, and the largest of each."""
    better: list[str] = []
    worse: list[str] = []
    outcomes = [found.outcome(key) for key in found.pairs]
    for key in telling.most_different(found.pairs, outcomes):
        outcome = found.outcome(key)
        same = found.pairs[key].counts.direction == outcome.better
        (better if same else worse).append(outcome.name(language))
    kind = "both" if better and worse else "better" if better else "worse" if worse else "none"
    return words.say(
        f"start.gains.{kind}", language,
        better=", ".join(better[: telling.MOST_TOLD]), gains=len(better),
        worse=", ".join(worse[: telling.MOST_TOLD]), losses=len(worse), all=found.weighed,
    )  # fmt: skip


def unclear(found: FirstPicture, language: str) -> str:
    """On which of the outcomes that come first the model sees no clear difference."""
    names = [found.outcome(k).name(language) for k in found.pictures if found.unclear(k)]
    return words.say("start.unclear", language, names=", ".join(names)) if names else ""


def _lever(found: FirstPicture, language: str) -> str:
    """A plain form: what is released here, or sent with the button, opens the live page."""
    lever, begin = found.lever(LEVER), current_value(found)
    low, high = lever.between
    state = dict(parse_qsl(link(found.question, language, found.version)))
    hidden = "".join(
        f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">'
        for name, value in state.items()
        if name not in ("check", "version", f"b.{LEVER}")
    )
    # Whoever uses keys may go on pressing them; a hand that lets go has chosen.
    shows = f"this.nextElementSibling.value=Math.round(this.value*{lever.unit.scale:g})"
    script = (
        f'onkeydown="this.keys=1" onpointerdown="this.keys=0" oninput="{shows}" '
        f'onchange="this.keys||this.form.submit()"'
    )
    shown = words.fine(begin * lever.unit.scale, language)
    return (
        f'<form class="start__lever" action=".{LIVE}" method="get">{hidden}'
        f'<label for="lever">{escape(lever.name(language))} (B)</label>'
        f'<p class="hint" id="lever-hint">{escape(words.told(lever.meaning(language)))} '
        f"{say('lever_hint', language)}</p>"
        f'<div class="start__row"><input id="lever" type="range" name="b.{LEVER}" min="{low:g}" '
        f'max="{high:g}" step="{lever.step:g}" value="{begin:g}" aria-describedby="lever-hint" '
        f'{script}><output for="lever">{shown}</output> '
        f"<span>{escape(lever.unit.label(language))}</span></div>"
        f'<button class="button">{say("run", language)}</button></form>'
    )


def current_value(found: FirstPicture) -> float:
    """Where the lever stands on the side that it turns."""
    return value(found.question.b, LEVER)


def _badge(found: FirstPicture, language: str) -> str:
    assumed, numbers = foundations.resting_on_assumption()
    name, size = found.outcome(found.drawn).name(language), foundations.screened(language)
    share = dict(foundations.assumed(language)).get(name)  # none before a screening of this model
    here = ""
    if share and size:
        here = say("assumed_here", language, name=name, share=share, **size) + " "
    return (
        f'<p class="start__badge"><strong>{escape(words.say("badge", language))}.</strong> '
        f"{say('assumed', language, assumed=assumed, numbers=numbers)} {here}"
        f'<a href="./foundations?lang={language}">{say("which", language)}</a></p>'
    )


def _ways(language: str) -> str:
    ways = (
        ("live", f".{LIVE}?lang={language}"),
        ("own", f".{LIVE}?lang={language}#{OWN}"),
        ("compare", f".{COMPARE}?lang={language}"),
        ("why", f".{WHY}?lang={language}"),
        ("boards", f".{BOARDS}?lang={language}"),
        ("lessons", f".{LESSONS}?lang={language}"),
    )
    cards = "".join(
        f'<li><a href="{escape(address)}">{say(f"way.{name}.name", language)}</a>'
        f"<p>{say(f'way.{name}.told', language)}</p></li>"
        for name, address in ways
    )
    return (
        f'<section aria-labelledby="ways"><h2 id="ways">{say("ways", language)}</h2>'
        f'<ul class="start__ways">{cards}</ul></section>'
    )


def _foot(language: str) -> str:
    version = escape(words.say("footer.version", language, version=current().version))
    return (
        f'<footer class="footer"><p>{say("purpose", language)}</p>'
        f"<p>{escape(words.say('footer.limits', language))} {version}.</p></footer>"
    )
