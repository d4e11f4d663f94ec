"""All audits, one after another, and what they found in docs/reports/audits.md.

``python -m experiments.audits.report_all`` takes minutes. What is looked for stands in
docs/audits.md, which was written before there were results.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from experiments.audits import AUDITS
from experiments.audits.report import Report
from experiments.version import CHECKOUT, NOTE, version
from model.compiling import FINGERPRINT

REPORT = CHECKOUT / "docs" / "reports" / "audits.md"
SAID = {True: "passed", False: "NOT passed", None: "for information"}


def text(reports: Sequence[Report]) -> str:
    """The report as a page in Markdown."""
    parts = [
        "# What the audits found",
        "*Made by `python -m experiments.audits.report_all`; do not edit it here.*",
        f"Version {version()}, a {NOTE.en}; fingerprint of the model on this kind of machine "
        f"{FINGERPRINT}. What each audit looks for: `docs/audits.md`.",
    ]
    for report in reports:
        lines = "\n".join(f"- {line}" for line in report.lines)
        parts += [f"## {report.name}: {SAID[report.passed]}", lines]
    return "\n\n".join(parts) + "\n"


def main(
    arguments: Sequence[str] | None = None,
    audits: Mapping[str, Callable[[], Report]] = AUDITS,
    report: Path = REPORT,
) -> int:
    """Run all audits and write the report; 1 when one that can fail has failed."""
    words = argparse.ArgumentParser(
        prog="python -m experiments.audits.report_all", description=__doc__
    )
    words.parse_args(arguments)
    found = []
    for name, audit in audits.items():
        print(f"audit {name} …", file=sys.stderr)
        found.append(audit())
        # after each, so that a run that is cut off keeps what it has
        report.parent.mkdir(parents=True, exist_ok=True)
        report.write_text(text(found), encoding="utf-8")
    print(report.name)
    return 1 if any(each.passed is False for each in found) else 0


if __name__ == "__main__":
    sys.exit(main())
