"""Phase 2 by hand: to whom something happens, what it is, and what was due to help."""

import math

import pytest

from model import chance
from model.phases import development
from tests.phases.by_hand import (
    BODY,
    DEBT,
    INCOME,
    KEY,
    MIND,
    PARENTING,
    TEAM_A,
    helped,
    needs,
    numbers,
    plain,
    state,
)  # fmt: skip

NO_INFLUENCE = {
    name: 0.0
    for name in ("needs.debt_to_mental", "needs.feeding", "needs.holding_back", "needs.stickiness",
                 "needs.housemate", "needs.gradient", "needs.gradient_youth")
}  # fmt: skip


def with_debt(level: int = 2, relief: float = 0.0, known: bool = True):
    p, world = numbers(NO_INFLUENCE | {"needs.worsening": 3.0}), state(1)
    p.needs.onset[:], p.needs.recovery[:] = 0.001, 0.01
    needs(world, 0, known=known, debt=level)
    case = helped(world, 0, TEAM_A, debt=INCOME)
    case.relief[DEBT] = relief
    return world, case, p


def rates(world, case, p, domain: int) -> tuple[float, float]:
    scale = world.neighbourhoods[0].scale
    return plain(development.rates_of)(world.residents, 0, case, domain, 10, 1.0, p.needs, scale)


def test_help_adds_to_recovery_only_for_needs_that_helpers_know():
    without, helps, hidden = (
        with_debt(),
        with_debt(relief=0.05),
        with_debt(relief=0.05, known=False),
    )
    up, down = rates(*without, DEBT)
    assert down > 0.0
    assert rates(*helps, DEBT) == pytest.approx((up, down + 0.05))
    assert rates(*hidden, DEBT) == pytest.approx((up, down))


def test_a_need_that_is_there_worsens_faster_than_one_begins_and_the_worst_does_not():
    begins = rates(*with_debt(), BODY)
    assert begins == pytest.approx((0.001, 0.0))
    assert rates(*with_debt(1), DEBT)[0] == pytest.approx(0.003)
    assert rates(*with_debt(3), DEBT)[0] == 0.0


def happens(even: float, which: float, relief: float = 0.05) -> tuple[int, float]:
    world, case, p = with_debt(relief=relief)
    scale = world.neighbourhoods[0].scale
    return plain(development.happen)(world.residents, 0, case, 10, even, which, p.needs, scale)


def test_what_happens_is_drawn_in_proportion_to_the_rates_and_help_gets_its_share():
    world, case, p = with_debt(relief=0.05)
    up, down = rates(world, case, p, DEBT)
    total = up + down + 6 * 0.001  # the other needs an adult may get
    chance_of_any = 1 - math.exp(-total)
    assert happens(chance_of_any + 1e-9, 0.0) == (0, 0.0)
    assert happens(chance_of_any - 1e-9, 0.0) == (DEBT + 1, 0.0)
    event, due = happens(0.0, (up + 0.5 * down) / total)
    assert (event, due) == (-(DEBT + 1), pytest.approx(0.05 / down))
    assert happens(0.0, 0.9999)[0] > 0, "another need"
    assert happens(0.0, (up + 0.5 * down) / total, relief=0.0)[1] == 0.0


@pytest.mark.parametrize(("event", "level", "eased"), [(1, 3, 0.0), (-1, 1, 0.8)])
def test_what_happened_is_written_down_with_what_help_did(event: int, level: int, eased: float):
    world, case, _ = with_debt()
    sign = event * (DEBT + 1)
    plain(development.come_about)(world.residents, world.cases, 0, sign, 0.8, 33)
    assert world.residents[0].level[DEBT] == level
    assert world.residents[0].since[DEBT] == 33
    assert case.eased[DEBT] == pytest.approx(eased)


