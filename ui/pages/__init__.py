"""The pages, each under its own address."""

from __future__ import annotations

import solara

from ui.pages import lesson
from ui.pages.explore import Layout, Page

# The first page of all, at /, is no page of Solara: it needs no script (ui/start.py).
routes = [
    solara.Route(path="verken", component=Page, layout=Layout),
    solara.Route(path="les", component=lesson.Page, layout=Layout),
]
