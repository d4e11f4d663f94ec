"""From words typed after an option to a value, every fault remembered."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from experiments import own_place
from experiments.command_line import from_file, speech, writing
from model.places import DEFAULT_PLACE, PLACES, Place, UnknownPlace
from scenarios.faults import FEW, Both, Fault, Refused, near, offered

if TYPE_CHECKING:
    from experiments.batch import Window

PREDEFINED = ("final", "during", "after")
MOST_SAVED = 200
"""Runs in one file: all of them are in memory at once, at 2 to 3 MB each."""
Given = TypeVar("Given")
IN_HELP = Both("see --help", "zie --help")
OUTCOMES_LISTED = Both("samenspel outcomes", "samenspel outcomes")
MECHANISMS_LISTED = Both(
    "the words before the dot in samenspel levers",
    "de woorden voor de punt in samenspel levers",
)
"""Where all of what may be named is listed."""


class Reader:
    """Reads options one by one and remembers every fault."""

    def __init__(self) -> None:
        """Begin without faults."""
        self.faults: list[Fault] = []

    def try_to(self, read: Callable[[], Given]) -> Given | None:
        """What comes of reading, or None when it was refused."""
        try:
            return read()
        except Refused as refused:
            self.faults += refused.faults
            return None

    def whole(self, where: str, text: str, low: int, high: int) -> int:
        """A whole number within limits; the nearest that is, when it is not."""
        try:
            value = int(text)
        except ValueError:
            self._outside(where, text, low, high, None)
            return low
        if not low <= value <= high:
            closest = min(max(value, low), high)
            self._outside(where, text, low, high, str(closest))
            return closest
        return value

    def _outside(self, where: str, text: str, low: int, high: int, nearest: str | None) -> None:
        problem = Both("this number cannot be used", "dit getal kan niet")
        allowed = Both(f"{low} to {high}, whole", f"{low} tot en met {high}, heel")
        self.faults.append(Fault(where, text, allowed, nearest, problem))

    def one_of(self, where: str, text: str, words: Sequence[str], listed: Both = IN_HELP) -> str:
        """One of these words, which are many where they are ``listed``; the first when none."""
        if text in words:
            return text
        problem = Both("there is no such choice", "die keuze is er niet")
        allowed = offered(text, words, listed)
        self.faults.append(Fault(where, text, allowed, near(text, words), problem))
        return words[0]

    def settings(self, where: str, texts: Sequence[str]) -> dict[str, float]:
        """ADDRESS=VALUE, each; the last of two for one address counts."""
        from scenarios import checking  # here: it loads the model

        values: dict[str, float] = {}
        for text in texts:
            address, sign, written = text.partition("=")
            here, address = f"{where} {text}", address.strip()
            try:
                value = float(_numeral(written))
            except ValueError:
                allowed = Both(
                    "ADDRESS=VALUE, such as hours.protected=3",
                    "ADRES=WAARDE, zoals hours.protected=3",
                )
                nearest = f"{address}={written.replace(',', '.')}" if "," in written else None
                problem = Both("there is no = in it", "er staat geen = in")
                if sign:
                    problem = Both("this is not a number", "dit is geen getal")
                self.faults.append(Fault(here, written or text, allowed, nearest, problem))
                continue
            fault = checking.value_fault(address, value, here)
            if fault:
                self.faults.append(fault)
            else:
                values[address] = value
        return values

    def places(self, texts: Sequence[str]) -> tuple[Place, ...]:
        """The places by id, code, name or file; the default place when none was named."""
        found: dict[str, Place] = {}
        for text in texts or (DEFAULT_PLACE,):
            if from_file.is_file(text):
                own = self.try_to(lambda text=text: from_file.places(text)) or ()
                found |= {place.id: place for place in own}
                continue
            try:
                place = own_place.find(text)
                found[place.id] = place
            except UnknownPlace as unknown:
                self.faults.append(_no_place(text, unknown))
        return tuple(found.values())

    def mechanisms(self, texts: Sequence[str]) -> tuple[str, ...]:
        """Mechanisms to switch off, comma between them."""
        from model.parameters import MECHANISMS  # here: it loads the model

        possible = [name for name, addresses in MECHANISMS.items() if addresses]
        names = self.words("--without", texts)
        chosen = (self.one_of("--without", name, possible, MECHANISMS_LISTED) for name in names)
        return tuple(dict.fromkeys(chosen))

    def windows(self, texts: Sequence[str], weeks: int) -> dict[str, Window | None]:
        """NAME=FROM:TO, each, in weeks; half-open."""
        from experiments.batch import Window  # here: it loads the model

        windows: dict[str, Window | None] = {}
        for text in texts:
            match = re.fullmatch(r"([A-Za-z]\w*)=(\d+):(\d+)", text)
            begin, end = (int(match[2]), int(match[3])) if match else (0, 0)
            if match and match[1] in (*PREDEFINED, *windows):
                names = ", ".join((*PREDEFINED, *windows))
                taken = Both(f"a name other than {names}", f"een andere naam dan {names}")
                problem = Both("this name is taken", "deze naam is al gebruikt")
                self.faults.append(Fault(f"--window {text}", match[1], taken, None, problem))
            elif not match or not 0 <= begin < end <= weeks:
                allowed = Both(
                    f"NAME=FROM:TO with 0 <= FROM < TO <= {weeks} weeks",
                    f"NAAM=VAN:TOT met 0 <= VAN < TOT <= {weeks} weken",
                )
                nearest = f"{match[1]}={min(begin, weeks - 1)}:{weeks}" if match else None
                problem = Both("this is not a window", "dit is geen venster")
                if match:
                    problem = Both("this window does not lie within the run",
                                   "dit venster valt buiten de looptijd")  # fmt: skip
                self.faults.append(Fault("--window", text, allowed, nearest, problem))
            else:
                windows[match[1]] = Window(match[1], begin, end)
        return windows

    def state_files(self, save: str | None, resume: str | None, places: int, runs: int) -> None:
        """Whether runs can be saved here, and there is something to go on with."""
        if resume is not None and not os.path.isfile(resume):
            problem = Both("there is no such file", "dat bestand is er niet")
            allowed = Both("a file made with --save", "een bestand dat met --save is gemaakt")
            self.faults.append(Fault("--resume", resume, allowed, None, problem))
        self.file_to_write(save, "--save")
        for option, given in (("--save", save), ("--resume", resume)):
            if given is not None and (places > 1 or runs > MOST_SAVED):
                problem = Both("too much for one file", "te veel voor één bestand")
                allowed = Both(
                    f"one place, at most {MOST_SAVED} runs",
                    f"één plek, hooguit {MOST_SAVED} doorrekeningen",
                )
                self.faults.append(Fault(option, given, allowed, None, problem))

    def ensemble(self) -> None:
        """Whether there are sets of numbers left by a calibration of this very model."""
        from experiments.calibration import ensemble  # here: it loads more than others need

        try:
            ensemble.read()
        except ensemble.NoEnsemble as reason:
            problem = Both(str(reason), "er is geen ensemble van dit model")
            allowed = Both(
                "priors, which draws over the declared ranges; or make one: samenspel calibrate",
                "priors, dat over de opgegeven bereiken trekt; of maak er een: samenspel calibrate",
            )
            self.faults.append(Fault("--uncertainty", "ensemble", allowed, "priors", problem))

    def file_to_write(self, text: str | None, where: str, *kinds: str) -> None:
        """Whether a file of this name can be written, before anything is run for it."""
        if text is not None:
            self.faults += writing.file_faults(where, text, kinds)

    def words(self, where: str, texts: Sequence[str]) -> list[str]:
        """The words in these texts, comma between them, each once; a text without any is a fault.

        So that an empty name is never taken for everything.
        """
        for text in texts:
            if not text.replace(",", "").strip():
                problem = Both("nothing is named here", "hier staat niets")
                allowed = Both(
                    "one or more names, comma between them, or no such option",
                    "een of meer namen met een komma ertussen, of deze optie niet",
                )
                self.faults.append(Fault(where, text, allowed, None, problem))
        words = (word.strip() for text in texts for word in text.split(",") if word.strip())
        return list(dict.fromkeys(words))


def _numeral(written: str) -> str:
    """A number as the parser reads it; in Dutch a comma may stand where the tables show one."""
    return written.replace(",", ".") if speech.language() == "nl" else written


def _no_place(text: str, unknown: UnknownPlace) -> Fault:
    """What to say of a place that is not there: what sounds like it, and how to list places.

    A municipality that is named, or nearly, is told with its places; nothing far off is offered.
    """
    typed = text.casefold().strip().removeprefix("gemeente ")
    alike = [each for each in unknown.nearest if near(typed, _names(PLACES[each]))]
    towns = {place.municipality.casefold(): place.municipality for place in PLACES.values()}
    towns.pop("", None)
    exactly = next((town for town in towns if town in typed), None)
    names = (name for each in alike for name in _names(PLACES[each]))
    meant = exactly or near(typed, (*towns, *names))
    town = meant if meant in towns else None
    nearest = None if town or not alike else alike[0]
    message = unknown.message
    problem = Both(message.en.split(".")[0], message.nl.split(".")[0])
    return Fault("--place", text, _places_there(towns.get(town or "", ""), alike), nearest, problem)


def _places_there(town: str, alike: Sequence[str]) -> Both:
    """Where a place is found: in a municipality, among a few that sound alike, or in the list."""
    count = len(PLACES)
    named = alike
    if town:
        named = [key for key, place in PLACES.items() if place.municipality == town]
        return Both(
            f"a place in {town}, such as {', '.join(named[:FEW])} "
            f"(all {len(named)}: samenspel places --family {_typed(town)})",
            f"een plek in {town}, zoals {', '.join(named[:FEW])} "
            f"(alle {len(named)}: samenspel places --family {_typed(town)})",
        )
    if named:
        few = ", ".join(named[:FEW])
        return Both(
            f"a place, such as {few} (all {count}: samenspel places)",
            f"een plek, zoals {few} (alle {count}: samenspel places)",
        )
    return Both(
        f"a place: samenspel places lists all {count}, samenspel places WORD looks for one",
        f"een plek: samenspel places toont alle {count}, samenspel places WOORD zoekt er een",
    )


def _typed(word: str) -> str:
    """A word as it is typed after an option."""
    return f'"{word}"' if " " in word else word


def _names(place: Place) -> tuple[str, ...]:
    """What somebody may call a place: its id, that without the municipality, and its name."""
    municipality = place.municipality.casefold().replace(" ", "-")
    return place.id, place.id.removeprefix(f"{municipality}-"), place.name.casefold()
