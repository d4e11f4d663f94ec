"""A12: who is believed when vouching for another, by the rule of credibility alone."""

from __future__ import annotations

import numpy as np

from experiments.validation.found import Found, found, share
from experiments.validation.outside.bare import numbers, written
from experiments.validation.runs import Runs
from model.processes.facilitators import credibility

believed = written(credibility.believed)
P = numbers(loss=1.0, gain=0.8, sharpness=0.1, concern=0.5)


def word(cares_for_listener: float, cares_for_other: float, paid: float) -> float:
    """How far a word is believed, 0 to 1."""
    return believed(cares_for_listener, cares_for_other, paid, P)


def as_condition(runs: Runs) -> Found:
    """The share of a grid on which a word counts just where lying would not pay."""
    grid = np.linspace(0.0, 1.0, 21)
    same = [
        (word(i, j, paid) > 0.5) == (i * P.loss > paid + j * P.gain)
        for i in grid
        for j in grid
        for paid in grid
        if abs(i * P.loss - paid - j * P.gain) > 1e-9
    ]
    return share(same, "computed")


def said(runs: Runs, listener: float, other: float, paid: float) -> Found:
    """How far one word is believed."""
    return found([word(listener, other, paid)], "computed")


MEASURES = {"vouching.as_condition": as_condition, "vouching.said": said}
