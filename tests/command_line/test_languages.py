"""What is said to people is said in one language: the one that was asked for."""

import re
import threading

import pytest

from experiments import reasons
from experiments.audits.report import stopped
from experiments.command_line import entry, progress, speech, warming, writing
from experiments.command_line.entry import main
from experiments.sensitivity.parts import AnotherStudy
from model.parameters import ADDRESSES
from scenarios.faults import Both, Fault, in_language


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]):
    """Type a command; its exit code, and what it says on stdout and stderr together."""

    def typed(*words: str) -> tuple[int, str]:
        code = main(words)
        captured = capsys.readouterr()
        return code, re.sub(r"\s+", " ", captured.out + captured.err)

    return typed


def test_levers_tell_why_they_have_their_size_in_the_language_that_is_asked_for(said):
    moving = ADDRESSES["moving.rate"].basis
    for language, source in (("nl", "Bron:"), ("en", "Source:")):
        code, out = said("levers", "--why", "--role", "uncertainty", "--language", language)
        assert code == 0
        begin = " ".join(reasons.reason(moving, language).split()[:2])
        assert begin in out
        assert source in out
    assert said("levers", "--json") == said("levers", "--why", "--json", "--language", "nl")


@pytest.mark.parametrize("place", ["doorsne", "utrecht"])
def test_a_place_that_is_not_there_is_told_in_plain_words(said, place: str):
    code, out = said("run", "as_it_is_now", "--place", place)
    assert code == 2
    assert not re.search(r"\b(wijk|wijken|plek)\b", out)
    _, dutch = said("run", "as_it_is_now", "--place", place, "--language", "nl")
    assert "neighbourhood" not in dutch
    assert "een plek" in dutch
    assert "samenspel places" in dutch


@pytest.mark.parametrize(
    ("words", "dutch"),
    [
        (("run", "as_it_is_now", "--language", "nl", "--years"), "hier hoort iets achter te staan"),
        (("run", "a", "--language", "nl", "--json=3"), "hier hoort niets achter te staan"),
        (("runn", "--language", "nl"), "opdracht: die opdracht is er niet"),
        (("validate", "--only", "Q9", "--language", "nl"), "er is geen rij met die sleutel"),
        (("app", "--port", "80", "--language", "nl"), "dit getal kan niet"),
        (("calibrate", "--language", "nl"), "--top 20:MAP?"),
    ],
    ids=lambda each: each[0] if isinstance(each, tuple) else "",
)
def test_mistakes_in_typing_are_told_in_dutch(said, words: tuple[str, ...], dutch: str):
    code, out = said(*words)
    assert code == 2
    assert dutch in out
    assert not re.search(r"\b(does not|requires|see|allowed|there is)\b", out)


def test_sizes_of_audits_have_dutch_names(said):
    _, out = said("audit", "knock_outs", "--dry-run", "--language", "nl")
    assert "bewoners 1000, herhalingen 8, in tweetallen" in out


def test_how_far_it_is_told_in_the_language_of_whoever_began(capsys: pytest.CaptureFixture[str]):
    """Another thread speaks first, and does not know which language was chosen."""
    speech.speak("nl")
    try:
        telling = progress.Progress(4)
        other = threading.Thread(target=telling._first.function, args=telling._first.args)
        other.start()
        other.join()
    finally:
        speech.speak(speech.USUAL)
    assert "0 van 4 doorrekeningen" in capsys.readouterr().err


def test_preparing_the_model_is_told_in_dutch_too():
    assert "Preparing" in warming.said_beforehand()
    speech.speak("nl")
    try:
        assert "wordt voorbereid" in warming.said_beforehand()
    finally:
        speech.speak(speech.USUAL)


def test_our_own_fault_is_owned_up_to_in_dutch(capsys: pytest.CaptureFixture[str]):
    speech.speak("nl")
    try:
        assert entry._own_up(ValueError("x"), for_machines=False) == 1
    finally:
        speech.speak(speech.USUAL)
    assert "een fout van Samenspel, niet van jou" in capsys.readouterr().err


def test_a_full_disk_is_told_in_dutch_without_the_words_of_the_system():
    fault = writing.unwritten("--out", "a.csv", OSError(28, "No space left on device"))
    assert "de schijf is vol" in fault.told("nl")
    assert "No space" not in fault.told("nl")
    assert "No space left on device" in fault.told("en")


def test_every_part_of_a_fault_may_be_in_two_languages():
    fault = Fault(Both("file", "bestand"), "x", "y", Both("FOLDER", "MAP"))
    assert fault.told("nl").startswith("bestand: ")
    assert "bedoel je MAP?" in fault.told("nl")
    assert fault.for_machines()["nearest"] == "FOLDER"


def test_what_differs_from_a_study_and_how_far_an_audit_came_are_told_in_both():
    differs = AnotherStudy(["seed", "something new"]).told()
    assert (differs, differs.nl) == ("seed, something new", "toevalsreeks, something new")
    (line,) = stopped(3, 7)
    assert in_language(line, "nl") == "GESTOPT na 3 van 7: dit gaat alleen over die"
