"""Many runs: how long a comparison takes, what a second worker adds, and what pairing is worth."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor

import numpy as np

from benchmarks import phases
from benchmarks.row import RESIDENT_WEEKS_OF_PAIRS, Part, Row, spent
from experiments import batch, simulation
from model.outcomes import OUTCOMES
from model.places import DEFAULT_PLACE, find
from scenarios import library

NOW, HOURS = "as_it_is_now", "more_team_hours"
A_TENTH = 0.1
OUTCOME = "burden"
HEADLINES = (
    "need_any", "burden", "hidden_need", "time_to_help", "waiting", "one_plan",
    "trust_between", "turnover", "cost_total",
)  # fmt: skip
SIZES = (2_500, 5_000, 10_000)


def plan_of(scenario: str, overrides: Mapping[str, float] | None = None, **more: int):
    values, timeline = library.resolve(library.load(scenario), dict(overrides or {}))
    return simulation.plan(DEFAULT_PLACE, values, timeline=timeline, **more)


def pairs(quick: bool) -> Part:
    """Pairs of four years, and what keyed chance does for the difference within a pair."""
    count = 6 if quick else 100
    a, b, small = plan_of(NOW), plan_of(HOURS), _a_little(HOURS)
    windows = (batch.final(a.weeks),)
    simulation.run(plan_of(NOW, weeks=1), 1_000_000)  # compiled, and the long run of the place
    with spent() as side_a:
        runs_a = batch.ensemble(a, count, windows=windows, threads=2)
    with spent() as side_b:
        runs_b = batch.ensemble(b, count, windows=windows, threads=2)
    runs_small = batch.ensemble(small, min(count, 20), windows=windows, threads=2)
    whole = 100 / count
    cpu, cached = whole * (side_a.cpu + side_b.cpu), whole * side_b.cpu
    wall = whole * (side_a.wall + side_b.wall)
    said = f"; from {count} pairs, extrapolated" if quick else ""
    part = Part("pairs")
    part.rows = [
        Row(
            "100 pairs of four years, 5,000 residents, both sides from nothing",
            f"{cpu:.0f} s of processor = {cpu / 2:.0f} s on two free cores; "
            f"{cpu / RESIDENT_WEEKS_OF_PAIRS * 1e9:.0f} ns per resident-week",
            "at most 12 s (stretch 4 s)",
            cpu / 2 <= 12.0,
            f"burn-ins of two years included; {wall:.0f} s by the clock{said}",
        ),
        Row(
            "the same, with side A and its burn-ins cached",
            f"{cached:.0f} s of processor = {cached / 2:.0f} s on two free cores; "
            f"{cached / RESIDENT_WEEKS_OF_PAIRS * 2e9:.0f} ns per resident-week",
            "at most 12 s (stretch 4 s)",
            cached / 2 <= 12.0,
            f"this is what a moved lever costs; {whole * side_b.wall:.0f} s by the clock{said}",
        ),
    ]
    first = runs_a.window(OUTCOME, "final")
    for name, other in (("large", runs_b), ("small", runs_small)):
        second = other.window(OUTCOME, "final")
        own = first[: len(second)]
        ratio = (own.var(ddof=1) + second.var(ddof=1)) / max((second - own).var(ddof=1), 1e-12)
        part.rows.append(
            Row(
                f"{OUTCOME}: variance of a difference, independent seeds over keyed pairs, "
                f"{name} change",
                f"{ratio:.0f} x",
                remark=f"{len(second)} pairs, other seeds bring other residents too; {HOURS}"
                + (", a tenth of the money" if name == "small" else ""),
            )
        )
        part.numbers[f"variance_{name}"] = float(ratio)
    part.numbers |= {"cpu": cpu, "cached_cpu": cached, "wall": wall}
    return part


def _a_little(scenario: str):
    extra = library.load(scenario).extra_money
    return plan_of(scenario, {"spending.extra": A_TENTH * extra})


def workers(quick: bool) -> Part:
    """Two threads against one, in turns, over the same runs."""
    plan, count = plan_of(NOW), 4 if quick else 8
    windows = (batch.final(plan.weeks),)
    batch.ensemble(plan, count, windows=windows, threads=2)  # burn-ins are kept from here on
    wall, cpu = {1: [], 2: []}, {1: [], 2: []}
    for threads in (1, 2) * (1 if quick else 3):
        with spent() as taken:
            batch.ensemble(plan, count, windows=windows, threads=threads)
        wall[threads].append(taken.wall)
        cpu[threads].append(taken.cpu)
    ratio = min(wall[1]) / min(wall[2])
    more = min(cpu[2]) / min(cpu[1])
    control = _control(plan)
    part = Part("workers")
    part.rows.append(
        Row(
            "two workers against one over replicates",
            f"{ratio:.2f} x by the clock; processor time {more:.2f} x, "
            f"so at most {2 / more:.2f} x on two free cores",
            "at least 1.7 x (stretch 1.9 x)",
            ratio >= 1.7 if control >= 1.8 else None,
            f"{control:.2f} x is what two threads that share nothing got from this machine then",
        )
    )
    part.numbers = {"workers_wall": ratio, "workers_cpu": more, "control": control}
    return part


def _control(plan: simulation.Plan) -> float:
    """The same ratio for a bare compiled loop: what the machine has to spare for a second."""
    states = [simulation.before_policy(plan, number) for number in range(2)]
    has = [(state.residents["needs"] > 0).astype(np.uint8) for state in states]

    def work(number: int) -> None:
        key = states[number].period["key"][0].copy()
        phases.sweep(states[number].residents, has[number], 0, 4000, key, 0.01)

    wall: dict[int, list[float]] = {1: [], 2: []}
    work(0)
    for threads in (1, 2) * 3:
        with spent() as taken, ThreadPoolExecutor(threads) as pool:
            list(pool.map(work, (0, 1)))
        wall[threads].append(taken.wall)
    return min(wall[1]) / min(wall[2])


def sampling(quick: bool) -> Part:
    """Whether simulating fewer residents than there are moves outcomes."""
    count = 3 if quick else 10
    found: dict[str, list[np.ndarray]] = {key: [] for key in HEADLINES}
    for rows in SIZES:
        plan = plan_of(NOW, residents=rows)
        runs = batch.ensemble(plan, count, windows=(batch.final(plan.weeks),), threads=2)
        for key in HEADLINES:
            found[key].append(runs.window(key, "final"))
    sizes = (f"{rows:,} residents: mean (sd)" for rows in SIZES)
    last = ("largest move ± its standard error", "margin", "moves more than its margin")
    table = [["outcome", *sizes, *last]]
    moved = []
    for key, values in found.items():
        move, error = _move(values)
        margin = OUTCOMES[key].margin
        beyond, clear = abs(move) > margin, abs(move) > 2 * error
        verdict = "**yes**" if beyond and clear else "cannot tell" if beyond else "no"
        if clear and not beyond:
            verdict = "no, but it does move"
        moved += [key] if beyond and clear else []
        cells = [f"{_short(each.mean())} ({_short(each.std(ddof=1))})" for each in values]
        table.append(
            [f"`{key}`", *cells, f"{_short(move)} ± {_short(error)}", _short(margin), verdict]
        )
    part, people = Part("sampling"), find(DEFAULT_PLACE).population
    part.tables[f"Does sampling move results? {count} runs of as_it_is_now, last year"] = table
    part.rows.append(
        Row(
            f"sampling {SIZES[0]:,} to {SIZES[-1]:,} of {people:,} residents",
            f"{len(moved)} of {len(HEADLINES)} outcomes move more than their margin"
            + (f" ({', '.join(moved)})" if moved else ""),
            remark="by more than chance (twice the standard error); see the table below",
        )
    )
    part.numbers["moved"] = float(len(moved))
    return part


def _move(values: list[np.ndarray]) -> tuple[float, float]:
    """The largest difference in mean between two sizes, and its standard error."""
    best = (0.0, 0.0)
    for i, one in enumerate(values):
        for other in values[i + 1 :]:
            move = float(other.mean() - one.mean())
            error = float(np.sqrt(one.var(ddof=1) / len(one) + other.var(ddof=1) / len(other)))
            if abs(move) > abs(best[0]):
                best = (move, error)
    return best


def _short(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.3g}"
