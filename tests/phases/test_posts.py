"""Phase 1 by hand: posts of the team, who employs them, whom they serve, and what follows."""

import numpy as np
import pytest

from model.chance import DIRECT, EMPLOYER, YOUTH_TEAM
from model.phases import (
    agendas,
    care,
    entrance,
    intake,
    paying,
    placing,
    plans,
    posts,
    promises,
    tenders,
)
from model.state.axes import TEAM
from model.state.posts import ADULT, FOUNDATION, MUNICIPAL, WHOLE, YOUTH, YOUTH_LINE
from tests.phases.by_hand import (
    DEBT,
    INCOME,
    KEY,
    MENTAL,
    MIND,
    PARENTING,
    POLICY,
    SUPPORT,
    TEAM_A,
    TEAM_B,
    helped,
    needs,
    numbers,
    plain,
    state,
    waiting,
)  # fmt: skip

LENT_TO_CLINIC = {"employer.municipality": 0.0, "employer.providers": 1.0}


def lots(who: int, decision: int, number: int) -> float:
    """The second of the team draws lowest; whoever is lent is of the clinic; seats go there too."""
    if number:
        return 0.1 if decision == EMPLOYER else 0.5
    assert decision in (DIRECT, EMPLOYER, YOUTH_TEAM)
    return 0.2 if who == TEAM_B else 0.7


def settled(values, world=None):
    p, world = numbers(values), world or state(1)
    plain(posts.settle, lots)(world, p, 0, KEY)
    return world, p


def test_as_usual_all_are_in_one_team_of_the_municipality():
    world, _ = settled({})
    for name in ("young", "lent", "moved", "house"):
        assert not world.actors[name].any()


def test_one_of_two_serves_youth_and_goes_back_when_teams_are_one_again():
    world, _ = settled({"youth_team.share": 0.3})
    assert list(world.actors["young"][[TEAM_A, TEAM_B, INCOME]]) == [ADULT, YOUTH, WHOLE]
    settled({}, world)
    assert not world.actors["young"].any()


def test_half_of_a_team_is_lent_and_the_other_half_is_of_a_foundation():
    half = {"employer.municipality": 0.0, "employer.providers": 0.5, "employer.foundation": 0.5}
    world, _ = settled(half | {"employer.house_rules": 0.2})
    assert world.actors[TEAM_B].lent == FOUNDATION
    assert world.actors[TEAM_A].lent == 3
    assert world.actors[TEAM_A].house == pytest.approx(0.2 * (2 * 0.1 - 1)), "its draw is 0.1"
    settled({}, world)
    assert not world.actors["lent"].any()


def test_who_is_lent_knows_the_people_of_the_lender_and_nobody_better_than_before():
    world = state(1)
    world.pairs["strength"][TEAM_B, MENTAL] = 0.9
    world, p = settled(LENT_TO_CLINIC, world)
    assert world.pairs[TEAM_A, MENTAL].strength == pytest.approx(p.meeting.starting_colleagues)
    assert world.pairs[TEAM_B, MENTAL].strength == pytest.approx(0.9)
    assert world.pairs[TEAM_A, SUPPORT].strength == 0.0


def test_the_lender_pays_for_its_people_and_the_municipality_for_the_others():
    world, p = settled({"employer.municipality": 0.5, "employer.providers": 0.5})
    plain(paying.pay_for_staff)(world, p)
    euros = 36.0 * world.organisations[TEAM].price
    assert world.flows[0].euros[4, TEAM] == pytest.approx(euros), "the insurer pays the clinic's"
    assert world.flows[0].euros[0, TEAM] == pytest.approx(euros)


def test_a_tender_of_the_lender_holds_back_the_time_of_its_people_only():
    world, p = settled({"employer.municipality": 0.5, "employer.providers": 0.5})
    world.organisations[3].opposition = 0.5
    world.actors["slack"], world.actors["capacity"] = 4.0, 20.0
    plain(tenders.promise)(world, p)
    assert world.actors[TEAM_B].slack == pytest.approx(2.0)
    assert world.actors[TEAM_A].slack == pytest.approx(4.0)
    assert world.actors[TEAM_B].capacity == 20.0, "the team itself promised nothing more"


