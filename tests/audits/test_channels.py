"""Each channel of the null world carries something (decision 14f).

With which use of the money, and which other channel open, was named before any of it was run.
Seventeen of the eighteen held. The table was named with hours alone, and carried nothing: where
working together costs nobody an hour, no party falls short. So that is open beside it now.
"""

from dataclasses import dataclass

import numpy as np
import pytest

from experiments import simulation
from experiments.audits import null_world
from experiments.audits.report import PLACE, Values, shipped
from model.state.tally import TALLY

RESIDENTS, REPLICATES = 1000, 2


@dataclass(frozen=True)
class Carried:
    """What a channel should carry: a use of the money, and what must be open beside it."""

    channel: str
    use: str
    beside: tuple[str, ...] = ()


NAMED = (
    Carried("couplings", "more_team_hours", ("hours",)),
    Carried("asking", "facilitator_neighbourhood", ("going_out",)),
    Carried("seen_by_helpers", "more_team_hours", ("asking",)),
    Carried("going_out", "facilitator_neighbourhood"),
    Carried("hand_over", "facilitator_neighbourhood"),
    Carried("giving_up", "more_team_hours", ("hours",)),
    Carried("residents_trust", "more_team_hours", ("hours",)),
    Carried("looking_broadly", "more_team_hours", ("hours",)),
    Carried("room", "facilitator_policy", ("ownership",)),
    Carried("ownership", "facilitator_policy", ("pockets",)),
    Carried("pockets", "facilitator_policy"),
    Carried("attendance", "facilitator_policy", ("pockets",)),
    Carried("coordination", "more_team_hours", ("hours",)),
    Carried("hours", "more_team_hours"),
    Carried("habits", "more_team_hours", ("hours",)),
    Carried("table", "more_team_hours", ("hours", "coordination")),
    Carried("lessons", "more_team_hours", ("hours",)),
    Carried("residents_together", "residents_initiatives"),
)


def difference(world: Values, use: Values) -> bytes:
    """What a use of the money adds to every count of residents and cases in this world."""
    with_it = {address: value for address, value in use.items() if address not in world}
    plans = [
        simulation.plan(PLACE, values, residents=RESIDENTS, weeks=null_world.WEEKS, always=world)
        for values in ({}, with_it)
    ]
    found = b""
    for replicate in range(REPLICATES):
        without, spent = (simulation.run(each, replicate).tally for each in plans)
        assert TALLY.names
        found += b"".join(np.subtract(spent[n], without[n]).tobytes() for n in TALLY.names)
    return found


def test_a_use_and_its_company_are_named_for_every_channel():
    assert {each.channel for each in NAMED} == set(null_world.CHANNELS)
    assert all(set(each.beside) <= set(null_world.CHANNELS) for each in NAMED)


@pytest.mark.long
@pytest.mark.parametrize("carried", NAMED, ids=lambda each: each.channel)
def test_what_a_use_of_the_money_does_changes_when_a_channel_is_opened(carried: Carried):
    (use,) = shipped([carried.use]).values()
    closed = difference(null_world.closed(but=carried.beside), use)
    opened = difference(null_world.closed(but=(carried.channel, *carried.beside)), use)
    assert opened != closed
    assert any(opened), "else nothing is carried"
