"""What is compiled from the other end is what a first run asks for; another kind is lost time."""

from __future__ import annotations

from numba.core import compiler, typed_passes
from numba.core.registry import cpu_target

from experiments.command_line import ahead
from model import week


def asked_for() -> dict[object, tuple]:
    """The kinds that the week itself hands over, as the compiler finds them, by function."""
    kinds = dict(ahead.kinds_handed_over())
    inputs = tuple(kinds[name] for name in ("state", "p", "week", "key"))
    cpu_target.typing_context.refresh()
    read = compiler.run_frontend(week.step.py_func)
    contexts = cpu_target.typing_context, cpu_target.target_context
    types, _, calls, _ = typed_passes.type_inference_stage(*contexts, read, inputs, None)
    return {
        types[call.func.name].dispatcher: kind.args
        for call, kind in calls.items()
        if getattr(call, "op", "") == "call" and hasattr(types[call.func.name], "dispatcher")
    }


def test_a_first_run_asks_for_just_these_kinds():
    wanted = asked_for()
    for function, kinds in ahead.sentences():
        assert wanted[function] == kinds, function.py_func.__name__


def test_nearly_all_of_the_week_can_be_prepared_from_its_end():
    found = [function for function, _ in ahead.sentences()]
    assert found[0].py_func.__name__ == "happen"
    assert len(found) > 0.8 * len(asked_for())
