"""Needs that feed each other (M15)."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.parameters import Parameters
from model.phases import development
from model.processes.residents import needs
from model.processes.residents.needs import HIGHEST, INCOME, LONELY, MENTAL, WORK, YOUTH
from model.state.axes import DOMAIN_COUNT
from model.state.tables import CASES, OPEN, RESIDENTS
from tests.generators import amounts, levels, neutral_of, numbers, plain, shares, table

rising, falling, feeding = plain(needs.rising), plain(needs.falling), plain(needs.feeding)
may_need, slope, onset_at = plain(needs.may_need), plain(needs.slope), plain(needs.onset_at)
first_need, at_most = plain(development.first_need), plain(development.at_most)
relieved_at_most = plain(development.relieved_at_most)
happen = plain(development.happen)

P = numbers(
    feeding=0.1, debt_to_mental=0.4, housemate=0.5, worsening=4.0, stickiness=0.3, settling=26.0,
    holding_back=0.1, gradient=0.5, gradient_youth=0.1,
    onset=np.full(DOMAIN_COUNT, 0.001), recovery=np.full(DOMAIN_COUNT, 0.01),
)  # fmt: skip
NORMAL = np.ones(DOMAIN_COUNT)
everyones_levels = st.lists(levels, min_size=DOMAIN_COUNT, max_size=DOMAIN_COUNT)


def first_onset(domain: int, disadvantage: float, p, scale) -> float:
    """The weekly rate of a first need, for somebody who can have it."""
    return onset_at(domain, slope(0 if domain == YOUTH else 1, disadvantage, p), p, scale)


def level_of(**needed: int) -> list[int]:
    level = [0] * DOMAIN_COUNT
    for name, size in needed.items():
        level[getattr(needs, name.upper())] = size
    return level


def test_severe_debts_raise_the_rate_of_mental_problems_as_the_cohort_says():
    """Odds times 3.64 at the highest level, with ln(3.64)/3 for each level (E: D01)."""
    p = numbers(**vars(P) | {"debt_to_mental": math.log(3.64) / 3})
    ratio = rising(level_of(income=3), MENTAL, 0.001, 0.0, p) / 0.001
    assert ratio == pytest.approx(3.64)


def test_each_level_of_another_need_multiplies_the_rate_once_more():
    once, twice = (rising(level_of(work=n), INCOME, 0.001, 0.0, P) for n in (1, 2))
    assert once == pytest.approx(0.001 * math.exp(0.1))
    assert twice == pytest.approx(0.001 * math.exp(0.2))


def test_a_need_feeds_only_where_a_path_is_known_and_never_itself():
    assert feeding(level_of(youth=3), INCOME, P) == 0.0
    assert feeding(level_of(work=2), WORK, P) == 0.0
    assert not needs.FEEDS.diagonal().any()


def test_a_need_there_is_grows_faster_than_a_new_one_begins():
    new, there = (rising(level_of(work=n), WORK, 0.001, 0.0, P) for n in (0, 1))
    assert there == pytest.approx(4.0 * new)


def test_the_same_problem_of_a_housemate_multiplies_the_rate():
    assert rising(level_of(), WORK, 0.001, 1.0, P) == pytest.approx(0.001 * math.exp(0.5))


@given(level=everyones_levels, domain=st.integers(0, DOMAIN_COUNT - 1), mate=st.booleans())
def test_rates_are_never_negative_and_stop_at_the_highest_and_lowest_level(level, domain, mate):
    up = rising(level, domain, 0.001, float(mate), P)
    down = falling(level, domain, 10, 0.0, P)
    assert (up == 0.0) == (level[domain] == HIGHEST)
    assert (down == 0.0) == (level[domain] == 0)
    assert up >= 0.0
    assert down >= 0.0


@given(level=everyones_levels, domain=st.integers(0, 7), other=st.integers(0, 7))
def test_more_need_elsewhere_never_slows_a_rise_nor_speeds_a_fall(level, domain, other):
    if other == domain or level[other] == HIGHEST:
        return
    more = [*level]
    more[other] += 1
    assert rising(more, domain, 0.001, 0.0, P) >= rising(level, domain, 0.001, 0.0, P)
    slower = falling(more, domain, 10, 0.0, P) < falling(level, domain, 10, 0.0, P)
    assert slower or level[domain] == 0


@given(age=st.integers(0, 500), longer=st.integers(1, 500), relief=amounts(0.05, 0.001))
def test_what_lasts_longer_eases_slower_and_help_adds_its_whole_effect(age, longer, relief):
    level = level_of(work=1)
    assert falling(level, WORK, age + longer, 0.0, P) < falling(level, WORK, age, 0.0, P)
    helped = falling(level, WORK, age, relief, P)
    assert helped == pytest.approx(falling(level, WORK, age, 0.0, P) + relief)


def test_a_problem_of_26_weeks_eases_as_the_equation_says():
    rate = falling(level_of(work=1, lonely=2), WORK, 26, 0.0, P)
    assert rate == pytest.approx(0.01 * 2**-0.3 * math.exp(-0.2))


@given(less=amounts(1.5, -1.5), more=amounts(1.0, 0.01))
def test_disadvantage_makes_a_first_need_more_likely(less, more):
    rate = first_onset(WORK, less, P, NORMAL)
    assert first_onset(WORK, less + more, P, NORMAL) > rate
    steep = first_onset(WORK, less + more, P, NORMAL) / rate
    flat = first_onset(YOUTH, less + more, P, NORMAL) / first_onset(YOUTH, less, P, NORMAL)
    assert steep > flat


def test_a_place_with_twice_the_level_has_twice_the_onset():
    assert first_onset(LONELY, 0.3, P, 2 * NORMAL) == 2 * first_onset(LONELY, 0.3, P, NORMAL)


def test_only_children_carry_the_need_of_growing_up_and_no_other():
    assert [may_need(domain, 0) for domain in range(DOMAIN_COUNT)].count(True) == 1
    assert may_need(YOUTH, 0)
    for age_band in (1, 2):
        assert [may_need(d, age_band) for d in range(DOMAIN_COUNT)].count(True) == 7


@given(level=everyones_levels, domain=st.integers(0, 7), mate=st.booleans(), age=amounts(300))
def test_switched_off_one_problem_says_nothing_about_another(level, domain, mate, age):
    off = neutral_of(
        needs.NeedsParameters,
        "feeding", "debt_to_mental", "holding_back", "housemate", "worsening", "stickiness",
        settling=26.0, recovery=P.recovery,
    )  # fmt: skip
    if level[domain] < HIGHEST:
        assert rising(level, domain, 0.001, float(mate), off) == pytest.approx(0.001)
    if level[domain] > 0:
        assert falling(level, domain, age, 0.0, off) == pytest.approx(0.01)


def household(*members: dict[str, int]):
    residents = table(RESIDENTS, len(members), age_band=1)
    for resident, needed in zip(residents, members, strict=True):
        resident.level[:] = level_of(**needed)
        resident.needs = sum(size > 0 for size in needed.values())
    cases = table(CASES, 1, size=len(members))
    cases[0].troubled = sum(bool(needed) for needed in members)
    return residents, cases[0]


def test_a_housemate_counts_and_oneself_does_not():
    residents, case = household({"work": 1}, {"lonely": 2})
    having = [
        development.housemate_has(residents.view(np.ndarray), case, row, WORK) for row in (0, 1)
    ]
    assert having == [0.0, 1.0]


def test_needs_and_troubled_members_are_counted_as_they_come_and_go():
    residents, case = household({}, {"work": 1})
    for step, expected in ((1, (1, 2)), (1, (1, 2)), (-1, (1, 2)), (-1, (0, 1))):
        needs.change(residents[0], case, MENTAL, step, 12)
        assert (residents[0].needs, case.troubled) == expected
    assert residents[0].level[MENTAL] == 0


def test_what_is_over_is_no_longer_known_and_a_change_starts_the_clock_anew():
    residents, case = household({"work": 1, "mental": 1})
    residents[0].known = (1 << WORK) | (1 << MENTAL)
    residents[0].since[WORK] = -30
    needs.change(residents[0], case, WORK, -1, 12)
    assert residents[0].known == 1 << MENTAL
    assert residents[0].since[WORK] == 12


@given(even=shares, which=st.floats(0.0, 0.999))
def test_at_most_one_thing_happens_and_only_what_can(even, which):
    residents, case = household({"work": 3, "lonely": 1})
    event, share = happen(residents, 0, case, 0, even, which, P, NORMAL)
    assert 0.0 <= share <= 1.0
    assert event != WORK + 1, "nothing worsens beyond the highest level"
    assert event != YOUTH + 1, "adults do not carry a child's need"
    assert event >= 0 or -event - 1 in (WORK, LONELY)
    assert even > 0.0 or event != 0, "the luckiest draw always brings something"


def test_a_fall_is_credited_to_help_by_its_share_of_the_rate():
    residents, case = household({"work": 1})
    residents[0].known = 1 << WORK
    case.relief[WORK] = 0.03
    shares_of_help = {
        happen(residents, 0, case, 0, 0.0, x, P, NORMAL) for x in np.arange(0, 1, 0.02)
    }
    credited = dict(shares_of_help)[-(WORK + 1)]
    assert credited == pytest.approx(0.03 / falling(level_of(work=1), WORK, 0, 0.03, P), rel=1e-6)


def test_help_for_a_housemate_eases_no_need_that_nobody_knows():
    residents, case = household({"work": 1})
    case.relief[WORK] = 0.9
    known, unknown = [], []
    for bits, found in ((1 << WORK, known), (0, unknown)):
        residents[0].known = bits
        found += [happen(residents, 0, case, 0, 0.3, x, P, NORMAL)[0] for x in (0.2, 0.5, 0.8)]
    assert -(WORK + 1) in known
    assert unknown == [0, 0, 0]


def test_first_needs_are_drawn_in_proportion_to_their_rates():
    residents, _ = household({})
    scale = NORMAL.copy()
    scale[LONELY] = 8.0
    total = sum(first_onset(d, 0.0, P, scale) for d in range(DOMAIN_COUNT) if may_need(d, 1))
    residents[0].onset = total
    drawn = [first_need(residents[0], x, P, scale) for x in (np.arange(1400) + 0.5) / 1400]
    assert drawn.count(LONELY) == pytest.approx(800, abs=2)
    assert drawn.count(WORK) == pytest.approx(100, abs=2)
    assert YOUTH not in drawn


@given(
    level=everyones_levels, child=st.booleans(), mate=st.booleans(), relief=amounts(0.05),
    weeks=st.integers(0, 300), debt=amounts(0.74), feeds=amounts(0.25),
)  # fmt: skip
def test_what_is_skipped_for_speed_could_not_have_happened(
    level, child, mate, relief, weeks, debt, feeds
):
    """A bound that was found earlier is never below the sum of the rates it stands for."""
    p = numbers(**vars(P) | {"debt_to_mental": debt, "feeding": feeds})
    residents, case = household({})
    resident = residents[0]
    resident.age_band = 0 if child else 1
    carried = [d for d in range(DOMAIN_COUNT) if may_need(d, resident.age_band)]
    for domain in carried:
        resident.level[domain] = level[domain]
    resident.needs = (resident.level > 0).sum()
    resident.onset = np.nextafter(
        np.float32(sum(first_onset(d, 0.5, p, NORMAL) for d in carried)), np.float32(1)
    )
    case.relief[:], case.mode, resident.disadvantage = relief, OPEN, 0.5
    total = 0.0
    for domain in carried:
        start = first_onset(domain, 0.5, p, NORMAL)
        total += rising(resident.level, domain, start, float(mate), p)
        total += falling(resident.level, domain, weeks, float(case.relief[domain]), p)
    without_help = at_most(resident, 0, 0.0, p, NORMAL)
    assert without_help + relieved_at_most(case) >= total


def test_a_problem_counts_as_lasting_from_the_week_in_which_it_last_changed():
    residents, case = household({"work": 1})
    residents[0].since[WORK] = -20
    soon, late = (
        sum(
            happen(residents, 0, case, week, even, 0.999, P, NORMAL)[0] != 0
            for even in np.linspace(0, 0.05, 400)
        )
        for week in (-20, 200)
    )
    assert late < soon


def chance_that_something_happens(residents, case, week, p) -> float:
    """Found from what happens: the largest draw at which something does."""
    none, something = 1.0, 0.0
    for _ in range(40):
        even = (none + something) / 2
        if happen(residents, 0, case, week, even, 0.5, p, NORMAL)[0] != 0:
            something = even
        else:
            none = even
    return something


def test_all_that_can_happen_to_a_resident_adds_up_to_one_chance():
    residents, case = household({"work": 2, "lonely": 1})
    residents[0].since[[WORK, LONELY]] = 30, -40
    residents[0].known = 1 << LONELY
    case.relief[LONELY] = 0.03
    level = residents[0].level
    total = falling(level, WORK, 60 - 30, 0.0, P)
    total += falling(level, LONELY, 60 + 40, float(case.relief[LONELY]), P)
    for domain in range(DOMAIN_COUNT):
        if may_need(domain, 1):
            total += rising(level, domain, first_onset(domain, 0.0, P, NORMAL), 0.0, P)
    found = chance_that_something_happens(residents, case, 60, P)
    assert found == pytest.approx(-math.expm1(-total), rel=1e-6)


def test_in_a_household_of_several_the_need_of_a_housemate_counts():
    """Compiled, because a reader's row has a size of its own."""
    p = Parameters.of({"needs.housemate": 1.2}).record()[0]["needs"]
    counts = []
    for mate in ({}, {"work": 1}):
        residents, case = household({"lonely": 1}, mate)
        rows = residents.view(np.ndarray)
        evens = np.linspace(0.0, 0.02, 4000)
        done = [development.happen(rows, 0, case, 0, even, 0.04, p, NORMAL)[0] for even in evens]
        counts.append(np.count_nonzero(done))
    assert counts[1] > counts[0]


