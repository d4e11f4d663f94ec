"""What is typed after ``--uncertainty``: a word, or a file with sets of numbers of one's own."""

from __future__ import annotations

import sys

from experiments import uncertainty
from experiments.command_line import speech
from experiments.command_line.reader import Reader

KINDS = ("none", "priors", "ensemble")


def read(text: str, reader: Reader) -> str:
    """The word or the name of the file; what is wrong with it is remembered by the reader."""
    if uncertainty.is_file(text):
        from experiments.calibration import own_sets  # here: it loads more than others need

        found = reader.try_to(lambda: own_sets.read(text))
        if found is not None and not found.of_this_model:
            _tell(text)
        return text
    kind = reader.one_of("--uncertainty", text, KINDS)
    if kind == "ensemble":
        reader.ensemble()
    return kind


def _tell(name: str) -> None:
    """Say that nobody knows whether these sets hold for this model."""
    said = speech.say(
        f"Let op: de sets in {name} zijn van een ander model, of er staat niet bij van welk. Of ze "
        "bij dit model passen, is niet bekend.",
        f"Warning: the sets in {name} are of another model, or it is not said of which. Whether "
        "they suit this model is not known.",
    )
    print(said, file=sys.stderr)
