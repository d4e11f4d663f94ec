"""Features: which factors a forest of random trees needs to tell an outcome, with others too.

Trees see bends and interactions that a correlation misses. Extremely randomised trees of
scikit-learn are grown a few times, each time with other luck; the score of a factor is its share
of what the trees gain, and a factor of pure chance beside them shows what a score is worth.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from experiments.analysis import found, guards, luck, names, origin, reading
from experiments.analysis.found import Found
from experiments.analysis.reading import Results, Subject
from experiments.analysis.tables import Frame, tabled
from model.place_facts import Text

KIND = "features"
NOBODY = "(dummy)"
TREES, TIMES, FEWEST_POINTS = 200, 5, 30
TELLS_FROM = 0.3
"""Explained share of the spread in points that a tree had not seen, below which the scores say
little; chosen."""


def score(
    results: Results, about: Subject, leave_out: bool = False, seed: int = 1, times: int = TIMES
) -> Found:
    """Scores of all factors that vary; the place is one of them where there is more than one.

    Raises Refused for a study that is not whole, and for fewer than FEWEST_POINTS points.
    """
    frame = reading.values(results, about)
    frame, gone = guards.whole(frame, results, ("place", "point"), leave_out)
    points = guards.points(frame, results.factors)
    guards.enough(len(points), FEWEST_POINTS, "points", "punten")
    at = with_places(points, guards.axes(points, results.factors))
    value = points["value"].to_numpy(dtype=np.float64)
    scores, told = _grown(at, value, seed, times)
    table = tabled(
        {
            "outcome": about.outcome,
            "window": about.window,
            "of": about.of.en,
            "factor": [*at.columns, NOBODY],
            "score": scores.mean(axis=0),
            "lowest": scores.min(axis=0),
            "highest": scores.max(axis=0),
        }
    )
    table["above_dummy"] = table["lowest"] > float(scores[:, -1].max())
    table["explained"], table["points"] = told, len(points)
    noise = [luck.shares(guards.cube(rows)) for _, rows in frame.groupby("place", sort=True)]
    for key in ("noise_share", "own_noise_share"):
        table[key] = float(np.mean([each[key] for each in noise]))
    table = table.sort_values("score", ascending=False, ignore_index=True)
    said = (*_said(table, times, about.names), *found.left_out(gone, "points", "punten"))
    runs = found.runs_in(frame, about)
    asked = origin.options(leave_out, [("times", times, TIMES)], seed=seed)
    return Found(KIND, about, table, said, runs, gone, found.made_by(results), asked=asked)


def with_places(points: Frame, at: Frame) -> Frame:
    """The factors, and a column of 0 and 1 for each place where there is more than one."""
    places = sorted(set(points["place"]))
    if len(places) < 2:
        return at
    return at.assign(
        **{f"place={name}": (points["place"] == name).astype(float) for name in places}
    )


def _grown(
    at: Frame, value: NDArray[np.float64], seed: int, times: int
) -> tuple[NDArray[np.float64], float]:
    """Scores [time, factor and dummy], and the share of the spread told of points not seen."""
    from sklearn.ensemble import ExtraTreesRegressor  # here: it loads much

    scores, told = [], []
    for time in range(times):
        drawn = np.random.default_rng([seed, time]).random((len(at), 1))
        forest = ExtraTreesRegressor(
            n_estimators=TREES,
            min_samples_leaf=2,
            bootstrap=True,
            oob_score=True,
            random_state=seed * 1000 + time,
        )
        forest.fit(np.hstack([at.to_numpy(dtype=np.float64), drawn]), value)
        scores.append(forest.feature_importances_)
        told.append(forest.oob_score_)
    return np.array(scores), float(np.mean(told))


def _said(table: Frame, times: int, known: names.Names) -> tuple[Text, ...]:
    told, points = float(table["explained"].iloc[0]), int(table["points"].iloc[0])
    share = found.percent(max(0.0, told))
    said = [
        Text(
            f"De bomen verklaren {share.nl} van de spreiding in punten die zij niet zagen "
            f"({points} punten, {times} keer).",
            f"The trees explain {share.en} of the spread in points they had not seen "
            f"({points} points, {times} times).",
        )
    ]
    if told < TELLS_FROM:
        said.append(
            Text(
                "Dat is weinig: de scores hieronder zeggen dan ook weinig.",
                "That is little, so the scores below say little too.",
            )
        )
    above = table[table["above_dummy"] & (table["factor"] != NOBODY)].head(3)
    if above.empty:
        said.append(
            Text(
                "Geen factor scoort hoger dan een factor van puur toeval.",
                "No factor scores above one of pure chance.",
            )
        )
        return tuple(said)
    words = [(names.quoted(known.factor(str(row.factor))), found.percent(float(row.score)))
             for row in above.itertuples()]  # fmt: skip
    nl = ", ".join(f"{name.nl} ({score.nl})" for name, score in words)
    en = ", ".join(f"{name.en} ({score.en})" for name, score in words)
    said.append(Text(f"Het meest tellen {nl}.", f"What counts most: {en}."))
    return tuple(said)
