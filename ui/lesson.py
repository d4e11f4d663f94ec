"""The guide of a teacher: one lesson on a sheet to print, made from its data, without script."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from urllib.parse import parse_qsl

from ui import words
from ui.addresses import GUIDE, LESSON, LESSONS, LIVE
from ui.plain_table import plain_table
from ui.provider import Lesson, current


def page(query: str, language: str) -> str:
    """The guide of the lesson that is asked for, or of all lessons one after another."""
    asked = dict(parse_qsl(query)).get(LESSON)
    lessons = current().lessons()
    found = [each for each in lessons if asked in (None, each.key)] or list(lessons)
    title = found[0].title(language) if len(found) == 1 else say("heading", language)
    body = "".join(_sheet(each, language) for each in found)
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{say('guide', language)}: {escape(title)}</title>"
        f'<link rel="icon" href="data:,">'
        f'<link rel="stylesheet" href="../style.css"></head><body class="page lesson guide">'
        f"{_ways(found, language)}<main>{_first(found, title, language)}{body}</main></body></html>"
    )


def say(sentence: str, language: str, **filled: object) -> str:
    """One sentence of the lessons, safe to stand in HTML."""
    return escape(words.say(f"lessons.{sentence}", language, **filled))


def _ways(found: Sequence[Lesson], language: str) -> str:
    one = f"&{LESSON}={found[0].key}" if len(found) == 1 else ""
    links = (
        (f"..{LESSONS}?lang={language}{one}", say("back", language)),
        (f"..{GUIDE}?lang={language}", say("all_guides", language)),
        (f"..{LIVE}?lang={language}", escape(words.say("lesson.back", language))),
    )
    made = " ".join(f'<a href="{escape(address)}">{said}</a>' for address, said in links)
    return f'<nav class="skipprint ways" aria-label="{say("guide", language)}">{made}</nav>'


def _first(found: Sequence[Lesson], title: str, language: str) -> str:
    """The one heading of the page, and what every lesson has in common."""
    lead = f"<p><em>{escape(words.say('badge', language))}. {say('for_whom', language)}</em></p>"
    heading = say("guide_title", language) if len(found) == 1 else escape(title)
    return f"<h1>{heading}</h1>{lead}" + ("" if len(found) == 1 else _common(language))


def _common(language: str) -> str:
    return f"<h2>{say('needed', language)}</h2><p>{say('needed_told', language)}</p>"


def _sheet(each: Lesson, language: str) -> str:
    """One lesson on at most two sheets of A4."""
    return (
        f'<article class="guide__lesson" aria-labelledby="{each.key}">'
        f'<h2 id="{each.key}">{escape(each.title(language))}</h2>'
        f"<p><strong>{say('goal', language)}</strong> {escape(each.goal(language))}</p>"
        f"<h3>{say('step.case', language)}</h3>{_paragraphs(each.case(language))}"
        f"<h3>{say('plan', language)}</h3>{_plan(each, language)}"
        f"<h3>{say('drawing', language)}</h3><p>{escape(each.ask(language))}</p>"
        f"<h3>{say('look', language)}</h3>{_list(each.look(language))}"
        f"<h3>{say('changes', language)}</h3>"
        f"{_list([change.told(language) for change in each.changes])}"
        f"<h3>{say('step.discuss', language)}</h3>{_list(each.discuss(language), 'ol')}"
        f"<h3>{say('teacher', language)}</h3>{_list(each.teacher(language))}"
        f"<p>{say('teacher_always', language)}</p>"
        f'<p class="hint">{say("seeds", language)}</p></article>'
    )


def _paragraphs(texts: Sequence[str]) -> str:
    return "".join(f"<p>{escape(text)}</p>" for text in texts)


def _list(texts: Sequence[str], kind: str = "ul") -> str:
    return f"<{kind}>{''.join(f'<li>{escape(text)}</li>' for text in texts)}</{kind}>"


def _plan(each: Lesson, language: str) -> str:
    """What happens from which minute to which."""
    head = [say(f"plan_{column}", language) for column in ("minutes", "what", "how")]
    rows = [
        (
            f"{step.minutes[0]}–{step.minutes[1]}",
            f"<strong>{escape(step.what[language])}</strong>",
            escape(step.how[language]),
        )
        for step in each.plan
    ]
    return plain_table(head, rows)
