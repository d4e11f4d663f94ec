"""Null world (decision 14f): with every channel neutral, facilitation costs money and no more.

Problems do not feed each other, every need is known at once, no plan asks room, whoever asks is
owner, money is pooled, attending is no burden, working together costs no hours, there are hours
enough, and neither habits, lessons, a shared table nor what residents do together changes help.
Then the same needs must arise, to the byte, whatever the extra money is spent on;
if not, a benefit is hidden where nobody declared one. Each channel is then opened alone, and it
is told, not judged, in which a use of the money makes a difference to residents or cases.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from experiments import simulation
from experiments.audits.report import (
    PLACE,
    PLACEMENTS,
    RIVALS,
    Report,
    Values,
    as_far_as_it_goes,
    shipped,
    stopped,
)
from experiments.audits.work import Work
from experiments.simulation import Run
from model.parameters import ADDRESSES, without
from model.state.tally import TALLY
from scenarios.faults import Both

WEEKS = 156
NEEDS = ("need_any", "need_two", "need_three", "burden")

AMPLE = {
    **{a: d.between[1] for a, d in ADDRESSES.items() if a.startswith("staffing.")},
    **{a: d.between[0] for a, d in ADDRESSES.items() if a.startswith("needs.onset_")},
    "helping.hours_a_level": ADDRESSES["helping.hours_a_level"].between[0],
    "hours.week": ADDRESSES["hours.week"].between[1],
}
"""More staff and less to do, each within its range, so that no hour is ever lacking."""


def _neutral(*addresses: str) -> dict[str, float]:
    return {address: ADDRESSES[address].neutral for address in addresses}


CHANNELS: dict[str, dict[str, float]] = {
    "couplings": _neutral(
        "needs.debt_to_mental", "needs.feeding", "needs.holding_back", "needs.housemate"
    ),
    "asking": _neutral("getting_in.asking"),
    "seen_by_helpers": _neutral("getting_in.signalling", "getting_in.noticing"),
    "going_out": _neutral("getting_in.reach", "getting_in.outreach"),
    "hand_over": _neutral("getting_in.cold", "getting_in.warm"),
    "giving_up": _neutral("getting_in.giving_up"),
    "residents_trust": _neutral("getting_in.trust_gained", "getting_in.trust_lost"),
    "looking_broadly": _neutral("helping.seeing_all", "helping.generalist_fit"),
    "room": without(["mandate"]),
    "ownership": without(["ownership"]),
    "pockets": without(["pockets"]),
    "attendance": _neutral("helping.burden"),
    "coordination": _neutral("helping.meeting", "helping.linking"),
    "hours": without(["hours"]) | AMPLE,
    "habits": without(["repertoire"]),
    "table": without(["contribution"]),
    "lessons": without(["learning"]),
    "residents_together": without(["participation", "initiatives", "responsibility", "loneliness"]),
}
"""Channel → the values that close it. Closed together they are the null world."""

TOGETHER = (
    ("asking", "seen_by_helpers"),
    ("asking", "going_out"),
    ("ownership", "pockets", "attendance"),
    ("room", "couplings"),
)
"""Channels that may need each other, opened together."""

OPENED = (*((channel,) for channel in CHANNELS), *TOGETHER)


def closed(but: tuple[str, ...] = ()) -> dict[str, float]:
    """The values of the null world, with some channels left open."""
    return {
        address: value
        for channel, values in CHANNELS.items()
        if channel not in but
        for address, value in values.items()
    }


def differing(first: Run, second: Run) -> set[str]:
    """The columns of residents and cases that are not the same to the byte."""
    return {
        name
        for name in TALLY.names or ()
        if first.tally[name].tobytes() != second.tally[name].tobytes()
    }


def changed(
    world: Values, uses: Mapping[str, Values], residents: int, replicates: int
) -> dict[str, set[str]]:
    """For each use of the money, the columns that it changes against none in this world."""
    found: dict[str, set[str]] = {use: set() for use in uses}
    none = simulation.plan(PLACE, {}, residents=residents, weeks=WEEKS, always=world)
    for replicate in range(replicates):
        without_money = simulation.run(none, replicate)
        for use, values in uses.items():
            kept = {address: value for address, value in values.items() if address not in world}
            plan = simulation.plan(PLACE, kept, residents=residents, weeks=WEEKS, always=world)
            with_money = simulation.run(plan, replicate)
            found[use] |= differing(without_money, with_money)
            if not costs_more(without_money, with_money):
                found[use].add("no extra cost")
    return found


def costs_more(first: Run, second: Run) -> bool:
    """Whether the second run spent more than the first."""
    return float(np.sum(second.system["spent"]) - np.sum(first.system["spent"])) > 0.0


def audit(
    residents: int = 1000, replicates: int = 3, uses: Mapping[str, Values] | None = None
) -> Report:
    """Whether the null world holds for every use of the money; and what each channel opens."""
    uses = uses or shipped((*PLACEMENTS, *RIVALS))
    null = changed(closed(), uses, residents, replicates)
    passed = not any(null.values())
    lines: list[str] = [_verdict(use, columns) for use, columns in null.items()]
    found = as_far_as_it_goes(
        OPENED, lambda channels: changed(closed(but=channels), uses, residents, 1)
    )
    opened = {
        " + ".join(channels): {use: sorted(columns) for use, columns in by_use.items()}
        for channels, by_use in found.items()
    }
    lines += [_told(name, by_use) for name, by_use in opened.items()]
    lines += stopped(len(found), len(OPENED))
    numbers = {"null": {use: sorted(c) for use, c in null.items()}, "opened": opened}
    complete = len(found) == len(OPENED)  # what is judged stands before it
    return Report("null_world", passed, tuple(lines), numbers, complete)


def work(replicates: int = 3) -> Work:
    """How much is run: no money and every use of it, in the null world and with parts opened."""
    worlds, sides = 1 + len(OPENED), 1 + len((*PLACEMENTS, *RIVALS))
    starts = replicates + len(OPENED)
    return Work(sides * starts, starts, worlds, WEEKS)


def _verdict(use: str, columns: set[str]) -> Both:
    named = ", ".join(sorted(columns))
    return Both(
        f"null world, {use}: "
        + (f"DIFFERS in {named}" if columns else "equal to the byte, and costs more"),
        f"nulwereld, {use}: "
        + (f"VERSCHILT in {named}" if columns else "gelijk tot op de byte, en kost meer"),
    )


def _told(name: str, opened: Mapping[str, list[str]]) -> Both:
    """Which uses make a difference, and which of those to needs."""
    some = [use for use, columns in opened.items() if columns]
    needs = [use for use in some if set(NEEDS) & set(opened[use])]
    if not some:
        return Both(f"open {name}: no use of the money makes a difference",
                    f"open {name}: geen besteding van het geld maakt verschil")  # fmt: skip
    uses, felt = ", ".join(some), ", ".join(needs)
    return Both(
        f"open {name}: {uses} make a difference; to needs: {felt or 'none'}",
        f"open {name}: {uses} maakt verschil; voor problemen: {felt or 'geen'}",
    )
