"""A facilitator whom nobody pays is not there: no term of the contract may make a difference."""

import pytest

from experiments import simulation
from model.parameters import ADDRESSES

SEATS = ("facilitator.", "second_facilitator.")
TERMS = [address for address in ADDRESSES if address.startswith(SEATS)]
TEAM_HOURS = {
    "spending.extra": 9.0, "spending.on_facilitation": 0.0, "spending.on_team_hours": 1.0,
}  # fmt: skip


def bytes_of(values: dict[str, float]) -> bytes:
    run = simulation.run(simulation.plan("utrecht-overvecht", values, residents=300, weeks=26), 0)
    return run.tally.tobytes() + run.system.tobytes()


@pytest.mark.parametrize("values", [{}, TEAM_HOURS], ids=["no_money", "team_hours"])
def test_without_money_for_facilitation_its_terms_change_nothing(values: dict[str, float]):
    """What is already there differs by use of the money; what is not there cannot."""
    without = bytes_of(values)
    for address in TERMS:
        for end in ADDRESSES[address].between:
            assert bytes_of(values | {address: end}) == without, address
