"""Each mechanism says what the world is like without it; here that is held against the world.

One small neighbourhood for each mechanism, with busy facilitators, in which only that mechanism is
switched off from before week 0. What is asserted is the sentence, on the state, week by week.
"""

from collections.abc import Callable

import numpy as np
import pytest

from model.parameters import MECHANISMS
from model.phases import vouching
from model.state.axes import (
    FACILITATOR,
    TEAM,
)
from tests.without.access import (
    all_help_is_given_freely,
    everybody_comes_with_equal_trust_and_asks_as_readily,
    everybody_is_sought_alike_in_hours_that_care_leaves,
    help_begins_as_usual,
)
from tests.without.minds import (
    crafts_stay_as_drawn_and_show_to_nobody,
    no_goal_is_a_residents_and_none_drifts,
    no_residents_sit_in_a_network_or_go_along,
    nobody_keeps_hours_to_talk_about_vision,
    nobody_makes_a_map,
)
from tests.without.money import (
    a_euro_later_is_a_euro_now,
    a_new_rule_holds_for_everybody_in_its_week,
    all_gain_falls_to_the_budget_of_the_need,
    only_hours_of_help_cost_money,
    people_say_what_is_gone_of_their_need,
)
from tests.without.organisations import (
    a_joint_plan_asks_nothing_of_what_parties_put_in,
    boards_neither_gain_nor_lose_commitment_and_agree_on_nothing_new,
    contracts_are_renewed_without_a_word,
    each_plan_that_saves_more_than_it_costs_is_paid_for,
    every_question_has_an_owner_from_the_first_week,
    figures_take_no_time_and_tell_nobody_anything,
    nothing_goes_to_the_board_but_through_the_line,
    there_is_no_extra_money,
)
from tests.without.posts import (
    all_of_the_team_are_with_the_municipality,
    all_posts_of_the_team_are_in_the_team,
    nobody_calls_without_a_joint_plan,
    one_team_helps_people_of_all_ages,
    the_lead_is_for_whoever_takes_up_the_whole_question,
)
from tests.without.professionals import (
    a_seat_changes_hands_only_when_somebody_leaves,
    an_hour_of_help_does_the_same_whatever_was_learnt,
    everyone_keeps_the_vision_of_the_own_organisation,
    how_progress_is_seen_makes_no_difference,
    how_somebody_works_makes_no_difference,
    load_wears_nobody_out,
    nobody_is_chosen_for_a_situation,
    ties_are_as_on_the_first_day_until_somebody_leaves,
    trust_is_what_organisations_expect_of_each_other,
)
from tests.without.regions import (
    each_municipality_goes_on_as_it_works,
    each_municipality_pays_its_own_cost,
    teams_of_different_municipalities_learn_nothing_from_each_other,
    there_is_time_for_every_change,
)
from tests.without.residents import (
    contact_says_nothing_of_who_becomes_lonely,
    every_need_can_end,
    every_need_is_known_in_its_first_week,
    everybody_stays,
    help_changes_nothing,
    needs_come_one_by_one,
    no_formal_help_is_withdrawn,
    nobody_starts_anything_however_many_take_part,
    nobody_takes_part_or_starts_anything,
    nothing_happens_to_all_at_once,
)
from tests.without.tables import no_plan_has_money_of_its_own, no_table_decides_on_questions
from tests.without.world import BUSY, MONEY, World, assert_same, open_cases


def every_plan_fits(off: World):
    for state in off.weeks():
        assert (open_cases(state)["need_room"] == 0.0).all()
        assert (open_cases(state)["fit"] == 1.0).all()
        assert state.neighbourhoods["items"][0, 1] == 0.0, "nothing is stuck for want of mandate"


def all_hours_are_free_for_the_agenda(off: World):
    for state in off.weeks():
        contracts = state.contracts
        assert (contracts["hours"] > 0.0).all()
        assert np.array_equal(contracts["left"], contracts["hours"])
        assert (contracts["queue"] == 0.0).all()
        assert (contracts["timeliness"] == 1.0).all()
    assert off.total("facilitation_requests") == 0.0


def who_pays_makes_no_difference_to_how_anybody_sees_them(off: World):
    other_payers = BUSY | {
        "facilitator.paid_by_municipality": 0.0,
        "facilitator.paid_by_insurer": 0.2,
        "facilitator.paid_by_organisations": 0.8,
        "facilitator.other_clients": 0.5,
        "facilitator.pay_per_agreement": 1.0,
    }
    other = World("credibility", values=other_payers)
    for one, two in zip(off.weeks(), other.weeks(), strict=True):
        for name in ("trust", "conflict", "strength"):
            assert np.array_equal(one.pairs[name], two.pairs[name])
        assert np.array_equal(one.residents["level"], two.residents["level"])
        assert np.array_equal(one.municipalities["agreement"], two.municipalities["agreement"])
    differ = {
        name
        for first, second in zip(off.system, other.system, strict=True)
        for name in first.dtype.names
        if first[name].tobytes() != second[name].tobytes()
    }
    assert differ <= set(MONEY), "only the books show who pays"
    i, j = (np.flatnonzero(off.state.actors["organisation"] == row)[0] for row in (TEAM, 3))
    s = off.state
    heard = vouching.with_voucher(i, j, s.actors, s.pairs, s.contracts, 1.0, off.p)
    assert heard == float(s.pairs["trust"][i, j])


