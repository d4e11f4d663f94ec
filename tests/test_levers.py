"""A lever that moves nothing is a defect (house, section 14)."""

from typing import Any

import pytest

from experiments import regional, simulation
from experiments.audits import companions
from experiments.simulation import Run
from model.parameters import ADDRESSES

PLACE = "stadswijk"
DEAD: dict[str, str] = {}


def marked(address: str) -> Any:
    if address in DEAD:
        return pytest.param(address, marks=pytest.mark.xfail(strict=True, reason=DEAD[address]))
    if reason := companions.weak().get(address):
        return pytest.param(address, marks=pytest.mark.xfail(strict=False, reason=str(reason)))
    return address


def run_at(address: str, share: float, size: int, seed: int) -> Run:
    changed = companions.world(address) | {address: ADDRESSES[address].at(share)}
    return simulation.run(simulation.plan(PLACE, changed, residents=size, weeks=120, seed=seed), 1)


def moves_something(address: str, size: int) -> bool:
    """From nearly the lowest to nearly the highest, with the same chance, something differs."""
    for seed in (1, 2, 3):
        low, high = (run_at(address, share, size, seed) for share in (0.05, 0.95))
        if (
            low.tally.tobytes() + low.system.tobytes()
            != high.tally.tobytes() + high.system.tobytes()
        ):
            return True
    return False


def in_a_region(address: str, share: float) -> bytes:
    """What three municipalities write down, with a number at a share of its range."""
    values = companions.world(address) | {address: ADDRESSES[address].at(share)}
    plan = companions.region(PLACE, values, residents=200, weeks=120)
    written = regional.run(plan, 1).written
    return b"".join(tallies.tobytes() + systems.tobytes() for tallies, systems in written)


def test_the_worlds_in_which_numbers_are_asked_name_numbers_that_there_are():
    assert companions.named() <= set(ADDRESSES)


@pytest.mark.parametrize("address", [a for a in ADDRESSES if companions.of_a_region(a)])
def test_every_number_of_a_region_moves_something(address: str):
    assert in_a_region(address, 0.05) != in_a_region(address, 0.95)


LEVERS = [
    a
    for a, declared in ADDRESSES.items()
    if declared.role == "lever" and not companions.of_a_region(a)
]


@pytest.mark.parametrize("address", [marked(a) for a in LEVERS])
def test_every_lever_moves_something(address: str):
    assert moves_something(address, 600)


@pytest.mark.long
@pytest.mark.parametrize(
    "address", [marked(a) for a in ADDRESSES if a not in LEVERS and not companions.of_a_region(a)]
)
def test_every_other_number_moves_something(address: str):
    assert moves_something(address, 1_500)
