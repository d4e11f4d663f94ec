"""The lesson as a page of its own: one printable sheet, made from its file in docs/lessons."""

from __future__ import annotations

from functools import cache
from html import escape
from pathlib import Path
from urllib.parse import urlencode

import markdown

from ui import words
from ui.provider import Opening, current

FOLDER = Path(__file__).parent.parent / "docs" / "lessons"
FILES = {"nl": "plaatsing.nl.md", "en": "placement.en.md"}
PATH = "/lesson"


def page(language: str) -> str:
    """The whole page as HTML, with a link that opens the question it is about."""
    about = next((each for each in current().openings() if each.lesson), None)
    return sheet(language, start(about, language))


def start(opening: Opening | None, language: str) -> str:
    """Where the page stands ready for the lesson: its question, and its charts in front."""
    parts = {"lang": language}
    if opening is not None:
        parts |= {"a": opening.a, "b": opening.b, "window": opening.window}
        parts |= {"charts": ",".join(opening.charts)} if opening.charts else {}
    return "./?" + urlencode(parts, safe=",")


@cache
def sheet(language: str, ready: str) -> str:
    """The sheet itself; it asks for nothing but our own style."""
    text = (FOLDER / FILES[language]).read_text(encoding="utf-8")
    title = text.splitlines()[0].removeprefix("# ")
    body = markdown.markdown(text, extensions=["tables"])
    body = body.replace("<th>", '<th scope="col">')
    begin, back = words.say("lesson.start", language), words.say("lesson.back", language)
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title>"
        f'<link rel="icon" href="data:,">'
        f'<link rel="stylesheet" href="style.css"></head><body class="page lesson">'
        f'<nav class="skipprint"><a href="{escape(ready)}">{escape(begin)}</a></nav>'
        f'<main>{body}<p class="skipprint"><a href="{escape(ready)}">{escape(back)}</a></p></main>'
        f"</body></html>"
    )
