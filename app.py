"""Start the page: python app.py [port]."""

from __future__ import annotations

import sys
from typing import cast

from experiments.front.desk import Desk
from ui.provider import Provider, use
from ui.serve import serve

PAGES = "ui.pages"
"""The module with the routes."""

if __name__ == "__main__":
    desk = Desk()
    use(cast(Provider, desk))  # the same shape; pyright wants fields to be of one very type
    desk.request(desk.start())  # so that the first visitor finds the first answer on its way
    serve(PAGES, port=int(sys.argv[1]) if len(sys.argv) > 1 else 8765)
