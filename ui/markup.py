"""Plain HTML elements, so that headings, sections and landmarks are what they seem to be."""

from __future__ import annotations

from collections.abc import Sequence

import reacton.ipyvuetify as vuetify
import solara

Child = solara.Element | str


def element(
    tag: str, children: Sequence[Child] = (), look: str = "", **attributes: str | bool
) -> solara.Element:
    """One element; underscores in the names of attributes become hyphens."""
    named = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
    return vuetify.Html(tag=tag, children=list(children), class_=look, attributes=named)


def section(
    identity: str, title: str, children: Sequence[Child], look: str = "", *, busy: bool = False
) -> solara.Element:
    """A section with its heading, announced as a region under that name; busy while it is old."""
    heading = element("h2", [title], id=f"{identity}-heading")
    return element(
        "section",
        [heading, *children],
        look,
        id=identity,
        aria_labelledby=f"{identity}-heading",
        aria_busy=told(busy),
    )


def told(yes: bool) -> str:
    """A yes or no as attributes for assistive technology have it."""
    return "true" if yes else "false"


def paragraph(text: str, look: str = "", **attributes: str | bool) -> solara.Element:
    """One paragraph."""
    return element("p", [text], look, **attributes)
