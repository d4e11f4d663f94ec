"""The model against its own description: what is declared, what it rests on, what it is called."""

import ast
import csv
import importlib
import math
import re
from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
import yaml
from numba.core.registry import CPUDispatcher

from model.agents import seats
from model.declarations import RULE_MARK, Named, Parameter, Rule, Status, Unit
from model.outcomes import OUTCOMES
from model.parameters import ADDRESSES, MECHANISMS, Parameters, without
from model.state import axes, events

MODEL = Path(__file__).parent.parent / "model"
PROCESSES = sorted(p for p in (MODEL / "processes").rglob("*.py") if p.stem != "__init__")
TEXTS = {path: path.read_text(encoding="utf-8") for path in sorted(MODEL.rglob("*.py"))}

EVIDENCE_ID = r"\b[ACDELNRT][0-9]{2}\b"
CONCLUSIONS = (
    r"\b(?:best|beste|optimal|optimaal|proves?|bewijst|improves|success|superior|clearly)\b"
)


def module_of(path: Path):
    return importlib.import_module(".".join(path.relative_to(MODEL.parent).with_suffix("").parts))


def rules_in(path: Path) -> list[Rule]:
    found = [v.py_func for v in vars(module_of(path)).values() if isinstance(v, CPUDispatcher)]
    marks = (getattr(f, RULE_MARK, None) for f in found if f.__module__ == module_of(path).__name__)
    return [mark for mark in marks if mark is not None]


def evidence() -> dict[str, dict[str, str]]:
    with (MODEL / "evidence.csv").open(encoding="utf-8", newline="") as file:
        return {row["id"]: row for row in csv.DictReader(file)}


def sources() -> dict[str, dict[str, str]]:
    return yaml.safe_load((MODEL / "sources.yaml").read_text(encoding="utf-8"))


RULES = {f"{p.stem}.{r.function}": r for p in PROCESSES for r in rules_in(p)}
LISTS = (
    axes.DOMAINS, axes.LAWS, axes.BUDGETS, axes.ORGANISATIONS, axes.HOUSEHOLD_TYPES,
    axes.TERCILES, axes.PAYERS,
)  # fmt: skip
NAMED: dict[str, Named] = {**ADDRESSES, **OUTCOMES, **RULES}
NAMED |= {f"axes.{key}": words for each in LISTS for key, words in each.items()}
NAMED |= {f"events.{key}": words for key, words in events.KINDS.items()}
NAMED |= {f"reasons.{key}": words for key, words in events.REASONS.items()}
NAMED |= {f"choices.{key}": words for key, words in seats.CHOICES.items()}


@pytest.mark.parametrize("key", NAMED)
def test_everything_declared_says_what_it_is_in_both_languages(key: str):
    for language in ("nl", "en"):
        words = getattr(NAMED[key], language)
        name, meaning = NAMED[key].name(language), NAMED[key].meaning(language)
        assert ":" in words, f"no name: {words!r}"
        assert 3 <= len(name) <= 50, f"a name of 3 to 50 characters: {name!r}"
        assert len(meaning) >= 3, f"no meaning: {words!r}"
        assert not words.endswith("."), words
        assert words == words.strip(), words


def known_faults(keys: Iterable[str], faults: dict[str, str]) -> list[Any]:
    """Each key, those with a known fault marked: once it is mended the mark must go."""
    return [
        pytest.param(k, marks=pytest.mark.xfail(strict=True, reason=faults[k]))
        if k in faults
        else k
        for k in keys
    ]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_two_numbers_and_no_two_outcomes_have_the_same_name(language: str):
    twins = {"second_facilitator"}  # has the same numbers as the first, on purpose
    for kind in (ADDRESSES, OUTCOMES):
        names = [v.name(language) for key, v in kind.items() if key.split(".")[0] not in twins]
        double = sorted({name for name in names if names.count(name) > 1})
        assert not double


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_number_has_a_reason_and_stands_in_its_range(address: str):
    declared = ADDRESSES[address]
    low, high = declared.between
    assert low < high
    assert low <= declared.default <= high
    assert math.isnan(declared.neutral) or declared.allowed(declared.neutral)
    assert declared.basis.evidence or len(declared.basis.reason) >= 12
    for value, nl, en in declared.choices:
        assert declared.allowed(value)
        assert nl
        assert en


