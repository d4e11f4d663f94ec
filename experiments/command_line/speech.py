"""In which language the command line speaks to people: English, or Dutch with ``--language nl``.

A terminal that is set to Dutch gets Dutch too. JSON, files and the names of options stay as they
are, whatever language is chosen. Numbers in tables are written as the language does; in Dutch an
option takes them so as well.
"""

from __future__ import annotations

from contextvars import ContextVar

from model.declarations import LANGUAGES, Named
from model.place_facts import Text

USUAL = "en"
_CHOSEN: ContextVar[str] = ContextVar("language", default=USUAL)


def speak(language: str) -> None:
    """Choose the language for what comes; the usual one where there is no such language."""
    _CHOSEN.set(language if language in LANGUAGES else USUAL)


def language() -> str:
    """The language that is spoken now."""
    return _CHOSEN.get()


def say(nl: str, en: str) -> str:
    """These words in the language that is spoken now."""
    return nl if language() == "nl" else en


def told(text: Text) -> str:
    """A text in the language that is spoken now."""
    return text.say(language())


def name(named: Named) -> str:
    """The name of something declared."""
    return named.name(language())
