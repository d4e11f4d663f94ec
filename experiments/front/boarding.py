"""The two boards of a question: A and B from above, and both without whoever facilitates.

Everything for the picture is sent once. Beside it stand counts over several pairs of runs, for one
run is one story.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import numpy as np

from experiments.front import filming, setting, worlds
from experiments.front.answering import FAILURES
from experiments.front.comparing import RESIDENTS, comparison
from experiments.front.errands import POOL, Errand, Piece, Pool
from experiments.front.figures import NOTE
from experiments.front.filming import COUNTS, Film, Homes
from experiments.front.shapes import Question, Side
from experiments.simulation import Plan
from model.places import UnknownPlace
from model.state.axes import BOARD, FACILITATOR, ORGANISATIONS

PAIRS = 8
"""Pairs of runs that are counted; the first of them is the one that is drawn."""
HOUSEHOLDS = 60
"""Households that are drawn, of those that ever have several needs."""
WEIGHT = 500
EXTRA, USED = "spending.extra", "spending.on_facilitation"
USES = (USED, "spending.on_team_hours", "spending.on_administration", "spending.on_initiatives")
HEAD = ("world", "week", "from", "to", "from_organisation", "to_organisation", "strength")


def without_facilitator(plan: Plan, side: Side) -> Plan | None:
    """The same world in which facilitation is not paid for, and nothing else is paid with it.

    None where nobody is paid to facilitate.
    """
    extra, used = (worlds.value(side, address) for address in (EXTRA, USED))
    if extra * used <= 0:
        return None
    rest = 1.0 - used
    shares = {address: worlds.value(side, address) for address in USES[1:]}
    kept = {a: share / rest for a, share in shares.items()} if rest > 0 else {USES[1]: 1.0}
    values = dict(plan.values) | dict.fromkeys(USES, 0.0) | kept | {EXTRA: extra * rest}
    later = tuple(
        (week, {a: v for a, v in changes.items() if a not in (EXTRA, *USES)})
        for week, changes in plan.timeline
    )
    return replace(plan, values=values, timeline=later)


Row = tuple[float | None, float | None, int, int]
"""A count with facilitation and without, as means over pairs; and in how many pairs there are fewer
without, and more."""


@dataclass(frozen=True)
class Snapshot:
    """How far it is; ``data`` is everything that is drawn, once all first runs are there."""

    question: Question
    state: str
    failure: str | None
    runs_done: int
    runs_wanted: int
    data: Mapping[str, Any] | None = None
    apart: Mapping[str, list[list[Row]]] | None = None
    """By side: what falls apart without facilitation [frame][count]."""
    pairs: int = 0
    residents: int = RESIDENTS


class Ticket:
    """One visitor's interest in the two boards of a question."""

    def __init__(self, question: Question, pool: Pool = POOL) -> None:
        """Ask for A and B, and for each without facilitation where somebody is paid for it."""
        self.question = question
        self._errand: Errand | None = None
        self._refused, self._data = "", None
        try:
            self._plans = plans_of(question)
        except UnknownPlace:
            self._refused = FAILURES["place_unknown"]
        except (KeyError, ValueError):
            self._refused = FAILURES["value_refused"]
        else:
            pieces = [
                Piece(
                    self._key(world, n),
                    partial(filming.film, plan, n, n == 0),
                    WEIGHT if n == 0 else 1,
                )
                for n in range(PAIRS)
                for world, plan in self._plans.items()
            ]
            self._errand = pool.ask(pieces)

    def _key(self, world: str, number: int) -> tuple[object, ...]:
        return ("film", self._plans[world].identity, number)

    def wait(self, more_than: int, timeout: float) -> Snapshot:
        """A snapshot as soon as there are more runs than these, or at timeout."""
        if self._errand is not None:
            self._errand.wait(more_than, timeout)
        return self.snapshot()

    def snapshot(self) -> Snapshot:
        """What there is now."""
        errand = self._errand
        if errand is None:
            return Snapshot(self.question, "failed", self._refused, 0, 0)
        found, state = errand.known(), errand.state
        done, wanted = len(found), len(errand.pieces)
        if state == "failed":
            return Snapshot(self.question, state, "why.failed", done, wanted)
        pairs = next(
            (n for n in range(PAIRS) if any(self._key(w, n) not in found for w in self._plans)),
            PAIRS,
        )
        if not pairs:
            return Snapshot(self.question, state, None, done, wanted)
        if self._data is None:
            self._data = drawn({w: found[self._key(w, 0)] for w in self._plans}, self.question)
        films = {w: [found[self._key(w, n)] for n in range(pairs)] for w in self._plans}
        residents = self._plans["a"].residents
        apart = {side: _apart(films, side) for side in ("a", "b") if f"{side}0" in films}
        return Snapshot(
            self.question, state, None, done, wanted, self._data, apart, pairs, residents
        )

    def cancel(self) -> None:
        """Ask for no more than others wait for."""
        if self._errand is not None:
            self._errand.cancel()


