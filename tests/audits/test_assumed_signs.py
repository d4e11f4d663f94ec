import math
from dataclasses import replace

import pytest

from experiments.audits import assumed_signs
from experiments.audits.assumed_signs import EITHER, NONE_AT_ALL, ONE_SIGN, Because, Effect, Row
from model.parameters import ADDRESSES

ADDRESS = "participation.tiring"


def effect(between: tuple[float, float], nothing: float = 0.0, because: Because | None = None):
    return Effect(replace(ADDRESSES[ADDRESS], between=between), nothing, because)


@pytest.mark.parametrize(
    ("between", "nothing", "sign"),
    [
        ((-0.1, 0.1), 0.0, EITHER),
        ((0.4, 1.3), 1.0, EITHER),
        ((0.0, 0.1), 0.0, NONE_AT_ALL),
        ((0.4, 1.0), 1.0, NONE_AT_ALL),
        ((0.01, 0.08), 0.0, ONE_SIGN),
        ((26.0, 104.0), math.inf, ONE_SIGN),
    ],
)
def test_a_range_leaves_either_sign_open_or_nothing_or_one_sign(between, nothing, sign):
    assert effect(between, nothing).sign == sign


def test_an_effect_that_cannot_be_nothing_fails_unless_a_reason_stands_beside_it():
    report = assumed_signs.audit([effect((0.01, 0.08))])
    assert report.passed is False
    assert "ONE SIGN ONLY" in report.lines[1]
    told = Because(nl="dit is aangenomen", en="this is assumed")
    report = assumed_signs.audit([effect((0.01, 0.08), because=told)])
    assert report.passed is True
    assert "because this is assumed" in report.lines[1]
    assert assumed_signs.audit([effect((0.0, 0.08))]).passed is True


def test_every_number_that_nobody_knows_is_an_effect_with_a_sign_or_an_amount():
    named = [address for row in assumed_signs.listed().effects for address in row.numbers]
    named += assumed_signs.listed().amounts
    assert len(named) == len(set(named))
    assert set(named) <= set(ADDRESSES)
    unknown = {a for a, declared in ADDRESSES.items() if declared.role == "uncertainty"}
    assert unknown <= set(named)


def test_every_number_with_a_value_at_which_its_rule_does_nothing_is_an_effect():
    effects = {each.declared.address for each in assumed_signs.effects()}
    for address, declared in ADDRESSES.items():
        if declared.role != "lever" and not math.isnan(declared.neutral):
            assert address in effects


def test_where_an_effect_is_nothing_is_told_once():
    for row in assumed_signs.listed().effects:
        for address in row.numbers:
            neutral = ADDRESSES[address].neutral
            assert row.nothing is None or math.isnan(neutral) or row.nothing == neutral, address
    with pytest.raises(ValueError, match="at which value"):
        assumed_signs.effects([Row(numbers=(ADDRESS,))])


def test_reasons_stand_beside_ranges_that_stop_short_and_beside_no_others():
    for each in assumed_signs.effects():
        assert (each.because is not None) == (each.sign == ONE_SIGN), each.declared.address
