"""Places (wijken) to run the model on: real ones from open data, and three made-up ones.

A place gives numbers of people, composition and levels of need; never behaviour.
The figures stand in ``places.csv`` as published; what is missing is filled in by
``place_filling`` and says so.
"""

from __future__ import annotations

import csv
import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from model.place_facts import FACTS, LONELY_2016, NATIONAL, Fact, Text
from model.place_filling import fill
from model.place_sources import EXTRA_CAVEATS, ORIGINS, SMALL_PLACE
from model.stylised_places import STYLISED

DEFAULT_PLACE = "utrecht-overvecht"
"""A wijk with known composition, so that a first run rests on data."""

SMALL_POPULATION = 1_500

_FILE = Path(__file__).parent / "places.csv"


@dataclass(frozen=True, kw_only=True)
class Place:
    """A wijk, its twelve facts, and where they come from.

    ``name_status`` is official, as_in_source, largest_buurten (no official name in the
    source), unchecked (name added from memory) or made_up. ``recorded_use`` holds
    published use of provisions in percent: to hold results against, never input.
    """

    id: str
    code: str
    name: str
    name_status: str
    municipality: str
    level: str
    year: str
    population: int
    facts: Mapping[str, Fact]
    recorded_use: Mapping[str, float]
    source: Text
    licence: Text
    caveat: Text
    stylised: bool = False

    @property
    def known_count(self) -> int:
        """How many of the twelve facts are known."""
        return sum(fact.status == "known" for fact in self.facts.values())

    @property
    def coverage(self) -> Text:
        """How much is known, as a phrase: "8 van 12 feiten bekend"."""
        count, total = self.known_count, len(FACTS)
        if self.stylised:
            return Text(
                f"verzonnen wijk: {count} van {total} feiten vastgesteld",
                f"made-up neighbourhood: {count} of {total} facts settled",
            )
        return Text(f"{count} van {total} feiten bekend", f"{count} of {total} facts known")

    @property
    def label(self) -> Text:
        """Name and municipality, with a warning where the name was added from memory."""
        where = f"{self.name}, {self.municipality}" if self.municipality else self.name
        if self.name_status == "unchecked":
            return Text(f"{where} (naam niet gecontroleerd)", f"{where} (name not checked)")
        if self.stylised:
            stylised = STYLISED[self.id].name
            return Text(f"{stylised.nl} (verzonnen)", f"{stylised.en} (made up)")
        return Text(where, where)

    def values(self) -> dict[str, float]:
        """The central value of each fact."""
        return {key: fact.value for key, fact in self.facts.items()}

    def values_at(self, shares: Mapping[str, float]) -> dict[str, float]:
        """Each fact at its share (0 to 1) of its range; central where no share is given."""
        return {key: fact.at(shares.get(key, 0.5)) for key, fact in self.facts.items()}


class UnknownPlace(LookupError):  # noqa: N818  (it names what is the matter)
    """There is no such place to run; says in both languages what comes near."""

    def __init__(self, message: Text, nearest: tuple[str, ...] = ()) -> None:
        """Keep both messages and the ids that come near."""
        super().__init__(f"{message.nl} / {message.en}")
        self.message = message
        self.nearest = nearest


_MARGINS = MappingProxyType({"mean_household_size": 0.05, "ses_woa": 0.1})
_HEALTH_MARGIN = 0.015
"""Our judgement of how far a model estimate of RIVM may be off for one wijk."""

_NEEDS = ("share_severely_lonely", "share_anxiety_depression", "share_physical_limitation")

_LONELY_IN_UTRECHT = Fact(
    0.21, 0.20, 0.23, "known",
    Text(
        "Volksgezondheidsmonitor Utrecht 2022: ruim een op de vijf volwassenen; in 2020 was het "
        "in Overvecht 21 % (landelijk toen 11 %), dus dan lag het verhoudingsgewijs hoger",
        "Utrecht health monitor 2022: over one in five adults; in 2020 it was 21 % in Overvecht "
        "(11 % nationally), so that year it stood higher in comparison",
    ),
    NATIONAL["share_severely_lonely"].value,
)  # fmt: skip

_SURVEYED = MappingProxyType(
    {
        "utrecht-overvecht": {"share_severely_lonely": _LONELY_IN_UTRECHT},
        "utrecht-zuidwest": {"share_severely_lonely": _LONELY_IN_UTRECHT},
    }
)
"""Facts from a survey that is not part of the table."""


def _published(row: Mapping[str, str], key: str) -> Fact:
    """A figure of the table as a fact, with the room that rounding and method leave."""
    value = float(row[key])
    whole_percents = row["block"] == "heerenveen" or key == "share_social_rent"
    rounding = 0.005 if whole_percents else 0.0005
    margin = _HEALTH_MARGIN if key in _NEEDS else _MARGINS.get(key, rounding)
    least = -2.0 if key == "ses_woa" else 0.0
    national = NATIONAL[key].value if key in _NEEDS else None
    # The loneliness estimates are of 2016, when the national level was lower than in 2022.
    if key == "share_severely_lonely" and row["block"] == "heerenveen":
        national = LONELY_2016
    doubtful = row["name_status"] == "unchecked" or key == "ses_woa"
    origin = ORIGINS[row["block"]].source
    low, high = max(value - margin, least), value + margin
    return Fact(value, low, high, "unchecked" if doubtful else "known", origin, national)


