"""A study made block by block: every point of a block run with the same luck, in threads.

Each block has luck of its own, the same at all its points, so that what differs within a block is
what the numbers do. Over blocks the luck differs, so that no index rests on one piece of it.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from experiments import batch
from experiments.sensitivity.designs import Design, Shares
from experiments.sensitivity.parts import Block, Parts

Evaluate = Callable[[NDArray[np.float64], int], NDArray[np.float64]]
"""The shares of a point [number] and a replicate → what it comes to [outcome]."""


@dataclass(frozen=True)
class Study:
    """A design, how much of it, and what is run; ``about`` says so to whoever reads the folder."""

    design: Design
    outcomes: tuple[str, ...]
    blocks: int
    replicates: int
    about: Mapping[str, Any] = field(default_factory=dict)

    @property
    def manifest(self) -> dict[str, Any]:
        """All that two studies must share for one to go on from the other."""
        design = self.design
        return {
            "method": design.method,
            "names": list(design.names),
            "groups": list(design.groups),
            "seed": design.seed,
            "replicates": self.replicates,
            **self.about,
        }

    @property
    def runs(self) -> int:
        """How many runs all of it takes."""
        return self.blocks * self.design.points * self.replicates


@dataclass(frozen=True)
class Done:
    """What there is of a study: ``shares`` [block, point, number] and ``values`` of whole blocks.

    ``values`` is [block, point, replicate, outcome].
    """

    study: Study
    shares: Shares
    values: NDArray[np.float64]
    failures: tuple[str, ...]

    @property
    def complete(self) -> bool:
        """Whether all blocks asked for are there."""
        return len(self.values) == self.study.blocks

    def outcome(self, key: str) -> tuple[Shares, NDArray[np.float64], int]:
        """Shares and values of one outcome in the blocks without NaN, and how many had one.

        A block with a hole in it can neither be averaged nor mended, so it is left out whole.
        """
        values = self.values[..., self.study.outcomes.index(key)]
        whole = np.isfinite(values).all(axis=(1, 2))
        return self.shares[whole], values[whole], int((~whole).sum())


def make(
    study: Study,
    evaluate: Evaluate,
    folder: Path,
    threads: int | None = None,
    on_run: Callable[[int], None] | None = None,
) -> Done:
    """The study, as far as it comes: Ctrl+C keeps the blocks that are whole.

    ``on_run`` is told how many runs were made or found. Raises AnotherStudy for a folder of
    another, KeyboardInterrupt when not one block is there.
    """
    parts = Parts(folder, study.manifest, study.outcomes)
    shares = study.design.blocks(study.blocks)
    told = on_run or (lambda _: None)
    blocks: list[Block] = []
    try:
        for number in range(study.blocks):
            found = parts.find(number, study.design.points, study.replicates)
            if found:
                told(study.design.points * study.replicates)
            blocks.append(found or _made(study, evaluate, shares[number], number, parts,
                                         threads or batch.THREADS, told))  # fmt: skip
    except KeyboardInterrupt:
        if not blocks:
            raise
    return Done(
        study=study,
        shares=shares[: len(blocks)],
        values=np.stack([block.values for block in blocks]),
        failures=tuple(why for block in blocks for why in block.failures),
    )


def _made(
    study: Study,
    evaluate: Evaluate,
    shares: Shares,
    number: int,
    parts: Parts,
    threads: int,
    told: Callable[[int], None],
) -> Block:
    """One block, run and kept; what breaks off is a row of it, not the end of the study."""
    values = np.full((len(shares), study.replicates, len(study.outcomes)), np.nan)
    failures: dict[tuple[int, int], str] = {}
    stop = threading.Event()

    def one(point: int, run: int) -> None:
        if stop.is_set():
            return
        try:
            values[point, run] = evaluate(shares[point], number * study.replicates + run)
        except Exception as reason:
            failures[point, run] = f"{type(reason).__name__}: {reason}"

    with ThreadPoolExecutor(threads, thread_name_prefix="sensitivity") as pool:
        jobs = [
            pool.submit(one, point, run)
            for point in range(len(shares))
            for run in range(study.replicates)
        ]
        try:
            for _ in _ended(jobs):
                told(1)
        except BaseException:
            stop.set()
            raise
    return parts.keep(number, values, failures)


def _ended(jobs: list[Future[None]]) -> Iterator[None]:
    for job in as_completed(jobs):
        yield job.result()
