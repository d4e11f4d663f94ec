"""How outcomes are told: as a share, in weeks, or of the system as a whole."""

from __future__ import annotations

from model.declarations import Outcome, Unit

SHARE = (0.0, 1.0)


def share(
    key: str, top: str, bottom: str, margin: float, nl: str, en: str, better: str = "lower",
    family: str = "needs", by_group: bool = True,
) -> Outcome:  # fmt: skip
    """A share of what is counted by cell of residents; lower is better unless said."""
    return Outcome(
        key=key, top=top, bottom=bottom, margin=margin, nl=nl, en=en, better=better,
        unit=Unit.SHARE, between=SHARE, over_time="mean", family=family, by_group=by_group,
    )  # fmt: skip


def weeks(key: str, top: str, bottom: str, nl: str, en: str, quantile: float) -> Outcome:
    """A quantile of weeks, from a histogram."""
    return Outcome(
        key=key, top=top, bottom=bottom, margin=1.0, nl=nl, en=en, better="lower",
        unit=Unit.WEEKS, between=(0.0, 400.0), over_time="quantile", quantile=quantile,
        family="access",
    )  # fmt: skip


def mean_weeks(key: str, top: str, bottom: str, nl: str, en: str) -> Outcome:
    """Weeks on average, in which a few who wait very long count for as much as they wait."""
    return Outcome(
        key=key, top=top, bottom=bottom, margin=1.0, nl=nl, en=en, better="lower",
        unit=Unit.WEEKS, between=(0.0, 400.0), over_time="mean", family="access",
    )  # fmt: skip


def system(
    key: str, top: str, bottom: str, margin: float, nl: str, en: str, better: str,
    unit: Unit = Unit.SCORE, between: tuple[float, float] = SHARE, scale: float = 1.0,
    over_time: str = "mean",
) -> Outcome:  # fmt: skip
    """A ratio of what is counted of the system as a whole."""
    return Outcome(
        key=key, top=f"system.{top}", bottom=f"system.{bottom}", margin=margin, nl=nl, en=en,
        better=better, unit=unit, between=between, over_time=over_time, by_group=False,
        family="people", scale=scale,
    )  # fmt: skip


def spread(key: str, top: str, bottom: str, nl: str, en: str) -> Outcome:
    """How far a score differs between people: a standard deviation, within each week."""
    return system(
        key, top, bottom, 0.01, nl, en, "neither", between=(0.0, 0.5), over_time="spread",
    )  # fmt: skip


def working_hours(name: str, nl: str, en: str, better: str) -> tuple[Outcome, Outcome]:
    """Hours of one kind: as a share of working time, and in hours a week."""
    top = f"{name}_hours"
    return (
        system(
            f"hours_{name}", top, "available_hours", 0.005,
            f"Uren {nl}: deel van de werktijd van professionals",
            f"{en} hours: share of professionals' working time", better, Unit.SHARE,
        ),
        system(
            f"week_{name}", top, "weeks", 10.0,
            f"Uren {nl} per week: van alle professionals in de wijk samen",
            f"{en} hours a week: of all professionals in the neighbourhood", better,
            Unit.HOURS_PER_WEEK, (0.0, 20_000.0),
        ),
    )  # fmt: skip
