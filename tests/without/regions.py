"""What the mechanisms of a region say of a world without them, as assertions on the state."""

from dataclasses import replace

import numpy as np
import pytest

from experiments import regional, simulation
from model.parameters import without
from tests.without.world import PLACE, WEEKS, World


def in_two_municipalities(*off: str) -> regional.RegionRun:
    """Two municipalities with much arranged between them, without some mechanisms."""
    arranged = {"region.principles": 1.0, "region.training": 0.8, "region.hours": 30.0,
                "sharing.risk_sharing": 1.0, "tempo.pace": 30.0,
                "team_leaders.meetings": 24.0}  # fmt: skip
    always = without(off)
    kept = {address: value for address, value in arranged.items() if address not in always}
    whole = simulation.plan(PLACE, kept, residents=150, weeks=WEEKS, always=always)
    members = tuple(
        regional.member(replace(whole, population=people), number)
        for number, people in enumerate((9_000, 5_000))
    )
    plan = regional.RegionPlan(whole, members, (0, 1), ("one", "two"))
    return regional.run(plan, 1)


def each_municipality_goes_on_as_it_works(_: World):
    members = in_two_municipalities("region").region.regional.members
    start = in_two_municipalities("region", "tempo").region.regional.members
    assert (members["strength"] == 1.0).all()
    assert np.array_equal(members["practice"], start["practice"])


def each_municipality_pays_its_own_cost(_: World):
    members = in_two_municipalities("sharing").region.regional.members
    assert members["own"] == pytest.approx(members["charged"])
    assert (members["strictness"] == 0.0).all()
    assert (members["access"] == 1.0).all()


def there_is_time_for_every_change(_: World):
    run = in_two_municipalities("tempo")
    assert run.system["asked"].sum() == run.system["on_paper"].sum() == 0.0
    assert (run.region.regional.members["paperwork"] == 0.0).all()
    assert (run.region.regional.members["balance"] == 0.0).all()


def teams_of_different_municipalities_learn_nothing_from_each_other(_: World):
    """Nobody insists, trains or asks here, so that what is left changes with experience alone."""
    silent = ("region", "sharing", "tempo")
    start = in_two_municipalities(*silent, "team_leaders").region.regional.members["practice"]
    told = in_two_municipalities(*silent).region.regional.members["practice"]
    alone = in_two_municipalities(*silent, "team_leaders")
    assert np.array_equal(alone.region.regional.members["practice"], start)
    assert not np.array_equal(told, start)
