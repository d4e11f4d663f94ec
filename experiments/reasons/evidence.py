"""Figures and publications that numbers rest on, and what a source is called in a language."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from experiments.version import CHECKOUT

MODEL = CHECKOUT / "model"
NAMES = Path(__file__).with_name("sources.yaml")


class Source(NamedTuple):
    """A figure or a publication that numbers rest on."""

    key: str
    said: str
    where: str
    status: str


@cache
def figures() -> Mapping[str, Mapping[str, str]]:
    """The rows of evidence, by key."""
    with (MODEL / "evidence.csv").open(encoding="utf-8", newline="") as file:
        return {each["id"]: each for each in csv.DictReader(file)}


@cache
def publications() -> Mapping[str, Mapping[str, Any]]:
    """The publications behind the form of rules, by key."""
    return yaml.safe_load((MODEL / "sources.yaml").read_text(encoding="utf-8"))


@cache
def dutch() -> Mapping[str, str]:
    """What sources of figures are called in Dutch, by what evidence.csv calls them."""
    return yaml.safe_load(NAMES.read_text(encoding="utf-8"))


@cache
def sources() -> tuple[Source, ...]:
    """Every row of evidence, then every publication."""
    rows = (_row(each) for each in figures().values())
    return (*rows, *(_publication(key, each) for key, each in publications().items()))


def cited(keys: Iterable[str], language: str) -> Mapping[str, Sequence[str]]:
    """The keys under the source that each is from, as a reader knows it."""
    found: dict[str, list[str]] = {}
    for key in keys:
        found.setdefault(_name(key, language), []).append(key)
    return found


def _name(key: str, language: str) -> str:
    if key in publications():
        who, _, rest = str(publications()[key]["citation"]).partition(" (")
        return f"{who}, {rest.partition(')')[0]}"
    source, year = figures()[key]["source"], figures()[key]["year"]
    name = dutch().get(source, source) if language == "nl" else source
    return name if not year or year in name else f"{name}, {year}"


def _row(row: Mapping[str, str]) -> Source:
    low, high = row["low"], row["high"]
    value = f"{row['value']} ({low} – {high})" if low and high else row["value"]
    said = f"{row['quantity']}: {value} {row['unit']}. {row['population']}".strip()
    where = ", ".join(filter(None, (row["source"], row["year"])))
    return Source(row["id"], said, where, row["status"])


def _publication(key: str, each: Mapping[str, Any]) -> Source:
    return Source(key, str(each["citation"]), f"read: {each['read']}", str(each["status"]))
