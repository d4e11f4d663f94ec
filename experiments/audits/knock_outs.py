"""Knock-outs (decision 14g): which differences need which mechanism.

Each mechanism is taken out of the world, singly and in pairs, before week 0 too. A difference that
stays, whatever is taken out, is investigated: it may have been put in rather than come out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import combinations

from experiments import batch, effects, simulation
from experiments.audits.report import (
    AS_IT_IS,
    HEADLINES,
    IN_THE_NEIGHBOURHOOD,
    PLACE,
    Report,
    Values,
    as_far_as_it_goes,
    shipped,
    stopped,
)  # fmt: skip
from experiments.audits.work import Work
from experiments.effects import NO_CLEAR_DIFFERENCE, Effect, Verdict
from model.outcomes import OUTCOMES
from model.parameters import MECHANISMS, without
from scenarios.faults import Both

WEEKS = 208
LEFT_OUT = ("spending", "facilitator", "second_facilitator", "staffing")
"""Not mechanisms of the world but the policy itself, or without a neutral setting."""

EXPLAINED = {
    "cost_total": Both("the extra money itself is spent", "het extra geld zelf wordt uitgegeven")
}
"""Differences that must survive, and why."""


def mechanisms() -> tuple[str, ...]:
    """The mechanisms that can be taken out."""
    return tuple(name for name, found in MECHANISMS.items() if found and name not in LEFT_OUT)


def effect_without(
    out: Iterable[str], a: Values, b: Values, residents: int, replicates: int
) -> dict[str, Effect]:
    """The effect of b against a on each headline, while these mechanisms are out of the world."""
    always = without(out)
    window = batch.contract(WEEKS, a, b)[:1]
    found = []
    for values in (a, b):
        kept = {address: value for address, value in values.items() if address not in always}
        plan = simulation.plan(PLACE, kept, residents=residents, weeks=WEEKS, always=always)
        found.append(batch.ensemble(plan, replicates, windows=window).values)
    first, second = found
    return {
        key: effects.paired(first[key][:, 0, 0], second[key][:, 0, 0], OUTCOMES[key].margin)
        for key in HEADLINES
    }


def audit(
    residents: int = 1000,
    replicates: int = 8,
    pairs: bool = False,
    compared: Mapping[str, Values] | None = None,
) -> Report:
    """Which differences of a facilitator in the neighbourhood survive every knock-out."""
    a, b = (compared or shipped((AS_IT_IS, IN_THE_NEIGHBOURHOOD))).values()
    wanted = sets(pairs)
    found = as_far_as_it_goes(wanted, lambda out: effect_without(out, a, b, residents, replicates))
    verdicts = {key: {out: effects.verdict(found[out][key]) for out in found} for key in HEADLINES}
    lines = [_told(key, found[()][key], verdicts[key]) for key in HEADLINES]
    numbers = {
        key: {" + ".join(out) or "nothing": _plain(found[out][key]) for out in found}
        for key in HEADLINES
    }
    told = (*stopped(len(found), len(wanted)), *lines)
    return Report("knock_outs", None, told, numbers, complete=len(found) == len(wanted))


def sets(pairs: bool) -> list[tuple[str, ...]]:
    """What is taken out together: nothing, each mechanism, and each two when asked."""
    alone: list[tuple[str, ...]] = [(), *((name,) for name in mechanisms())]
    return alone + (list(combinations(mechanisms(), 2)) if pairs else [])


def work(replicates: int = 8, pairs: bool = False) -> Work:
    """How much is run: two sides in each world."""
    worlds = len(sets(pairs))
    return Work(2 * replicates * worlds, replicates * worlds, worlds, WEEKS)


def _plain(effect: Effect) -> dict[str, float | str]:
    said = effects.verdict(effect)
    return {
        "median": effect.median,
        "b_higher": effect.b_higher,
        "b_lower": effect.b_lower,
        "n": effect.n,
        "verdict": said.id,
        "direction": said.direction,
    }


def _told(key: str, base: Effect, verdicts: Mapping[tuple[str, ...], Verdict]) -> str:
    whole = verdicts[()]
    gone = ", ".join(
        " + ".join(out)
        for out, verdict in verdicts.items()
        if out and verdict.direction != whole.direction
    )
    if whole.id == NO_CLEAR_DIFFERENCE:
        return Both(
            f"{key}: no clear difference; "
            + (f"one appears without {gone}" if gone else "nor without any mechanism"),
            f"{key}: geen duidelijk verschil; "
            + (f"wel zonder {gone}" if gone else "ook niet zonder een van de mechanismen"),
        )
    stays = _stays(key, gone)
    size = f"{base.median:+.3g}"
    return Both(
        f"{key}: {whole.direction} in {whole.count} of {whole.n} (median {size}); {stays}",
        f"{key}: {DUTCH[whole.direction]} in {whole.count} van {whole.n} (mediaan {size}); "
        f"{stays.nl}",
    )


DUTCH = {"higher": "hoger", "lower": "lager"}


def _stays(key: str, gone: str) -> Both:
    """Whether the difference is there without each mechanism as well."""
    if gone:
        return Both(f"gone or reversed without {gone}", f"weg of omgekeerd zonder {gone}")
    if key in EXPLAINED:
        why = EXPLAINED[key]
        return Both(f"survives every knock-out: {why}", f"blijft zonder elk mechanisme: {why.nl}")
    return Both("SURVIVES every knock-out: investigate", "BLIJFT zonder elk mechanisme: zoek uit")
