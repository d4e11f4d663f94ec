"""Needs that last (M15)."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model import initialisation
from model.parameters import Parameters
from model.phases import development, lasting_needs
from model.processes.residents import lasting
from model.processes.residents.lasting import LastingParameters
from model.processes.residents.needs import HIGHEST, WORK
from model.state.axes import DOMAIN_COUNT
from model.state.tables import CASES, RESIDENTS
from tests.generators import amounts, levels, neutral_of, numbers, plain, shares, table

chance, passing, ends = plain(lasting.chance), plain(lasting.passing), plain(lasting.ends)
frailty = plain(lasting.frailty)
stays, weeks_of_any = plain(lasting.stays), plain(lasting_needs.weeks_of_any)
rates_of, relief_of = plain(development.rates_of), plain(development.relief_of)
settle_in, happen = plain(lasting_needs.settle_in), plain(development.happen)
at_most = plain(development.at_most)

P = numbers(setting_in=0.002, spread=1.0, years=10.0, letting_go=0.25)
NEEDS = numbers(
    feeding=0.1, debt_to_mental=0.4, housemate=0.5, worsening=4.0, stickiness=0.3, settling=26.0,
    holding_back=0.1, gradient=0.5, gradient_youth=0.1,
    onset=np.full(DOMAIN_COUNT, 0.001), recovery=np.full(DOMAIN_COUNT, 0.01),
)  # fmt: skip
NORMAL = np.ones(DOMAIN_COUNT)
KEY = np.zeros(2, dtype=np.uint32)


def home(level: int, lasts: bool, relief: float = 0.05):
    residents, cases = table(RESIDENTS, 1), table(CASES, 1)
    residents[0].level[WORK] = level
    residents[0].known = 1 << WORK
    residents[0].lasting = 1 << WORK if lasts else 0
    residents[0].age_band, residents[0].frailty, cases[0].size = 1, 1.0, 1
    cases[0].relief[WORK] = relief
    return residents, cases[0]


def down(level: int, lasts: bool, relief: float = 0.05) -> float:
    residents, case = home(level, lasts, relief)
    return rates_of(residents, 0, case, WORK, 10, 1.0, NEEDS, NORMAL, passing(P))[1]


def test_one_in_five_needs_lasts_where_recovery_is_four_times_as_quick():
    assert chance(0.008, 1.0, P) == pytest.approx(0.2)
    assert passing(P) == pytest.approx(1 / 520)


@given(slow=amounts(0.05, 0.001), more=amounts(0.05, 0.001))
def test_what_goes_slowly_by_itself_is_likelier_to_last(slow: float, more: float):
    assert 0.0 < chance(slow + more, 1.0, P) < chance(slow, 1.0, P) < 1.0


@given(recovery=amounts(0.05, 0.001), rate=shares)
def test_neutral_numbers_make_no_need_last_and_no_help_go_on(recovery: float, rate: float):
    assert chance(recovery, rate, neutral_of(LastingParameters, "setting_in")) == 0.0
    assert frailty(rate, neutral_of(LastingParameters, "spread")) == 1.0
    assert ends(rate, neutral_of(LastingParameters, "letting_go")) == rate


@given(level=levels, bits=st.integers(0, 255))
def test_only_a_lasting_need_stays_and_only_once_it_is_bearable(level: int, bits: int):
    lasts = bits & (1 << WORK) != 0
    assert stays(bits, WORK, level) == (lasts and level <= lasting.BEARABLE)


def test_help_eases_a_lasting_need_down_to_bearable_and_no_further():
    for level in range(2, HIGHEST + 1):
        assert down(level, lasts=True) == down(level, lasts=False)
        assert down(level, lasts=True) - down(level, lasts=True, relief=0.0) == pytest.approx(0.05)
    assert down(1, lasts=True) == down(1, lasts=True, relief=0.0) == passing(P)
    assert down(1, lasts=False) > 0.05


def test_no_help_gets_the_credit_where_a_lasting_need_is_over_after_all():
    residents, case = home(1, lasts=True)
    found = [
        happen(residents, 0, case, 10, 0.0, which, NEEDS, NORMAL, passing(P))
        for which in np.linspace(0.0, 0.999, 400)
    ]
    assert {due for event, due in found if event == -(WORK + 1)} == {0.0}
    assert relief_of(residents[0], case, WORK) == 0.0


def test_no_bound_is_below_what_a_lasting_need_does():
    for level in range(1, HIGHEST + 1):
        residents, case = home(level, lasts=True, relief=0.0)
        bound = at_most(residents[0], 10, 0.0, NEEDS, NORMAL, passing(P))
        up, falls = rates_of(residents, 0, case, WORK, 10, 1.0, NEEDS, NORMAL, passing(P))
        assert bound >= up + falls


def test_each_time_a_need_gets_worse_it_may_turn_out_to_last():
    weeks, recovery = 4000, np.full(DOMAIN_COUNT, 0.008)
    found = []
    for week in range(weeks):
        resident = home(2, lasts=False)[0][0]
        settle_in(resident, WORK + 1, week, KEY, recovery, P)
        found.append(resident.lasting == 1 << WORK)
        settle_in(resident, -(WORK + 1), week, KEY, recovery, P)
        assert (resident.lasting != 0) == found[-1], "lighter is not over"
    assert np.mean(found) == pytest.approx(0.2, abs=4 * (0.16 / weeks) ** 0.5)


def test_a_need_that_is_over_did_not_last_and_others_still_do():
    resident = home(0, lasts=True)[0][0]
    resident.lasting |= 1
    settle_in(resident, -(WORK + 1), 3, KEY, np.full(DOMAIN_COUNT, 0.008), P)
    assert resident.lasting == 1


@given(usual=amounts(500.0, 10.0), recovery=amounts(0.05, 0.001))
def test_lasting_needs_are_more_of_those_there_are_than_of_those_that_begin(usual, recovery):
    none = numbers(setting_in=0.0, spread=1.0, years=10.0)
    weeks, share = weeks_of_any(usual, recovery, 1.0, P)
    assert usual < weeks < 520.0 or usual >= 520.0
    assert share > chance(recovery, 1.0, P) or usual >= 520.0
    assert weeks_of_any(usual, recovery, 1.0, none) == (usual, 0.0)


@given(drawn=amounts(5.0, 0.1), spread=amounts(2.5, 0.1))
def test_the_frailer_a_home_the_likelier_needs_last_and_the_mean_stays(drawn, spread):
    p = numbers(setting_in=0.002, spread=spread)
    assert chance(0.01, frailty(drawn + 1.0, p), p) > chance(0.01, frailty(drawn, p), p)
    steps = (np.arange(20_000) + 0.5) / 20_000
    mean = np.mean([frailty(one, p) for one in -np.log(1.0 - steps)])
    assert mean == pytest.approx(1.0, abs=0.03)


def first_day(**lasts: float):
    residents = np.zeros(3000, dtype=RESIDENTS)
    residents["id"] = np.arange(3000)
    onset = np.full((3000, DOMAIN_COUNT), 0.0005)
    recovery = np.full(DOMAIN_COUNT, 0.01)
    record = Parameters.of({f"lasting.{name}": value for name, value in lasts.items()}).record()
    initialisation.first_needs(residents, onset, recovery, KEY, record["lasting"][0])
    having = (residents["level"] > 0) @ (1 << np.arange(DOMAIN_COUNT))
    assert not (residents["lasting"] & ~having).any(), "nobody has a lasting need that is not there"
    kept = residents["lasting"][:, None] >> np.arange(DOMAIN_COUNT) & 1
    return kept.sum() / (residents["level"] > 0).sum()


def test_the_first_day_has_as_many_lasting_needs_as_their_length_says():
    share = weeks_of_any(160.0, 0.01, 1.0, P)[1]
    assert first_day(setting_in=0.002, years=10.0, spread=0.0) == pytest.approx(share, abs=0.04)
    assert first_day(setting_in=0.0, years=10.0, spread=1.0) == 0.0
