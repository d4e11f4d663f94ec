"""Wave after wave: run sets that are not ruled out yet, learn from them, and look where is left.

Each wave is a study of its own in a folder of its own, kept part by part, so that Ctrl+C loses one
part and the same command goes on. What a wave proposes depends on the waves before it alone.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.stats import qmc

from experiments.calibration import matching
from experiments.calibration.aims import Aim
from experiments.calibration.matching import Emulator
from experiments.sensitivity import studies
from experiments.sensitivity.designs import Design, Shares
from experiments.sensitivity.studies import Evaluate, Study

PART = 10
"""Points in a part: the least that is kept."""
POOL = 2**15
"""Sets that are looked at by the emulators to find those that are not ruled out."""
DISTRUST = 4
"""With fewer points of a wave than this many for each parabola it proposes nothing narrower."""


@dataclass(frozen=True)
class Listed(Design):
    """A design of points that were chosen elsewhere, in parts."""

    listed: tuple[tuple[float, ...], ...] = ()

    @property
    def points(self) -> int:
        """Points in a part."""
        return PART

    def blocks(self, count: int) -> Shares:
        """The first ``count`` parts [part, point, number]."""
        whole = np.array(self.listed, dtype=np.float64)
        return whole.reshape(-1, PART, len(self.names))[:count]


@dataclass(frozen=True)
class Asked:
    """What is to be matched, and how much of it; points go in parts of ten."""

    names: tuple[str, ...]
    aims: tuple[Aim, ...]
    waves: int
    points: int
    replicates: int
    seed: int = 1
    about: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Wave:
    """One wave: its points, what they came to, and the share of all sets that it was drawn from.

    ``left`` is 1 in the first wave; later it is the part of a pool over all ranges that no wave
    before ruled out.
    """

    shares: Shares
    values: NDArray[np.float64]
    left: float
    complete: bool


@dataclass(frozen=True)
class Matched:
    """All waves; ``shares`` [point, number] and implausibility ``far`` [point, aim] of each run.

    ``ended`` says why no further wave was made: "done", "stopped" or "nothing left".
    """

    asked: Asked
    waves: tuple[Wave, ...]
    ended: str

    @property
    def shares(self) -> Shares:
        """The points of all waves, in order."""
        return np.concatenate([wave.shares for wave in self.waves])

    @property
    def far(self) -> NDArray[np.float64]:
        """How far each point lies from each aim, with the luck of its own wave."""
        return np.concatenate(
            [matching.implausibility(wave.values, self.asked.aims) for wave in self.waves]
        )

    @property
    def accepted(self) -> NDArray[np.bool_]:
        """Which points no aim rules out; aims that are held out have no say."""
        return matching.worst(self.far, self.asked.aims) < matching.LIMIT

    def conflicts(self) -> list[tuple[str, float]]:
        """Aims that stand in the way of the set that comes nearest; none where one is accepted."""
        if self.accepted.any():
            return []
        far = self.far
        nearest = int(np.argmin(matching.worst(far, self.asked.aims)))
        return [
            (aim.key, float(value))
            for aim, value in zip(self.asked.aims, far[nearest], strict=True)
            if value >= matching.LIMIT and not aim.held_out
        ]


def match(
    asked: Asked,
    evaluate: Evaluate,
    folder: Path,
    threads: int | None = None,
    on_run: Callable[[int], None] | None = None,
) -> Matched:
    """The waves, as far as they come; raises AnotherStudy for a folder of other waves."""
    waves: list[Wave] = []
    emulators: list[Emulator] = []
    ended = "done"
    for number in range(asked.waves):
        points, left = _proposed(asked, number, emulators)
        if points is None:
            ended = "nothing left"
            break
        made = studies.make(
            _study(asked, number, points), evaluate, folder / f"wave-{number + 1}", threads, on_run
        )
        shares = made.shares.reshape(-1, len(asked.names))
        values = made.values.reshape(-1, asked.replicates, len(asked.aims))
        waves.append(Wave(shares, values, left, made.complete))
        if not made.complete:
            ended = "stopped"
            break
        emulators += _learnt(asked, shares, values)
    return Matched(asked, tuple(waves), ended)


def _study(asked: Asked, number: int, points: Shares) -> Study:
    listed = tuple(map(tuple, points.tolist()))
    drawn = hashlib.blake2b(repr(listed).encode(), digest_size=10).hexdigest()
    return Study(
        design=Listed("waves", asked.names, (), asked.seed, listed=listed),
        outcomes=tuple(aim.key for aim in asked.aims),
        blocks=len(points) // PART,
        replicates=asked.replicates,
        about=dict(asked.about) | {"wave": number + 1, "drawn": drawn},
    )


def _learnt(asked: Asked, shares: Shares, values: NDArray[np.float64]) -> list[Emulator]:
    """An emulator of this wave, where there are points enough to trust one."""
    terms = 1 + 2 * len(asked.names)
    measured = int(np.isfinite(values).all(axis=(1, 2)).sum())
    return [matching.emulator(shares, values)] if measured >= DISTRUST * terms else []


def _proposed(
    asked: Asked, number: int, emulators: Sequence[Emulator]
) -> tuple[Shares | None, float]:
    """The points of a wave, and the share of a pool that is left; None where too little is."""
    pool = qmc.Sobol(len(asked.names), scramble=True, rng=asked.seed + number)
    wanted = PART * max(1, round(asked.points / PART))
    whole = pool.random_base2(max(POOL, wanted).bit_length() - 1)
    left = matching.not_ruled_out(whole, emulators, asked.aims)
    enough = len(left) >= wanted
    return (left[:wanted] if enough else None), len(left) / len(whole)