def test_a_foundation_stands_against_others_in_the_weeks_before_its_contract_ends():
    values = {"employer.municipality": 0.0, "employer.foundation": 1.0, "tendering.window": 26.0,
              "tendering.stake": 0.6, "tendering.overlap": 0.5}  # fmt: skip
    world = state(1)
    world.organisations[TEAM].contract_end = 10
    world, _ = settled(values, world)
    stake = plain(posts.stake_of)
    assert stake(world.actors[TEAM_A], world.organisations) == pytest.approx(0.3)
    world, _ = settled({}, world)
    assert stake(world.actors[TEAM_A], world.organisations) == 0.0
    assert world.actors[TEAM_A].lent == MUNICIPAL


def test_a_question_goes_to_the_own_employer_a_little_more_often():
    p = numbers({"employer.own_interest": 0.5, "helping.referral": 0.2})
    for lent, found in ((MUNICIPAL, TEAM), (3, 3), (4, TEAM)):
        world = state(1)
        case = helped(world, 0, TEAM_A, debt=TEAM_A)
        world.actors[TEAM_A].lent = lent
        to = plain(placing.whom_to_ask, 0.4)(case, MIND, 2, 0, world.actors, 0, KEY, p)
        assert to == found


def test_in_a_joint_plan_somebody_lent_looks_at_the_budget_of_the_lender():
    """The clinic's saving comes back to a budget that its lent colleague is paid from."""
    p = numbers({"pockets.drive": 0.0, "pockets.admin": 0.0, "pockets.risk": 0.0,
                 "elsewhere.noticed": 0.0})  # fmt: skip
    seen = {}
    for lent in (MUNICIPAL, 3):
        world = state(1)
        needs(world, 0, debt=2, mind=2)
        case = helped(world, 0, TEAM_A, debt=INCOME, mind=TEAM_A)
        world.organisations["expected_saving"] = 2.0
        world.actors[TEAM_A].lent = lent
        around = world.residents, world.actors, world.organisations
        seen[lent] = plain(plans.sees_in_it)(case, MIND, 0.0, 1.0, *around, p)
    assert seen[MUNICIPAL] == pytest.approx(0.0 - 0.5)
    assert seen[3] == pytest.approx(0.5 * 2.0 - 0.5)


def test_a_family_with_both_kinds_of_need_meets_two_teams():
    world, p = settled({"youth_team.share": 0.5, "helping.referral": 0.0, "getting_in.cold": 1.0})
    needs(world, 0, debt=1, parenting=1)
    case = helped(world, 0, TEAM_A)
    case.domains = (1 << DEBT) | (1 << PARENTING)
    around = world.actors, world.pairs, world.tally[0], 1.0, 0, KEY, p
    plain(placing.place_all, 0.5)(case, world.residents, *around)
    assert (case.worker[DEBT], case.worker[PARENTING]) == (TEAM_A, TEAM_B)
    assert case.sent_on == 1
    assert plain(plans.count_parties)(case, world.actors) == 2
    assert world.tally[0].team_referred == 0.0, "it stays with the team as a whole"


def test_two_teams_of_one_organisation_are_two_parties_and_two_queues():
    world, p = settled({"youth_team.share": 0.5})
    needs(world, 0, parenting=2, debt=1)
    case = helped(world, 0, TEAM_A, debt=TEAM_A, parenting=TEAM_B)
    assert plain(promises.of_care)(case, 0b100001, 0.0, world.actors, 1.0, p) == 2
    line = plain(intake.line_of)
    assert line(world.residents, case, PARENTING, TEAM, p) == YOUTH_LINE
    assert line(world.residents, case, DEBT, TEAM, p) == TEAM
    assert line(world.residents, case, -1, TEAM, p) == YOUTH_LINE, "the heaviest is of youth"
    assert line(world.residents, case, DEBT, 1, p) == 1
    world.actors["capacity"] = 10.0
    first = plain(intake.first_in)
    assert first(world.actors, YOUTH_LINE, p) == TEAM_B
    assert first(world.actors, TEAM, p) == TEAM_A


def test_a_narrower_team_knows_more_of_it():
    world, p = settled({"youth_team.share": 0.5, "youth_team.deeper": 0.5})
    p.helping.generalist_fit = 0.8
    by_trade = plain(care.by_trade)
    assert by_trade(world.actors[TEAM_A], p) == pytest.approx(0.9)
    assert by_trade(world.actors[INCOME], p) == 1.0
    world, _ = settled({}, world)
    assert by_trade(world.actors[TEAM_A], p) == pytest.approx(0.8)


