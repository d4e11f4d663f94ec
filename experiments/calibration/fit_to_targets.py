"""Numbers that bring the model near targets of one's own: a search that remembers (optuna).

A trial is a set of numbers, run a few times with the same pieces of luck as every other trial. It
is worth the root of the mean squared distance to the targets, in spreads. All trials stand in a
journal, so that a search goes on where it was. What is kept is every set that no target rules out
(see ``matching``), not only the best: where several sets do, the targets cannot tell them apart.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from experiments.calibration import matching
from experiments.calibration.aims import Aim
from experiments.calibration.ensemble import OWN
from experiments.sensitivity.parts import AnotherStudy

JOURNAL, NAME = "journal.log", "calibrate-to"
VALUES, IDENTITY = "values", "identity"
FAR = 1e6
"""What a set is worth in which a target could not be measured."""

Evaluate = Callable[[Mapping[str, float]], NDArray[np.float64]]
"""Numbers by address → what they come to [replicate, target]."""


@dataclass(frozen=True)
class Search:
    """What is sought: numbers within ``ranges``, for these aims; ``about`` says of which model."""

    ranges: Mapping[str, tuple[float, float]]
    whole: frozenset[str]
    aims: tuple[Aim, ...]
    replicates: int
    seed: int = 1
    about: Mapping[str, Any] = field(default_factory=dict)

    @property
    def identity(self) -> dict[str, Any]:
        """All that two searches must share for one to go on from the other."""
        return {
            "numbers": {name: list(ends) for name, ends in self.ranges.items()},
            "aims": [[aim.key, aim.value, aim.observed] for aim in self.aims],
            "replicates": self.replicates,
            "seed": self.seed,
            **self.about,
        }


@dataclass(frozen=True)
class Tried:
    """All trials so far: ``sets`` by address, and ``values`` [trial, replicate, target]."""

    search: Search
    sets: tuple[dict[str, float], ...]
    values: NDArray[np.float64]

    @property
    def worth(self) -> NDArray[np.float64]:
        """How far each trial is from the targets, in spreads [trial]."""
        return np.array([distance(each, self.search.aims) for each in self.values])

    @property
    def far(self) -> NDArray[np.float64]:
        """How far each trial lies from the target it misses most [trial], luck taken along."""
        return matching.worst(matching.implausibility(self.values, self.search.aims),
                              self.search.aims)  # fmt: skip

    @property
    def means(self) -> NDArray[np.float64]:
        """What each set comes to, the mean over luck [trial, target]."""
        return self.values.mean(axis=1)

    @property
    def left(self) -> NDArray[np.float64]:
        """What the sets that no target rules out come to, the mean over luck [set, target]."""
        return self.means[self.far < matching.LIMIT]

    def table(self) -> pd.DataFrame:
        """The sets that no target rules out, nearest first, as ``ensemble.read`` has them."""
        order = np.argsort(self.worth, kind="stable")
        kept = [number for number in order if self.far[number] < matching.LIMIT]
        rows = [{OWN[0]: 1, OWN[1]: self.far[number], OWN[2]: 0.0, **self.sets[number]}
                for number in kept]  # fmt: skip
        return pd.DataFrame(rows, columns=[*OWN, *self.search.ranges])


def distance(values: NDArray[np.float64], aims: Sequence[Aim]) -> float:
    """The root of the mean squared distance to the aims, in spreads; FAR where one is NaN."""
    target = np.array([aim.value for aim in aims])
    spread = np.sqrt([aim.variance for aim in aims])
    far = float(np.sqrt(np.mean(((values.mean(axis=0) - target) / spread) ** 2)))
    return far if np.isfinite(far) else FAR


def search(
    sought: Search,
    evaluate: Evaluate,
    folder: Path,
    trials: int,
    on_trial: Callable[[], None] | None = None,
    on_found: Callable[[int], None] | None = None,
) -> Tried:
    """Trials up to this number, those in the folder among them; Ctrl+C keeps what was tried.

    ``on_found`` hears how many trials were in the folder, ``on_trial`` of each that is made.

    Raises AnotherStudy where the folder holds a search for something else.
    """
    import optuna  # here: it loads much
    from optuna.storages.journal import JournalFileBackend

    optuna.logging.set_verbosity(optuna.logging.WARNING)
    folder.mkdir(parents=True, exist_ok=True)
    kept = optuna.storages.JournalStorage(JournalFileBackend(str(folder / JOURNAL)))
    study = optuna.create_study(storage=kept, study_name=NAME, load_if_exists=True)
    _the_same(study, sought)
    done = [trial for trial in study.trials if VALUES in trial.user_attrs]
    if on_found:
        on_found(len(done))
    # another seed for each part of a search, or the second would try what the first did
    study.sampler = optuna.samplers.TPESampler(
        seed=sought.seed + 1000 * len(done), multivariate=True
    )
    try:
        for _ in range(trials - len(done)):
            _try_one(study, sought, evaluate)
            if on_trial:
                on_trial()
    except KeyboardInterrupt:
        if not any(VALUES in trial.user_attrs for trial in study.trials):
            raise
    return _gathered(study, sought)


def _the_same(study: Any, sought: Search) -> None:
    there = study.user_attrs.get(IDENTITY)
    if there is None:
        study.set_user_attr(IDENTITY, sought.identity)
        return
    asked = sought.identity
    differs = [key for key in asked | there if asked.get(key) != there.get(key)]
    if differs:
        raise AnotherStudy(differs)


def _try_one(study: Any, sought: Search, evaluate: Evaluate) -> None:
    trial = study.ask()
    numbers = {
        name: float(trial.suggest_int(name, int(low), int(high))) if name in sought.whole
        else trial.suggest_float(name, low, high)
        for name, (low, high) in sought.ranges.items()
    }  # fmt: skip
    values = evaluate(numbers)
    trial.set_user_attr(VALUES, [[_kept(each) for each in row] for row in values])
    study.tell(trial, distance(values, sought.aims))


def _kept(value: float) -> float | None:
    return float(value) if np.isfinite(value) else None


def _gathered(study: Any, sought: Search) -> Tried:
    done = [trial for trial in study.trials if VALUES in trial.user_attrs]
    values = np.array([trial.user_attrs[VALUES] for trial in done], dtype=np.float64)
    sets = tuple({name: float(trial.params[name]) for name in sought.ranges} for trial in done)
    return Tried(sought, sets, values)
