"""Numbers as a language writes them: 1,234.5 in English is 1.234,5 in Dutch."""

from __future__ import annotations

_OTHER_WAY = str.maketrans(",.", ".,")


def numeral(text: str, language: str) -> str:
    """A number written the English way, as this language writes it."""
    return text.translate(_OTHER_WAY) if language == "nl" else text


def whole(value: float, language: str) -> str:
    """A whole number with its thousands apart."""
    return numeral(f"{value:,.0f}", language)


def short(value: float, language: str) -> str:
    """A number in three digits, or more where it is large."""
    size = abs(value)
    if size >= 1000:
        return whole(value, language)
    return numeral(f"{value:.3g}" if size < 100 else f"{value:.0f}", language)
