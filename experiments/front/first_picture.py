"""The picture on the first page: a real answer that is kept, and says of which model it is.

``python -m experiments.front.first_picture`` makes it anew, with the question the page starts with
and as many runs; that takes some minutes. A page made from it needs no run and no script, and says
so when the model is another one by now.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

from experiments.command_line.progress import Progress
from experiments.front import answering, declared, desk, stories
from experiments.front.shapes import Counts, Curves, Estimate, Pair, Picture, Question, Side
from model.compiling import workings

FILE = Path(__file__).parent / "first_picture.json"
COMMAND = "python -m experiments.front.first_picture"
AHEAD = ("time_to_help", "ownerless_several", "need_any", "cost_total")
"""The outcomes whose charts come first on the page. Drawn is the first of them with a clear
difference, or the first where none has one; what is not clear is told beside it."""
DIGITS = 6
"""Significant figures that are kept: finer than any screen, and alike on any machine."""


class NoFirstPicture(RuntimeError):  # noqa: N818  (it names what is the matter)
    """There is no kept picture, or it cannot be read."""


@dataclass(frozen=True)
class FirstPicture:
    """A kept answer: the question, the moments, one picture, and the pairs of a few outcomes."""

    question: Question
    version: str
    workings: str
    plans: tuple[str, str]
    weeks: tuple[int, ...]
    period: tuple[int, int]
    pictures: Mapping[str, Picture]
    pairs: Mapping[str, Pair]
    """The outcomes with a clear difference, of those that have a better side and were not set."""
    weighed: int
    """How many outcomes have a better side and were not set."""

    @property
    def drawn(self) -> str:
        """The outcome that is drawn."""
        clear = [key for key in self.pictures if not self.unclear(key)]
        return (clear or list(self.pictures))[0]

    def unclear(self, key: str) -> bool:
        """Whether the model sees no clear difference on an outcome whose picture was kept."""
        pair = self.pictures[key].pair
        return pair is None or not pair.counts.direction

    def is_old(self) -> bool:
        """Whether the model or one of the two scenarios is another one by now."""
        return self.workings != workings() or self.plans != plans(self.question)

    def outcome(self, key: str) -> declared.Outcome:
        """The declaration of an outcome."""
        return next(each for each in declared.outcomes() if each.key == key)

    def scenario(self, side: str) -> stories.Scenario:
        """The scenario of a side."""
        chosen = self.question.a if side == "a" else self.question.b
        return next(each for each in stories.scenarios() if each.key == chosen.scenario)

    def place(self) -> stories.Place:
        """Where it was computed."""
        return next(each for each in stories.places() if each.key == self.question.place)

    def lever(self, address: str) -> declared.Lever:
        """The declaration of a lever."""
        return next(each for each in declared.levers() if each.address == address)


def plans(question: Question) -> tuple[str, str]:
    """What identifies both sides: changes with the scenarios, the place and the seed."""
    a, b = desk.asked(question).sides()
    return a.identity, b.identity


def answered(question: Question) -> answering.Snapshot:
    """All runs of the question; NoFirstPicture when they fail."""
    ticket, seen = desk.Desk().request(question), 0
    with Progress(question.runs) as progress:
        while True:
            snapshot = ticket.wait(1.0)
            while seen < snapshot.runs_done and not snapshot.quick:
                seen += 1
                progress.one_more(seen, question.runs)
            if snapshot.state == "failed":
                raise NoFirstPicture(str(snapshot.failure))
            if snapshot.state == "done":
                return snapshot


def make() -> dict[str, Any]:
    """Run the question the page starts with, and keep what the first page shows of it."""
    where = desk.Desk()
    question = where.start()
    snapshot = answered(question)
    weighed = [
        each.key
        for each in where.outcomes()
        if each.better in ("higher", "lower") and not where.repeats(question, each.key)
    ]
    pairs = {key: pair for key in weighed if (pair := snapshot.pairs[key]) is not None}
    found = FirstPicture(
        question=question,
        version=where.version,
        workings=workings(),
        plans=plans(question),
        weeks=tuple(snapshot.weeks),
        period=snapshot.period,
        pictures={key: snapshot.pictures[key] for key in AHEAD},
        pairs={key: pair for key, pair in pairs.items() if pair.counts.direction},
        weighed=len(weighed),
    )
    return rounded(asdict(found))


def rounded(thing: Any) -> Any:
    """The same, its numbers in a few significant figures."""
    if isinstance(thing, dict):
        return {key: rounded(value) for key, value in thing.items()}
    if isinstance(thing, list | tuple):
        return [rounded(value) for value in thing]
    return float(f"{thing:.{DIGITS}g}") if isinstance(thing, float) else thing


@cache
def kept() -> FirstPicture:
    """The kept picture; NoFirstPicture where there is none that can be read."""
    try:
        return read(json.loads(FILE.read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError) as reason:
        raise NoFirstPicture(f"make it with {COMMAND}") from reason


def read(kept_: Mapping[str, Any]) -> FirstPicture:
    """The picture in what was written."""
    asked = dict(kept_["question"])
    for side in ("a", "b"):
        values = tuple((address, value) for address, value in asked[side]["values"])
        asked[side] = Side(asked[side]["scenario"], values)
    asked["prices"] = tuple((address, value) for address, value in asked["prices"])
    begin, end = kept_["period"]
    a, b = kept_["plans"]
    return FirstPicture(
        question=Question(**asked),
        version=kept_["version"],
        workings=kept_["workings"],
        plans=(a, b),
        weeks=tuple(kept_["weeks"]),
        period=(begin, end),
        pictures={key: _picture(drawn) for key, drawn in kept_["pictures"].items()},
        pairs={key: _pair(pair) for key, pair in kept_["pairs"].items()},
        weighed=kept_["weighed"],
    )


def _picture(kept_: Mapping[str, Any]) -> Picture:
    return Picture(Curves(**kept_["a"]), Curves(**kept_["b"]), _pair(kept_["pair"]))


def _pair(kept_: Mapping[str, Any]) -> Pair:
    numbers = {side: Estimate(**kept_[side]) for side in ("a", "b", "difference")}
    return Pair(**numbers, counts=Counts(**kept_["counts"]))


def main() -> int:
    """Make the picture anew and keep it."""
    made = make()
    FILE.write_text(json.dumps(made, indent=None, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{FILE.name}: {made['question']['runs']} runs")
    return 0


if __name__ == "__main__":
    sys.exit(main())