def plans_of(question: Question) -> dict[str, Plan]:
    """A and B, and as `a0` and `b0` each without facilitation where there is any."""
    here = comparison(question)
    found = {"a": here.a, "b": here.b}
    for name, side in (("a", question.a), ("b", question.b)):
        less = without_facilitator(found[name], side)
        if less is not None:
            found[f"{name}0"] = less
    return found


def _apart(films: Mapping[str, list[Film]], side: str) -> list[list[Row]]:
    """What falls apart in each frame when facilitation goes [frame][count]."""
    having, without = (np.array([each.counts for each in films[n]]) for n in (side, f"{side}0"))
    means = having.mean(axis=0), without.mean(axis=0)
    fewer, more = (without < having).sum(axis=0), (without > having).sum(axis=0)
    return [
        [
            (_plain(means[0][k, n]), _plain(means[1][k, n]), int(fewer[k, n]), int(more[k, n]))
            for n in range(len(COUNTS))
        ]
        for k in range(having.shape[1])
    ]


def drawn(films: Mapping[str, Film], question: Question) -> dict[str, Any]:
    """Everything for the picture, in plain types: who stands where, and every frame."""
    first, second = films["a"].ties, films["b"].ties
    assert first is not None
    assert second is not None
    chosen = _chosen(films)
    return {
        "weeks": list(first.weeks),
        "seats": [
            {
                "name": {"nl": nl, "en": en},
                "organisation": int(first.organisation[row]),
                "above": bool(first.organisation[row] == BOARD),
                "facilitator": bool(first.role[row] == FACILITATOR),
            }
            for row, (nl, en) in enumerate(first.names)
        ],
        "organisations": [
            {"row": party, "name": {one: list(ORGANISATIONS.values())[party].name(one)
                                    for one in ("nl", "en")}}
            for party in filming.places(first, second)
        ],
        "board": {
            name: _feet(question.a if name[0] == "a" else question.b) for name in films
        },
        "worlds": {name: _world(film, chosen) for name, film in films.items()},
        "counts": list(COUNTS),
        "households": len(chosen),
    }  # fmt: skip


def _feet(side: Side) -> list[float]:
    """Which share of their hours the facilitators spend on the upper board."""
    return [worlds.value(side, f"{seat}.board") for seat in ("facilitator", "second_facilitator")]


def _chosen(films: Mapping[str, Film]) -> list[int]:
    """Households that ever have several needs in A or B, evenly taken from all of them."""
    ever = np.any([home.several for name in ("a", "b") for home in films[name].homes], axis=0)
    rows = np.flatnonzero(ever)
    if len(rows) <= HOUSEHOLDS:
        return rows.tolist()
    return rows[np.linspace(0, len(rows) - 1, HOUSEHOLDS).astype(int)].tolist()


def _world(film: Film, chosen: list[int]) -> dict[str, Any]:
    assert film.ties is not None
    found = []
    for strength, present, home, counts in zip(
        film.ties.strength, film.present, film.homes, film.counts, strict=True
    ):
        tied = np.triu(filming.tied_of(strength, present), 1)
        both = np.maximum(strength, strength.T)
        found.append(
            {
                "ties": [[int(i), int(j), round(100 * float(both[i, j]))]
                         for i, j in np.argwhere(tied)],
                "absent": np.flatnonzero(~present).tolist(),
                "homes": [int(home.state[row]) for row in chosen],
                "helpers": _helpers(home, chosen),
                "counts": [_plain(count) for count in counts],
            }
        )  # fmt: skip
    return {"frames": found}


def _plain(value: float) -> float | None:
    """A number that travels as text; None where nothing was counted."""
    return float(value) if np.isfinite(value) else None


def _helpers(home: Homes, chosen: list[int]) -> list[list[int]]:
    """Who helps which of the drawn households: [its place, seat]."""
    return [[n, seat] for n, row in enumerate(chosen) for seat in home.helpers.get(row, ())]


def table(snapshot: Snapshot, version: str, language: str) -> str:
    """Every tie of every frame of every world as CSV, with a heading that says what was run."""
    question, data = snapshot.question, snapshot.data
    file = io.StringIO()
    for line in (
        NOTE[language],
        f"Samenspel {version}",
        *setting.of_question(question, language),
        "a0 and b0 are without facilitation",
        f"residents {snapshot.residents}; seed {question.seed}; one run of each world; "
        f"ties of {filming.TIED} and more",
    ):
        file.write(f"# {line}\n")
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(HEAD)
    for name, world in (data["worlds"] if data else {}).items():
        for week, frame in zip(data["weeks"] if data else (), world["frames"], strict=True):
            for i, j, strength in frame["ties"]:
                ends = [data["seats"][row] for row in (i, j)] if data else []
                parties = [list(ORGANISATIONS)[end["organisation"]] for end in ends]
                names = [end["name"][language] for end in ends]
                writer.writerow([name, week, *names, *parties, strength / 100])
    return file.getvalue()
