"""Sets of domains as bits: what a plain set of Python says."""

from types import SimpleNamespace

import numpy as np
from hypothesis import given
from hypothesis import strategies as some

from model.state import bits
from model.state.axes import DOMAIN_COUNT
from model.state.tables import ASKED, HELPING, NOT_ASKED

stages = some.lists(
    some.sampled_from((NOT_ASKED, ASKED, HELPING)), min_size=DOMAIN_COUNT, max_size=DOMAIN_COUNT
)


def members(of: int) -> list[int]:
    """The set gone through as rules do."""
    found = []
    while of:
        domain, of = int(bits.LOWEST[of]), of & (of - 1)
        found.append(domain)
    return found


@given(stages)
def test_who_helps_and_who_was_asked_are_found_in_the_order_of_domains(stage: list[int]):
    case = SimpleNamespace(stage=np.array(stage))
    helped = [domain for domain in range(DOMAIN_COUNT) if stage[domain] == HELPING]
    asked = [domain for domain in range(DOMAIN_COUNT) if stage[domain] != NOT_ASKED]
    assert members(bits.helped.py_func(case)) == helped
    assert members(bits.asked.py_func(case)) == asked


@given(some.sets(some.integers(0, DOMAIN_COUNT - 1)))
def test_size_and_several_are_those_of_the_set(domains: set[int]):
    number = sum(1 << domain for domain in domains)
    assert bits.size.py_func(number) == len(domains)
    assert bits.several.py_func(number) == (len(domains) > 1)
