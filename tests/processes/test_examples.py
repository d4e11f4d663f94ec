"""The worked examples that stand in the rules themselves."""

import doctest
import importlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from numba.core.registry import CPUDispatcher

MODEL = Path(__file__).parents[2] / "model"
FILES = [*sorted((MODEL / "processes").rglob("[a-z]*.py")), MODEL / "hazards.py"]


def examples() -> Iterator[doctest.DocTest]:
    """Every docstring with an example in it, compiled functions included."""
    for path in FILES:
        name = ".".join(path.relative_to(MODEL.parent).with_suffix("").parts)
        module = importlib.import_module(name)
        for key, found in vars(module).items():
            rule = getattr(found, "py_func", found) if isinstance(found, CPUDispatcher) else found
            if getattr(rule, "__module__", None) == name and ">>>" in (rule.__doc__ or ""):
                place = f"{path.stem}.{key}"
                parser = doctest.DocTestParser()
                yield parser.get_doctest(rule.__doc__, dict(vars(module)), place, str(path), 0)


@pytest.mark.parametrize("example", list(examples()), ids=lambda example: example.name)
def test_the_example_in_a_rule_says_what_the_rule_does(example: doctest.DocTest):
    told: list[str] = []
    failed, tried = doctest.DocTestRunner(verbose=False).run(example, out=told.append)
    assert tried
    assert not failed, "".join(told)


def test_every_rule_with_a_number_for_an_answer_has_an_example_or_a_worked_test():
    """Each mechanism file is mirrored by a file of tests with the same name."""
    mirror = {path.stem for path in Path(__file__).parent.rglob("test_*.py")}
    rules = {f"test_{path.stem}" for path in FILES[:-1] if path.stem != "__init__"}
    assert not rules - mirror, f"nobody tests: {rules - mirror}"
