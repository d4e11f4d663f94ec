"""What the model says of places, in plain English too: its own notes call a neighbourhood a wijk.

Names of places are the same in both languages and stay as they are.
"""

from __future__ import annotations

import re

from model.place_facts import Text

_ENGLISH = (
    (r"\bwijken and buurten\b", "neighbourhoods and their parts"),
    (r"\bwijken\b", "neighbourhoods"),
    (r"\bwijk\b", "neighbourhood"),
    (r"\bbuurten\b", "parts"),
    (r"\bbuurt\b", "part"),
)


def english(text: str) -> str:
    """The text without the Dutch words for a neighbourhood and its parts."""
    for dutch, plain in _ENGLISH:
        text = re.sub(dutch, plain, text)
    return text


def both(text: Text) -> Text:
    """The same words in both languages, the English ones plain; a name stays a name."""
    return text if text.nl == text.en else Text(text.nl, english(text.en))


def said(text: Text, language: str) -> str:
    """These words in one language."""
    return both(text).say(language)
