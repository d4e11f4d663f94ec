"""What the model rests on, as pages of their own: every number, all sources, and where it is off.

They are made on this machine from the model and from its own pages, and ask for nothing but our
style, so that whoever doubts a number can look it up without leaving.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from html import escape

import markdown

from experiments import reasons
from experiments.front import foundations
from experiments.front.foundations import Mechanism, Number
from experiments.reasons import evidence
from ui import words
from ui.addresses import LIVE
from ui.plain_table import plain_table

PATH = "/foundations"
SOURCES = "sources"
CODE = re.compile(r"\b[A-Z](?:\d\d\b|[a-z]+\d{4})")
"""How a figure (N08) or a publication (Hall2018) is called inside a reason."""


def page(path: str, language: str) -> str | None:
    """The page at this address as HTML; None where there is none."""
    name = path.removeprefix(PATH).strip("/")
    if not name:
        return front(language)
    if name == SOURCES:
        return sources(language)
    return document(name, language)


@cache
def front(language: str) -> str:
    """Every number by mechanism, what they rest on, and the way to the other pages."""
    counts = foundations.standing(language)
    listed = ", ".join(f"{count} {escape(status)}" for status, count in counts.items())
    numbers = sum(counts.values())
    parts = [
        f"<h1>{say('heading', language)}</h1>",
        f"<p>{say('introduction', language)}</p>",
        f"<h2>{say('elsewhere', language)}</h2>",
        f"<p>{_judged(language)}</p>",
        _documents(language),
        *_assumed(language),
        f"<h2>{say('numbers', language)}</h2>",
        f"<p>{say('standing', language, numbers=numbers, listed=listed)}</p>",
        f"<p>{say('legend', language)}</p>",
        _contents(language),
        *(_mechanism(each, language) for each in foundations.mechanisms(language)),
    ]
    return whole(say("heading", language), "".join(parts), language, "./")


def say(sentence: str, language: str, **filled: object) -> str:
    """One sentence of these pages."""
    return words.say(f"foundations.{sentence}", language, **filled)


def _judged(language: str) -> str:
    found = foundations.judged()
    if found is None:
        return say("not_judged", language)
    rows, misses, hits, rest = found
    return say("judged", language, rows=rows, misses=misses, hits=hits, rest=rest)


def _documents(language: str) -> str:
    names = [name for name in foundations.DOCUMENTS if foundations.document(name)]
    links = (
        f'<a href="foundations/{name}?lang={language}">{say(f"document.{name}", language)}</a>'
        for name in (*names, SOURCES)
    )
    return f"<ul>{''.join(f'<li>{each}</li>' for each in links)}</ul>"


def _assumed(language: str) -> list[str]:
    """How far each outcome rests on numbers that are assumed, and how that was found."""
    size = foundations.screened(language)
    if size is None:
        return []
    title = say("assumed", language)
    head = [say("column.outcome", language), say("column.assumed", language)]
    rows = [[escape(name), share] for name, share in foundations.assumed(language)]
    note = say("screened", language, **size)
    folded = f"<details><summary>{title}</summary>{table(title, head, rows)}</details>"
    return [f"<h2>{title}</h2>", f"<p>{note}</p>", folded]


def _contents(language: str) -> str:
    links = ", ".join(
        f'<a href="#{each.key}">{escape(each.name)}</a>'
        for each in foundations.mechanisms(language)
    )
    return f'<nav aria-label="{say("contents", language)}"><p>{links}</p></nav>'


def _mechanism(each: Mechanism, language: str) -> str:
    columns = ("number", "value", "between", "role", "status", "moves", "reason")
    head = [say(f"column.{column}", language) for column in columns]
    rows = [_cells(number, language) for number in each.numbers]
    meaning = f"<p>{escape(words.told(each.meaning))}</p>" if each.meaning else ""
    title = f'<h3 id="{each.key}">{escape(each.name)}</h3>'
    return title + meaning + table(each.name, head, rows)


def _cells(number: Number, language: str) -> list[str]:
    sourced = reasons.sourced(number.evidence, language, escape, lambda key: _link(key, language))
    why = (_linked(number.reason, language), sourced)
    return [
        f"<b>{escape(number.name)}</b>: {escape(number.meaning)} <code>{number.address}</code>",
        escape(number.value),
        escape(number.between),
        say(f"role.{number.role}", language),
        escape(number.status),
        escape(number.moves),
        ". ".join(part for part in why if part),
    ]


def _linked(reason: str, language: str) -> str:
    """The reason, in which codes of figures and publications lead to the list of sources."""
    return re.sub(CODE, lambda code: _link(code[0], language), escape(reason))


def _link(key: str, language: str) -> str:
    """The way to this source; plain text where the list has no such key."""
    if key not in {each.key for each in evidence.sources()}:
        return escape(key)
    return f'<a href="foundations/{SOURCES}?lang={language}#{key}">{escape(key)}</a>'


@cache
def sources(language: str) -> str:
    """All figures and publications that numbers and rules rest on."""
    title = say(f"document.{SOURCES}", language)
    head = [say(f"column.{column}", language) for column in ("key", "said", "where", "seen")]
    rows = [_source(each) for each in evidence.sources()]
    note = f"<p>{say('sources', language)}</p>"
    body = f"<h1>{title}</h1>{note}" + table(title, head, rows, "en")
    return whole(title, body, language, "../")


def _source(each: evidence.Source) -> list[str]:
    name = f'<span id="{escape(each.key)}">{escape(each.key)}</span>'
    return [name, escape(each.said), escape(each.where), escape(each.status)]


@cache
def document(name: str, language: str) -> str | None:
    """One of the pages that are kept with the model, in the language it was written in."""
    text = foundations.document(name)
    if text is None:
        return None
    title = say(f"document.{name}", language)
    html = markdown.markdown(text, extensions=["tables", "fenced_code", "toc"])
    html = html.replace("<th></th>", "<td></td>").replace("<th>", '<th scope="col">')
    html = re.sub(r"<pre>", f'<pre tabindex="0" role="group" aria-label="{title}">', html)
    for number in range(1, html.count("<table>") + 1):
        html = html.replace("<table>", f"{scrolling(f'{title}, {number}')}<table >", 1)
    html = html.replace("</table>", "</table></div>")
    english = f"<p>{say('english', language)}</p>" if language != "en" else ""
    return whole(title, f'{english}<div lang="en">{html}</div>', language, "../")


def scrolling(title: str) -> str:
    """The beginning of a box in which what is too wide can be moved, also by keyboard."""
    return f'<div class="scroll" tabindex="0" role="group" aria-label="{escape(title)}">'


def table(title: str, head: Sequence[str], rows: Sequence[Sequence[str]], spoken: str = "") -> str:
    """A table whose first cells name their rows; the cells are HTML already."""
    language = f' lang="{spoken}"' if spoken else ""
    return f"{scrolling(title)}{plain_table(head, rows, language)}</div>"


def whole(title: str, body: str, language: str, root: str) -> str:
    """A whole page around this body, with the way back."""
    back = words.say("lesson.back", language)
    up = (
        ""
        if root == "./"
        else f'<a href="{root}foundations?lang={language}">{say("up", language)}</a>'
    )
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title>"
        f'<link rel="icon" href="data:,">'
        f'<link rel="stylesheet" href="{root}style.css"></head>'
        f'<body class="page foundations">'
        f'<nav class="skipprint ways" aria-label="{escape(words.say("name", language))}">'
        f'<a href="{root}{LIVE.strip("/")}?lang={language}">{escape(back)}</a> {up}</nav>'
        f"<main>{body}</main></body></html>"
    )
