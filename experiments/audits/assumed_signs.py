"""Assumed signs (decision 14d): an effect that can go one way only must be able to be nothing.

A rule whose form lets one thing move another in one direction has settled that direction, unless
its range reaches to where there is no effect, or beyond. Which numbers are such effects stands in
assumed_signs.yaml, with our reason wherever a range stops short. Nothing is run.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

from experiments.audits.report import Report
from experiments.audits.work import Work
from model.declarations import Parameter
from model.parameters import ADDRESSES
from scenarios.faults import Both

FILE = Path(__file__).parent / "assumed_signs.yaml"
EITHER, NONE_AT_ALL, ONE_SIGN = "either sign", "reaches to nothing", "one sign only"
"""What a range leaves open: both directions, no effect at its end, or neither."""


class Because(BaseModel):
    """Why a range stops short of nothing, in both languages."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    nl: str
    en: str


class Row(BaseModel):
    """Effects that are nothing at the same value, or each where its declaration says."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    numbers: tuple[str, ...]
    nothing: float | None = None
    because: Because | None = None


class Listed(BaseModel):
    """The whole file: effects whose form assumes a sign, and numbers in which there is none."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    effects: tuple[Row, ...]
    amounts: tuple[str, ...]


@dataclass(frozen=True)
class Effect:
    """One effect: its declaration, where it is nothing, and why its range stops short of that."""

    declared: Parameter
    nothing: float
    because: Because | None = None

    @property
    def sign(self) -> str:
        """What the range of this effect leaves open."""
        low, high = self.declared.between
        if low < self.nothing < high:
            return EITHER
        return NONE_AT_ALL if self.nothing in (low, high) else ONE_SIGN


@cache
def listed() -> Listed:
    """What the file holds."""
    return Listed(**yaml.safe_load(FILE.read_text(encoding="utf-8")))


def effects(
    rows: Sequence[Row] | None = None, declared: Mapping[str, Parameter] = ADDRESSES
) -> tuple[Effect, ...]:
    """Every effect in the order of the file; ValueError where nothing is nowhere told."""
    return tuple(
        _effect(declared[address], row)
        for row in (listed().effects if rows is None else rows)
        for address in row.numbers
    )


def _effect(declared: Parameter, row: Row) -> Effect:
    nothing = declared.neutral if row.nothing is None else row.nothing
    if math.isnan(nothing):
        raise ValueError(f"{declared.address}: say at which value there is no effect")
    return Effect(declared, nothing, row.because)


def audit(found: Sequence[Effect] | None = None) -> Report:
    """Whether every effect can be nothing, or has a reason beside it why it cannot."""
    looked_at = effects() if found is None else found
    by_sign = {
        sign: [each for each in looked_at if each.sign == sign]
        for sign in (EITHER, NONE_AT_ALL, ONE_SIGN)
    }
    short = by_sign[ONE_SIGN]
    counts = {sign: len(each) for sign, each in by_sign.items()}
    lines = (
        Both(
            f"{len(looked_at)} effects of which the form assumes a sign: the ranges of "
            f"{counts[EITHER]} leave either sign open, {counts[NONE_AT_ALL]} reach to nothing, "
            f"{counts[ONE_SIGN]} leave one sign only",
            f"{len(looked_at)} effecten waarvan de vorm een richting aanneemt: het bereik van "
            f"{counts[EITHER]} laat beide richtingen open, {counts[NONE_AT_ALL]} reiken tot niets, "
            f"{counts[ONE_SIGN]} laten één richting open",
        ),
        *(_told(each) for each in short),
    )
    unexplained = [each for each in short if each.because is None]
    numbers = {sign: [each.declared.address for each in kind] for sign, kind in by_sign.items()}
    return Report("assumed_signs", not unexplained, lines, numbers)


def _told(effect: Effect) -> Both:
    low, high = effect.declared.between
    name = f"{effect.declared.address} {low:g}-{high:g}"
    nothing = effect.nothing
    if effect.because is None:
        return Both(
            f"{name}, nothing at {nothing:g}: ONE SIGN ONLY, and no reason is known",
            f"{name}, niets bij {nothing:g}: ÉÉN RICHTING, en er is geen reden bekend",
        )
    return Both(
        f"{name}, nothing at {nothing:g}: because {effect.because.en}",
        f"{name}, niets bij {nothing:g}: want {effect.because.nl}",
    )


def work() -> Work:
    """How much is run: nothing, only ranges are looked at."""
    return Work(0, 0, 0, 0)
