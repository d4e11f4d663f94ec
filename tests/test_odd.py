"""The description of the model against the model."""

import re
from pathlib import Path

import pytest

from experiments.calibration import ensemble
from experiments.pages import declared_rules
from model.agents.seats import SEATS
from model.declarations import Rule
from model.parameters import ADDRESSES
from model.phases import minds
from model.processes.organisations import learning
from model.processes.residents import getting_in

MODEL = Path(__file__).parent.parent / "model"
ODD = (MODEL / "ODD.md").read_text(encoding="utf-8")
HEADINGS = dict(re.findall(r"^### (M\d+ .+?) — (model/processes/\S+\.py)$", ODD, re.MULTILINE))


def section(title: str) -> str:
    """The text under a heading, on one line and in small letters."""
    text = ODD.split(f"{title}\n", 1)[1]
    return " ".join(re.split(r"^#", text, flags=re.MULTILINE)[0].split()).lower()


def chapter(number: int) -> str:
    """The text of one numbered section, with its headings."""
    return ODD.split(f"\n## {number} ")[1].split("\n## ")[0]


def on_one_line(text: str) -> str:
    return " ".join(text.split())


def test_the_phases_of_the_week_are_those_of_the_description():
    week = (MODEL / "week.py").read_text(encoding="utf-8")
    told = ODD.split("## 3 ")[1].split("## 4 ")[0]
    assert re.findall(r"^\d+\. .+$", told, re.MULTILINE) == re.findall(
        r"^ +# (\d+\. .+)$", week, re.MULTILINE
    )


def test_every_mechanism_file_has_its_heading():
    files = {p.relative_to(MODEL.parent).as_posix() for p in (MODEL / "processes").glob("*/*.py")}
    files = {name for name in files if not name.endswith("__init__.py")}
    assert set(HEADINGS.values()) == files


def test_every_mechanism_stands_among_the_submodels():
    told = re.findall(r"^### M\d+ ", ODD, re.MULTILINE)
    assert len(re.findall(r"^### M\d+ ", chapter(7), re.MULTILINE)) == len(told) == len(HEADINGS)


def left_out() -> list[str]:
    """What section 8 says is left out, each on one line."""
    return [on_one_line(each) for each in re.split(r"^- ", chapter(8), flags=re.MULTILINE)[1:]]


@pytest.mark.parametrize("said", left_out(), ids=lambda said: " ".join(said.split()[:4]))
def test_what_is_left_out_is_no_mechanism(said: str):
    """By the names of rules, files and groups of numbers; one that is spoken of has its number."""
    named = {heading.split(maxsplit=1)[1].lower(): heading.split()[0] for heading in HEADINGS}
    named |= {Path(where).stem.replace("_", " "): h.split()[0] for h, where in HEADINGS.items()}
    subject = re.split(r"[:.;]", said)[0].lower()
    for part in re.split(r", | and | or ", subject):
        assert part not in named or f"({named[part]})" in said
    if re.search(r"\bgoals?\b|residents? wants?\b", said):
        assert "(M7)" in said, "whose goal it is is a mechanism"


def test_what_stands_among_the_objections_is_not_a_mechanism_either():
    assert not re.findall(r"^###", chapter(9), re.MULTILINE)


def test_the_numbers_that_no_register_has_are_those_in_the_rules():
    said = on_one_line(chapter(9).split("some are not declared.**")[1].split("\n16. ")[0])
    assert getting_in.MOST_FOUND == 0.5
    assert f"nearer than {minds.ALIKE} " in said
    assert f"a camp is {minds.A_CAMP} of" in said
    assert learning.ASKED_ABOUT == 10
    for name in ("MOST_FOUND", "ALIKE", "A_CAMP", "ASKED_ABOUT", "1.5"):
        assert name in said
    loneliness = (MODEL / "processes" / "residents" / "loneliness.py").read_text(encoding="utf-8")
    assert "(1.5 - trust)" in loneliness


def test_the_accepted_sets_vary_as_many_numbers_as_the_objection_says():
    header = ensemble.SHIPPED.read_text(encoding="utf-8").splitlines()[0].split(",")
    varied = [name for name in header if name in ADDRESSES]
    assert f"move {len(varied)} numbers" in on_one_line(chapter(9))
    assert not any(name.startswith(("region.", "trust.", "pockets.")) for name in varied)


def test_who_decides_is_told_of_every_kind_that_has_a_seat_and_with_rules_that_exist():
    told = ODD.split("### Human decisions (ODD+D)")[1].split("\n## ")[0]
    rows = [row.split("|")[1:-1] for row in told.splitlines() if row.startswith("| ")][1:]
    files = {Path(where).stem for where in HEADINGS.values()}
    named = {rule.strip() for row in rows for rule in row[3].split(",")} - {"–"}
    assert named <= files
    kinds = " ".join(row[0] for row in rows)
    assert {"facilitator", "board", "alderman"} <= set(SEATS)
    for kind in ("resident", "professional", "organisation", "facilitator", "board", "alderman"):
        assert kind in kinds


@pytest.mark.parametrize("rule", declared_rules(), ids=lambda rule: rule.module.split(".")[-1])
def test_a_heading_says_what_its_rule_says(rule: Rule):
    file = rule.module.replace(".", "/") + ".py"
    heading = next(name for name, where in HEADINGS.items() if where == file)
    assert heading.split()[0] == rule.mechanism
    assert rule.without.lower() in section(f"### {heading} — {file}")


@pytest.mark.parametrize("text", ["ODD.md", "GLOSSARY.md"])
def test_files_that_are_named_exist(text: str):
    words = re.findall(r"`([a-z]+/[\w/.]*)`", (MODEL / text).read_text(encoding="utf-8"))
    roots = (MODEL.parent, MODEL)
    missing = {
        word
        for word in words
        if not any((root / word).exists() or list(root.glob(f"{word}*")) for root in roots)
    }
    assert not missing
