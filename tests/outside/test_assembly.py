"""A6: one large community comes at once with enough incumbents, later where partners repeat."""

from experiments.validation.outside.assembly import connected


def test_more_incumbents_join_people_into_one_community_and_usual_partners_postpone_it():
    few, more = connected(0.3, 0.5)[0], connected(0.5, 0.5)[0]
    repeated = connected(0.5, 0.9)[0]
    assert few < 0.4 < 0.85 < more
    assert repeated < 0.5