def nobody_sits_in_a_facilitators_seat(off: World):
    """To the byte the world without the money, also where seats were promised to people."""
    plain = World(values={a: v for a, v in BUSY.items() if a != "spending.extra"})
    for one, two in zip(off.weeks(), plain.weeks(), strict=True):
        for name in ("pairs", "actors", "residents", "municipalities"):
            assert_same(getattr(one, name), getattr(two, name))
    facilitators = np.flatnonzero(off.state.actors["role"] == FACILITATOR)
    assert not off.state.pairs["strength"][facilitators].any()
    assert not off.state.pairs["strength"][:, facilitators].any()
    assert off.total("facilitation_hours") == off.total("facilitation_cost") == 0.0


def nobody_is_told_anything_on_purpose(off: World):
    for state in off.weeks():
        assert state.neighbourhoods["informed"][0] == state.neighbourhoods["reading"][0] == 0.0
        assert not state.contracts["telling"].any()
    assert off.total("facilitation_telling") == off.total("informed") == 0.0


SENTENCES: dict[tuple[str, ...], Callable[[World], None]] = {
    ("needs",): needs_come_one_by_one,
    ("lasting",): every_need_can_end,
    ("moving",): everybody_stays,
    ("getting_in",): every_need_is_known_in_its_first_week,
    ("helping",): help_changes_nothing,
    ("hours",): load_wears_nobody_out,
    ("meeting",): ties_are_as_on_the_first_day_until_somebody_leaves,
    ("trust",): trust_is_what_organisations_expect_of_each_other,
    ("vision",): everyone_keeps_the_vision_of_the_own_organisation,
    ("mandate",): every_plan_fits,
    ("attention",): all_hours_are_free_for_the_agenda,
    ("credibility",): who_pays_makes_no_difference_to_how_anybody_sees_them,
    ("brokering",): nothing_goes_to_the_board_but_through_the_line,
    ("facilitator", "second_facilitator"): nobody_sits_in_a_facilitators_seat,
    ("ownership",): every_question_has_an_owner_from_the_first_week,
    ("pockets",): each_plan_that_saves_more_than_it_costs_is_paid_for,
    ("tendering",): contracts_are_renewed_without_a_word,
    ("commitment",): boards_neither_gain_nor_lose_commitment_and_agree_on_nothing_new,
    ("spending",): there_is_no_extra_money,
    ("region",): each_municipality_goes_on_as_it_works,
    ("sharing",): each_municipality_pays_its_own_cost,
    ("tempo",): there_is_time_for_every_change,
    ("team_leaders",): teams_of_different_municipalities_learn_nothing_from_each_other,
    ("repertoire",): how_somebody_works_makes_no_difference,
    ("contribution",): a_joint_plan_asks_nothing_of_what_parties_put_in,
    ("team_choice",): nobody_is_chosen_for_a_situation,
    ("learning",): an_hour_of_help_does_the_same_whatever_was_learnt,
    ("small_wins",): how_progress_is_seen_makes_no_difference,
    ("monitoring",): figures_take_no_time_and_tell_nobody_anything,
    ("informing",): nobody_is_told_anything_on_purpose,
    ("participation",): nobody_takes_part_or_starts_anything,
    ("initiatives",): nobody_starts_anything_however_many_take_part,
    ("responsibility",): no_formal_help_is_withdrawn,
    ("loneliness",): contact_says_nothing_of_who_becomes_lonely,
    ("shocks",): nothing_happens_to_all_at_once,
    ("elsewhere",): all_gain_falls_to_the_budget_of_the_need,
    ("settling",): a_new_rule_holds_for_everybody_in_its_week,
    ("stays",): only_hours_of_help_cost_money,
    ("weighing",): a_euro_later_is_a_euro_now,
    ("satisfaction",): people_say_what_is_gone_of_their_need,
    ("lead",): the_lead_is_for_whoever_takes_up_the_whole_question,
    ("alongside",): nobody_calls_without_a_joint_plan,
    ("youth_team",): one_team_helps_people_of_all_ages,
    ("employer",): all_of_the_team_are_with_the_municipality,
    ("direct",): all_posts_of_the_team_are_in_the_team,
    ("reorganising",): a_seat_changes_hands_only_when_somebody_leaves,
    ("goals",): no_goal_is_a_residents_and_none_drifts,
    ("dialogue",): nobody_keeps_hours_to_talk_about_vision,
    ("craft",): crafts_stay_as_drawn_and_show_to_nobody,
    ("mapping",): nobody_makes_a_map,
    ("lived_experience",): no_residents_sit_in_a_network_or_go_along,
    ("able_to_ask",): everybody_comes_with_equal_trust_and_asks_as_readily,
    ("seeking",): everybody_is_sought_alike_in_hours_that_care_leaves,
    ("decisions",): all_help_is_given_freely,
    ("doctrine",): help_begins_as_usual,
    ("deciding",): no_table_decides_on_questions,
    ("flexible_budget",): no_plan_has_money_of_its_own,
}


def test_every_mechanism_that_can_be_switched_off_is_held_to_its_sentence():
    can = {mechanism for mechanism, addresses in MECHANISMS.items() if addresses}
    assert can == {mechanism for mechanisms in SENTENCES for mechanism in mechanisms}


@pytest.mark.parametrize("off", SENTENCES, ids=lambda off: SENTENCES[off].__name__)
def test_without_a_mechanism_the_world_is_as_it_says(off: tuple[str, ...]):
    SENTENCES[off](World(*off))
