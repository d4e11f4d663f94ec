"""The same question with every number that nobody knows drawn anew: how much wider it gets."""

from __future__ import annotations

from experiments import live
from experiments.front import ways
from experiments.front.answering import Snapshot
from experiments.front.compared import DRAWS, Comparison
from experiments.front.shapes import Question


class Ticket:
    """One visitor's interest in the draws of one question; they take their turn among all."""

    def __init__(self, question: Question) -> None:
        """Ask for as many runs of both sides as there are draws, each with its own numbers."""
        self.question = question
        asked = Comparison(
            question.place,
            question.a,
            (question.b,),
            min(DRAWS, question.runs),
            question.seed,
            question.window,
            question.prices,
        )
        self._draws = live.request(ways.doubted(asked))

    def snapshot(self) -> Snapshot:
        """What there is of the answer now."""
        return self.wait(0.0)

    def wait(self, timeout: float) -> Snapshot:
        """The same, as soon as there is a run of each side, or when it failed, or at timeout."""
        return Snapshot(self.question, self._draws.wait(0, timeout))

    def cancel(self) -> None:
        """Ask for no more draws than others wait for."""
        self._draws.cancel()