def test_the_cheap_bound_holds_where_debts_feed_mental_problems_most():
    onset = np.zeros(DOMAIN_COUNT)
    onset[MENTAL] = 0.001
    p = numbers(**vars(P) | {"onset": onset, "debt_to_mental": 0.74, "feeding": 0.0})
    residents, _ = household({"income": 3, "mental": 1})
    rate = rising(residents[0].level, MENTAL, 0.001, 1.0, p)
    assert rate == pytest.approx(0.001 * math.exp(3 * 0.74 + 0.5) * 4.0)
    assert at_most(residents[0], 0, 0.0, p, NORMAL) >= rate


@given(now=amounts(1.5), later=amounts(1.5))
def test_a_bound_holds_however_much_lonelier_somebody_becomes(now, later):
    """Longing may grow week by week without the bound being found anew."""
    residents, _ = household({"income": 1})
    resident = residents[0]
    resident.lonelier = now
    bound = at_most(resident, 0, later, P, NORMAL)
    for lonelier in (now, later):
        start = {d: first_onset(d, 0.0, P, NORMAL) for d in range(DOMAIN_COUNT) if may_need(d, 1)}
        start[LONELY] *= 1.0 + lonelier
        assert sum(rising(resident.level, d, start[d], 1.0, P) for d in start) <= bound
