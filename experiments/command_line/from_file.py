"""Own neighbourhoods on the command line: ``--place FILE.csv``, also with many places in it."""

from __future__ import annotations

from pathlib import Path

from experiments import own_table
from model.places import Place
from scenarios.faults import Both, Fault, Refused

KINDS = (".csv", ".txt", ".tsv")


def is_file(text: str) -> bool:
    """Whether a file is meant: by its ending, whether it is there or not."""
    return text.lower().endswith(KINDS)


def places(name: str) -> tuple[Place, ...]:
    """The neighbourhoods in this file; Refused with every fault."""
    try:
        data = Path(name).read_bytes()
    except OSError as reason:
        problem = Both("this file cannot be read", "dit bestand is niet te lezen")
        if isinstance(reason, FileNotFoundError):
            problem = Both("there is no such file", "dat bestand is er niet")
        allowed = Both(
            "a CSV file with a row for each neighbourhood: docs/own_places.md",
            "een CSV-bestand met een rij voor elke wijk: docs/own_places.md",
        )
        raise Refused([Fault("--place", name, allowed, None, problem)]) from None
    return own_table.read(own_table.text_of(data), Path(name).name)
