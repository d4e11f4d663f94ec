"""All audits, one after another, and what they found in docs/reports/audits.md.

``python -m experiments.audits.report_all`` takes minutes; with names after it only those are run
and the others keep what they had (``samenspel audit --dry-run`` says how long each takes). What is
looked for stands in docs/audits.md, which was written before there were results.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from experiments.audits import AUDITS
from experiments.audits.report import Report
from experiments.version import CHECKOUT, NOTE, version
from model.compiling import FINGERPRINT

REPORT = CHECKOUT / "docs" / "reports" / "audits.md"
SAID = {True: "passed", False: "NOT passed", None: "for information"}


def text(sections: Mapping[str, str]) -> str:
    """The report as a page in Markdown, from what is said of each audit."""
    head = (
        "# What the audits found",
        "*Made by `python -m experiments.audits.report_all`; do not edit it here.*",
        f"A {NOTE.en}. What each audit looks for: `docs/audits.md`.",
    )
    return "\n\n".join((*head, *sections.values())) + "\n"


def section(report: Report) -> str:
    """What one audit found, and of which model: the sections need not be of one day."""
    said = SAID[report.passed] if report.complete else "stopped before the end"
    said += f"; {report.beside}" if report.beside else ""
    lines = "\n".join(f"- {line}" for line in report.lines)
    made = f"*Version {version()}; fingerprint of the model on this kind of machine {FINGERPRINT}.*"
    return f"## {report.name}: {said}\n\n{lines}\n\n{made}"


def sections(file: Path) -> dict[str, str]:
    """What stands in an earlier report, by audit."""
    written = file.read_text(encoding="utf-8") if file.is_file() else ""
    parts = re.split(r"^(?=## )", written, flags=re.MULTILINE)[1:]
    return {part[3:].partition(":")[0]: part.strip() for part in parts}


def main(
    arguments: Sequence[str] | None = None,
    audits: Mapping[str, Callable[[], Report]] = AUDITS,
    report: Path = REPORT,
) -> int:
    """Run all audits and write the report; 1 when one that can fail has failed."""
    words = argparse.ArgumentParser(
        prog="python -m experiments.audits.report_all", description=__doc__
    )
    words.add_argument("names", nargs="*", metavar="NAME", help=f"which: {', '.join(audits)}")
    chosen = words.parse_args(arguments).names
    if unknown := [name for name in chosen if name not in audits]:
        words.error(f"there is no audit {', '.join(unknown)}; there are {', '.join(audits)}")
    earlier = sections(report)
    found = []
    for name in chosen or audits:
        print(f"audit {name} …", file=sys.stderr)
        found.append(audits[name]())
        # after each, so that a run that is cut off keeps what it has
        earlier[name] = section(found[-1])
        report.parent.mkdir(parents=True, exist_ok=True)
        report.write_text(text(_in_order(earlier, audits)), encoding="utf-8")
        if not found[-1].complete:
            break
    print(report.name)
    good = all(each.complete and each.passed is not False for each in found)
    return 0 if good else 1


def _in_order(told: Mapping[str, str], names: Iterable[str]) -> dict[str, str]:
    """What is told of the audits that there are, in their order."""
    return {name: told[name] for name in names if name in told}


if __name__ == "__main__":
    sys.exit(main())
