"""The lesson as a page of its own: one printable sheet, made from its file in docs/lessons."""

from __future__ import annotations

from functools import cache
from html import escape
from pathlib import Path

import markdown

from ui import words

FOLDER = Path(__file__).parent.parent / "docs" / "lessons"
FILES = {"nl": "plaatsing.nl.md", "en": "placement.en.md"}
PATH = "/lesson"


@cache
def page(language: str) -> str:
    """The whole page as HTML; it asks for nothing but our own style."""
    text = (FOLDER / FILES[language]).read_text(encoding="utf-8")
    title = text.splitlines()[0].removeprefix("# ")
    body = markdown.markdown(text, extensions=["tables"])
    body = body.replace("<th>", '<th scope="col">')
    back = words.say("lesson.back", language)
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title>"
        f'<link rel="icon" href="data:,">'
        f'<link rel="stylesheet" href="style.css"></head><body class="page lesson">'
        f'<nav class="skipprint"><a href="./?lang={language}">{escape(back)}</a></nav>'
        f"<main>{body}</main></body></html>"
    )
