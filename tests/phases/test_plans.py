"""Phase 6 by hand: whose move it is, what each sees in a joint plan, and which form it takes."""

import pytest

from model.phases import plans, tenders, vouching
from model.state.axes import WELFARE
from model.state.tables import ASKED, JOINT, PARALLEL, SINGLE
from tests.phases.by_hand import (
    BODY,
    DEBT,
    HUB,
    INCOME,
    KEY,
    LANDLORD,
    LONELY,
    MENTAL,
    MIND,
    SUPPORT,
    TEAM_A,
    TEAM_B,
    helped,
    hired,
    needs,
    numbers,
    plain,
    state,
)  # fmt: skip

SIMPLE = {
    "elsewhere.falls": 0.0,
    "settling.binds": 0.0,
    "pockets.admin": 0.1,
    "pockets.risk": 0.4,
    "pockets.drive": 0.0,
    "pockets.searching": 0.0,
    "helping.meeting": 1.0,
    "helping.linking": 0.0,
}


def a_household_of_two_parties(saving: float = 10.0, **values: float):
    """A debt of level 3 with the municipality's desk and a mind of level 1 with the clinic."""
    p = numbers(SIMPLE | values)
    world = state(1)
    needs(world, 0, debt=3, mind=1)
    case = helped(world, 0, INCOME, debt=INCOME, mind=MENTAL)
    case.owned = 1
    world.organisations["expected_saving"] = saving
    return world, case, p


def form_chosen(slack: float, free: float = 0.0, saving: float = 10.0) -> tuple[int, float]:
    """The form of the plan, and the households stuck for want of money."""
    world, case, p = a_household_of_two_parties(saving)
    holder = world.actors[INCOME]
    holder.slack, holder.capacity, holder.committed = slack, 20.0 + free, 20.0
    plain(plans.decide)(world, p, 0, KEY)
    assert case.joined == (case.form == JOINT)
    return case.form, world.neighbourhoods[0].items[0]


def test_a_joint_plan_asks_time_of_its_holder():
    """A meeting of an hour a month for two is an eighth of an hour a week for each."""
    assert form_chosen(slack=0.0) == (PARALLEL, 0.0)
    assert form_chosen(slack=0.12) == (PARALLEL, 0.0)
    assert form_chosen(slack=0.13) == (JOINT, 0.0)
    assert form_chosen(slack=0.0, free=0.13) == (JOINT, 0.0), "care hours that are free will do"
    assert form_chosen(slack=0.0, free=-5.0) == (PARALLEL, 0.0)


def test_a_plan_in_which_somebody_sees_nothing_is_stuck_for_want_of_money():
    assert form_chosen(slack=5.0, saving=0.0) == (PARALLEL, 1.0)


def sees(domain: int, pooled: float = 0.0, trusting: float = 1.0, **values: float) -> float:
    world, case, p = a_household_of_two_parties(2.0, **values)
    tables = world.residents, world.actors, world.organisations
    return plain(plans.sees_in_it)(case, domain, pooled, trusting, *tables, p)


def test_each_weighs_its_own_hours_against_what_comes_back_to_its_own_budget():
    # of 4 levels 3 are the desk's, to whose budget all that debt saves comes back: 3/4 x 2 - 3/4
    assert sees(DEBT) == pytest.approx(0.75 * 2.0 - 0.75 - 0.1)
    assert sees(MIND) == pytest.approx(0.25 * 2.0 - 0.25 - 0.1)


def test_who_cannot_count_on_the_others_loses_part_of_the_plan():
    assert sees(DEBT) - sees(DEBT, trusting=0.5) == pytest.approx(0.4 * 0.5)


def test_one_pot_lets_everybody_see_the_whole():
    assert sees(DEBT, pooled=1.0) == pytest.approx(2.0 - 1.0 - 0.1)
    assert sees(MIND, pooled=1.0) == pytest.approx(sees(DEBT, pooled=1.0))
    half = 0.5 + 0.5 * 0.25
    assert sees(MIND, pooled=0.5) == pytest.approx(half * 2.0 - half - 0.1)


