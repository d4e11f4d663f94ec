"""How the runs of a study are made again: what to type, and what must lie beside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

FOLDER, STUDY = "again", "study.yaml"
"""Where a study is made anew, and its file: both beside the runs that there are."""
ENDINGS = (".yaml", ".yml", ".csv")
COMMAND = f"samenspel study run {STUDY} --out {FOLDER}"
"""Typed in the folder of the study."""


def remake(text: str) -> dict[str, list[str]]:
    """``commands`` to type in the folder of a study, and the files of one's own that it ``needs``.

    Such files are found from where one types: their names are told as the study writes them.
    """
    return {"commands": [COMMAND], "needs": sorted(set(_files(yaml.safe_load(text))))}


def _files(given: Any) -> Iterator[str]:
    if isinstance(given, dict):
        for name, each in given.items():
            if name != "question":
                yield from _files(each)
    elif isinstance(given, list):
        for each in given:
            yield from _files(each)
    elif isinstance(given, str) and given.endswith(ENDINGS):
        yield given
