"""A small study that tests may run."""

import textwrap
from pathlib import Path

import pytest

SMALL = """
question: Does it matter who pays for time together?
scenarios: [as_it_is_now, more_mandate]
places: doorsnee
levers:
  hours.protected: [0, 2, 4]
uncertainties:
  trust.gain: {between: [0.03, 0.08]}
design:
  levers: grid
  uncertainties: {method: sobol, points: 2}
replicates: 2
years: 1
residents: 150
outcomes: [need_any, burden]
windows: {final: , early: [0, 13]}
"""


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """The file of a study of 24 runs that take a few seconds in all."""
    file = tmp_path / "small.yaml"
    file.write_text(textwrap.dedent(SMALL).lstrip(), encoding="utf-8")
    return file