def test_whoever_is_driven_sees_more_in_a_plan_with_people_who_think_alike():
    world, case, p = a_household_of_two_parties(2.0, **{"pockets.drive": 0.4, "pockets.apart": 0.5})
    tables = world.residents, world.actors, world.organisations
    seen = plain(plans.sees_in_it)
    world.actors["engagement"] = 0.5
    world.actors["vision"][MENTAL] = 0.75  # half of the way apart from its holder
    assert seen(case, DEBT, 0.0, 1.0, *tables, p) == pytest.approx(0.65 + 0.4 * 0.5)
    assert seen(case, MIND, 0.0, 1.0, *tables, p) == pytest.approx(0.15 + 0.4 * 0.5 * 0.5)


def test_a_need_that_saves_another_budget_brings_its_helper_nothing():
    """The team helps with loneliness and with a debt that the desk would have paid for."""
    p, world = numbers(SIMPLE), state(1)
    needs(world, 0, debt=1, lonely=1, mind=2)
    case = helped(world, 0, TEAM_A, debt=TEAM_A, lonely=TEAM_A, mind=MENTAL)
    world.organisations["expected_saving"] = 2.0
    tables = world.residents, world.actors, world.organisations
    seen = plain(plans.sees_in_it)
    assert seen(case, LONELY, 0.0, 1.0, *tables, p) == pytest.approx(0.25 * 2 - 0.5 - 0.1)
    assert seen(case, DEBT, 0.0, 1.0, *tables, p) == pytest.approx(0.25 * 2 - 0.5 - 0.1)
    assert seen(case, MIND, 0.0, 1.0, *tables, p) == pytest.approx(0.5 * 2 - 0.5 - 0.1)


def test_two_organisations_of_one_budget_share_what_comes_back_to_it():
    """Team and welfare, both of the general budget, to which only loneliness brings something."""
    p, world = numbers(SIMPLE), state(1)
    needs(world, 0, lonely=2, body=2)
    world.actors[SUPPORT].organisation = WELFARE
    case = helped(world, 0, TEAM_A, lonely=TEAM_A, body=SUPPORT)
    world.organisations["expected_saving"] = 2.0
    tables = world.residents, world.actors, world.organisations
    for domain in (LONELY, BODY):
        found = plain(plans.sees_in_it)(case, domain, 0.0, 1.0, *tables, p)
        assert found == pytest.approx(0.5 / 2 * 2.0 - 0.5 - 0.1)


def test_parties_are_organisations_and_count_from_when_they_are_asked():
    world = state(1)
    case = helped(world, 0, TEAM_A, debt=TEAM_A, lonely=TEAM_B)
    count = plain(plans.count_parties)
    assert count(case, world.actors) == 1
    case.stage[MIND], case.worker[MIND] = ASKED, MENTAL
    assert count(case, world.actors) == 2


@pytest.mark.parametrize(
    ("form", "parties", "owned", "decided", "talk", "then"),
    [
        (SINGLE, 1, 1, 0, False, SINGLE),
        (SINGLE, 2, 1, 9, True, PARALLEL),
        (SINGLE, 2, 0, 0, False, PARALLEL),
        (PARALLEL, 2, 1, 1, True, PARALLEL),
        (PARALLEL, 2, 1, 2, False, PARALLEL),
        (JOINT, 2, 1, 0, False, JOINT),
        (JOINT, 1, 1, 0, False, SINGLE),
    ],
)  # fmt: skip
def test_helpers_talk_of_one_plan_with_an_owner_and_not_every_week(
    form, parties, owned, decided, talk, then
):
    case = state(1).cases[0]
    case.form, case.owned, case.decided = form, owned, decided
    assert plain(plans.is_up_for_talk)(case, parties) == talk
    assert case.form == then


