"""Phase 7 by hand: what a week of help does, who pays for it, and when it ends."""

import pytest

from model.phases import care, paying, use
from model.processes.residents import helping
from model.state.tables import ASKED, HELPING, JOINT, NO_CASE, NOT_ASKED
from tests.phases.by_hand import (
    BODY,
    DEBT,
    INCOME,
    KEY,
    LONELY,
    MENTAL,
    MIND,
    PARENTING,
    SUPPORT,
    TEAM_A,
    helped,
    needs,
    numbers,
    plain,
    state,
)  # fmt: skip

GENERAL, WMO, YOUTH, PARTICIPATION, ZVW = range(5)
OWN = {"elsewhere.falls": 0.0, "settling.binds": 0.0, "helping.hours_a_level": 0.5}
"""All gain falls to the need's own budget, under the rules of now."""


def savings_of(domain: int, worker: int, eased: float = 2.0):
    """What one budget is spared when this helper took away two levels of this need."""
    p = numbers({**OWN, "spending.weeks_saved": 10.0})
    world = state(1)
    world.organisations["price"] = 100.0
    case = helped(world, 0, TEAM_A)
    case.eased[domain], case.worker[domain] = eased, worker
    row = world.system[0].savings
    municipality, tally = world.municipalities[0], world.tally[0]
    plain(care.count_savings)(
        case, world.actors, world.organisations, municipality, tally, row, 3.0, p
    )
    assert case.eased[domain] == 0.0, "counted once"
    assert municipality.wins == eased * 3.0
    assert tally.saved.values.sum() == row.values.sum()
    return row


@pytest.mark.parametrize(
    ("domain", "worker", "payer", "gains"),
    [
        (DEBT, TEAM_A, GENERAL, PARTICIPATION),
        (DEBT, INCOME, PARTICIPATION, PARTICIPATION),
        (MIND, TEAM_A, GENERAL, ZVW),
        (MIND, MENTAL, ZVW, ZVW),
        (BODY, MENTAL, ZVW, WMO),
        (PARENTING, -1, YOUTH, YOUTH),
    ],
)
def test_who_paid_and_who_gains_are_kept_apart(domain: int, worker: int, payer: int, gains: int):
    savings = savings_of(domain, worker).values
    # two levels of half an hour, of three households, for ten weeks of a hundred euros
    assert savings[payer, gains] == pytest.approx(2 * 0.5 * 3 * 10 * 100)
    assert (savings > 0.0).sum() == 1


def test_a_need_that_did_not_ease_through_help_saves_nobody_anything():
    assert not savings_of(DEBT, TEAM_A, eased=0.0).values.any()


P = {
    "helping.review": 13.0,
    "helping.letting_go": 0.2,
    "helping.letting_go_specialist": 0.1,
    "helping.letting_go_support": 0.05,
    "helping.heavier_longer": 0.5,
}


def let_go_of(even: float, **weeks: int):
    """What a household is still helped with: a debt by the team, a heavy mind by the clinic."""
    world, p = state(1), numbers(P)
    needs(world, 0, debt=1, mind=3)
    case = helped(world, 0, TEAM_A, debt=TEAM_A, mind=MENTAL)
    case.weeks[DEBT], case.weeks[MIND] = weeks["debt"], weeks["mind"]
    most = plain(helping.most_ends)(p.helping)
    plain(care.let_go, even)(case, world.residents, world.actors, most, 0, KEY, p)
    return tuple(domain for domain in (DEBT, MIND) if case.stage[domain] == HELPING), world, case


def test_help_ends_only_after_its_own_review():
    assert let_go_of(0.0, debt=12, mind=12)[0] == (DEBT, MIND)
    assert let_go_of(0.0, debt=12, mind=40)[0] == (DEBT,), "however long the other has been helped"
    assert let_go_of(0.0, debt=13, mind=12)[0] == (MIND,)


def test_light_needs_are_let_go_sooner_and_one_at_a_time():
    """A debt of level 1 with the team: 0.2; a mind of level 3 with the clinic: 0.1 x 0.25."""
    for even, left in ((0.0, (MIND,)), (0.19, (MIND,)), (0.21, (DEBT,)), (0.23, (DEBT, MIND))):
        assert let_go_of(even, debt=20, mind=20)[0] == left


