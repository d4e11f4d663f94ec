"""Every claim of the practice documents stands somewhere, or says what it still needs."""

import re
from collections import Counter

from experiments.claims import claims, places, there_by_now, unserved

LINES = {
    0: "3 3 5 25 27 27 27 27 29 31 31 31 37 37 37 39 39 41 41 41 41 41 45 46 47 48 52 54",
    1: "17 18 19 20 28 36 37 42 57 58 59 60 61 62 63 67 68 69 70 71 72 74",
    2: "5 5 5 9 9 9 13 13 17 21 21 22 26 30 30 36 38 40 46 46 46 50",
    3: "3 5 5 9 10 11 12 13 14 15 16 17 18 22 22 22 26 30 34",
    4: "15 28 32 32 32 32 34 34 34 34 34 38 38 39 39 39 43 43 43 45 45 45 45 67 70",
}
"""The line at which each claim of each document begins."""


def test_every_claim_of_the_five_documents_is_there():
    wanted = Counter(f"{seed}:{line}" for seed, lines in LINES.items() for line in lines.split())
    found = Counter(re.sub(r"[a-e]$", "", claim.id) for claim in claims())
    assert found == wanted
    assert not [key for key, n in Counter(claim.id for claim in claims()).items() if n > 1]


def test_every_place_that_a_claim_names_is_there():
    astray = [(claim.id, word) for claim in claims() for word in claim.where
              if word not in places()]  # fmt: skip
    assert not astray


def test_a_claim_that_exists_has_a_place_for_each_of_its_kinds():
    lacking = {claim.id: unserved(claim) for claim in claims() if claim.status == "exists"}
    assert not {key: kinds for key, kinds in lacking.items() if kinds}


def test_no_claim_waits_for_what_is_there_by_now():
    """Then it can say where; move the word from needs to where."""
    assert not {claim.id: there_by_now(claim) for claim in claims() if there_by_now(claim)}


def test_claims_are_told_in_both_languages_without_a_full_stop():
    for claim in claims():
        assert claim.nl != claim.en
        assert not any(words.endswith(".") for words in (claim.nl, claim.en)), claim.id
