"""One lever: it takes an address, and reads all else from the declaration behind it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import solara

from ui import words
from ui.families import FAMILIES
from ui.provider import Declaration


@solara.component_vue("lever.vue", vuetify=False)
def _Lever(
    id: str,
    address: str,
    name: str,
    meaning: str,
    unit: str,
    scale: float,
    digits: int,
    low: float,
    high: float,
    step: float,
    value: float,
    origin: float,
    other: float | None,
    other_letter: str,
    idle: bool,
    status: str,
    basis: str,
    choices: list[dict[str, Any]],
    language: str,
    heard: int,
    texts: dict[str, str],
    event_release: Callable[[dict[str, Any]], None],
) -> None:
    """The control in the browser."""


def Lever(
    declaration: Declaration,
    *,
    value: float,
    origin: float,
    other: tuple[str, float] | None,
    idle: str = "",
    language: str,
    on_release: Callable[[str, float], None],
    heard: int = 0,
) -> solara.Element:
    """The control of one declared number.

    `origin` is where reset brings it back to; `other` is the letter of the other side and what
    that side stands at, where the two differ. `idle` is the letter of the side on which it does
    nothing, if that is the side being turned. `on_release` hears the address and the new value
    once, when the lever is let go; `heard` differs when the lever was heard and stays as it was.
    """
    low, high = declaration.between
    unit = declaration.unit
    return _Lever(
        id="lever-" + declaration.address.replace(".", "-").replace("_", "-"),
        address=declaration.address,
        name=declaration.name(language),
        meaning=words.told(declaration.meaning(language)),
        unit=unit.label(language),
        scale=unit.scale,
        digits=unit.digits,
        low=low,
        high=high,
        step=declaration.step,
        value=value,
        origin=origin,
        other=other[1] if other else None,
        other_letter=other[0] if other else "",
        idle=bool(idle),
        status=declaration.status(language),
        basis=declaration.basis(language),
        choices=[{"value": v, "label": label[language]} for v, label in declaration.choices],
        language=language,
        heard=heard,
        texts=texts_of(declaration, idle, language),
        event_release=lambda data: on_release(data["address"], float(data["value"])),
    )


def allowed(declaration: Declaration, language: str) -> str:
    """What may be typed: a number between two others, in the unit that is shown."""
    low, high = declaration.between
    unit = declaration.unit
    return words.say(
        "lever.allowed",
        language,
        low=words.fine(low * unit.scale, language),
        high=words.fine(high * unit.scale, language),
        unit=unit.label(language),
    )


LEVER_TEXTS = ("less", "more", "reset", "help", "origin", "because")


def texts_of(declaration: Declaration, side: str, language: str) -> dict[str, str]:
    """The words around a lever, and why it may do nothing."""
    texts = {key: words.say(f"lever.{key}", language) for key in LEVER_TEXTS}
    texts["allowed"] = allowed(declaration, language)
    group = declaration.address.split(".")[0]
    kinds = {"spending": "money", **dict.fromkeys(FAMILIES["second"], "second")}
    because = f"lever.idle.{kinds.get(group, 'nobody')}"
    return texts | {"idle": words.say(because, language, side=side)}
