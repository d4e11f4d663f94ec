"""What habits do in the week (M19): each brings and costs something, and neither pole wins."""

import numpy as np
import pytest

from experiments import simulation
from model.chance import key_of
from model.outcomes import OUTCOMES
from model.parameters import Parameters
from model.phases import agendas, entrance, opening, profiles
from model.processes.professionals.repertoire import HABITS
from model.state.axes import TEAM
from model.state.state import State

KEY = key_of(4, 1)
CASES = 400


@pytest.fixture(scope="module")
def week_0() -> State:
    return simulation.before_policy(simulation.plan("doorsnee", {}, residents=300, weeks=4), 1)


def shaped(week_0: State, **levers: float) -> tuple[State, np.ndarray]:
    """The same people at week 0 who all work as these levers say."""
    values = {f"repertoire.{name}": value for name, value in ({"spread": 0.0} | levers).items()}
    state, p = week_0.copy(), Parameters.of(values).record()[0]
    profiles.take_shape(state, p, KEY)
    return state, p


def fits(week_0: State, room: float, **levers: float) -> np.ndarray:
    """How well plans fit that one team professional makes, for cases that need so much room."""
    state, p = shaped(week_0, **levers)
    case, told = state.cases[0], []
    case["holder"] = np.flatnonzero(state.actors["organisation"] == TEAM)[0]
    for who in range(CASES):
        case["need_room"] = room
        tables = state.municipalities[0], state.neighbourhoods[0], state.actors
        opening.make_it_fit(case, who, *tables, 0, KEY, p)
        told.append(float(case["fit"]))
    return np.array(told)


def test_who_works_as_usual_works_as_the_other_rules_say(week_0: State):
    none = {"gains": 0.0, "costs": 0.0}
    for room in (0.2, 0.6, 0.9):
        assert np.array_equal(fits(week_0, room), fits(week_0, room, **none))


def test_improvising_fits_the_unusual_and_misfits_routine(week_0: State):
    for room, better in ((0.9, 1.0), (0.1, 0.0)):
        mean = [fits(week_0, room, improvising=pole).mean() for pole in (0.0, 1.0)]
        assert (mean[1] > mean[0]) == bool(better)


def test_exceptions_find_room_for_some_and_make_equal_cases_unequal(week_0: State):
    strict, loose = (fits(week_0, 0.6, exceptions=pole) for pole in (0.4, 1.0))
    assert loose.mean() > strict.mean()
    assert np.ptp(loose[loose < 1.0]) > np.ptp(strict[strict < 1.0])


def test_authority_gives_room_where_one_is_trusted_and_takes_it_where_not(week_0: State):
    for standing, more in ((0.9, True), (0.1, False)):
        state = week_0.copy()
        state.actors["standing"] = standing
        power, authority = (fits(state, 0.6, authority=pole).mean() for pole in (0.0, 1.0))
        assert (authority > power) == more


def test_doing_what_is_needed_is_turned_back_without_backing_only(week_0: State):
    state, p = shaped(week_0, needed=1.0)
    for backing in (0.0, 0.5, 1.0):
        p["mandate"]["backing"], p["mandate"]["goes_wrong"] = backing, 0.0
        chance = opening.turned_back(state.actors[0], p)
        assert chance == pytest.approx(0.48 * (1.0 - backing))
        p["mandate"]["goes_wrong"] = 0.5
        assert opening.turned_back(state.actors[0], p) == pytest.approx(0.5 + 0.5 * chance)
    by_the_rules, p = shaped(week_0, needed=0.0)
    usual = p["mandate"]["goes_wrong"]
    assert opening.turned_back(by_the_rules.actors[0], p) == pytest.approx(usual)


def test_working_from_outside_in_takes_time_and_any_hour_finds_more_and_strains(week_0: State):
    state, p = shaped(week_0, outside_in=1.0, any_hour=1.0)
    usual, q = shaped(week_0)
    team = np.flatnonzero(state.actors["organisation"] == TEAM)[0]
    assert agendas.around_cases(state.actors[team], 0.37, p) == pytest.approx(0.37 * np.exp(0.06))
    assert agendas.felt(state.actors[team], 1.5, p) > 1.5
    assert agendas.felt(usual.actors[team], 1.5, q) == 1.5
    assert agendas.felt(state.actors[team], 0.8, p) == 0.8
    for one in (state, usual):
        one.actors["outreach"][team] = 4.0
    assert entrance.reached_by_all(state, p) > entrance.reached_by_all(usual, q)


BETTER = {"fit": 1, "plan_spread": -1, "strain": -1, "hours_admin": -1, "hidden_need": -1}
CONTEXTS = {
    "routine and busy": {"mandate.unusual": 0.5, "hours.admin": 0.45, "mandate.backing": 0.1},
    "varied and backed": {"mandate.unusual": 1.0, "hours.admin": 0.25, "mandate.backing": 0.9},
}


@pytest.mark.parametrize("context", CONTEXTS)
def test_no_pole_wins_everything_anywhere(context: str):
    """A smoke test: what comes out better under which pole is not asked, only that both do."""
    found = []
    for pole in (0.1, 0.9):
        values = CONTEXTS[context] | {f"repertoire.{habit}": pole for habit in HABITS}
        values = {a: v for a, v in values.items() if a != "mandate.unusual"}
        always = {"mandate.unusual": CONTEXTS[context]["mandate.unusual"]}
        plan = simulation.plan("stadswijk", values, residents=600, weeks=104, always=always)
        sheet = simulation.run(plan, 1).sheet
        window = np.array([0]), np.array([104])
        found.append([sheet.measure(OUTCOMES[key], *window)[0, 0] for key in BETTER])
    wins = np.sign(np.array(list(BETTER.values())) * (np.array(found[1]) - np.array(found[0])))
    assert (wins > 0).any(), dict(zip(BETTER, found[1], strict=True))
    assert (wins < 0).any(), dict(zip(BETTER, found[0], strict=True))
