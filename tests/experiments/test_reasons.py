"""Each number says why it has its size in Dutch as well as in English."""

import re

import pytest

from experiments import reasons
from experiments.front import declared
from experiments.reasons import evidence
from model.declarations import assumed, published
from model.parameters import ADDRESSES
from model.places import PLACES, UnknownPlace, find

NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
GIVEN = {each.basis.reason for each in ADDRESSES.values() if each.basis.reason}
CITED = {key for each in ADDRESSES.values() for key in each.basis.evidence}


def in_dutch(number: str) -> str:
    """An English number as it is written in Dutch: 1,500 is 1.500 and 0.4 is 0,4."""
    return number.translate(str.maketrans(".,", ",."))


def test_every_reason_in_the_model_has_a_dutch_one_and_none_is_left_over():
    assert GIVEN - reasons.dutch().keys() == set()
    assert reasons.dutch().keys() - GIVEN == set()


def test_no_reason_stands_twice():
    texts = [
        (reasons.FOLDER / f"{file}.yaml").read_text(encoding="utf-8") for file in reasons.FILES
    ]
    keys = re.findall(r'^"(.+)":$', "\n".join(texts), flags=re.MULTILINE)
    assert len(keys) == len(set(keys)) == len(reasons.dutch())


@pytest.mark.parametrize(("english", "dutch"), reasons.dutch().items())
def test_the_dutch_reason_says_the_same_numbers_in_other_words(english: str, dutch: str):
    assert dutch.strip()
    assert dutch != english
    assert sorted(NUMBER.findall(dutch)) == sorted(map(in_dutch, NUMBER.findall(english)))
    assert not re.search(r"\b(the|and|with|who|found|seed|percent|euro)\b", dutch)


def test_every_source_that_a_number_names_has_a_dutch_name_and_none_is_left_over():
    named = {evidence.figures()[key]["source"] for key in CITED if key in evidence.figures()}
    assert named == evidence.dutch().keys()
    assert not [name for name in evidence.dutch().values() if re.search(r" (on|by us) ", name)]


def test_a_reason_is_told_with_its_sources_by_name():
    known = published("N17", "N16", reason=next(iter(GIVEN)))
    assert reasons.told(known, "nl").endswith(
        ". Bron: SCP, Voorzieningen in 3D, hoofdstuk 4 Stapeling en dynamiek, 2020 (N17, N16)"
    )
    assert ". Source: SCP, Voorzieningen in 3D, ch. 4 " in reasons.told(known, "en")
    assert reasons.sourced(("Slovic1993", "A02"), "nl").startswith("Bronnen: Slovic, P., 1993 (Slo")


def test_a_new_reason_is_shown_in_english_until_somebody_writes_the_dutch_one():
    assert reasons.told(assumed("a reason that is brand new"), "nl") == "a reason that is brand new"


def test_levers_and_the_price_list_give_their_reason_in_the_language_of_the_page():
    for each in (*declared.levers(), *declared.prices()):
        assert each.basis("nl") != each.basis("en")
        assert each.basis("en").startswith(each.declaration.basis.reason)


def test_places_speak_plain_english_and_names_stay_names():
    for place in PLACES.values():
        notes = (place.source, place.caveat, place.licence, place.coverage)
        notes += tuple(fact.basis for fact in place.facts.values())
        for note in notes:
            assert not re.search(r"\b(wijk|buurt)(en)?\b", note.en)
    assert PLACES["doorsnee"].label.en == "Average neighbourhood (made up)"
    with pytest.raises(UnknownPlace) as unknown:
        find("doorsne")
    assert "no neighbourhood called" in unknown.value.message.en
