"""The pages, each under its own address."""

from __future__ import annotations

import solara

from ui.pages import boards, why
from ui.pages.explore import Layout, Page

routes = [
    solara.Route(path="/", component=Page, layout=Layout),
    solara.Route(path="why", component=why.Page, layout=Layout),
    solara.Route(path="boards", component=boards.Page, layout=Layout),
]
