"""What tests of the command line share."""

from collections.abc import Iterator

import pytest

from experiments.command_line import speech


@pytest.fixture(autouse=True)
def usual_language() -> Iterator[None]:
    """Whatever a test spoke, the next one begins with the usual language."""
    yield
    speech.speak(speech.USUAL)
