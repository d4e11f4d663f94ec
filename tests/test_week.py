"""The week as a whole: ranges, books that balance, and chance that depends on nothing but names."""

import numpy as np
import pytest

from experiments import simulation
from experiments.simulation import Plan
from model import chance, initialisation, week
from model.state.axes import DOMAIN_COUNT
from model.state.state import State
from model.state.tables import ASKED, HELPING, JOINT, NO_CASE, NOT_ASKED, OPEN, WAITING

PLACE, ROWS = "doorsnee", 700
BUSY = {"spending.extra": 12.0, "facilitator.mandate": 2.0, "getting_in.outreach": 2.0}


def plan(values: dict[str, float] | None = None, weeks: int = 60, **more: object) -> Plan:
    return simulation.plan(PLACE, values or {}, residents=ROWS, weeks=weeks, **more)


@pytest.mark.parametrize(
    ("counter", "key", "expected"),
    [
        ("00000000 00000000 00000000 00000000", "00000000 00000000",
         "6627e8d5 e169c58d bc57ac4c 9b00dbd8"),
        ("ffffffff ffffffff ffffffff ffffffff", "ffffffff ffffffff",
         "408f276d 41c83b0e a20bc7c6 6d5451fd"),
        ("243f6a88 85a308d3 13198a2e 03707344", "a4093822 299f31d0",
         "d16cfe09 94fdcceb 5001e420 24126ea1"),
    ],
    ids=["zeros", "ones", "pi"],
)  # fmt: skip
def test_the_generator_gives_the_published_numbers(counter: str, key: str, expected: str):
    """The known answers of Philox4x32-10 that come with [Salmon2011]."""
    words = [np.uint32(int(word, 16)) for word in (*counter.split(), *key.split())]
    found = chance.philox(*words)
    assert " ".join(f"{int(word):08x}" for word in found) == expected


def test_four_entities_share_a_call_and_each_has_a_draw_of_its_own():
    key = chance.key_of(1, 1)
    for group in (0, 7, 2**30 - 1):
        together = chance.block(key, group, 12, chance.NEEDS)
        alone = [chance.draw(key, 4 * group + lane, 12, chance.NEEDS) for lane in range(4)]
        assert list(together) == alone
        assert len(set(alone)) == 4


def test_many_at_once_draw_what_each_would_draw_alone():
    key, who = chance.key_of(3, 1), np.r_[np.arange(9), 77, 5, 2**32 - 1, 2**31].astype(np.uint32)
    together = chance.draws(key, who, 12, chance.NEEDS)
    assert list(together) == [chance.draw(key, one, 12, chance.NEEDS) for one in who]


def test_draws_are_even_and_another_week_decision_or_number_draws_anew():
    key = chance.key_of(1, 1)
    even = [chance.draw(key, who, 3, chance.MOVING) for who in range(20_000)]
    assert 0.0 <= min(even) <= max(even) < 1.0
    counts = np.histogram(even, bins=20, range=(0, 1))[0]
    assert ((counts - 1000) ** 2 / 1000).sum() < 43.8, "chi-square, 19 degrees, one in a thousand"
    assert abs(np.corrcoef(even[:-1], even[1:])[0, 1]) < 0.03
    others = (
        chance.draw(key, 0, 4, chance.MOVING),
        chance.draw(key, 0, 3, chance.NEEDS),
        chance.draw(key, 0, 3, chance.MOVING, 1),
        chance.draw(chance.key_of(1, 2), 0, 3, chance.MOVING),
        chance.draw(chance.key_of(2, 1), 0, 3, chance.MOVING),
    )
    assert len({even[0], *others}) == 6


def test_every_decision_has_a_number_of_its_own():
    decisions = [
        size for name, size in vars(chance).items() if name.isupper() and type(size) is int
    ]
    assert len(decisions) > 20
    assert len(set(decisions)) == len(decisions)


def within(table: np.ndarray, low: float, high: float, *names: str) -> None:
    for name in names:
        values = table[name]
        assert np.isfinite(values).all(), name
        assert (values >= low - 1e-6).all(), name
        assert (values <= high + 1e-6).all(), name


def check_residents(state: State) -> None:
    residents, cases = state.residents, state.cases
    within(residents, 0, 3, "level")
    within(residents, 0, 1, "trust")
    having = residents["level"] > 0
    assert (residents["needs"] == having.sum(axis=1)).all()
    bits = 1 << np.arange(DOMAIN_COUNT)
    assert ((residents["known"] & ~(having * bits).sum(axis=1)) == 0).all(), "known but not there"
    troubled = np.add.reduceat((residents["needs"] > 0).astype(int), cases["start"])
    assert (cases["troubled"] == troubled).all()
    assert len(np.unique(residents["id"])) == len(residents)
    child = residents["age_band"] == 0
    assert not having[child][:, np.arange(DOMAIN_COUNT) != 5].any()
    assert not having[~child, 5].any()


def check_cases(state: State) -> None:
    cases = state.cases
    within(cases, 0, 1, "fit", "need_room", "relief")
    within(cases, 0, np.inf, "hours", "eased")
    assert np.isin(cases["mode"], (NO_CASE, WAITING, OPEN)).all()
    assert np.isin(cases["stage"], (NOT_ASKED, ASKED, HELPING)).all()
    closed = cases[cases["mode"] == NO_CASE]
    assert (closed["stage"] == NOT_ASKED).all(), "nobody helps where there is no case"
    assert (closed["relief"] == 0).all()
    assert (closed["domains"] == 0).all()
    assert (cases["holder"][cases["mode"] == OPEN] >= 0).all()
    assert (cases["gate"][cases["mode"] == WAITING] >= 0).all()
    assert (cases["worker"][cases["stage"] != NOT_ASKED] >= 0).all()
    assert (cases["relief"][cases["stage"] != HELPING] == 0).all()
    joint = cases[cases["form"] == JOINT]
    assert (joint["owned"] == 1).all(), "a joint plan has an owner"


