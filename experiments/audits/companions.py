"""Worlds in which a number can speak, from companions.yaml: for an audit and for tests."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from experiments import regional, simulation
from experiments.regional import RegionPlan
from model.parameters import ADDRESSES
from scenarios.faults import Both

FILE = Path(__file__).parent / "companions.yaml"
NAMES = ("one", "two", "three")
LARGEST, SMALLER = 9_000, 1_500
"""People in the largest municipality, and by how much each next one is smaller."""


@cache
def _told() -> dict[str, Any]:
    return yaml.safe_load(FILE.read_text(encoding="utf-8"))


def weak() -> dict[str, Both]:
    """Numbers that moved nothing in some such worlds, and why."""
    return {address: Both(said["en"], said["nl"]) for address, said in _told()["weak"].items()}


def of_a_region(address: str) -> bool:
    """Whether a number only means something where several municipalities are."""
    return address.partition(".")[0] in _told()["region"]["groups"]


def world(address: str) -> dict[str, float]:
    """What is set where this number is looked at, by address."""
    told = _told()
    if of_a_region(address):
        return dict(told["region"]["values"])
    return dict(told["everything"]) | _only_with().get(address, {})


@cache
def _only_with() -> dict[str, dict[str, float]]:
    return {
        address: row["values"]
        for row in _told()["only_with"]
        for named in row["numbers"]
        for address in _addresses(named)
    }


def _addresses(named: str) -> list[str]:
    if not named.endswith("*"):
        return [named]
    return [address for address in ADDRESSES if address.startswith(named[:-1])]


def named() -> set[str]:
    """Every address that the file names, so that a test can look for it."""
    told = _told()
    values = [
        told["everything"],
        told["region"]["values"],
        *(r["values"] for r in told["only_with"]),
    ]
    return {*_only_with(), *told["weak"], *(address for each in values for address in each)}


def region(
    place: str, values: Mapping[str, float], *, residents: int, weeks: int, seed: int = 1
) -> RegionPlan:
    """Three municipalities with these values: so many residents in each, and weeks."""
    whole = simulation.plan(place, values, residents=residents, weeks=weeks, seed=seed)
    members = tuple(
        regional.member(replace(whole, population=LARGEST - SMALLER * number), number)
        for number in range(len(NAMES))
    )
    return RegionPlan(whole, members, tuple(range(len(NAMES))), NAMES)
