"""What a study says, in plain types: for machines, for the table and for the page."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from experiments import uncertainty
from experiments.command_line.output import number
from experiments.sensitivity import screening, variance, world
from experiments.sensitivity.designs import MORRIS, Design
from experiments.sensitivity.screening import Effect, Screened
from experiments.sensitivity.studies import Done
from experiments.sensitivity.variance import Divided, Index
from experiments.version import NOTE
from model.outcomes import OUTCOMES
from model.parameters import ADDRESSES

WEEKS_A_YEAR = 52


def data(done: Done, outcomes: tuple[str, ...], folder: str) -> dict[str, Any]:
    """All that was found of these outcomes, with the size of the study first."""
    told = {
        "note": NOTE.en,
        "method": done.study.design.method,
        "size": size(done),
        "complete": done.complete,
        "folder": folder,
        "failures": list(done.failures),
    }
    return told | (_screened(done, outcomes) if _is_morris(done) else _divided(done, outcomes))


def _is_morris(done: Done) -> bool:
    return done.study.design.method == MORRIS


def size(done: Done) -> dict[str, Any]:
    """How much was run, and of what."""
    study = done.study
    about = dict(study.about)
    return {
        "blocks": len(done.values),
        "blocks_wanted": study.blocks,
        "points": int(done.values.shape[0] * done.values.shape[1]),
        "replicates": study.replicates,
        "runs": int(runs_made(done)),
        "numbers": len(study.design.names),
        "factors": len(study.design.factors),
        "grouped": bool(study.design.groups),
        "not_moved": [name for name in uncertainty.addresses() if name not in study.design.names],
        "assumed_factors": sum(
            world.factor_is_assumed(study.design, factor) for factor in study.design.factors
        ),
        "seed": study.design.seed,
        "years": about.pop("weeks", 0) / WEEKS_A_YEAR,
        **about,
    }


def runs_made(done: Done) -> int:
    """How many runs there are."""
    blocks, points, replicates, _ = done.values.shape
    return blocks * points * replicates


def screened(done: Done) -> Mapping[str, Screened | None]:
    """The outcomes of a study by Morris."""
    return screening.screen(done, lambda name: world.factor_is_assumed(done.study.design, name))


def divided(done: Done) -> Mapping[str, Divided | None]:
    """The outcomes of a study by Sobol."""
    return variance.divide(done, lambda name: world.factor_is_assumed(done.study.design, name))


def _screened(done: Done, outcomes: tuple[str, ...]) -> dict[str, Any]:
    found = screened(done)
    chosen = {key: found[key] for key in outcomes}
    return {
        "ranking": [
            {"key": name, "share": number(share)} for name, share in screening.ranking(chosen)
        ],
        "outcomes": [
            _head(key)
            | (
                {"judged": False}
                if each is None
                else {
                    "judged": True,
                    "paths": each.paths,
                    "left_out": each.left_out,
                    "noise_share": number(each.noise),
                    "assumed_share": number(each.on_assumed),
                    "assumed_share_above_noise": number(each.on_assumed_clear),
                    "numbers": [_effect(done.study.design, one) for one in each.effects],
                }
            )
            for key, each in chosen.items()
        ],
    }


def _divided(done: Done, outcomes: tuple[str, ...]) -> dict[str, Any]:
    found = divided(done)
    return {
        "outcomes": [
            _head(key)
            | (
                {"judged": False}
                if each is None
                else {
                    "judged": True,
                    "rows": each.rows,
                    "left_out": each.left_out,
                    "spread": number(each.spread),
                    "noise_share": number(each.noise),
                    "assumed_share": number(each.on_assumed),
                    "numbers": [_index(one) for one in each.indices],
                }
            )
            for key, each in ((key, found[key]) for key in outcomes)
        ],
    }


def _head(key: str) -> dict[str, Any]:
    outcome = OUTCOMES[key]
    return {
        "key": key, "nl": outcome.name("nl"), "en": outcome.name("en"),
        "unit": outcome.unit.key, "margin": number(outcome.margin),
    }  # fmt: skip


def _effect(design: Design, effect: Effect) -> dict[str, Any]:
    return _named(design, effect.factor) | {
        "mu_star": number(effect.mu_star),
        "mu_star_confidence": number(effect.confidence),
        "mu": number(effect.mu),
        "sigma": number(effect.sigma),
        "size": number(effect.size),
        "luck": number(effect.luck),
        "clear": effect.clear,
    }


def _index(index: Index) -> dict[str, Any]:
    return _named(None, index.name) | {
        "first": number(index.first),
        "first_confidence": number(index.first_confidence),
        "total": number(index.total),
        "total_confidence": number(index.total_confidence),
    }


def _named(design: Design | None, name: str) -> dict[str, Any]:
    """Which number it is and what its size rests on; a group has no single range."""
    if name in ADDRESSES:
        declared = ADDRESSES[name]
        return {
            "key": name,
            "basis": declared.basis.status.value[0],
            "between": list(declared.between),
        }
    status = "assumed" if design and world.factor_is_assumed(design, name) else "not assumed"
    return {"key": name, "basis": status, "between": None}


def percent(share: float | None) -> str:
    """A share as people write it; a dash where there is none."""
    return "–" if share is None or math.isnan(share) else f"{100 * share:.0f} %"
