"""The audits: whether a conclusion was built into the model."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

from experiments.command_line import output
from scenarios.faults import Fault, Refused, near

PASSED, FAILED = 0, 1


def audit(name: str | None, json: bool) -> int:
    """Run one audit or all; 1 when one that can fail has failed, else 0."""
    audits = known()
    if name is not None and name not in audits:
        problem, allowed = "there is no such audit", ", ".join(audits)
        raise Refused([Fault("audit", name, allowed, near(name, audits), problem)])
    reports: dict[str, Any] = {}
    for each in [name] if name else list(audits):
        print(f"audit {each} …", file=sys.stderr)
        reports[each] = audits[each]()
        if not json:
            _show(each, reports[each])
    passed = not any(report.passed is False for report in reports.values())
    if json:
        told = {each: report.as_json() for each, report in reports.items()}
        output.as_json({"passed": passed, "audits": told})
    return PASSED if passed else FAILED


def known() -> dict[str, Callable[[], Any]]:
    """The audits there are, by name."""
    from experiments.audits import AUDITS  # here: it loads more than other commands need

    return dict(AUDITS)


def _show(name: str, report: Any) -> None:
    words = {True: "passed", False: "NOT passed", None: "for information"}
    print(f"{name}: {words[report.passed]}")
    for line in report.lines:
        print(f"  {line}")