def test_the_more_parties_the_longer_a_question_waits_for_an_owner_unless_one_is_appointed():
    p = numbers({"ownership.diffusion": 1.0})
    chance = plain(plans.chance_of_owner)
    assert chance(1, 0.4, 0.0, p) == pytest.approx(0.4)
    assert chance(2, 0.4, 0.0, p) == pytest.approx(0.2)
    assert chance(2, 0.4, 0.5, p) == pytest.approx(1 - 0.8 * 0.5)
    assert chance(1, 0.4, 0.5, p) == pytest.approx(0.4), "with one party there is nothing to lead"


def test_a_question_long_without_owner_is_heard_above_once_and_only_where_there_are_several():
    p = numbers({"ownership.long": 3.0})
    for domains, items, several, single in ((0b11, 1.0, 5.0, 0.0), (0b10, 0.0, 0.0, 5.0)):
        world = state(1)
        case, tally, around = world.cases[0], world.tally[0], world.neighbourhoods[0]
        case.domains = domains
        for _ in range(5):
            plain(plans.go_without_owner)(case, around, tally, 1.0, p)
        assert around.items[2] == items
        assert (tally.ownerless_several, tally.ownerless_single) == (several, single)


@pytest.mark.parametrize(("even", "owned"), [(0.1, 1), (0.9, 0)])
def test_a_week_of_decisions_finds_an_owner_and_then_one_plan(even: float, owned: int):
    world, case, p = a_household_of_two_parties(**{"ownership.clarity": 0.5})
    case.owned, world.actors["slack"] = 0, 5.0
    plain(plans.decide, even)(world, p, 0, KEY)
    assert case.owned == owned
    assert case.form == (JOINT if owned else PARALLEL)
    assert world.neighbourhoods[0].ownerless == 1.0, "as the week found it"
    assert world.tally[0].ownerless_several == 1.0 - owned


def test_trust_in_others_leaves_out_oneself_and_is_full_where_there_are_none():
    p, world = numbers(), state(1)
    case = helped(world, 0, INCOME, debt=INCOME, work=INCOME, housing=LANDLORD, mind=MENTAL)
    world.pairs["trust"][INCOME, [INCOME, LANDLORD, MENTAL]] = 0.0, 0.3, 0.7
    around = world.actors, world.pairs, world.contracts, 1.0, p
    assert plain(plans.trust_in_others)(case, DEBT, *around) == pytest.approx(0.5)
    case.worker[:] = INCOME
    assert plain(plans.trust_in_others)(case, DEBT, *around) == 1.0


def test_a_say_over_budgets_counts_for_whoever_has_hours_and_the_mandate():
    p, world = numbers({"pockets.facilitator_pools": 0.2}), state()
    say = plain(tenders.say_over_budgets)
    p.facilitator.mandate = 3.0
    assert say(world.contracts, p) == 0.0
    hired(world)
    assert say(world.contracts, p) == pytest.approx(0.2)
    p.facilitator.mandate = 2.0
    assert say(world.contracts, p) == 0.0


def test_a_facilitator_depends_on_whoever_pays_it():
    p, world = numbers(), state()
    terms = p.facilitator
    terms.paid_by_municipality, terms.paid_by_insurer, terms.paid_by_organisations = 0.5, 0.3, 0.2
    terms.other_clients = 0.5
    shares = [
        plain(vouching.paid_by)(world.actors, who, terms) for who in (INCOME, MENTAL, LANDLORD)
    ]
    assert shares == pytest.approx([0.25, 0.15, 0.1])
    assert plain(vouching.paid_by)(world.actors, HUB, terms) == pytest.approx(0.25)


