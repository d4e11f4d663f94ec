"""Serve the page on the made-up model: python -m tests.ui.serve_fake PORT."""

import sys

from ui.serve import serve

if __name__ == "__main__":
    serve("tests.ui.fake_pages", port=int(sys.argv[1]))
