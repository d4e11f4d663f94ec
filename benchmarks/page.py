"""The page in docs/ that is made from a run of the benchmarks."""

from __future__ import annotations

import platform
import sys
from datetime import date
from importlib.metadata import version

from benchmarks.advice import NEXT_STEP
from benchmarks.row import Part, load

LIBRARIES = ("numba", "numpy", "mesa")
HEAD = """# How fast it is

Made by `make bench` (`python -m benchmarks --out docs/benchmarks.md`). Other machines give other
seconds: compare rows with each other, not with a page of another machine. Where it can be, time is
processor time, which does not count what others on the machine do. It still rises when the machine
is busy, because caches are shared: the same week took 181 ns at load 8 and 163 ns at load 3.5."""


def machine() -> dict[str, str]:
    return {
        "processor": _processor(),
        "cores": load().split(" on ")[-1],
        "Python": platform.python_version(),
        **{name: version(name) for name in LIBRARIES},
        "system": f"{platform.system()} {platform.machine()}",
    }


def _processor() -> str:
    if sys.platform.startswith("linux"):
        with open("/proc/cpuinfo", encoding="utf-8") as told:
            for line in told:
                if line.startswith("model name"):
                    return line.split(":")[1].strip()
    return platform.processor() or platform.machine()


def written(parts: list[Part], quick: bool) -> str:
    """The whole page, as markdown."""
    lines = [HEAD, ""]
    if quick:
        lines += ["**A quick run: few runs, some numbers extrapolated.**", ""]
    facts = ", ".join(f"{key} {value}" for key, value in machine().items())
    busy = "; ".join(f"{part.name} {part.load.split(' on ')[0]}" for part in parts)
    lines += [f"Measured on {date.today().isoformat()}. Machine: {facts}. "
              f"Processes that wanted a core at the end of each part: {busy}.", ""]  # fmt: skip
    lines += ["## Against the targets", ""]
    table = [["what", "target", "reached", "met", "remark"]]
    for part in parts:
        for row in part.rows:
            met = "" if row.met is None else "yes" if row.met else "**no**"
            table.append([row.what, row.target, row.reached, met, row.remark])
    lines += _markdown(table)
    for part in parts:
        for title, rows in part.tables.items():
            lines += ["", f"## {title}", "", *_markdown(rows)]
    lines += ["", "## Next step", "", NEXT_STEP.strip(), ""]
    return "\n".join(lines)


def _markdown(table: list[list[str]]) -> list[str]:
    head, *rows = table
    return [
        "| " + " | ".join(head) + " |",
        "|" + "---|" * len(head),
        *("| " + " | ".join(row) + " |" for row in rows),
    ]
