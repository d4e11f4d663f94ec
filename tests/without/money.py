"""What the world is like without rules on money: who is spared, which contract binds, who stays."""

import numpy as np

from model.phases import tenders
from model.processes.organisations import elsewhere, weighing
from model.state.axes import BUDGET_COUNT, BUDGET_OF_DOMAIN, DOMAIN_COUNT
from tests.without.world import BUSY, World


def all_gain_falls_to_the_budget_of_the_need(off: World):
    own = [
        [elsewhere.falls_to(domain, budget, off.p["elsewhere"]) for budget in range(BUDGET_COUNT)]
        for domain in range(DOMAIN_COUNT)
    ]
    assert np.array_equal(own, np.eye(BUDGET_COUNT)[list(BUDGET_OF_DOMAIN)])
    off.after()
    gained = sum(np.asarray(one["savings"]) for one in off.system)
    assert gained.sum() > 0.0


def a_new_rule_holds_for_everybody_in_its_week(off: World):
    changed = BUSY | {"pockets.pooled": 0.7, "pockets.returned": 0.3}
    at_once, bound = World("settling", values=changed), World(values=changed)
    for world, alike in ((at_once, True), (bound, False)):
        state = next(world.weeks(1))
        pooled = [tenders.pooled_of(each, 0.0, world.p) for each in state.organisations]
        returned = [tenders.returned_of(each, world.p) for each in state.organisations]
        assert (set(pooled) == {0.7} and set(returned) == {0.3}) == alike
    usual = float(off.p["pockets"]["pooled"])
    assert {tenders.pooled_of(each, 0.0, off.p) for each in off.state.organisations} == {usual}


def only_hours_of_help_cost_money(off: World):
    off.after()
    assert off.total("stay_cost") == 0.0
    with_stays = World(always={"stays.share_support": 0.15, "stays.share_mind": 0.25})
    with_stays.after()
    assert with_stays.total("stay_cost") > 0.0
    assert with_stays.total("spent") > off.total("spent")


def a_euro_later_is_a_euro_now(off: World):
    assert weighing.worth(208, off.p["weighing"]) == 1.0
    off.after()
    assert abs(off.total("sheet_paid") - off.total("spent")) < 1e-6 * off.total("spent")
    assert abs(off.total("sheet_spared") - off.total("savings")) < 1e-6 * off.total("spent")


def people_say_what_is_gone_of_their_need(off: World):
    off.after()
    asked, said, gone = (
        sum(week[name].sum() for week in off.tallies)
        for name in ("opinions", "satisfied", "relieved")
    )
    assert asked > gone > 0.0
    assert abs(said - gone) < 1e-9 * asked