def test_what_is_let_go_is_no_longer_in_view_and_the_rest_is():
    _, world, case = let_go_of(0.1, debt=20, mind=20)
    assert world.residents[0].known == case.domains == 1 << MIND
    assert case.stage[DEBT] == NOT_ASKED


def help_one(world, case, weight: float, p) -> None:
    ways = plain(care.warmth)(world.actors, p), plain(care.attendances)(p), 1.0
    around = world.residents, world.actors, world.organisations, world.tally[0], ways
    plain(care.help_one)(case, *around, weight, KEY, p)


def a_week_of_help(worker: int = INCOME, **columns: float):
    world, p = state(1), numbers({"helping.generalist_fit": 0.8, "getting_in.trust_gained": 0.1})
    needs(world, 0, debt=2)
    case = helped(world, 0, worker, debt=worker)
    for name, value in columns.items():
        setattr(case, name, value)
    help_one(world, case, 2.0, p)
    return world, case


def test_help_is_delivered_as_far_as_the_organisation_can():
    world, case = a_week_of_help()
    full = case.relief[DEBT]
    assert full > 0.0
    assert world.organisations[1].delivered == world.tally[0].care_hours == 2.0
    price = world.organisations[1].price
    assert world.tally[0].spent[PARTICIPATION] == pytest.approx(2.0 * price)
    assert case.parties == 1 << 1
    world.organisations[1].ratio = 0.5
    help_one(world, case, 2.0, numbers())
    assert 0.0 < case.relief[DEBT] < full
    assert world.tally[0].care_hours == 3.0


def test_what_fits_less_does_less_and_a_generalist_is_no_specialist():
    reliefs = [a_week_of_help(**{"fit": fit})[1].relief[DEBT] for fit in (1.0, 0.5)]
    assert reliefs[1] == pytest.approx(0.5 * reliefs[0])
    assert a_week_of_help(TEAM_A)[1].relief[DEBT] == pytest.approx(0.8 * reliefs[0])


def test_help_that_fits_wins_trust_and_help_that_waits_for_an_answer_does_not():
    assert a_week_of_help()[0].residents[0].trust == pytest.approx(0.55)
    world, case = a_week_of_help(escalated=2)
    assert case.relief[DEBT] == 0.0
    assert world.residents[0].trust == 0.5
    assert world.tally[0].care_hours == 2.0, "the hours are spent all the same"


def test_a_joint_plan_asks_no_more_of_a_household_than_one_helper():
    relief = {}
    for form in ("apart", "joint"):
        world, p = state(1), numbers({"helping.can_handle": 1.0, "helping.burden": 0.4})
        needs(world, 0, debt=1, mind=1, body=1)
        case = helped(world, 0, INCOME, debt=INCOME, mind=MENTAL, body=SUPPORT)
        case.form = JOINT if form == "joint" else case.form
        help_one(world, case, 1.0, p)
        relief[form] = float(case.relief[DEBT])
    assert relief["apart"] == pytest.approx(relief["joint"] * 2.718281828 ** (-0.4 * 2), rel=1e-5)


def test_some_are_paid_for_their_staff_and_others_for_their_hours():
    world = state()
    world.organisations["price"], world.organisations["delivered"] = 10.0, 3.0
    plain(paying.pay_for_hours)(world, numbers())
    assert [world.budgets[row].paid for row in (GENERAL, PARTICIPATION, ZVW)] == [0.0, 30.0, 30.0]
    plain(paying.pay_for_staff)(world, numbers())
    assert world.budgets[GENERAL].paid == 10.0 * 72, "two of the team; nobody works in welfare"
    assert world.organisations[0].received == 720.0
    assert world.organisations[8].received == 0.0, "the board is paid elsewhere"
    assert world.flows[0].euros.values.sum() == world.budgets["paid"].sum()


def test_a_joint_plan_that_ends_leaves_its_organisations_what_is_left():
    world = state(1)
    needs(world, 0, debt=1)
    case = helped(world, 0, TEAM_A)
    case.joined, case.heaviness, case.parties = 1, 4, 1 << 1 | 1 << 3
    around = world.residents, world.organisations
    plain(care.close)(case, *around, world.tally[0], 2.0, 77)
    assert list(world.organisations["finished"]) == [0, 2, 0, 2, 0, 0, 0, 0, 0]
    assert list(world.organisations["left"][[1, 3]]) == [0.5, 0.5]
    assert (case.mode, case.closed, world.tally[0].closed) == (NO_CASE, 77, 2.0)
    assert world.residents[0].known == 0