def check_people_and_boards(state: State) -> None:
    within(state.actors, 0, 1, "vision", "strain", "skill", "engagement")
    within(state.actors, 0, 1, "language_neighbourhood", "language_board")
    within(state.actors, 0, np.inf, "committed", "capacity", "slack", "load", "outreach", "meeting")
    within(state.actors, 0, 1, "trades", "drive", "standing", "suited")
    within(state.actors, -1, 1, "nature", "practices")
    within(state.actors, 0, np.inf, "aside")
    within(state.organisations, 0, 1, "member", "expects", "met", "gives")
    within(state.organisations, -1, 1, "code")
    within(state.pairs, 0, 1, "strength", "trust", "conflict")
    within(state.pairs, 0, np.inf, "familiarity", "together")
    within(state.organisations, 0, 1, "opposition", "ratio", "vision")
    within(state.municipalities, 0, 1, "commitment", "agreement", "anchored")
    within(state.municipalities, -1, 10, "overspend")
    within(state.contracts, 0, np.inf, "hours", "left", "queue", "board_hours", "connecting_hours")
    within(state.contracts, 0, 1, "timeliness", "vouching", "served_payer")
    within(state.neighbourhoods, 0, np.inf, "hidden", "outreach", "items", "appointing")
    within(state.neighbourhoods, 0, 1, "signal", "sought")
    everyone = np.arange(len(state.actors))
    assert (state.pairs["strength"][everyone, everyone] == 0).all()


@pytest.mark.parametrize("values", [{}, BUSY], ids=["usual", "busy"])
def test_every_number_stays_in_its_range_year_after_year(values: dict[str, float]):
    a_plan = plan(values, weeks=52)
    state = simulation.before_policy(a_plan, 3)
    record = simulation.parameters(a_plan, 0).record()
    initialisation.arrive(state, record)
    empty = np.zeros((0, 0), dtype=state.tally.dtype), np.zeros(0, dtype=state.system.dtype)
    for _ in range(5):
        check_residents(state)
        check_cases(state)
        check_people_and_boards(state)
        week.run(state, record, 52, *empty)


@pytest.mark.parametrize("values", [{}, BUSY], ids=["usual", "busy"])
def test_euros_hours_and_people_are_neither_made_nor_lost(values: dict[str, float]):
    system = simulation.run(plan(values, weeks=208), 1).system
    assert (system["euro_error"] < 1e-6 * system["spent"].sum(axis=1)).all()
    assert (system["hour_error"] < 1e-4 * system["available_hours"]).all()
    assert (system["people_error"] < 1e-6).all()
    assert (system["available_hours"] > 0).all()


def same_state(first: State, second: State) -> bool:
    """Field by field: the room between fields of a row is nobody's, and copies do not keep it."""
    return all(
        np.array_equal(one[name], other[name])
        for one, other in zip(first, second, strict=True)
        for name in one.dtype.names or (...,)
    )


def same_run(first: simulation.Run, second: simulation.Run) -> bool:
    written = first.tally.tobytes() + first.system.tobytes()
    same = written == second.tally.tobytes() + second.system.tobytes()
    return same and same_state(first.state, second.state)


def test_the_same_seed_gives_the_same_bytes():
    first = simulation.run(plan(BUSY), 1)
    simulation._STARTS.clear()  # the burn-in is run anew as well
    assert same_run(simulation.run(plan(BUSY), 1), first)
    assert not same_run(simulation.run(plan(BUSY), 2), first)
    assert not same_run(simulation.run(plan(BUSY, seed=2), 1), first)


def test_a_run_in_two_parts_is_the_run_in_one():
    """A state is all there is: nothing is remembered elsewhere."""
    whole = simulation.run(plan(BUSY, weeks=60), 1)
    same_numbers = ((23, {}), (24, {}))
    assert same_run(simulation.run(plan(BUSY, weeks=60, timeline=same_numbers), 1), whole)


def test_a_scenario_differs_nothing_from_itself_whoever_ran_before():
    first = simulation.run(plan(BUSY), 1)
    simulation.run(plan({"hours.admin": 0.3}), 1)
    assert same_run(simulation.run(plan(BUSY), 1), first)


@pytest.mark.parametrize(
    "change", [{"hours.admin": 0.25}, {"spending.extra": 15.0}, {"mandate.mandate": 0.9}]
)
def test_two_plans_are_alike_until_the_week_in_which_they_part(change: dict[str, float]):
    usual = simulation.run(plan(), 1)
    parting = simulation.run(plan(timeline=((26, change),)), 1)
    for first, second in ((usual.tally, parting.tally), (usual.system, parting.system)):
        assert first[:26].tobytes() == second[:26].tobytes()
    assert usual.system[26:].tobytes() != parting.system[26:].tobytes()


def signatures() -> list[int]:
    entries = week.run, initialisation.first_needs, initialisation.unknown_to_all
    return [len(entry.signatures) for entry in entries]


def test_each_entry_to_the_compiled_week_is_compiled_only_once():
    """One stray type, and the week would silently be compiled anew for half a minute."""
    simulation.run(plan({"hours.admin": 0.3}, weeks=3), 0)
    simulation.run(plan({"hours.protected": 2}, weeks=np.int64(2)), np.int64(1))
    simulation.run(plan({"hours.protected": np.float32(2)}, weeks=1, seed=5), 2)
    assert signatures() == [1, 1, 1]
