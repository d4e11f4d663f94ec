"""What happened, to whom: a log that changes nothing, and stories in two languages."""

import re

import numpy as np
import pytest

from experiments import simulation
from experiments.explaining import frames, stories
from experiments.explaining.stories import UnknownRow, Watched
from experiments.simulation import Plan
from model.declarations import LANGUAGES
from model.state import events
from model.state.events import KINDS, REASONS
from model.state.tables import JOINT

PLACE, ROWS, WEEKS = "doorsnee", 400, 104
HIRED = {"spending.extra": 20.0, "facilitator.mandate": 2.0}


def plan(values: dict[str, float] | None = None) -> Plan:
    return simulation.plan(PLACE, values or {}, residents=ROWS, weeks=WEEKS)


@pytest.fixture(scope="module")
def watched() -> Watched:
    return stories.watch(plan(HIRED), 1)


@pytest.fixture(scope="module")
def usual() -> Watched:
    return stories.watch(plan(), 1)


@pytest.mark.parametrize("known", [KINDS, REASONS], ids=["kinds", "reasons"])
def test_the_code_of_an_event_is_its_place_in_the_list(known: dict[str, object]):
    for code, key in enumerate(known):
        assert getattr(events, key.upper()) == code


@pytest.mark.parametrize("key", KINDS)
def test_both_sentences_of_an_event_tell_the_same_things(key: str):
    told = [set(re.findall(r"{(\w+)", KINDS[key].tells(each))) for each in LANGUAGES]
    assert told[0] == told[1]
    assert all(KINDS[key].tells(each).endswith(".") for each in LANGUAGES)


def test_watching_changes_not_a_byte(watched: Watched):
    unseen = simulation.run(plan(HIRED), 1)
    assert watched.run.tally.tobytes() == unseen.tally.tobytes()
    assert watched.run.system.tobytes() == unseen.system.tobytes()
    assert len(unseen.state.log) == 0
    for name, table in watched.run.state._asdict().items():
        other = getattr(unseen.state, name)
        fields = () if name == "log" else table.dtype.names or (...,)
        assert all(np.array_equal(table[field], other[field]) for field in fields), name


def test_a_log_that_is_full_counts_on_and_says_so():
    short = stories.watch(plan(HIRED), 1, room=50)
    assert len(short.log) == 50
    assert not short.complete
    whole = stories.watch(plan(HIRED), 1)
    assert np.array_equal(short.log, whole.log[:50])


def test_the_log_agrees_with_what_is_counted_each_week(watched: Watched):
    """Two books of the same week: what was noted, and what was written down."""
    log, run = watched.log, watched.run
    weight = float(run.state.neighbourhoods["weight"][0])

    def count(*kinds: int) -> int:
        return int(np.isin(log["kind"], kinds).sum())

    def written(name: str) -> float:
        return float(run.tally[name].sum()) / weight

    assert count(events.TAKEN_UP) == pytest.approx(written("starts"), abs=1e-3)
    assert count(events.CLOSED) == pytest.approx(written("closed"), abs=1e-3)
    sent = count(events.ASKED_TOO, events.LOST_ON_THE_WAY)
    assert sent == pytest.approx(written("sent_on"), abs=1e-3)
    left = log[log["kind"] == events.LEFT]["who"]
    colleagues = run.state.actors["colleagues"][left].sum()
    assert colleagues == pytest.approx(run.system["left"].sum(), rel=1e-5)
    joint = np.flatnonzero(run.state.cases["form"] == JOINT)
    assert set(joint) - set(np.flatnonzero(watched.start.cases["form"] == JOINT)) <= set(
        log[log["kind"] == events.JOINED]["household"].tolist()
    )


def test_who_refuses_one_plan_says_why_and_is_an_organisation(watched: Watched):
    refused = watched.log[watched.log["kind"] == events.REFUSED]
    assert len(refused) > 0
    assert np.isin(refused["reason"], (events.COST, events.RISK, events.TIME, events.SPARING)).all()
    assert np.array_equal(
        watched.run.state.actors["organisation"][refused["who"]], refused["organisation"]
    )


def test_a_household_is_followed_in_two_worlds_that_are_alike_until_they_part(
    watched: Watched, usual: Watched
):
    row = stories.typical(usual, watched)
    first, second = stories.household(usual, row), stories.household(watched, row)
    assert first.begins == second.begins
    assert len(first.moments) > 3
    weeks = [moment.week for moment in first.moments]
    assert weeks == sorted(weeks)
    for moment in (*first.moments, *second.moments):
        assert "{" not in moment.nl + moment.en
        assert moment.nl != moment.en


def test_the_story_of_a_household_is_its_own(usual: Watched):
    row = stories.typical(usual)
    told = sum(usual.log["household"] == row)
    assert len(stories.household(usual, row).moments) == told


def test_one_who_works_here_can_be_followed_too(watched: Watched):
    story = stories.seat(watched, 0)
    assert story.begins[0].startswith("Wijkteam 1")
    assert {"taken_up", "help_began"} <= {moment.kind for moment in story.moments}


@pytest.mark.parametrize("tell", [stories.household, stories.seat])
def test_nobody_has_no_story(usual: Watched, tell):
    with pytest.raises(UnknownRow, match="there are 0 to"):
        tell(usual, 100_000)


def test_ties_stand_still_from_quarter_to_quarter_and_run_to_run():
    runs = {"a": frames.frames(plan(), 1), "b": frames.frames(plan(HIRED), 1)}
    assert runs["a"].weeks == tuple(range(0, WEEKS + 1, 13))
    assert np.array_equal(
        runs["a"].strength[0], simulation.before_policy(plan(), 1).pairs["strength"]
    )
    places = frames.positions(list(runs.values()))
    assert places.shape == (len(runs["a"].names), 2)
    assert np.array_equal(places, frames.positions(list(runs.values())))
    assert np.abs(places).max() == pytest.approx(1.0)
    team = runs["a"].organisation == 0
    near = np.linalg.norm(places[team] - places[team].mean(axis=0), axis=1).mean()
    others = np.linalg.norm(places[~team] - places[team].mean(axis=0), axis=1).mean()
    assert near < others, "who is well tied stands close"


def test_ties_are_a_table_and_plain_data():
    runs = {"a": frames.frames(plan(), 1)}
    table = frames.as_table(runs)
    wanted = {"run", "week", "from", "to", "strength", "trust", "from_organisation", "from_x"}
    assert wanted <= set(table.columns)
    assert (table["strength"] >= frames.SHOWN_FROM - 1e-4).all()
    data = frames.as_data(runs)
    assert len(data["seats"]) == len(runs["a"].names)
    assert sum(len(each["rows"]) for each in data["ties"]["a"]) == len(table)
