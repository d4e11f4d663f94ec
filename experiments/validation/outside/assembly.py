"""A6: teams of incumbents and newcomers, reduced to the assembly of Guimerà and others.

Newcomers come from nowhere, the usual partner is anybody a member worked with, and whoever is not
asked for long leaves. What is told is the share of people in the largest group who worked together.
"""

from __future__ import annotations

from functools import cache

import numpy as np

from experiments.validation.found import Found, found
from experiments.validation.outside.bare import numbers, written
from experiments.validation.runs import Runs
from model.processes.professionals import team_choice

SIZE, TEAMS, IDLE, TIMES = 4, 4_000, 1_000, 3

place_goes_to = written(team_choice.place_goes_to)


class Field:
    """Everybody who was ever in a team, with whom, and when for the last time."""

    def __init__(self, incumbents: float, repeating: float, seed: int):
        self.p = numbers(incumbents=incumbents, repeating=repeating)
        self.chance = np.random.default_rng(seed)
        self.partners: list[set[int]] = []
        self.last: list[int] = []
        self.there: list[int] = []

    def somebody(self, among: list[int]) -> int:
        """One of these, each as likely."""
        return among[self.chance.integers(len(among))]

    def newcomer(self) -> int:
        """Somebody who was in no team before."""
        self.partners.append(set())
        self.last.append(0)
        return len(self.partners) - 1

    def next_member(self, team: list[int]) -> int:
        """Who gets the next place in a team."""
        kind = place_goes_to(self.chance.random(), self.chance.random(), self.p)
        if kind == team_choice.NEW_FACE or len(self.there) <= SIZE:
            return self.newcomer()
        if kind == team_choice.PARTNER:
            before = [one for one in team if self.partners[one]]
            if before:
                free = sorted(self.partners[self.somebody(before)].difference(team))
                if free:
                    return self.somebody(free)
        one = self.somebody(self.there)
        while one in team:
            one = self.somebody(self.there)
        return one

    def work(self, round_: int) -> None:
        """One team comes together, and whoever was idle for long leaves."""
        team: list[int] = []
        for _ in range(SIZE):
            team.append(self.next_member(team))
        new = set(team).difference(self.there)
        for one in team:
            self.partners[one].update(other for other in team if other != one)
            self.last[one] = round_
        self.there += sorted(new)
        if round_ % 10 == 0:
            self.leave(round_ - IDLE)

    def leave(self, before: int) -> None:
        """Whoever was in no team since then goes, and nobody can ask them again."""
        gone = {one for one in self.there if self.last[one] < before}
        if not gone:
            return
        self.there = [one for one in self.there if one not in gone]
        for one in self.there:
            self.partners[one] -= gone

    def largest(self) -> float:
        """The share of those who are there in the largest group that hangs together."""
        unseen, most = set(self.there), 0
        while unseen:
            group = {unseen.pop()}
            edge = list(group)
            while edge:
                reached = self.partners[edge.pop()] & unseen
                unseen -= reached
                group |= reached
                edge += sorted(reached)
            most = max(most, len(group))
        return most / len(self.there)


@cache
def connected(incumbents: float, repeating: float) -> tuple[float, ...]:
    """The share in the largest group after so many teams, several times over."""
    shares = []
    for seed in range(TIMES):
        field = Field(incumbents, repeating, seed)
        for round_ in range(1, TEAMS + 1):
            field.work(round_)
        shares.append(field.largest())
    return tuple(shares)


def share_connected(runs: Runs, incumbents: float, repeating: float) -> Found:
    """The share of people in the largest group."""
    return found([float(np.mean(connected(incumbents, repeating)))], "computed", TIMES)


MEASURES = {"assembly.connected": share_connected}
