"""Several worlds in one question: shared with questions of two, and drawn alike."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from experiments import batch, simulation, uncertainty
from experiments.live import Service
from experiments.question import DONE, VALUE_REFUSED, Question
from experiments.several import Several, World
from model.outcomes import OUTCOMES
from model.places import DEFAULT_PLACE, find
from scenarios import library

LONG = 60.0
PAID = {"spending.extra": 9.0, "spending.begin": 0.0, "spending.end": 26.0}
WORLDS = (World({}), World(PAID), World({"hours.protected": 3.0}))


def several(worlds: tuple[World, ...] = WORLDS, runs: int = 2) -> Several:
    return Several(DEFAULT_PLACE, worlds, weeks=52, seed=1, replicates=runs, residents=300)


@pytest.fixture
def service() -> Iterator[Service]:
    made = Service()
    yield made
    made.close()


def test_every_world_has_the_runs_it_has_when_it_is_asked_alone(service: Service):
    answer = service.request(several()).wait(more_than=1, timeout=LONG)
    assert answer.state == DONE
    assert len(answer.sides) == len(WORLDS)
    for world, side in zip(WORLDS, answer.sides, strict=True):
        plan = simulation.plan(DEFAULT_PLACE, world.values, residents=300, weeks=52)
        alone = batch.ensemble(plan, 2, windows=answer.a.windows)
        for key in OUTCOMES:
            assert np.array_equal(
                side.window(key)[:, 0], alone.window(key, "final"), equal_nan=True
            )


def test_all_worlds_are_compared_over_the_weeks_that_all_of_them_have(service: Service):
    """Else the one whose money ends first would be judged over other weeks than the rest."""
    later = World({**PAID, "spending.begin": 13.0, "spending.end": 39.0})
    windows = {w.name: (w.begin, w.end) for w in several((*WORLDS, later)).windows()}
    assert windows["during"] == (13, 26)
    assert windows["after"] == (39, 52)


def test_what_two_questions_have_in_common_is_made_once(service: Service, monkeypatch):
    made: list[tuple[str, int]] = []
    real = simulation.run

    def run(plan, number):
        made.append((plan.identity, number))
        return real(plan, number)

    monkeypatch.setattr(simulation, "run", run)
    two = Question(residents=300, weeks=52, values_b=PAID, replicates=2)
    service.request(two).wait(more_than=1, timeout=LONG)
    service.request(several((World({}), World(PAID)))).wait(more_than=1, timeout=LONG)
    assert len(made) == len(set(made)) == 4


def test_a_world_with_draws_is_another_than_the_same_without(service: Service):
    story = library.load("as_it_is_now")
    drawn = uncertainty.of_scenario(2, 1, uncertainty.PRIORS, story, (), find(DEFAULT_PLACE))
    plain = service.request(several((World({}), World({})))).wait(more_than=1, timeout=LONG)
    worlds = (World({}, draws=drawn), World({}, draws=drawn))
    doubted = service.request(several(worlds)).wait(more_than=1, timeout=LONG)
    one, two = (answer.a.window("need_any")[:, 0] for answer in (plain, doubted))
    assert not np.array_equal(one, two)
    first, second = (side.window("need_any")[:, 0] for side in doubted.sides)
    assert np.array_equal(first, second), "the same draws on both sides differ by nothing"


def test_what_the_command_line_draws_is_what_the_page_draws(service: Service):
    story = library.load("facilitator_neighbourhood")
    place = find(DEFAULT_PLACE)
    drawn = uncertainty.of_scenario(3, 1, uncertainty.PRIORS, story, ("trust.gain",), place)
    assert "trust.gain" not in drawn[0], "what somebody set is not drawn"
    assert any(address.startswith(uncertainty.OF_THE_PLACE) for address in drawn[0]) == bool(
        uncertainty.facts(place)
    )
    fixed = [a for a, choice in story.choices.items() if choice.between is None]
    assert not set(fixed) & set(drawn[0]), "what a scenario sets without a range is not drawn"
    more = uncertainty.of_scenario(6, 1, uncertainty.PRIORS, story, ("trust.gain",), place)
    assert more[:3] == drawn, "the first draws stay when more are asked"


def test_what_cannot_be_run_is_said_and_not_raised(service: Service):
    refused = service.request(several((World({}), World({"hours.protected": -5.0}))))
    assert refused.snapshot().failure == VALUE_REFUSED
