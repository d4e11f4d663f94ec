"""Where the time of a week goes: a clock between the sentences of ``model/week.py`` itself.

The week that is timed is made from the source of the real one, with a tick after each sentence, so
the two cannot drift. Ticks read the processor time of this thread: others on the machine do not
count. One tick costs about a quarter of a microsecond.
"""

from __future__ import annotations

import ast
import ctypes
import inspect
import textwrap
import time
from collections.abc import Callable
from typing import Any

import numba
import numpy as np

from benchmarks.row import Part, Row, spent
from experiments import simulation
from model import chance, hazards, week
from model.phases import development, outside, record
from model.places import DEFAULT_PLACE

SWEEPS = ("development.develop", "entrance.come_into_view", "record.write: residents")
"""Sentences that visit every resident. What visits every household is told apart."""
HOUSEHOLDS = ("outside.happen: moving.move", "intake.wait")
NOT_OF_A_WEEK = 1_000_000_000


def measure(quick: bool) -> Part:
    plan = simulation.plan(DEFAULT_PLACE, {})
    names, nanoseconds = _timed(plan, 52 if quick else 208, 1 if quick else 3)
    each = nanoseconds / plan.residents
    reference = _reference(plan, 200 if quick else 1000)
    return _told(names, each, reference)


def _told(names: list[str], each: np.ndarray, reference: float) -> Part:
    total = float(each.sum())
    sweep = float(sum(each[names.index(name)] for name in SWEEPS))
    homes = float(sum(each[names.index(name)] for name in HOUSEHOLDS))
    part = Part("phases")
    part.rows = [
        Row(
            "resident sweep against the reference sweep in `benchmarks/phases.py`",
            f"{sweep / reference:.1f} x ({sweep:.0f} against {reference:.1f} ns)",
            "at most 3 x (stretch 1.5 x)",
            sweep <= 3.0 * reference,
            f"{sweep / total:.0%} of the week",
        ),
        Row(
            "household sweep (moving, waiting)",
            f"{homes:.0f} ns per resident-week",
            remark=f"{homes / total:.0%} of the week",
        ),
        Row(
            "actor and case work, the rest",
            f"{total - sweep - homes:.0f} ns per resident-week",
            remark=f"{(total - sweep - homes) / total:.0%} of the week; "
            "most of it is done for open cases",
        ),
    ]
    order = np.argsort(-each)
    table = [["sentence of the week", "ns per resident-week", "share"]]
    table += [[f"`{names[i]}`", f"{each[i]:.1f}", f"{each[i] / total:.0%}"] for i in order[:14]]
    left = float(each[order[14:]].sum())
    table.append(["all others", f"{left:.1f}", f"{left / total:.0%}"])
    part.tables["Where the time of a week goes"] = table
    part.numbers = {"week": total, "sweep": sweep, "reference": reference, "households": homes}
    part.numbers |= {names[i]: float(each[i]) for i in order}
    return part


def _timed(plan: simulation.Plan, weeks: int, runs: int) -> tuple[list[str], np.ndarray]:
    """Sentences of the week, and nanoseconds of each per week on average."""
    names, ticked = _ticking()
    total = np.zeros(len(names))
    drive = _driver(ticked)
    for number in range(runs + 1):
        state = simulation.before_policy(plan, number)
        record_of = simulation.parameters(plan, 0).record()
        nanoseconds = np.zeros(len(names), dtype=np.int64)
        drive(state, record_of, weeks if number else 1, nanoseconds, np.zeros(3, dtype=np.int64))
        total += nanoseconds if number else 0  # the first is to compile
    return names, total / (weeks * runs)


def _ticking() -> tuple[list[str], Any]:
    """Names of the sentences, and the week compiled with a tick after each."""
    clock = _clock()
    names: list[str] = []
    inner = {
        "outside.happen": _with_ticks(outside.happen, "outside.happen: ", names, clock, {}),
        "record.write": _with_ticks(record.write, "record.write: ", names, clock, {}),
    }
    return names, _with_ticks(week.step, "", names, clock, inner)


