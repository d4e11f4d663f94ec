"""The neighbourhood in Mesa: the same week, and agents that own nothing."""

import gc
import subprocess
import sys
import weakref
from collections.abc import Iterator
from typing import Any

import mesa
import numpy as np
import pytest

from experiments import simulation
from model import initialisation, week
from model.agents.columns import Column
from model.agents.people import Administrator, Facilitator, Organisation, Professional
from model.agents.seats import SEATS, by_the_rules, choices_of, levers_of
from model.neighbourhood import Neighbourhood
from model.state.axes import ALDERMAN, CELL_COUNT
from model.state.state import State
from model.state.tables import HELPING, JOINT, PARALLEL
from model.state.tally import SYSTEM, TALLY

PLACE, ROWS, WEEKS = "doorsnee", 400, 9
VALUES = {"spending.extra": 20.0}


@pytest.fixture(scope="module")
def start() -> State:
    return week_0(ROWS)


def week_0(rows: int) -> State:
    a_plan = simulation.plan(PLACE, VALUES, residents=rows, weeks=WEEKS)
    state = simulation.before_policy(a_plan, 0)
    initialisation.arrive(state, simulation.parameters(a_plan, 0).record())
    return state


@pytest.fixture
def here(start: State) -> Iterator[Neighbourhood]:
    with Neighbourhood(start, VALUES) as neighbourhood:
        yield neighbourhood


def same(one: State, other: State) -> bool:
    return all(
        np.array_equal(a[name], b[name]) if name else np.array_equal(a, b)
        for a, b in zip(one, other, strict=True)
        for name in a.dtype.names or ("",)
    )


def test_stepping_is_running(start: State, here: Neighbourhood):
    state, record = start.copy(), simulation.Parameters.of(VALUES).record()
    none = np.zeros((0, CELL_COUNT), dtype=TALLY), np.zeros(0, dtype=SYSTEM)
    week.run(state, record, WEEKS, *none)
    for _ in range(WEEKS):
        here.step()
    assert same(state, here.state)
    assert here.week == WEEKS
    assert not same(start, here.state), "the start is somebody else's"


def test_everybody_who_works_here_is_there_and_residents_come_when_asked(here: Neighbourhood):
    count = {kind: len(here.agents.select(agent_type=kind)) for kind in
             (Professional, Facilitator, Administrator, Organisation)}  # fmt: skip
    assert count[Professional] + count[Facilitator] + count[Administrator] == len(here.state.actors)
    assert count[Organisation] == len(here.state.organisations)
    assert len(here.agents) == sum(count.values())
    assert here.resident(3) is here.resident(3)
    assert len(here.agents) == sum(count.values()) + 1
    team = here.agents.select(lambda a: isinstance(a, Professional) and a.organisation == "team")
    assert 0 < len(team) < count[Professional]
    with pytest.raises(IndexError):
        here.resident(ROWS)


def test_an_agent_owns_no_numbers(here: Neighbourhood):
    for agent in [*here.agents, here.resident(0)]:
        assert set(vars(agent)) <= {"model", "unique_id", "pos", "row", "_pos"}
    someone = here.resident(0)
    someone.trust = 0.25
    assert here.state.residents["trust"][0] == 0.25
    here.state.residents["trust"][0] = 0.5
    assert someone.trust == 0.5


def test_every_column_of_a_view_exists(here: Neighbourhood):
    for agent in [*here.agents, here.resident(0)]:
        for kind in type(agent).__mro__:
            for name, column in vars(kind).items():
                if isinstance(column, Column):
                    assert getattr(agent, name) is not None


def test_a_seat_decides_once_in_four_weeks_over_its_own_levers(start: State):
    asked = []

    def bolder(me: Facilitator, neighbourhood: Neighbourhood) -> dict[str, float]:
        asked.append(neighbourhood.week)
        assert me.contract["hours"] >= 0.0
        return {"facilitator.board": 0.9}

    with Neighbourhood(start, VALUES, policies={"facilitator": bolder}) as here:
        for _ in range(WEEKS):
            here.step()
        assert asked == [0, 4, 8]
        assert here.values["facilitator.board"] == 0.9
        contract = here.state.contracts[0]
        assert contract["board_hours"] == pytest.approx(0.9 * contract["left"])


def test_nobody_decides_over_the_levers_of_another(start: State):
    here = Neighbourhood(start, policies={"facilitator": lambda *_: VALUES})
    with pytest.raises(ValueError, match="does not decide"):
        here.step()
    here.close()
    with pytest.raises(ValueError, match="no seat"):
        Neighbourhood(start, policies={"king": lambda *_: {}})
    assert not set(levers_of("facilitator")) & set(levers_of("board"))


