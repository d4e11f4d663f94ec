"""What a visitor chooses from, under which heading, and which outcomes only repeat a choice."""

from __future__ import annotations

from itertools import groupby

import pytest

from experiments.front import given, stories, worlds
from experiments.front.desk import Desk
from experiments.front.shapes import Question, Side
from model.outcomes import OUTCOMES
from model.parameters import ADDRESSES
from scenarios.families import FAMILIES, OTHER, family_of

DESK = Desk()


def asked(a: str, b: str) -> Question:
    return Question("doorsnee", Side(a), Side(b), 1, 1)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_scenarios_of_a_family_stand_together(language):
    groups = [group for group, _ in groupby(each.group(language) for each in DESK.scenarios())]
    assert len(groups) == len(set(groups))
    assert groups[0] == FAMILIES[0].name.say(language)


def test_a_scenario_of_no_family_is_still_listed():
    assert family_of("something_of_your_own") is OTHER
    assert family_of("habits_mixed") is not OTHER


def test_what_one_neighbourhood_cannot_show_is_kept_apart_and_named():
    here, elsewhere = (
        {each.key for each in found} for found in (DESK.scenarios(), DESK.elsewhere())
    )
    assert not here & elsewhere
    assert {"eemland_together", "wijzer_in_de_wijk"} <= elsewhere
    assert {each.group("nl") for each in DESK.elsewhere()} >= {"Eemland", "Wijzer in de Wijk"}


def test_what_repeats_a_choice_is_declared_of_outcomes_and_numbers_that_exist():
    assert set(given.SET_BY) <= set(OUTCOMES)
    begins = {begin for group in given.SET_BY.values() for begin in group}
    assert [b for b in begins if not any(address.startswith(b) for address in ADDRESSES)] == []


def test_the_agenda_of_a_facilitator_is_no_finding_where_placements_are_compared():
    placements = asked("facilitator_policy", "facilitator_neighbourhood")
    assert DESK.repeats(placements, "agenda_board")
    assert DESK.repeats(placements, "cost_facilitation")
    assert not DESK.repeats(placements, "waiting")
    assert not DESK.repeats(placements, "hours_admin")


def test_administration_repeats_a_choice_only_where_it_was_chosen():
    assert DESK.repeats(asked("as_it_is_now", "less_administration"), "hours_admin")
    assert not DESK.repeats(asked("as_it_is_now", "more_mandate"), "hours_admin")


def test_nothing_repeats_a_choice_where_nothing_differs():
    same = asked("as_it_is_now", "as_it_is_now")
    assert worlds.differing(same) == frozenset()
    assert not any(DESK.repeats(same, key) for key in OUTCOMES)


def test_a_question_puts_charts_in_front_that_the_page_has():
    shown = {outcome.key for outcome in DESK.outcomes()}
    assert all(set(opening.charts) <= shown for opening in stories.openings())
    taught = {each.key: each.lesson for each in stories.openings() if each.lesson}
    assert taught == {"placement": "placement", "afterwards": "what_stays"}
    assert set(taught.values()) <= {each.key for each in DESK.lessons()}