def _facts(row: Mapping[str, str]) -> MappingProxyType[str, Fact]:
    """The twelve facts of one row: published, surveyed, else filled."""
    facts = {key: _published(row, key) for key in FACTS if row[key]}
    facts |= _SURVEYED.get(row["id"], {})
    figures = {key: fact.value for key, fact in facts.items()}
    for key in ("population", "households", "dwellings", "share_owner_occupied"):
        if row[key]:
            figures[key] = float(row[key])
    estimates = fill(figures)
    if row["name_status"] == "unchecked":
        # It rests on the dwellings of an area whose name we could not check.
        size = estimates["mean_household_size"]
        estimates["mean_household_size"] = Fact(
            size.value, size.low, size.high, "unchecked", size.basis
        )
    return MappingProxyType({key: facts.get(key) or estimates[key] for key in FACTS})


def _caveat(row: Mapping[str, str]) -> Text:
    """All that one should be careful with at this place."""
    parts = [ORIGINS[row["block"]].caveat]
    if row["id"] in EXTRA_CAVEATS:
        parts.append(EXTRA_CAVEATS[row["id"]])
    if int(row["population"]) < SMALL_POPULATION:
        parts.append(SMALL_PLACE)
    return Text(" ".join(part.nl for part in parts), " ".join(part.en for part in parts))


def _from_row(row: Mapping[str, str]) -> Place:
    """The place in one row of the table."""
    origin = ORIGINS[row["block"]]
    use = {key: float(row[key]) for key in ("pct_wmo", "pct_youthcare") if row[key]}
    return Place(
        id=row["id"],
        code=row["code"],
        name=row["name"],
        name_status=row["name_status"],
        municipality=row["municipality"],
        level=row["level"],
        year=row["year"],
        population=int(row["population"]),
        facts=_facts(row),
        recorded_use=MappingProxyType(use),
        source=origin.source,
        licence=origin.licence,
        caveat=_caveat(row),
    )


def _made_up(key: str) -> Place:
    """One of the three wijken for teaching."""
    stylised, origin = STYLISED[key], ORIGINS["stylised"]
    return Place(
        id=key, code="", name=stylised.name.nl, name_status="made_up", municipality="",
        level="wijk", year="", population=stylised.population, facts=stylised.facts,
        recorded_use=MappingProxyType({}), source=origin.source, licence=origin.licence,
        caveat=origin.caveat, stylised=True,
    )  # fmt: skip


def _rows() -> list[dict[str, str]]:
    with _FILE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


_AREAS = tuple(_from_row(row) for row in _rows())

PLACES: Mapping[str, Place] = MappingProxyType(
    {key: _made_up(key) for key in STYLISED}
    | {area.id: area for area in _AREAS if area.level == "wijk"}
)
"""Every place that can be run, by id: the made-up ones first."""


def context_municipalities() -> Mapping[str, Place]:
    """Municipalities by name: figures to set a wijk beside, not places to run."""
    return MappingProxyType(
        {area.municipality: area for area in _AREAS if area.level == "municipality"}
    )


def _spoken(place: Place) -> tuple[str, ...]:
    """All that a person may call this place, in lower case."""
    names = [place.id, place.code, place.name, f"{place.municipality} {place.name}"]
    names += [f"{place.name}, {place.municipality}", *place.name.split(", ")]
    names.append(place.name.removeprefix(place.municipality).strip(" -"))
    if place.stylised:
        names.append(STYLISED[place.id].name.en)
    return tuple(name.casefold().strip() for name in names if name)


def find(text: str) -> Place:
    """The place with this id, CBS code or name; UnknownPlace with what comes near, if none."""
    wanted = text.casefold().strip()
    if wanted in PLACES:
        return PLACES[wanted]
    _refuse_municipality(wanted)
    called = [place for place in PLACES.values() if wanted in _spoken(place)]
    if len(called) == 1:
        return called[0]
    spoken = {name: place.id for place in PLACES.values() for name in _spoken(place)}
    close = [spoken[name] for name in difflib.get_close_matches(wanted, spoken, n=6, cutoff=0.5)]
    nearest = tuple(dict.fromkeys([place.id for place in called] or close))[:3]
    hint_nl = f" Bedoelt u {', '.join(nearest)}?" if nearest else ""
    hint_en = f" Did you mean {', '.join(nearest)}?" if nearest else ""
    message = Text(
        f"Er is geen wijk ‘{text}’.{hint_nl}",
        f"There is no neighbourhood called ‘{text}’.{hint_en}",
    )
    raise UnknownPlace(message, nearest)


def _refuse_municipality(wanted: str) -> None:
    """Say which wijken there are when somebody asks for a whole municipality."""
    for name in {place.municipality for place in PLACES.values()} | set(context_municipalities()):
        if name and wanted in (name.casefold(), f"gemeente {name}".casefold()):
            ids = tuple(place.id for place in PLACES.values() if place.municipality == name)
            wijken_nl = f"Kies een wijk: {', '.join(ids)}." if ids else "Er zijn geen wijken van."
            wijken_en = f"Choose one of: {', '.join(ids)}." if ids else "It has none here."
            message = Text(
                f"{name} is een gemeente; het model rekent met een wijk. {wijken_nl}",
                f"{name} is a municipality; the model works with one neighbourhood. {wijken_en}",
            )
            raise UnknownPlace(message, ids)
