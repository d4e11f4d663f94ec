"""Made-up boards for the tests: a few people, a facilitator in B, and what goes without."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tests.ui.fake_world import SCENARIOS
from ui.provider import Question

PARTIES = {0: ("Team", "Team"), 1: ("Welzijn", "Welfare"), 2: ("Wonen", "Housing")}
ABOVE = 8
QUARTERS = 17
HOMES = 12
PAIRS = 8


def named(nl: str, en: str) -> dict[str, str]:
    return {"nl": nl, "en": en}


def seats() -> list[dict[str, Any]]:
    found = [
        {"name": named(f"{nl} {n}", f"{en} {n}"), "organisation": party, "above": False,
         "facilitator": False}
        for party, (nl, en) in PARTIES.items() for n in (1, 2)
    ]  # fmt: skip
    above = {"organisation": ABOVE, "above": True}
    found.append({"name": named("Wethouder", "Alderman"), "facilitator": False, **above})
    found.append({"name": named("Begeleider", "Facilitator"), "facilitator": True, **above})
    for nl, en in (("Beleidsmedewerker", "Policy officer"), ("Zorgverzekeraar", "Health insurer")):
        found.append({"name": named(nl, en), "facilitator": False, **above})
    return found


def frame(quarter: int, facilitated: bool) -> dict[str, Any]:
    here = facilitated and 0 < quarter <= 12
    ties = [[0, 1, 70], [2, 3, 60], *([[0, 2, 30]] if quarter < 9 else [])]
    ties += [[6, 7, 40], [0, 7, 55], [4, 7, 30]] if here else []
    between = sum(1 for i, j, _ in ties if i // 2 != j // 2 or 7 in (i, j))
    bridges = 1 if here else 0
    homes = [(n + quarter + (2 if here else 0)) % 5 for n in range(HOMES)]
    return {
        "ties": ties,
        "absent": [] if here else [7],
        "homes": homes,
        "helpers": [[n, n % 6] for n, state in enumerate(homes) if state >= 3],
        "counts": [
            between,
            bridges,
            2 + between,
            3 - bridges,
            12.5,
            homes.count(4),
            homes.count(1),
        ],
    }


def world(facilitated: bool) -> dict[str, Any]:
    return {"frames": [frame(quarter, facilitated) for quarter in range(QUARTERS)]}


def facilitated(question: Question, side: str) -> bool:
    chosen = question.a if side == "a" else question.b
    scenario = next(each for each in SCENARIOS if each.key == chosen.scenario)
    return dict(chosen.values).get("fake.hours", scenario.value("fake.hours")) > 0


@dataclass(frozen=True, eq=False)
class FakeBoardsSnapshot:
    question: Question
    stages: float
    residents: int = 1000

    @property
    def state(self) -> str:
        if self.question.b.scenario == "broken" and self.stages >= 1:
            return "failed"
        return "done" if self.pairs == PAIRS else "running"

    @property
    def failure(self) -> str | None:
        return "why.failed" if self.state == "failed" else None

    @property
    def pairs(self) -> int:
        return min(PAIRS, int(2 * self.stages))

    @property
    def runs_done(self) -> int:
        return 3 * self.pairs

    runs_wanted = 3 * PAIRS

    @property
    def data(self) -> Mapping[str, Any] | None:
        if not self.pairs:
            return None
        here = {side: facilitated(self.question, side) for side in ("a", "b")}
        worlds = {side: world(there) for side, there in here.items()}
        worlds |= {f"{side}0": world(False) for side, there in here.items() if there}
        return {
            "weeks": [13 * quarter for quarter in range(QUARTERS)],
            "seats": seats(),
            "organisations": [
                {"row": row, "name": named(*names)} for row, names in PARTIES.items()
            ],
            "board": {name: [0.5] for name in worlds},
            "worlds": worlds,
            "counts": ["between", "bridges", "linked", "apart", "connectors", "joint", "nobody"],
            "households": HOMES,
        }

    @property
    def apart(self) -> Mapping[str, Any]:
        if self.question.b.scenario == "crooked":
            raise RuntimeError("planted")
        found = {}
        for side in ("a", "b"):
            if facilitated(self.question, side):
                pairs = [(frame(q, True)["counts"], frame(q, False)["counts"])
                         for q in range(QUARTERS)]  # fmt: skip
                found[side] = [
                    [(float(x), float(y), PAIRS if y < x else 0, PAIRS if y > x else 0)
                     for x, y in zip(having, less, strict=True)]
                    for having, less in pairs
                ]  # fmt: skip
        return found