def test_every_row_of_evidence_and_literature_that_the_model_cites_exists():
    known = evidence().keys() | sources().keys()
    cited = set(chain.from_iterable(p.basis.evidence for p in ADDRESSES.values()))
    for text in (TEXTS[path] for path in PROCESSES):
        cited |= set(re.findall(EVIDENCE_ID, text)) | set(re.findall(r"\[(\w+\d{4})\]", text))
    cited |= set(chain.from_iterable(re.findall(r"\[(\w+)\]_", text) for text in TEXTS.values()))
    fitted = (MODEL.parent / "experiments" / "fitting.py").read_text(encoding="utf-8")
    cited |= set(re.findall(EVIDENCE_ID, fitted))
    assert not cited - known, f"neither in evidence.csv nor in sources.yaml: {cited - known}"
    assert not known - cited, f"nobody cites: {known - cited}"


def test_every_row_of_evidence_says_what_it_is_and_how_sure_it_is():
    for key, row in evidence().items():
        assert row["status"] in ("seen", "derived", "recalled"), key
        assert row["quantity"], key
        assert row["unit"], key
        assert row["source"], key
        bounds = [float(row[name]) for name in ("low", "high") if row[name]]
        assert bounds == sorted(bounds), key
        float(row["value"])


def test_all_literature_is_marked_as_seen_or_recalled():
    for key, source in sources().items():
        assert source["status"] in ("seen", "recalled"), key
        assert (source["read"] == "nothing") == (source["status"] == "recalled"), key
        assert key[-4:] in source["citation"], f"{key}: the year is not in the citation"


def in_units_of(parameter: Parameter, row: dict[str, str], value: str) -> float | None:
    """A figure of evidence in the unit of a parameter; None where they cannot be compared."""
    figure, unit = float(value or row["value"]), row["unit"]
    if unit in ("%", "% a year") and parameter.unit in (Unit.SHARE, Unit.PER_YEAR):
        return figure / 100
    if unit == "% of terms" and parameter.unit is Unit.PER_WEEK:
        return -math.log1p(-figure / 100) / 208
    return None


TOO_FAR: dict[str, str] = {}
"""Measured numbers whose size lies outside of what was measured, and why."""


MEASURED = [a for a, declared in ADDRESSES.items() if declared.basis.status is Status.MEASURED]


@pytest.mark.parametrize("address", known_faults(MEASURED, TOO_FAR))
def test_a_measured_number_lies_where_it_was_measured(address: str):
    """Within the range of a row it cites, give or take a twentieth for rounding."""
    declared, rows = ADDRESSES[address], evidence()
    ranges = [
        (in_units_of(declared, rows[key], rows[key]["low"]),
         in_units_of(declared, rows[key], rows[key]["high"]))
        for key in declared.basis.evidence
    ]  # fmt: skip
    known = [(low, high) for low, high in ranges if low is not None and high is not None]
    assert known, "measured, but in no unit that can be compared"
    assert any(0.95 * low <= declared.default <= 1.05 * high for low, high in known), known


FILES = {path.stem: path for path in PROCESSES}
SYMBOL_NOT_THERE = {
    "pockets": "trust is a symbol of the docstring and no number of the rule",
}
NEVER_CALLED: dict[str, str] = {}


