"""Who may know whom: each number of it moves its own kind of tie, and no other."""

import numpy as np
import pytest

from model import acquaintances
from model.chance import key_of
from model.parameters import ADDRESSES, Parameters
from model.places import find
from model.population import draw_population
from model.state.together import CIRCLE, HOUSEMATE, KIN, STREET

NUMBERS = [address for address in ADDRESSES if address.startswith("knowing.")]


def ties_by_kind(street: float = 0.4, **values: float) -> np.ndarray:
    """How many ties there are of each kind."""
    population = draw_population(find("doorsnee"), 1_500, 1, 0)
    numbers = Parameters.of({f"knowing.{name}": value for name, value in values.items()})
    _, ties, begin = acquaintances.make(
        population, key_of(1, 0), street, numbers.record()["knowing"][0]
    )
    assert begin[-1] == len(ties)
    return np.bincount(ties["kind"], minlength=4)


def test_kin_are_tied_where_anybody_names_them():
    few, many = ties_by_kind(kin=0.1), ties_by_kind(kin=1.0)
    assert many[KIN] > 5 * few[KIN]
    assert many[HOUSEMATE] == few[HOUSEMATE]


@pytest.mark.parametrize(
    ("name", "low", "high"), [("in_club", 0.1, 0.9), ("club", 2.0, 10.0), ("school", 1.0, 8.0)]
)
def test_larger_circles_tie_more_people(name: str, low: float, high: float):
    few, many = ties_by_kind(**{name: low}), ties_by_kind(**{name: high})
    assert many[CIRCLE] > 1.3 * few[CIRCLE]
    assert many[HOUSEMATE] == few[HOUSEMATE]


def test_there_is_room_for_all_ties_at_the_top_of_every_range():
    most = {a.removeprefix("knowing."): ADDRESSES[a].between[1] for a in NUMBERS}
    ties = ties_by_kind(street=1.0, **most)
    assert ties.sum() > 2 * ties_by_kind().sum()
    assert ties[STREET] > ties_by_kind()[STREET]


def test_all_are_drawn_before_week_0():
    assert NUMBERS
    assert {ADDRESSES[address].since for address in NUMBERS} == {"context"}
