"""Start the page: python app.py [port]."""

from __future__ import annotations

import sys

from ui.serve import serve

PAGES = "ui.pages"
"""The module with the routes."""

if __name__ == "__main__":
    serve(PAGES, port=int(sys.argv[1]) if len(sys.argv) > 1 else 8765)