BUSY = VALUES | {"pockets.pooled": 0.6, "ownership.clarity": 0.9}


def after_a_quarter(start: State, **policies: Any) -> tuple[State, Neighbourhood]:
    with Neighbourhood(start, BUSY, policies=policies) as here:
        for _ in range(13):
            here.step()
        return here.state, here


def test_a_policy_that_leaves_all_to_the_rules_changes_not_a_byte(start: State):
    """In every seat at once."""
    taken, _ = after_a_quarter(start, **dict.fromkeys(SEATS, by_the_rules))
    empty, _ = after_a_quarter(start)
    assert same(taken, empty)


def joint_with(state: State, party: int) -> int:
    helps = (state.cases["stage"] == HELPING) & (  # who was only asked has not joined anything
        state.actors["organisation"][state.cases["worker"]] == party
    )
    return int((helps.any(axis=1) & (state.cases["form"] == JOINT)).sum())


def test_an_organisation_may_keep_out_of_every_joint_plan_or_join_each():
    start = week_0(4 * ROWS)  # in a few hundred homes a quarter may pass without such a plan
    start.cases["form"][start.cases["form"] == JOINT] = PARALLEL
    found = {}
    for answer in (-1.0, 0.0, 1.0):
        state, _ = after_a_quarter(start, income=lambda *_, answer=answer: {"joint_plans": answer})
        assert state.organisations["stance"][1] == answer
        found[answer] = joint_with(state, 1)
    assert found[-1.0] == 0
    assert found[-1.0] < found[1.0]
    assert found[0.0] <= found[1.0]


def test_an_alderman_may_leave_everything_lying(start: State):
    """What stands on the agenda is seen with the alderman's own eyes."""
    roles = []

    def leave_it(me: Administrator, neighbourhood: Neighbourhood) -> dict[str, float]:
        roles.append(me.role)
        return {"withheld": 1.0}

    silent, _ = after_a_quarter(start, alderman=leave_it)
    usual, _ = after_a_quarter(start)
    assert set(roles) == {ALDERMAN}
    assert silent.municipalities["decided"][0] == 0.0
    assert silent.municipalities["agreement"][0] <= usual.municipalities["agreement"][0]


def test_a_facilitator_divides_the_own_hours_over_two_boards(start: State):
    def all_in_the_neighbourhood(me: Facilitator, _: Neighbourhood) -> dict[str, float]:
        return {"facilitator.board": 0.0, "facilitator.outreach": 0.0}

    state, here = after_a_quarter(start, facilitator=all_in_the_neighbourhood)
    contract = state.contracts[0]
    assert contract["board_hours"] == 0.0
    assert contract["connecting_hours"] == pytest.approx(contract["left"])
    assert here.values["facilitator.outreach"] == 0.0


def test_a_choice_out_of_bounds_or_of_another_seat_is_refused(start: State):
    for seat, answer in (("income", {"withheld": 1.0}), ("alderman", {"withheld": 2.0})):
        with pytest.raises(ValueError, match=r"does not decide|must stay"):
            after_a_quarter(start, **{seat: lambda *_, answer=answer: answer})
    assert choices_of("facilitator") == ()


def test_a_closed_neighbourhood_is_forgotten(start: State):
    here = Neighbourhood(start)
    here.resident(0)
    gone = weakref.ref(here)
    here.close()
    assert here not in getattr(mesa.Agent, "_ids", {})
    del here
    gc.collect()
    assert gone() is None


@pytest.mark.parametrize("replicate", [0, 3])
def test_from_a_place_it_is_the_run_that_everybody_else_gets(replicate: int):
    """The same long run, burn-in and facilitators, so the same bytes as a run from the outside."""
    values = VALUES | {"staffing.team": 7.0, "spending.begin": 4.0}
    a_plan = simulation.plan(PLACE, values, residents=300, weeks=WEEKS, seed=5)
    run = simulation.run(a_plan, replicate)
    with Neighbourhood(PLACE, values, residents=300, seed=5, replicate=replicate) as here:
        assert here.week == 0
        for _ in range(WEEKS):
            here.step()
        assert here.week == WEEKS
        assert same(here.state, run.state)
        assert here.state.contracts["arrived"][0] == 1


def test_a_run_does_not_need_mesa():
    code = "import sys, experiments.simulation; sys.exit('mesa' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
