"""The sentences of the interface, by id, in Dutch and English; never a name of a number."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from experiments.numerals import numeral

LANGUAGES = ("nl", "en")
"""Dutch first."""

FOLDER = Path(__file__).parent


@cache
def sentences(language: str) -> dict[str, str]:
    """All sentences of one language, by id."""
    text = (FOLDER / f"{language}.yaml").read_text(encoding="utf-8")
    return flattened(load(text))


class _OnceEach(yaml.SafeLoader):
    """Reads YAML, and refuses a name that stands twice under one heading."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """The names and what they hold; the second of two would silently win."""
        names = [self.construct_object(key, deep=deep) for key, _ in node.value]
        twice = sorted({str(name) for name in names if names.count(name) > 1})
        if twice:
            line = node.start_mark.line + 1
            raise ValueError(f"stands twice under line {line}: {', '.join(twice)}")
        return super().construct_mapping(node, deep)


def load(text: str) -> dict[str, Any]:
    """A file of sentences; ValueError where a name stands twice."""
    return yaml.load(text, _OnceEach)


def flattened(branch: dict[str, object], stem: str = "") -> dict[str, str]:
    """The tree of a file as one table: `chart.table` for `table` under `chart`."""
    table: dict[str, str] = {}
    for name, leaf in branch.items():
        if isinstance(leaf, dict):
            table |= flattened(leaf, f"{stem}{name}.")
        else:
            table[f"{stem}{name}"] = str(leaf).strip()
    return table


def say(sentence: str, language: str, /, **filled: object) -> str:
    """One sentence, with its open places filled in."""
    return sentences(language)[sentence].format(**filled)


def number(value: float, language: str, digits: int = 0) -> str:
    """A number as people of this language write it: 1.234,5 or 1,234.5."""
    text = f"{value:,.{digits}f}"
    if float(text.replace(",", "")) == 0:
        text = text.removeprefix("-")
    return numeral(text, language).replace("-", "\N{MINUS SIGN}")


def told(meaning: str) -> str:
    """The meaning of a declared thing as a sentence of its own."""
    return meaning[:1].upper() + meaning[1:] + ("" if meaning.endswith((".", "?")) else ".")


def fine(value: float, language: str) -> str:
    """A number with as many digits as it needs, three at most."""
    text = f"{value:.3g}"  # 150000 is 1.5e+05 here, which has no decimals
    _, _, exponent = Decimal(text).normalize().as_tuple()
    return number(float(text), language, max(0, -int(exponent)))


def signed(value: float, language: str, margin: float) -> str:
    """A difference with its sign, and no finer than the smallest that matters asks for."""
    return plus(value, language, decimals(margin))


def decimals(margin: float) -> int:
    """Decimals that show a difference no finer than the smallest that matters asks for."""
    return 0 if margin >= 5 else 1 if margin >= 0.5 else 2 if margin >= 0.02 else 3


def plus(value: float, language: str, digits: int) -> str:
    """A number with a plus sign where it is more than nothing."""
    text = number(value, language, digits)
    return f"+{text}" if value > 0 and float(f"{value:.{digits}f}") else text


def rough(value: float, language: str) -> str:
    """A large number in three figures, so that it claims no more than it knows."""
    size = 10 ** max(0, len(str(int(abs(value)))) - 3)
    return number(round(value / size) * size, language)
