"""Faults in the region of a scenario: file, line, what is allowed and what comes near."""

from pathlib import Path

import pytest

from scenarios import library
from scenarios.faults import Fault, Refused

HEAD = """title: {nl: Een regio, en: A region}
story: {nl: Twee gemeenten., en: Two municipalities.}
"""


def faults(tmp_path: Path, region: str) -> tuple[Fault, ...]:
    path = tmp_path / "mine.yaml"
    path.write_text(HEAD + region, encoding="utf-8")
    with pytest.raises(Refused) as refused:
        library.load(path)
    return refused.value.faults


def one(tmp_path: Path, region: str) -> Fault:
    found = faults(tmp_path, region)
    assert len(found) == 1, found
    return found[0]


def test_a_place_that_is_not_there(tmp_path: Path):
    fault = one(tmp_path, """region:
  - name: Hier
    neighbourhoods:
      - place: stadswjk
""")  # fmt: skip
    assert ":6" in fault.where
    assert fault.nearest == "stadswijk"


def test_a_heading_that_is_not_there(tmp_path: Path):
    fault = one(tmp_path, """region:
  - name: Hier
    neighborhoods: []
    neighbourhoods:
      - place: stadswijk
""")  # fmt: skip
    assert ":5" in fault.where
    assert fault.nearest == "neighbourhoods"
    fault = one(tmp_path, """region:
  - name: Hier
    neighbourhoods:
      - place: stadswijk
        resident: 9000
""")  # fmt: skip
    assert fault.nearest == "residents"


def test_all_faults_of_a_region_are_told_at_once(tmp_path: Path):
    found = faults(tmp_path, """region:
  - name: Hier
    builds_on: [facilitator_polici]
    set: {region.principles: 0.5, getting_in.team_gate: 4}
    neighbourhoods:
      - place: stadswijk
        residents: 20
  - name: Hier
    neighbourhoods: []
""")  # fmt: skip
    told = "\n".join(str(fault) for fault in found)
    for words in ("facilitator_polici", "whole region", "team_gate", "500 to 200000",
                  "two called Hier", "no neighbourhood"):  # fmt: skip
        assert words in told, words
    assert all("mine.yaml:" in fault.where for fault in found)


def test_residents_are_a_whole_number(tmp_path: Path):
    fault = one(tmp_path, """region:
  - name: Hier
    neighbourhoods:
      - place: stadswijk
        residents: veel
""")  # fmt: skip
    assert "residents" in fault.where
    assert fault.value == "veel"


def test_two_parts_with_a_region_are_refused(tmp_path: Path):
    found = faults(tmp_path, "builds_on: [wijzer_places, eemland_together]\n")
    assert sum("there is a region already" in str(fault) for fault in found) == 1
    # both also keep figures: numbers that two parts set are told beside it
