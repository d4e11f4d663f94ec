"""A region as it is run: Eemland, twenty teams, everybody simulated, ten years on one thread."""

from __future__ import annotations

import resource

from benchmarks.row import Part, Row, spent
from experiments import regional, simulation
from scenarios import library

TEN_YEARS = 520
SECONDS, MEMORY = 60.0, 2**30


def measure(quick: bool) -> Part:
    """Seconds of processor after week 0, and the bytes of all states; burn-ins apart."""
    weeks = 52 if quick else TEN_YEARS
    rows = 20_000 if quick else None
    scenario = library.load("eemland_together")
    plan = regional.of_scenario(scenario, weeks=weeks, residents=rows or 10**9)
    with spent() as before:
        states = [simulation.before_policy(member, 0) for member in plan.members]
    size = sum(table.nbytes for state in states for table in state)
    with spent() as taken:
        run = regional.run_from(plan, states)
    people = sum(member.residents for member in plan.members)
    each = taken.thread / weeks / people * 1e9
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    part = Part("eemland")
    part.numbers |= {
        "seconds": taken.thread, "burn_in": before.thread, "ns": each, "bytes": float(size),
        "peak": float(peak), "stops": float(run.region.week),
    }  # fmt: skip
    part.rows.append(
        Row(
            f"Eemland: {people:,} residents, twenty teams, {weeks // 52} years, one thread",
            f"{taken.thread:.0f} s of processor, {size / 2**20:.0f} MiB of state, "
            f"{peak / 2**20:.0f} MiB at most; {each:.0f} ns per resident-week",
            "at most 60 s and 1 GiB (stretch 30 s)",
            (taken.thread <= SECONDS and peak < MEMORY) if not quick else None,
            f"from week 0; burn-ins and the long runs of twenty places took {before.thread:.0f} s",
        )
    )
    return part
