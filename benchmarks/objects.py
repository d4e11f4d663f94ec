"""The rule of needs as plain Mesa agents: one Python object for each resident.

The agents call the same functions as the compiled week, which are plain Python here (compiling is
switched off in a process of its own). ``quickly`` grants them the shortcut of the compiled sweep:
who lives in a home without needs compares one draw with a rate that is known beforehand.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from types import SimpleNamespace
from typing import Any

from benchmarks.row import Part, Row

RESIDENTS, WEEKS = 300, 52


def measure(quick: bool) -> Part:
    from benchmarks import phases
    from experiments import simulation
    from model.places import DEFAULT_PLACE

    plan = simulation.plan(DEFAULT_PLACE, {})
    compiled = phases.needs_alone(plan, 52 if quick else 520)
    as_written, quickly = _in_plain_python(plan)
    part = Part("objects")
    part.rows = [
        Row(
            "needs, compiled, against the same rule as plain Mesa agents",
            f"{as_written / compiled:,.0f} x ({as_written:,.0f} against {compiled:.0f} ns)",
            "at least 50 x (stretch 150 x)",
            as_written >= 50 * compiled,
            f"{RESIDENTS} agents, {WEEKS} weeks, against 5,000 residents",
        ),
        Row(
            "the same, when the agents may use the shortcuts of the compiled sweep",
            f"{quickly / compiled:,.0f} x ({quickly:,.0f} ns)",
        ),
    ]
    part.numbers = {"compiled": compiled, "as_written": as_written, "quickly": quickly}
    return part


def _in_plain_python(plan: Any) -> list[float]:
    """Nanoseconds per resident-week, as one would write it and with the shortcuts."""
    made = subprocess.run(
        [sys.executable, "-m", "benchmarks.objects"],
        env=os.environ | {"NUMBA_DISABLE_JIT": "1"},
        input=json.dumps(_told(plan)),
        check=True,
        capture_output=True,
        text=True,
    )
    return json.loads(made.stdout)


def _told(plan: Any) -> dict[str, Any]:
    """The first residents of a run at week 0, and the numbers of the rule, as plain data."""
    from experiments import simulation

    state = simulation.before_policy(plan, 0)
    numbers = simulation.parameters(plan, 0).record()["needs"][0]
    fields = ("household", "level", "since", "age_band", "disadvantage", "onset")
    return {
        "residents": [
            {name: row[name].tolist() for name in fields} for row in state.residents[:RESIDENTS]
        ],
        "p": {name: numbers[name].tolist() for name in numbers.dtype.names},
        "scale": state.neighbourhoods[0]["scale"].tolist(),
    }


def _nanoseconds(told: dict[str, Any], shortcuts: bool) -> float:
    neighbourhood = _neighbourhood(told, shortcuts)
    neighbourhood.step()
    began = time.thread_time()
    for _ in range(WEEKS):
        neighbourhood.step()
    return (time.thread_time() - began) / WEEKS / RESIDENTS * 1e9


def _neighbourhood(told: dict[str, Any], shortcuts: bool):  # noqa: C901
    import mesa

    from model.hazards import chance_of
    from model.processes.residents import needs
    from model.state.axes import DOMAIN_COUNT

    class Resident(mesa.Agent):
        """Somebody with needs, and a home shared with others."""

        def __init__(self, model: mesa.Model, row: dict[str, Any], home: SimpleNamespace) -> None:
            super().__init__(model)
            self.level, self.since = list(row["level"]), list(row["since"])
            self.age_band, self.disadvantage = row["age_band"], row["disadvantage"]
            self.onset, self.home = row["onset"], home

        def step(self) -> None:
            """Needs one week later."""
            even = random.random()
            if self.model.shortcuts and even >= self.onset and self.nobody_in_need():
                return
            rates = self.rates()
            total = sum(rate for rate, _, _ in rates)
            if even >= chance_of(total):
                return
            left = random.random() * total
            for rate, domain, change in rates:
                left -= rate
                if left < 0.0:
                    self.level[domain] += change
                    self.since[domain] = self.model.week
                    return

        def nobody_in_need(self) -> bool:
            return not any(any(member.level) for member in self.home.members)

        def rates(self) -> list[tuple[float, int, int]]:
            """Rate, domain and change of everything that may happen."""
            p, week, rates = self.model.p, self.model.week, []
            for domain in range(DOMAIN_COUNT):
                if needs.may_need(domain, self.age_band):
                    steep = needs.slope(self.age_band, self.disadvantage, p)
                    start = needs.onset_at(domain, steep, p, self.model.scale)
                    mate = float(any(m.level[domain] for m in self.home.members if m is not self))
                    up = needs.rising(self.level, domain, start, mate, p)
                    age = max(0, week - self.since[domain])
                    down = needs.falling(self.level, domain, age, 0.0, p)
                    rates += [(up, domain, 1), (down, domain, -1)]
            return rates

    class Neighbourhood(mesa.Model):
        """A neighbourhood in which only needs come and go."""

        def __init__(self) -> None:
            super().__init__()
            self.p, self.scale = SimpleNamespace(**told["p"]), told["scale"]
            self.week, self.shortcuts = 0, shortcuts
            homes: dict[int, SimpleNamespace] = {}
            for row in told["residents"]:
                home = homes.setdefault(row["household"], SimpleNamespace(members=[]))
                home.members.append(Resident(self, row, home))

        def step(self) -> None:
            self.week += 1
            self.agents.shuffle_do("step")

    return Neighbourhood()


if __name__ == "__main__":
    GIVEN = json.load(sys.stdin)
    print(json.dumps([_nanoseconds(GIVEN, shortcuts) for shortcuts in (False, True)]))