def _with_ticks(
    function: Any, before: str, names: list[str], tick: Any, inner: dict[str, Any]
) -> Any:
    """The function with a tick after each of its sentences, and clocks handed to ``inner``."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(function.py_func)))
    body = tree.body[0]
    assert isinstance(body, ast.FunctionDef)
    body.decorator_list = []
    body.args.args += [ast.arg("ticks_"), ast.arg("stamp_")]
    sentences: list[ast.stmt] = []
    for sentence in body.body[1:]:
        call = sentence.value if isinstance(sentence, ast.Expr) else None
        name = ast.unparse(call.func) if isinstance(call, ast.Call) else ""
        if isinstance(call, ast.Call) and name in inner:
            call.func = ast.Name(_plain(name), ast.Load())
            call.args += [ast.Name("ticks_", ast.Load()), ast.Name("stamp_", ast.Load())]
        sentences.append(sentence)
        label = before + _label(sentence, name)
        if label not in names:
            names.append(label)
        sentences += ast.parse(f"tick_({names.index(label)}, ticks_, stamp_)").body
    body.body = sentences
    known = dict(function.py_func.__globals__) | {"tick_": tick}
    known |= {_plain(name): made for name, made in inner.items()}
    exec(compile(ast.fix_missing_locations(tree), "<ticking week>", "exec"), known)
    return numba.njit(nogil=True, error_model="numpy")(known[body.name])


def _plain(name: str) -> str:
    return "ticking_" + name.replace(".", "_")


def _label(sentence: ast.stmt, name: str) -> str:
    if name:
        return name
    if isinstance(sentence, ast.If):
        calls = [n for n in ast.walk(sentence) if isinstance(n, ast.Call)]
        said = [ast.unparse(call.func) for call in calls]
        return ", ".join(one for one in said if "int64" not in one)
    return "small sums"


def _driver(step: Any) -> Callable[..., None]:
    clear = week.clear

    @numba.njit(nogil=True, error_model="numpy")
    def drive(state, parameters, weeks, ticks, stamp):
        period = state.period[0]
        for _ in range(weeks):
            clear(state)
            tick_start(stamp)
            step(state, parameters[0], period.week, period.key, ticks, stamp)
            period.week += np.int32(1)

    tick_start = _start_of(_read())
    return drive


def _read() -> Any:
    read = ctypes.CDLL(None).clock_gettime
    read.argtypes, read.restype = [ctypes.c_int, ctypes.c_void_p], ctypes.c_int
    return read


def _start_of(read: Any) -> Any:
    which = int(time.CLOCK_THREAD_CPUTIME_ID)

    @numba.njit(nogil=True)
    def start(stamp):
        read(which, stamp.ctypes)
        stamp[2] = stamp[0] * NOT_OF_A_WEEK + stamp[1]

    return start


def _clock() -> Any:
    read, which = _read(), int(time.CLOCK_THREAD_CPUTIME_ID)

    @numba.njit(nogil=True)
    def tick(number, ticks, stamp):
        read(which, stamp.ctypes)
        now = stamp[0] * NOT_OF_A_WEEK + stamp[1]
        ticks[number] += now - stamp[2]
        stamp[2] = now

    return tick


@numba.njit(nogil=True, error_model="numpy")
def sweep(residents, has, begin, weeks, key, recovery):
    """The least that such a model can do: a draw and one of two hazards for each resident."""
    for number in range(weeks):
        group, draws = np.uint32(4294967295), (0.0, 0.0, 0.0, 0.0)
        for row in range(len(residents)):
            resident = residents[row]
            if resident.id >> np.uint32(2) != group:
                group = resident.id >> np.uint32(2)
                draws = chance.block(key, group, begin + number, chance.NEEDS)
            rate = recovery if has[row] else resident.onset
            if draws[resident.id & np.uint32(3)] < hazards.chance_of(rate):
                has[row] = 1 - has[row]


def _reference(plan: simulation.Plan, weeks: int) -> float:
    """Nanoseconds per resident-week of the reference sweep over the same residents."""
    state = simulation.before_policy(plan, 0)
    has, key = (state.residents["needs"] > 0).astype(np.uint8), state.period["key"][0].copy()
    sweep(state.residents, has, 0, 1, key, 0.01)
    with spent() as time_taken:
        sweep(state.residents, has, 0, weeks, key, 0.01)
    return time_taken.thread / weeks / len(has) * 1e9


def needs_alone(plan: simulation.Plan, weeks: int) -> float:
    """Nanoseconds per resident-week of the rule of needs, compiled, over these residents."""
    state, numbers = simulation.before_policy(plan, 0), simulation.parameters(plan, 0).record()

    @numba.njit(nogil=True, error_model="numpy")
    def develop(state, parameters, begin, weeks):
        period, place = state.period[0], state.neighbourhoods[0]
        for number in range(weeks):
            development.develop(
                state.residents, state.cases, begin + number, period.key, 1.0,
                parameters[0].needs, parameters[0].lasting, place.scale,
            )  # fmt: skip

    develop(state, numbers, 0, 1)
    with spent() as time_taken:
        develop(state, numbers, 1, weeks)
    return time_taken.thread / weeks / len(state.residents) * 1e9