def test_without_a_team_its_people_sit_elsewhere_for_the_same_money_and_come_back():
    world, _ = settled({"direct.share": 1.0})
    seats = world.actors[TEAM_A], world.actors[TEAM_B]
    assert all(seat.moved == 1 and seat.organisation != TEAM for seat in seats)
    there = world.organisations[seats[0].organisation].price
    assert seats[0].hours * there == pytest.approx(36.0 * world.organisations[TEAM].price, rel=1e-5)
    assert world.actors["colleagues"].sum() == 11.0
    world, _ = settled({}, world)
    assert list(world.actors["hours"][[TEAM_A, TEAM_B]]) == pytest.approx([36.0, 36.0])
    assert not world.actors["moved"].any()


def test_the_money_of_the_team_pays_for_who_was_moved_as_much_as_before():
    world, p = settled({"direct.share": 0.5})
    row = int(world.actors[TEAM_B].organisation)
    world.organisations["delivered"][row] = 10.0
    plain(paying.pay_for_hours)(world, p)
    paid = np.asarray(world.flows[0].euros[:, row])
    as_before = 36.0 * world.organisations[TEAM].price
    own = sum(actor.hours for actor in world.actors if actor.organisation == row) - (
        world.actors[TEAM_B].hours
    )
    part = own / (own + world.actors[TEAM_B].hours)
    by_hour = part * 10.0 * world.organisations[row].price
    assert paid[0] == pytest.approx(as_before, rel=1e-5)
    assert paid.sum() == pytest.approx(as_before + by_hour, rel=1e-5)


def test_who_was_moved_works_the_hours_that_the_money_of_the_team_pays_for():
    """More or less room at specialists is about the posts that they had themselves."""
    world, p = settled({"direct.share": 0.5, "hours.specialists": 0.5})
    moved, around = world.actors[TEAM_B], world.neighbourhoods[0]
    row = int(moved.organisation)
    assert plain(agendas.hours_of)(around, moved, 1.0, p) == pytest.approx(moved.hours)
    posted, there = plain(paying.contract_hours)(world, row, p)
    assert there == pytest.approx(moved.hours)
    others = [actor for actor in world.actors if actor.organisation == row and not actor.moved]
    assert sum(posted) == pytest.approx(0.5 * sum(actor.hours for actor in others))


def test_a_team_of_nearly_nobody_still_has_somebody_who_takes_up_every_question():
    world, p = settled({"direct.share": 0.9, "youth_team.share": 0.5})
    assert list(world.actors["organisation"][[TEAM_A, TEAM_B]]).count(TEAM) == 1
    world.actors["capacity"] = 10.0
    first = plain(intake.first_in)
    assert first(world.actors, YOUTH_LINE, p) == first(world.actors, TEAM, p) == TEAM_A


def test_a_foundation_does_not_begin_with_a_contract_that_ended_before_it_was_there():
    values = {"tendering.contract_years": 4.0, "tendering.stake": 1.0, "tendering.overlap": 1.0}
    world = state(1)
    world.organisations[TEAM].contract_end = -30
    settled(values, world)
    assert world.organisations[TEAM].contract_end == 4 * 52 - 30
    assert world.organisations[TEAM].opposition == 0.0, "nobody has that contract"


def test_without_a_team_people_go_to_the_specialist_and_stay_there():
    p, world = numbers({"direct.share": 1.0, "getting_in.team_gate": 1.0}), state(1, 1)
    needs(world, 0, mind=2, debt=1)
    case = waiting(world, 0, TEAM, 3)
    plain(posts.find_another_gate)(world)
    assert case.gate == 3
    other = helped(world, 1, MENTAL, mind=MENTAL)
    to = plain(placing.whom_to_ask)(other, DEBT, 1, 0, world.actors, 0, KEY, p)
    assert to == 1, "a light need too"


def test_without_a_team_worries_travel_between_organisations():
    p, world = numbers({"direct.share": 1.0}), state(1)
    world.actors["organisation"][[TEAM_A, TEAM_B]] = 4
    world.pairs["strength"][MENTAL, INCOME] = 1.0
    plain(entrance.measure_signal)(world, p)
    assert 0.0 < world.neighbourhoods[0].signal < 1.0
    assert world.actors[POLICY].moved == 0
