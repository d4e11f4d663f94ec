"""How fast the model is on this machine, beside what was aimed at.

python -m benchmarks [--quick] [--json] [--out docs/benchmarks.md] [--only phases,growth]

``--keep FILE`` writes what was measured; ``--with FILE`` adds parts measured before instead of
measuring them again.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks import (
    eemland,
    ensembles,
    first_start,
    growth,
    latency,
    objects,
    page,
    phases,
    studies,
    visitors,
)
from benchmarks.row import Part, load

PARTS: dict[str, Callable[[bool], Part]] = {
    "pairs": ensembles.pairs,
    "phases": phases.measure,
    "objects": objects.measure,
    "growth": growth.measure,
    "eemland": eemland.measure,
    "workers": ensembles.workers,
    "first_start": first_start.measure,
    "latency": latency.measure,
    "visitors": visitors.measure,
    "sampling": ensembles.sampling,
    "studies": studies.measure,
}


def main(arguments: list[str] | None = None) -> int:
    asked = _parser().parse_args(arguments)
    wanted = asked.only.split(",") if asked.only else list(PARTS)
    unknown = [name for name in wanted if name not in PARTS]
    if unknown:
        print(f"no such part: {', '.join(unknown)}; there are {', '.join(PARTS)}", file=sys.stderr)
        return 2
    had = [Part.of(each) for file in asked.had for each in json.loads(Path(file).read_text())]
    found = {part.name: part for part in had}
    for name in wanted:
        if name not in found:
            found[name] = _one(name, asked.quick)
        parts = [found[name] for name in PARTS if name in found]
        plain = [part.plain() for part in parts]
        if asked.keep:  # after each part: who stops half way has the others
            Path(asked.keep).write_text(json.dumps(plain, indent=1), encoding="utf-8")
    told = page.written(parts, asked.quick)
    if asked.out:
        Path(asked.out).write_text(told, encoding="utf-8")
    if asked.json:
        print(json.dumps({"schema": 1, "machine": page.machine(), "parts": plain}))
    else:
        print(told)
    return 0


def _one(name: str, quick: bool) -> Part:
    began = time.perf_counter()
    part = PARTS[name](quick)
    part.load = load()
    print(f"{name}: measured in {time.perf_counter() - began:.0f} s", file=sys.stderr)
    return part


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="few runs, some extrapolated")
    parser.add_argument("--json", action="store_true", help="for machines, on stdout")
    parser.add_argument("--out", help="write the page here")
    parser.add_argument("--only", help=f"some of {', '.join(PARTS)}")
    parser.add_argument("--keep", help="write the measured parts here")
    parser.add_argument("--with", dest="had", action="append", default=[], help="parts kept before")
    return parser


if __name__ == "__main__":
    sys.exit(main())
