r"""Settling (nieuwe regels in contracten): ODD 7.1, mechanism M11.

A rule on who pays and who keeps what is spared is part of a contract. A running contract binds:
when the rule changes, a provider comes under it when its contract is renewed, each in its own week.
Whoever has no contract to win, the team of the municipality, comes under it with the next budget.

.. math:: x_o = x + \beta\,(x_{o,0} - x)

======  ============  ==================================================================
symbol  here          meaning
======  ============  ==================================================================
x       ``rule``      the share that policy wants now
x_o,0   ``settled``   the share that policy wanted when the contract was signed
β       ``p.binds``   how far a running contract binds; 0: everybody changes at once
======  ============  ==================================================================

Dates and length of contracts are those of tendering; this adds none of its own. What boards agree
among each other and what a facilitator may spend stand in no provider's contract, and wait for
none.
"""

from __future__ import annotations

from dataclasses import dataclass

from model.clock import YEAR
from model.compiling import compiled
from model.declarations import ParameterSet, Unit, assumed, rule, uncertainty


@compiled
@rule(
    "M11",
    nl="Lopend contract: nieuwe regels over geld gelden pas bij een nieuw contract",
    en="Running contract: new rules on money hold from the next contract on",
    seeds=("0:27", "3:15"),
    without="A new rule on a shared pot or on savings holds for everybody in the week it comes.",
)
def in_force(rule: float, settled: float, p: SettlingParameters) -> float:
    """The share that holds for an organisation, by policy now and by its running contract.

    >>> class p: binds = 0.5
    >>> in_force.py_func(0.5, 0.0, p)
    0.25
    """
    return rule + p.binds * (settled - rule)


@compiled
def is_signed(tendered: bool, contract_end: int, week: int) -> bool:
    """Whether what policy wants this week comes to be settled: a new contract, or a new budget.

    >>> is_signed.py_func(True, 10, 10), is_signed.py_func(True, 11, 10)
    (True, False)
    >>> is_signed.py_func(False, 11, 52), is_signed.py_func(False, 11, 53)
    (True, False)
    """
    return contract_end <= week if tendered else week % YEAR == 0


@dataclass(frozen=True, kw_only=True)
class SettlingParameters(ParameterSet):
    """The numbers in this rule."""

    binds: float = uncertainty(
        0.8,
        Unit.SHARE,
        between=(0.0, 1.0),
        neutral=0.0,
        basis=assumed("a contract is kept to; parties may open it, and now and then they do"),
        nl="Contract bindt: deel van een nieuwe regel dat wacht op een nieuw contract",
        en="Contract binds: share of a new rule that waits for a new contract",
    )