def test_a_plan_that_was_never_joint_teaches_nobody():
    world = state(1)
    case = helped(world, 0, TEAM_A)
    case.heaviness, case.parties = 4, 1 << 1
    plain(care.count_finished)(case, world.residents, world.organisations, 1.0)
    assert not world.organisations["finished"].any()


def test_use_is_counted_by_law_and_help_from_the_team_is_a_general_provision():
    world = state(1)
    needs(world, 0, debt=1, mind=1, lonely=1)
    case = helped(world, 0, TEAM_A, debt=TEAM_A, mind=MENTAL, lonely=SUPPORT)
    case.stage[LONELY] = ASKED
    plain(use.count)(case, world.residents, world.actors, world.tally[0], 1.0)
    tally = world.tally[0]
    assert list(tally.use.values) == [0.0, 0.0, 0.0, 1.0, 1.0], "debt as general, mind as Zvw"
    assert (tally.use_any, tally.use_two) == (1.0, 1.0)


def test_a_case_of_which_nothing_is_left_ends_this_week():
    world, p = state(1, 1), numbers()
    needs(world, 0, debt=1)
    helped(world, 0, TEAM_A, debt=TEAM_A)
    helped(world, 1, TEAM_A)
    plain(care.give, 0.999)(world, p, 5, KEY)
    assert list(world.cases["mode"]) == [2, NO_CASE]
    assert world.cases[1].closed == 5


def test_savings_that_are_returned_count_with_who_paid():
    p = numbers({**OWN, "spending.weeks_saved": 10.0, "pockets.returned": 0.25})
    world = state(1)
    world.organisations["price"] = 100.0
    case = helped(world, 0, TEAM_A)
    case.eased[MIND], case.worker[MIND] = 2.0, TEAM_A
    row, tally = world.system[0].savings, world.tally[0]
    around = world.actors, world.organisations, world.municipalities[0], tally, row
    plain(care.count_savings)(case, *around, 1.0, p)
    assert (row[GENERAL, ZVW], row[GENERAL, GENERAL]) == pytest.approx((750.0, 250.0))
    assert list(tally.saved.values[[GENERAL, ZVW]]) == pytest.approx([250.0, 750.0])


def test_specialists_with_less_room_are_there_for_fewer_hours_and_the_team_is_not():
    world = state()
    p = numbers({"hours.specialists": 0.5})
    plain(paying.pay_for_staff)(world, p)
    assert world.organisations[0].received == 72 * world.organisations[0].price


def test_a_need_that_eases_spares_budgets_it_does_not_belong_to():
    """A tenth of less debt spares the team, a seventh care and a fifth the landlord."""
    p = numbers({**OWN, "spending.weeks_saved": 10.0, "elsewhere.falls": 0.0})
    p.elsewhere.falls[0], p.elsewhere.falls[1] = 0.15, 0.2
    world = state(1)
    world.organisations["price"] = 100.0
    case = helped(world, 0, TEAM_A)
    case.eased[DEBT], case.worker[DEBT] = 2.0, TEAM_A
    row, tally = world.system[0].savings, world.tally[0]
    around = world.actors, world.organisations, world.municipalities[0], tally, row
    plain(care.count_savings)(case, *around, 1.0, p)
    assert list(row.values[GENERAL]) == pytest.approx([0.0, 0.0, 0.0, 650.0, 150.0, 200.0, 0.0])
    assert row.values.sum() == pytest.approx(1000.0)
    assert list(tally.saved.values) == pytest.approx(list(row.values[GENERAL]))


def test_what_is_returned_follows_the_contract_of_who_helped():
    """The desk signed before savings were returned; half of a new rule waits for its contract."""
    p = numbers({**OWN, "spending.weeks_saved": 10.0, "pockets.returned": 0.5})
    p.settling.binds = 0.5
    world = state(1)
    world.organisations["price"] = 100.0
    case = helped(world, 0, INCOME)
    case.eased[MIND], case.worker[MIND] = 2.0, INCOME
    row, tally = world.system[0].savings, world.tally[0]
    around = world.actors, world.organisations, world.municipalities[0], tally, row
    plain(care.count_savings)(case, *around, 1.0, p)
    assert (row[PARTICIPATION, ZVW], row[PARTICIPATION, PARTICIPATION]) == (750.0, 250.0)
