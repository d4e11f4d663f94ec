"""Which version of the project this is, and what every result says of itself."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import metadata
from pathlib import Path

from model.place_facts import Text

CHECKOUT = Path(__file__).parent.parent
NOTE = Text("denkmodel, geen voorspelling", "thinking model, not a forecast")


@cache
def version() -> str:
    """The version of this checkout, or of the installed project where there is none."""
    project = CHECKOUT / "pyproject.toml"
    if project.is_file():
        return tomllib.loads(project.read_text(encoding="utf-8"))["project"]["version"]
    return metadata.version("samenspel")
