"""Points of a study from a file with sets of numbers of one's own, as calibration writes them."""

from __future__ import annotations

from typing import Any

from experiments import uncertainty
from experiments.studies.sheet import Sheet
from scenarios.faults import Refused
from scenarios.source import Trail


def read(sheet: Sheet, trail: Trail, given: Any) -> tuple[Any, str, bool]:
    """What stands under ``points``; for the name of a file its sets, the name, and whose they are.

    The last says whether the sets are known to be of this model; true where they are no file's.
    Faults of the file are noted in the sheet, each with the row of the file in its words.
    """
    if not (isinstance(given, str) and uncertainty.is_file(given)):
        return given, "", True
    from experiments.calibration import own_sets  # here: it loads more than others need

    try:
        found = own_sets.read(given)
    except Refused as refused:
        sheet.adopt(trail, refused.faults)
        return [{}], given, True
    return [dict(each) for each in found.sets], given, found.of_this_model
