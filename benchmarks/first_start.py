"""How long the first start takes: compiling all in an empty folder, and starting again after."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile

from benchmarks.row import Part, Row

START = """
import json, time
began = time.perf_counter(), time.process_time()
from experiments import simulation
from model.places import DEFAULT_PLACE
def since(): return time.perf_counter() - began[0], time.process_time() - began[1]
imported = since()
simulation.run(simulation.plan(DEFAULT_PLACE, {}, residents=300, weeks=1), 0)
print(json.dumps([*imported, *since()]))
"""


def measure(quick: bool) -> Part:
    with tempfile.TemporaryDirectory(prefix="samenspel-") as folder:
        if quick:
            return _told(None, _start(None))
        return _told(_start(folder), _start(folder))


def _start(folder: str | None) -> list[float]:
    """Seconds (clock, processor) after importing, and after the first week of the first run."""
    places = os.environ | ({"SAMENSPEL_CACHE": folder} if folder else {})
    made = subprocess.run(
        [sys.executable, "-c", START], env=places, check=True, capture_output=True, text=True
    )
    return [float(number) for number in json.loads(made.stdout)]


def _told(cold: list[float] | None, warm: list[float]) -> Part:
    part = Part("first_start")
    if cold:
        part.rows.append(
            Row(
                "first start, compiling included (one thread)",
                f"{cold[3]:.0f} s of processor ({cold[2]:.0f} s by the clock)",
                "at most 90 s (stretch 30 s)",
                cold[3] <= 90.0,
            )
        )
        part.numbers["cold_cpu"], part.numbers["cold_wall"] = cold[3], cold[2]
    part.rows.append(
        Row(
            "each later start: importing, then the first run",
            f"{warm[1]:.1f} s + {warm[3] - warm[1]:.1f} s of processor",
            remark="the long run of the place (25 years, 2,500 residents) is part of the second",
        )
    )
    part.numbers |= {"import_cpu": warm[1], "warm_cpu": warm[3]}
    return part
