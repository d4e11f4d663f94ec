"""Draws: the same on both sides, known facts of a place left alone, the middle as without."""

import numpy as np
import pytest

from experiments import batch, simulation, uncertainty
from experiments.calibration import ensemble
from experiments.uncertainty import OF_THE_PLACE
from model.place_facts import FACTS, NATIONAL
from model.places import PLACES
from model.relative_need import FACT_OF, domain_scale, relative_need
from model.state.axes import DOMAINS
from scenarios.library import load

OVERVECHT = PLACES["utrecht-overvecht"]


def test_what_is_known_of_a_place_is_not_drawn_and_what_is_not_stays_within_its_range():
    drawn = uncertainty.draws(64, place=OVERVECHT)
    of_the_place = {key for key in drawn[0] if key.startswith(OF_THE_PLACE)}
    assert of_the_place == {OF_THE_PLACE + key for key in uncertainty.facts(OVERVECHT)}
    assert 0 < len(of_the_place) == len(FACTS) - OVERVECHT.known_count
    for key in uncertainty.facts(OVERVECHT):
        values = np.array([draw[OF_THE_PLACE + key] for draw in drawn])
        fact = OVERVECHT.facts[key]
        assert fact.low <= values.min() < fact.value < values.max() <= fact.high
        assert (values < fact.value).mean() == pytest.approx(0.5, abs=0.02)


def test_both_sides_live_in_the_same_place_whatever_a_scenario_sets():
    first = uncertainty.draws(4, place=OVERVECHT)
    second = uncertainty.draws(3, fixed=["trust.gain"], place=OVERVECHT)
    for one, other in zip(first, second, strict=False):
        assert {key: one[key] for key in other} == other


def test_a_draw_changes_the_people_and_their_needs_and_only_when_it_is_drawn():
    plan = simulation.plan("utrecht-overvecht", {}, residents=300, weeks=26)
    facts = {OF_THE_PLACE + "share_low_income": 0.5}
    moved = batch.drawn(plan, 0, [facts])
    assert moved.facts == {"share_low_income": 0.5}
    assert moved.identity != plan.identity
    assert moved.before != plan.before
    before, after = (simulation.before_policy(each, 0) for each in (plan, moved))
    assert after.residents["disadvantage"].mean() > before.residents["disadvantage"].mean()


def test_the_middle_of_the_draws_is_the_place_without_a_draw():
    record = simulation.parameters(simulation.plan(OVERVECHT.id, {}), -1).record()
    middle = OVERVECHT.values_at({})
    facts = {key: middle[key] for key in uncertainty.facts(OVERVECHT)}
    heavier = relative_need(OVERVECHT, record)
    assert relative_need(OVERVECHT, record, facts) == pytest.approx(heavier)
    assert domain_scale(OVERVECHT, heavier, facts) == pytest.approx(
        domain_scale(OVERVECHT, heavier)
    )
    for number, domain in enumerate(DOMAINS):
        fact = FACT_OF.get(domain)
        if fact in facts:
            more = domain_scale(OVERVECHT, heavier, {fact: 1.5 * NATIONAL[fact].value})
            assert more[number] == pytest.approx(1.5)


def test_sets_that_were_accepted_are_drawn_with_all_else_as_it_was_then():
    """Each shipped set was held against aims at default values of the others: so it is used."""
    sets = ensemble.read()
    way = load("as_it_is_now")
    drawn = uncertainty.of_scenario(8, 1, uncertainty.ENSEMBLE, way, (), OVERVECHT)
    about_place = {OF_THE_PLACE + key for key in uncertainty.facts(OVERVECHT)}
    for draw in drawn:
        numbers = {a: v for a, v in draw.items() if a not in about_place}
        assert numbers in sets
        assert set(draw) - set(numbers) == about_place