def test_a_word_weighs_as_far_as_it_is_believed_and_about_a_stranger():
    """Believed for a half, credible for two fifths, known for a half, a fifth known already."""
    p = numbers({
        "credibility.concern": 1.0, "credibility.loss": 1.0, "credibility.gain": 1.0,
        "credibility.word": 0.5,
    })  # fmt: skip
    p.facilitator.pay_per_agreement = 0.0
    world = state()
    agreed = hired(world)
    agreed.vouching = 1.0
    world.pairs["trust"][INCOME, HUB], world.pairs["conflict"][INCOME, HUB] = 0.8, 0.5
    world.pairs["strength"][HUB, MENTAL], world.pairs["strength"][INCOME, MENTAL] = 0.5, 0.2
    world.pairs["trust"][HUB, MENTAL] = 0.9
    around = world.actors, world.pairs, world.contracts, 1.0, p
    weight = 0.5 * 0.5 * 0.4 * 0.5 * 0.8
    heard = plain(vouching.with_voucher)(INCOME, MENTAL, *around)
    assert heard == pytest.approx(0.5 + weight * 0.4)
    assert agreed.vouches == world.pairs[INCOME, MENTAL].vouched == 1.0
    plain(vouching.remember_words)(*around)
    assert world.pairs[INCOME, MENTAL].trust == pytest.approx(0.5 + weight * 0.4)
    assert world.pairs[INCOME, MENTAL].vouched == 0.0
    agreed.vouching = 0.5
    assert plain(vouching.with_voucher)(INCOME, SUPPORT, *around) == pytest.approx(0.5), "unknown"


def test_of_a_colleague_nobody_asks_an_outsider():
    p, world = numbers(), state()
    hired(world).vouching = 1.0
    world.pairs["strength"][HUB], world.pairs["trust"][HUB] = 0.9, 0.9
    around = world.actors, world.pairs, world.contracts, 1.0, p
    assert plain(vouching.with_voucher)(TEAM_A, TEAM_B, *around) == 0.5
    assert world.contracts[0].vouches == 0.0


def test_who_pays_sees_more_in_a_plan_where_savings_are_returned():
    """The team bears a quarter of the cost and the insurer, who is not there, has the gain."""
    found = {}
    for returned in (0.0, 0.5, 1.0):
        world, case, p = a_household_of_two_parties(2.0, **{"pockets.returned": returned})
        case.worker[MIND] = TEAM_A
        tables = world.residents, world.actors, world.organisations
        seen = plain(plans.sees_in_it)
        found[returned] = [seen(case, one, 0.0, 1.0, *tables, p) for one in (MIND, DEBT)]
    assert found[0.0] == pytest.approx([0.0 - 0.25 - 0.1, 0.75 * 2.0 - 0.75 - 0.1])
    assert found[0.5][0] == pytest.approx(0.125 * 2.0 - 0.25 - 0.1)
    assert found[1.0][0] == pytest.approx(0.25 * 2.0 - 0.25 - 0.1)
    assert found[1.0][1] == pytest.approx(found[0.0][1]), "the desk pays for what it gains"


def test_who_is_spared_elsewhere_sees_it_in_a_plan():
    """A fifth of less debt falls to the insurer, who then sees more in it, and the desk less."""
    world, case, p = a_household_of_two_parties(2.0)
    p.elsewhere.falls[0], p.elsewhere.noticed = 0.2, 1.0
    tables = world.residents, world.actors, world.organisations
    seen = plain(plans.sees_in_it)
    assert seen(case, DEBT, 0.0, 1.0, *tables, p) == pytest.approx(0.75 * 0.8 * 2 - 0.75 - 0.1)
    credited = 0.25 + 0.75 * 0.2
    assert seen(case, MIND, 0.0, 1.0, *tables, p) == pytest.approx(credited * 2 - 0.25 - 0.1)
    p.elsewhere.noticed = 0.0
    assert seen(case, MIND, 0.0, 1.0, *tables, p) == pytest.approx(0.25 * 2 - 0.25 - 0.1)
