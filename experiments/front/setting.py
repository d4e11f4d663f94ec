"""What a file of figures says of the question behind it: place, ways, moved levers, prices."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from experiments.front.figures import codebook
from experiments.front.shapes import Question, Side
from experiments.front.stories import place as place_of
from experiments.front.stories import scenarios

LETTERS = "ABCD"


def place_line(key: str, language: str) -> str:
    """The place with its key, name and meaning."""
    place = place_of(key)
    return codebook()[language]["place"].format(
        key=place.key, name=place.name(language), meaning=place.meaning(language)
    )


def ways(
    sides: Sequence[Side], prices: Sequence[tuple[str, float]], language: str
) -> Iterator[str]:
    """Each way with the levers that were moved in it, then the prices that were changed for all."""
    named = {each.key: each.name(language) for each in scenarios()}
    for letter, side in zip(LETTERS, sides, strict=False):
        yield f"{letter}: {side.scenario} ({named.get(side.scenario, side.scenario)})"
        yield from (f"{letter}: {address}={value:.12g}" for address, value in side.values)
    price = codebook()[language]["price"]
    for address, value in prices:
        yield price.format(address=address, value=f"{value:.12g}")


def of_question(question: Question, language: str) -> Iterator[str]:
    """Place, A and B, and prices."""
    yield place_line(question.place, language)
    yield from ways((question.a, question.b), question.prices, language)