def test_a_first_need_is_drawn_by_its_rate_and_children_have_their_own():
    p, world = numbers(NO_INFLUENCE), state(1)
    p.needs.onset[:] = 0.0
    p.needs.onset[DEBT], p.needs.onset[MIND], p.needs.onset[PARENTING] = 0.001, 0.003, 0.002
    scale, first = world.neighbourhoods[0].scale, plain(development.first_need)
    resident = world.residents[0]
    resident.onset = 0.004
    found = [first(resident, which, p.needs, scale) for which in (0.2, 0.3, 0.9)]
    assert found == [DEBT, MIND, MIND]
    resident.age_band, resident.onset = 0, 0.002
    assert first(resident, 0.9, p.needs, scale) == PARENTING


@pytest.mark.parametrize(("even", "needs_now"), [(0.003, 1), (0.005, 0)])
def test_who_has_no_need_gets_one_with_the_chance_of_its_rate(even: float, needs_now: int):
    p, world = numbers(NO_INFLUENCE), state(1, 1)
    p.needs.onset[:] = 0.0
    p.needs.onset[DEBT], p.needs.onset[MIND] = 0.001, 0.003
    world.residents["onset"] = 0.004

    def chances(who: int, decision: int, number: int) -> float:
        if decision == chance.NEEDS:
            return even if who == 1 else 0.999
        return 0.1

    scale = world.neighbourhoods[0].scale
    plain(development.develop, chances)(
        world.residents, world.cases, 5, KEY, 0.0, p.needs, p.lasting, scale
    )
    assert list(world.residents["needs"]) == [0, needs_now]
    assert world.residents["level"][1, DEBT] == needs_now
    assert list(world.cases["troubled"]) == [0, needs_now]


def test_a_bound_is_never_below_what_can_happen():
    world, case, p = with_debt(relief=0.05)
    p.needs.housemate, p.needs.feeding, p.needs.stickiness = 0.5, 0.1, 0.3
    scale, resident = world.neighbourhoods[0].scale, world.residents[0]
    bound = plain(development.at_most)(resident, 10, 0.0, p.needs, scale)
    bound += plain(development.relieved_at_most)(case)
    total = sum(sum(rates(world, case, p, d)) for d in range(8) if d != PARENTING)
    assert 0.0 < total < bound


def test_a_shock_raises_every_rate_of_beginning_at_once_and_its_end_takes_it_away():
    world = state(2)
    world.residents["onset"] = 0.002
    world.residents["at_most"] = 0.5
    shock, here = plain(development.shock), world.neighbourhoods[0]
    shock(world.residents, here, numbers().shocks)
    assert (world.residents["at_most"] == 0.5).all(), "as usual nothing is found anew"
    shock(world.residents, here, numbers({"shocks.surge": 1.5}).shocks)
    assert here.scale.values == pytest.approx(1.5)
    assert world.residents["onset"] == pytest.approx(0.003)
    assert (world.residents["at_most"] < 0.0).all(), "bounds are found anew"
    shock(world.residents, here, numbers({"shocks.surge": 1.5}).shocks)
    assert here.scale.values == pytest.approx(1.5), "once, not every week"
    shock(world.residents, here, numbers().shocks)
    assert here.scale.values == pytest.approx(1.0)
    assert world.residents["onset"] == pytest.approx(0.002)


@pytest.mark.parametrize(
    ("closed", "event", "mode", "expected"),
    [(10, 1, 0, 1), (10, -1, 0, 0), (-43, 1, 0, 0), (-42, 1, 0, 1), (10, 1, 2, 0)],
    ids=["begins", "eases", "later", "just", "helped"],
)
def test_a_relapse_is_a_need_that_begins_or_worsens_within_a_year_of_closing(
    closed: int, event: int, mode: int, expected: int
):
    world = state(1)
    needs(world, 0, debt=1)
    case = world.cases[0]
    case.closed, case.mode = closed, mode
    plain(development.come_about)(world.residents, world.cases, 0, event, 0.0, 10)
    assert case.relapsed == expected
