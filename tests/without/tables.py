"""What tables that decide and money of a plan say of a world without them, as assertions."""

from tests.without.world import BUSY, World, assert_same, open_cases

ASKED = BUSY | {"deciding.rule": 1.0, "deciding.hours": 2.0, "deciding.tables": 3.0}


def no_table_decides_on_questions(off: World):
    """Whatever else the levers say it is to the byte the world of now, but for what is counted."""
    off, plain = World("deciding", values=ASKED), World()
    for one, two in zip(off.weeks(30), plain.weeks(30), strict=True):
        for name in ("cases", "pairs", "residents", "municipalities"):
            assert_same(getattr(one, name), getattr(two, name))
        assert not one.tables["gathered"].any()
    assert off.total("at_tables") == off.total("voted") == 0.0
    decided = World(values=ASKED)
    decided.after(30)
    assert decided.total("at_tables") > 0.0, "else it does make a difference"


def no_plan_has_money_of_its_own(off: World):
    pooled = BUSY | {"pockets.pooled": 1.0}
    off = World("flexible_budget", values=pooled)
    rich = World(values=pooled | {"flexible_budget.euros": 4000.0})
    off.after(40)
    fits = open_cases(rich.after(40))["fit"].mean()
    assert fits > open_cases(off.state)["fit"].mean()
