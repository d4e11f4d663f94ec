"""Who hears in time what they must know (M28)."""

import pytest
from hypothesis import given

from model.processes.organisations import informing
from tests.generators import amounts, inside, neutral_of, numbers, plain, shares

read, reading = plain(informing.read), plain(informing.reading_hours)
told, explained = plain(informing.told), plain(informing.explained)
softened, messages = plain(informing.softened), plain(informing.messages)
P = numbers(
    everything=0.8, reads=0.5, reading=0.01, each=0.05, residents=0.5, forgiven=0.5, a_message=0.2
)


def test_what_is_sent_to_all_is_read_among_few_and_drowns_among_many():
    assert read(40.0, P) == 0.8
    assert read(160.0, P) == pytest.approx(0.8 * 0.5 / 1.28)
    assert reading(40.0, P) == pytest.approx(0.32)
    assert reading(160.0, P) == 0.5


@given(posts=amounts(500.0, 1.0), more=amounts(100.0))
def test_more_posts_never_read_a_larger_share_or_less_in_all(posts, more):
    assert read(posts + more, P) <= read(posts, P) + 1e-12
    assert reading(posts, P) <= reading(posts + more, P) <= P.reads


@given(hours=amounts(40.0), knows=shares)
def test_telling_on_purpose_reaches_as_far_as_hours_and_ties_do(hours, knows):
    assert told(hours, 100.0, knows, P) <= knows
    assert told(0.0, 100.0, knows, P) == told(hours, 100.0, 0.0, P) == 0.0
    assert told(2.5, 100.0, 1.0, P) == 0.5


@given(usually=inside, informed=shares)
def test_who_is_informed_never_blames_more(usually, informed):
    assert usually - 1e-12 <= explained(usually, informed) <= 1.0


@given(before=inside)
def test_who_hears_where_they_stand_loses_less_trust_but_some(before):
    after = 0.8 * before
    assert after < softened(before, after, P) < before
    assert messages(100.0, P) == pytest.approx(0.5 * 0.2 * 100 / 4)


@given(posts=amounts(500.0, 1.0), before=shares, usually=shares)
def test_switched_off_nobody_is_told_anything_and_it_costs_nothing(posts, before, usually):
    off = neutral_of(
        informing.InformingParameters,
        *("everything", "on_purpose", "residents"),
        **{"reads": 0.5, "reading": 0.01, "each": 0.05, "forgiven": 0.5, "a_message": 0.2},
    )
    assert read(posts, off) == reading(posts, off) == messages(100.0, off) == 0.0
    assert told(off.on_purpose * 20.0, posts, 1.0, off) == 0.0
    assert explained(usually, 0.0) == usually
    assert softened(before, 0.5 * before, off) == 0.5 * before
