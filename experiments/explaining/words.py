"""The words of a mechanism, found with its numbers: the rule that stands in the same file."""

from __future__ import annotations

from functools import cache

from experiments.pages import declared_rules
from model.declarations import Named
from model.parameters import Parameters


@cache
def rule_of(mechanism: str) -> Named:
    """The rule whose numbers these are; the bare key where a file has numbers and no rule."""
    file = type(getattr(Parameters(), mechanism)).__module__
    for rule in declared_rules():
        if rule.module == file:
            return rule
    return Named(nl=f"{mechanism}: {mechanism}", en=f"{mechanism}: {mechanism}")