@pytest.mark.parametrize("stem", known_faults(FILES, SYMBOL_NOT_THERE))
def test_a_mechanism_file_tells_its_rule_in_words_equation_and_symbols(stem: str):
    path = FILES[stem]
    words = module_of(path).__doc__
    rules = rules_in(path)
    if not rules:
        assert path.stem in ("staffing", "knowing"), "a file without a rule"
        return
    assert ".. math::" in words
    assert "ODD" in words.splitlines()[0]
    for rule in rules:
        assert re.search(rf"\b{rule.mechanism}\b", words), f"{rule.mechanism} not in the docstring"
        assert rule.without.endswith(".")
    identifiers = set(re.findall(r"[a-z_]+", TEXTS[path].split('"""', 2)[2]))
    for symbol in re.findall(r"^\S.*?``(.+?)``", words, re.MULTILINE):
        names = set(re.findall(r"[a-z_]+", symbol.replace("p.", "").replace("etc.", "")))
        assert not names - identifiers, f"{symbol} is told and not there"


def called_in_the_week() -> set[tuple[str, str]]:
    """(module, function) of every call in the phases, the week and the first day."""
    where = [*(MODEL / "phases").rglob("*.py"), MODEL / "week.py", *PROCESSES]
    calls = set()
    for path in where:
        for node in ast.walk(ast.parse(TEXTS[path])):
            if isinstance(node, ast.Call):
                f = node.func
                if isinstance(f, ast.Attribute) and isinstance(f.value, ast.Name):
                    calls.add((f.value.id, f.attr))
                elif isinstance(f, ast.Name) and path in PROCESSES:
                    calls.add((path.stem, f.id))
            elif isinstance(node, ast.ImportFrom) and node.module and path not in PROCESSES:
                # a phase that takes rules by name calls them, or ruff finds the name unused
                calls |= {(node.module.split(".")[-1], name.name) for name in node.names}
    return calls


@pytest.mark.parametrize("stem", known_faults(FILES, NEVER_CALLED))
def test_every_rule_is_called_in_the_week(stem: str):
    path = FILES[stem]
    calls = called_in_the_week()
    functions = {
        name for name, value in vars(module_of(path)).items()
        if isinstance(value, CPUDispatcher) and value.__module__ == module_of(path).__name__
    }  # fmt: skip
    idle = {name for name in functions if (path.stem, name) not in calls}
    assert not idle, f"written and never called: {idle}"


def docstrings(path: Path) -> str:
    kinds = (ast.Module, ast.FunctionDef, ast.ClassDef)
    nodes = (n for n in ast.walk(ast.parse(TEXTS[path])) if isinstance(n, kinds))
    return "\n".join(ast.get_docstring(node) or "" for node in nodes)


@pytest.mark.parametrize("path", PROCESSES, ids=lambda path: path.stem)
def test_no_rule_states_a_conclusion(path: Path):
    """What works is for tests and users to find, never for a rule to say."""
    said = docstrings(path)
    for declared in NAMED.values():
        if isinstance(declared, Rule) and declared.module == module_of(path).__name__:
            said += f"\n{declared.nl}\n{declared.en}"
    assert not re.findall(CONCLUSIONS, said, re.IGNORECASE)


def test_every_mechanism_that_can_be_switched_off_is_accepted_when_it_is():
    for mechanism, addresses in MECHANISMS.items():
        if addresses:
            off = Parameters.of(without([mechanism]))
            assert all(off.at(a) == ADDRESSES[a].neutral for a in addresses)


def test_the_compiled_record_holds_every_number_where_its_address_says():
    values = {a: d.at(0.37) for a, d in ADDRESSES.items()}
    record = Parameters.of(values).record()
    for address, value in values.items():
        group, name = address.split(".")
        assert record[group][name][0] == value, address
    assert record["spending"]["price"][0][axes.BOARD] == values["spending.price_team"]
    assert record["needs"]["onset"][0][axes.PARENTING] == values["needs.onset_parenting_and_youth"]


@pytest.mark.parametrize("key", OUTCOMES)
def test_every_outcome_says_which_way_is_better_and_which_difference_matters(key: str):
    outcome = OUTCOMES[key]
    assert outcome.key == key
    assert outcome.better in ("higher", "lower", "neither")
    assert outcome.margin > 0
    assert outcome.between[0] < outcome.between[1]
