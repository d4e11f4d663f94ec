"""The facilitator taken away: only the money for facilitation goes, and nobody else gets it."""

from __future__ import annotations

import pytest

from experiments import simulation
from experiments.front import boarding
from experiments.front.comparing import comparison
from experiments.front.shapes import Question, Side

USES = boarding.USES


def asked(b: Side) -> Question:
    return Question("doorsnee", Side("as_it_is_now"), b, runs=4, seed=1)


def test_where_nobody_is_paid_to_facilitate_there_is_no_world_without():
    plans = boarding.plans_of(asked(Side("facilitator_neighbourhood")))
    assert set(plans) == {"a", "b", "b0"}


@pytest.mark.parametrize("used", [0.25, 0.5, 1.0])
def test_what_is_not_spent_on_facilitation_is_spent_as_before(used: float):
    side = Side("facilitator_neighbourhood", (("spending.on_facilitation", used),))
    here = comparison(asked(side))
    less = boarding.without_facilitator(here.b, side)
    assert less is not None
    before, after = (simulation.parameters(plan, 1).spending for plan in (here.b, less))
    assert after.on_facilitation == 0.0
    for use in USES[1:]:
        name = use.removeprefix("spending.")
        spent = after.extra * getattr(after, name)
        assert spent == pytest.approx(before.extra * getattr(before, name))


def test_only_money_differs_from_the_world_with_a_facilitator():
    side = Side("facilitator_split")
    here = comparison(asked(side))
    less = boarding.without_facilitator(here.b, side)
    assert less is not None
    changed = {a for a, v in less.values.items() if here.b.values.get(a) != v}
    assert changed <= {boarding.EXTRA, *USES}
    assert less.context == here.b.context
