"""The pages, each under its own address."""

from __future__ import annotations

import solara

from ui.addresses import BOARDS, COMPARE, LESSONS, LIVE, WHY
from ui.pages import boards, compare, lesson, why
from ui.pages.explore import Layout, Page

# The first page of all, at /, is no page of Solara: it needs no script (ui/start.py).
routes = [
    solara.Route(path=LIVE.strip("/"), component=Page, layout=Layout),
    solara.Route(path=WHY.strip("/"), component=why.Page, layout=Layout),
    solara.Route(path=BOARDS.strip("/"), component=boards.Page, layout=Layout),
    solara.Route(path=LESSONS.strip("/"), component=lesson.Page, layout=Layout),
    solara.Route(path=COMPARE.strip("/"), component=compare.Page, layout=Layout),
]
