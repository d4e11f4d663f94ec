"""Where levers and outcomes stand, and that the page types no quantity anywhere else."""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path

import ui
from experiments.front.desk import Desk
from model.declarations import Unit
from model.outcomes import OUTCOMES
from model.parameters import ADDRESSES
from ui import families

PAGE = Path(ui.__file__).parent
DESK = Desk()
MAY_NAME = {"families.py"}


def test_every_lever_stands_in_one_place():
    levers = DESK.levers()
    folded = families.folded(levers)
    shown = [each.address for each in families.first_levers(levers)]
    shown += [each.address for members in folded.values() for each in members]
    assert Counter(shown) == Counter(each.address for each in levers)
    assert len(families.first_levers(levers)) == 8


def test_the_open_levers_are_the_bold_ones_of_the_design():
    shown = {lever.address for lever in families.first_levers(DESK.levers())}
    assert "meeting.open_meetings" in shown
    assert not shown & {"spending.end", "mandate.mandate", "getting_in.outreach"}


def test_what_stands_first_exists():
    assert set(families.FIRST_LEVERS) <= set(ADDRESSES)
    assert set(families.FIRST_OUTCOMES) | set(families.EFFORT) <= set(OUTCOMES)


def strings(path: Path) -> set[str]:
    """Each text in the code that is no docstring and no name that a module gives away."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    told = {ast.get_docstring(node, clean=False) for node in ast.walk(tree)
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)}  # fmt: skip
    exported = [n for n in tree.body if isinstance(n, ast.Assign)
                and getattr(n.targets[0], "id", "") == "__all__"]  # fmt: skip
    named = {id(n) for each in exported for n in ast.walk(each)}
    found = {n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and id(n) not in named}
    return {text for text in found if isinstance(text, str)} - told


def test_no_quantity_is_typed_in_the_page():
    names = {d.name(one) for d in (*ADDRESSES.values(), *OUTCOMES.values()) for one in ("nl", "en")}
    units = {unit.label(one) for unit in Unit for one in ("nl", "en")} - {"weken", "weeks", "years"}
    forbidden = names | (units - {"count"}) | set(ADDRESSES) | {k for k in OUTCOMES if "_" in k}
    found = []
    for path in PAGE.rglob("*"):
        if path.name in MAY_NAME or path.suffix not in (".py", ".vue"):
            continue
        text = path.read_text(encoding="utf-8")
        typed = (
            strings(path) if path.suffix == ".py" else set(re.findall(r"[\"'`>]([^\"'`<>]+)", text))
        )
        typed -= {"%"} if "width:" in text or ":.0f}%" in text else set()  # of a box, not of people
        found += [f"{path.name}: {each}" for each in typed & forbidden]
    assert not found


def test_no_sentence_of_the_page_is_the_name_of_a_number():
    from ui import words

    for language in words.LANGUAGES:
        names = {d.name(language) for d in (*ADDRESSES.values(), *OUTCOMES.values())}
        assert not names & set(words.sentences(language).values())
