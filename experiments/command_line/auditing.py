"""The audits: whether a conclusion was built into the model."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any

from experiments.command_line import output
from scenarios.faults import Fault, Refused, near

PASSED, FAILED = 0, 1


def audit(name: str | None, json: bool) -> int:
    """Run one audit or all; 0 when all that ran have passed, else 1."""
    audits = known()
    if name is not None and name not in audits:
        problem, allowed = "there is no such audit", ", ".join(audits) or "none yet"
        raise Refused([Fault("audit", name, allowed, near(name, audits), problem)])
    if not audits:
        raise RuntimeError("the audits of this version are missing")
    reports: dict[str, Any] = {}
    for each in [name] if name else list(audits):
        print(f"audit {each} …", file=sys.stderr)
        reports[each] = audits[each]()
        if not json:
            _show(each, reports[each])
    passed = all(report.passed for report in reports.values())
    if json:
        told = {each: report.as_json() for each, report in reports.items()}
        output.as_json({"passed": passed, "audits": told})
    return PASSED if passed else FAILED


def known() -> dict[str, Callable[[], Any]]:
    """The audits there are, by name."""
    try:
        return dict(import_module("experiments.audits").AUDITS)
    except ModuleNotFoundError as missing:
        if missing.name != "experiments.audits":
            raise
        return {}


def _show(name: str, report: Any) -> None:
    print(f"{name}: {'passed' if report.passed else 'NOT passed'}")
    for line in report.lines:
        print(f"  {line}")
