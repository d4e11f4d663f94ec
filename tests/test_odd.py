"""The description of the model against the model."""

import re
from pathlib import Path

import pytest

from experiments.pages import declared_rules
from model.declarations import Rule

MODEL = Path(__file__).parent.parent / "model"
ODD = (MODEL / "ODD.md").read_text(encoding="utf-8")
HEADINGS = dict(re.findall(r"^### (M\d+ .+?) — (model/processes/\S+\.py)$", ODD, re.MULTILINE))


def section(title: str) -> str:
    """The text under a heading, on one line and in small letters."""
    text = ODD.split(f"{title}\n", 1)[1]
    return " ".join(re.split(r"^#", text, flags=re.MULTILINE)[0].split()).lower()


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
