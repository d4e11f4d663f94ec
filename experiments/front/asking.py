"""A question of a screen as the services that compute have it."""

from __future__ import annotations

from experiments import question as questions
from experiments.front import worlds
from experiments.front.shapes import Question


def asked(question: Question, residents: int | None = None, runs: int = 0) -> questions.Question:
    """The question as the service computes it."""
    a, b = worlds.resolved(question.a), worlds.resolved(question.b)
    prices = dict(question.prices)
    return questions.Question(
        place=question.place,
        residents=residents,
        weeks=worlds.WEEKS,
        seed=question.seed,
        values_a=dict(a.values) | prices,
        values_b=dict(b.values) | prices,
        timeline_a=a.timeline,
        timeline_b=b.timeline,
        replicates=runs or question.runs,
    )
