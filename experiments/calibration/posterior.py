"""Which numbers are likely, given targets of one's own: approximate Bayesian computation (pyabc).

Sets of numbers are drawn evenly from their ranges, and those that come nearest to the targets are
kept, moved a little and tried again, nearer each time. Each set is run with luck of its own, so
luck is part of what is not known. What comes back is a sample of sets; where it is as wide as the
range, the targets say nothing about that number.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from experiments.calibration import matching
from experiments.calibration.ensemble import OWN
from experiments.calibration.fit_to_targets import FAR, Search, distance
from experiments.sensitivity.parts import Parts

DATABASE = "posterior.db"
Evaluate = Callable[[Mapping[str, float], int], NDArray[np.float64]]
"""Numbers by address and the number of the first replicate → values [replicate, target]."""
MOST_LUCK = 2**20


@dataclass(frozen=True)
class Posterior:
    """A sample with weights: ``sets`` by address, and ``values`` [set, target] as they came out."""

    search: Search
    sets: tuple[dict[str, float], ...]
    weights: NDArray[np.float64]
    values: NDArray[np.float64]
    generations: int
    epsilon: float
    stopped: bool = False

    @property
    def drawn(self) -> NDArray[np.intp]:
        """As many sets as there are, drawn by weight: their numbers in ``sets``."""
        rng = np.random.default_rng(self.search.seed)
        count = len(self.sets)
        at = np.searchsorted(np.cumsum(self.weights), (np.arange(count) + rng.random()) / count)
        return np.minimum(at, count - 1)

    @property
    def left(self) -> NDArray[np.float64]:
        """What the sets that are drawn come to [set, target]."""
        return self.values[self.drawn]

    def table(self) -> pd.DataFrame:
        """As many sets as there are, drawn by weight, in the form of ``ensemble.read``."""
        far = matching.worst(
            matching.implausibility(self.values[:, np.newaxis], self.search.aims), self.search.aims
        )
        rows = [
            {OWN[0]: self.generations, OWN[1]: far[number], OWN[2]: 0.0, **self.sets[number]}
            for number in self.drawn
        ]
        return pd.DataFrame(rows, columns=[*OWN, *self.search.ranges])


def sample(
    sought: Search,
    evaluate: Evaluate,
    folder: Path,
    size: int,
    generations: int,
    epsilon: float = 1.0,
    on_set: Callable[[], None] | None = None,
    on_judged: Callable[[int, float, bool], None] | None = None,
    on_found: Callable[[int], None] | None = None,
) -> Posterior:
    """Generations up to this number, or until sets lie within ``epsilon`` spreads on the whole.

    A folder that holds generations of the same is gone on with; raises AnotherStudy where it
    holds something else. Ctrl+C keeps whole generations; before the first is whole nothing is
    there, and KeyboardInterrupt is raised. ``on_found`` hears how many generations were in the
    folder, ``on_set`` of each set that is tried, and ``on_judged`` in which generation it was (from
    1), within how many spreads a set must lie there, and whether it does.
    """
    import pyabc  # here: it loads much

    logging.getLogger("ABC").setLevel(logging.WARNING)  # it tells each step, and its own clock

    Parts(folder, {"method": "posterior", **sought.identity, "size": size}, ())  # or AnotherStudy
    np.random.seed((sought.seed + 7919 * len(list(folder.glob("*.db")))) % 2**32)  # noqa: NPY002
    names = {f"n{number}": name for number, name in enumerate(sought.ranges)}

    def run(drawn: Mapping[str, float]) -> dict[str, Any]:
        numbers = {name: _whole(name, drawn[short], sought) for short, name in names.items()}
        luck = int(np.random.randint(MOST_LUCK))  # noqa: NPY002  (the generator that pyabc uses)
        values = evaluate(numbers, luck * sought.replicates)
        if on_set:
            on_set()
        return {"values": values.mean(axis=0)}

    def apart(one: Mapping[str, Any], _: Mapping[str, Any]) -> float:
        return distance(np.atleast_2d(one["values"]), sought.aims)

    prior = _evenly(sought, names)
    abc = pyabc.ABCSMC(run, prior, apart, population_size=size,
                       sampler=pyabc.SingleCoreSampler(), acceptor=_judging(on_judged))  # fmt: skip
    history = _opened(abc, folder, sought, on_found)
    stopped = _stopped(abc, generations - history.n_populations, epsilon)
    history = pyabc.History(f"sqlite:///{folder / DATABASE}")
    if stopped and history.n_populations == 0:
        raise KeyboardInterrupt
    return replace(_gathered(history, sought, names), stopped=stopped)


def _judging(on_judged: Callable[[int, float, bool], None] | None) -> Any:
    """What keeps a set that is near enough, as pyabc does by itself, and tells of each."""
    from pyabc.acceptor import UniformAcceptor  # here: it loads much

    usual = UniformAcceptor()

    def judge(distance_function: Any, eps: Any, x: Any, x_0: Any, t: int, par: Any) -> Any:
        judged = usual(distance_function, eps, x, x_0, t, par)
        if on_judged:
            on_judged(t + 1, float(eps(t)), bool(judged.accept))
        return judged

    return judge


def _evenly(sought: Search, names: Mapping[str, str]) -> Any:
    """Every number drawn evenly from its range."""
    import pyabc  # here: it loads much

    return pyabc.Distribution(**{
        short: pyabc.RV("uniform", sought.ranges[name][0],
                        sought.ranges[name][1] - sought.ranges[name][0])
        for short, name in names.items()
    })  # fmt: skip


def _stopped(abc: Any, generations: int, epsilon: float) -> bool:
    """Make so many more generations; whether Ctrl+C came before the last was whole."""
    try:
        if generations > 0:
            abc.run(minimum_epsilon=epsilon, max_nr_populations=generations)
    except KeyboardInterrupt:
        return True
    return False


def _opened(abc: Any, folder: Path, sought: Search, on_found: Callable[[int], None] | None) -> Any:
    """The generations in the folder, to go on with, or none yet; how many is told."""
    path = folder / DATABASE
    address = f"sqlite:///{path}"
    if path.is_file():
        history = abc.load(address, 1)
    else:
        target = np.array([aim.value for aim in sought.aims])
        history = abc.new(address, {"values": target})
    if on_found:
        on_found(history.n_populations)
    return history


def _whole(name: str, value: float, sought: Search) -> float:
    return float(round(value)) if name in sought.whole else float(value)


def _gathered(history: Any, sought: Search, names: Mapping[str, str]) -> Posterior:
    last = history.max_t
    particles = history.get_population(t=last).particles
    sets = tuple(
        {name: _whole(name, float(each.parameter[short]), sought) for short, name in names.items()}
        for each in particles
    )
    weights = np.array([each.weight for each in particles], dtype=np.float64)
    values = np.array([np.asarray(each.sum_stat["values"]) for each in particles])
    epsilon = float(history.get_all_populations()["epsilon"].iloc[-1])
    values = np.where(np.isfinite(values), values, FAR)
    generations = int(history.n_populations)
    return Posterior(sought, sets, weights / weights.sum(), values, generations, epsilon)
