"""The declarations of a made-up model: none of its names or numbers mean anything."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class FakeUnit:
    nl: str
    en: str
    scale: float = 1.0
    digits: int = 0
    resource: str = ""

    @property
    def swaps(self) -> bool:
        return bool(self.resource)

    def label(self, language: str) -> str:
        return self.nl if language == "nl" else self.en

    def apart(self, language: str, one: bool = False) -> str:
        points = {"nl": "procentpunt", "en": "percentage points"}
        return points[language] if self.scale == 100 else self.label(language)


@dataclass(frozen=True)
class FakeNamed:
    key: str
    nl: str
    en: str

    def name(self, language: str) -> str:
        return (self.nl if language == "nl" else self.en).split(": ")[0]

    def meaning(self, language: str) -> str:
        return (self.nl if language == "nl" else self.en).split(": ")[1]


@dataclass(frozen=True)
class FakeLever(FakeNamed):
    unit: FakeUnit
    between: tuple[float, float]
    step: float
    default: float
    choices: Sequence[tuple[float, Mapping[str, str]]] = ()

    @property
    def address(self) -> str:
        return self.key

    def status(self, language: str) -> str:
        return "AANNAME" if language == "nl" else "ASSUMED"

    def basis(self, language: str) -> str:
        return "verzonnen voor de test" if language == "nl" else "made up for the test"


@dataclass(frozen=True)
class FakeOutcome(FakeNamed):
    unit: FakeUnit
    better: str
    between: tuple[float, float]
    level: float = 0.4
    slope: float = 0.1

    @property
    def margin(self) -> float:
        return abs(self.slope) * 0.02


@dataclass(frozen=True)
class FakeScenario(FakeNamed):
    values: Mapping[str, float] = field(default_factory=dict)

    def value(self, address: str) -> float:
        return self.values.get(address, DEFAULTS[address])

    def group(self, language: str) -> str:
        several = "Meer gemeenten" if language == "nl" else "Several municipalities"
        one = "Eén wijk" if language == "nl" else "One neighbourhood"
        other = "Zo kan het ook" if language == "nl" else "Otherwise"
        return several if self.key == "region" else one if self.key == "as_is" else other

    def meaning(self, language: str) -> str:
        if self.key == "hollow":
            raise ZeroDivisionError("planted in the story")
        return super().meaning(language)

    def notice(self, language: str) -> list[str]:
        return ["Let op dit" if language == "nl" else "Notice this"]

    def attempt(self, language: str) -> list[str]:
        return []

    def sources(self) -> list[str]:
        return ["0:1"]


@dataclass(frozen=True)
class FakeFact:
    name: str = "Feit"
    value: str = "12 %"
    status: str = "bekend"
    basis: str = "verzonnen"


@dataclass(frozen=True)
class FakePlace(FakeNamed):
    def group(self, language: str) -> str:
        return "Verzonnen" if language == "nl" else "Made up"

    def caveat(self, language: str) -> str:
        return self.meaning(language)

    def facts(self, language: str) -> list[FakeFact]:
        return [FakeFact()]


@dataclass(frozen=True)
class FakeOpening(FakeNamed):
    a: str = "as_is"
    b: str = "neighbourhood"
    window: str = "final"
    charts: tuple[str, ...] = ()
    lesson: str = ""


HOURS = FakeUnit("uur per week", "hours a week", resource="time")
PERCENT = FakeUnit("%", "%", scale=100)
EUROS = FakeUnit("euro per jaar", "euro a year")
DAYS = FakeUnit("dagen", "days", digits=1)

SEAT = [
    (0.0, {"nl": "geen", "en": "none"}),
    (1.0, {"nl": "beleid", "en": "policy"}),
    (2.0, {"nl": "wijk", "en": "neighbourhood"}),
]

LEVERS = [
    FakeLever(
        "fake.seat",
        "Plek van de verbinder: waar iemand werkt die partijen verbindt",
        "Seat of the connector: where somebody works who connects parties",
        FakeUnit("", ""),
        (0, 2),
        1,
        0,
        SEAT,
    ),
    FakeLever(
        "fake.hours",
        "Uren van de verbinder: tijd om partijen te verbinden",
        "Hours of the connector: time to connect parties",
        HOURS,
        (0, 72),
        1,
        0,
    ),
    FakeLever(
        "fake.mandate",
        "Mandaat: welk deel van de besluiten aan tafel valt",
        "Mandate: which share of decisions is taken at the table",
        PERCENT,
        (0, 1),
        0.05,
        0.2,
    ),
    FakeLever(
        "fake.split",
        "Wijk of bestuur: deel van de uren dat in de wijk valt",
        "Neighbourhood or board: share of the hours spent in the neighbourhood",
        PERCENT,
        (0, 1),
        0.05,
        0.5,
    ),
    FakeLever(
        "fake.pooled",
        "Samengevoegd budget: deel van het geld dat in één pot zit",
        "Pooled budget: share of the money in one pot",
        PERCENT,
        (0, 1),
        0.05,
        0,
    ),
    FakeLever(
        "fake.meeting",
        "Overlegtijd: uren samen per professional",
        "Meeting time: hours together per professional",
        HOURS,
        (0, 8),
        0.5,
        1,
    ),
    FakeLever(
        "fake.paperwork",
        "Administratie: deel van de tijd dat naar papier gaat",
        "Paperwork: share of time that goes to forms",
        PERCENT,
        (0.05, 0.5),
        0.05,
        0.3,
    ),
    FakeLever(
        "fake.support",
        "Steun voor bewoners: uren voor wie initiatief neemt",
        "Support for residents: hours for those who take initiative",
        HOURS,
        (0, 40),
        2,
        4,
    ),
]
PRICES = [
    FakeLever(
        "fake.price",
        "Uurprijs verbinder: kosten van een uur",
        "Hourly price of the connector: cost of an hour",
        FakeUnit("euro per uur", "euro per hour"),
        (60, 120),
        1,
        90,
    ),
]
DEFAULTS = {lever.address: lever.default for lever in LEVERS}

OUTCOMES = [
    FakeOutcome(
        "unmet",
        "Onvervulde hulpvraag: deel van de bewoners met een zware vraag zonder hulp",
        "Unmet need: share of residents with a serious need and no help",
        PERCENT,
        "lower",
        (0, 1),
        0.31,
        -0.12,
    ),
    FakeOutcome(
        "in_time",
        "Hulp op tijd: deel dat binnen een kwartaal hulp vindt",
        "Help in time: share that finds help within a quarter",
        PERCENT,
        "higher",
        (0, 1),
        0.42,
        0.14,
    ),
    FakeOutcome(
        "trust",
        "Vertrouwen: hoe vast professionals op elkaar rekenen",
        "Trust: how firmly professionals count on each other",
        PERCENT,
        "higher",
        (0, 1),
        0.38,
        0.2,
    ),
    FakeOutcome(
        "workload",
        "Werkdruk: gevraagde uren tegenover beschikbare uren",
        "Workload: hours asked against hours there are",
        PERCENT,
        "lower",
        (0, 3),
        1.02,
        0.03,
    ),
    FakeOutcome(
        "wait",
        "Wachttijd: dagen tot de eerste hulp",
        "Wait: days until the first help",
        DAYS,
        "lower",
        (0, 400),
        41,
        -6,
    ),
    FakeOutcome(
        "use",
        "Gebruik van zorg: deel van de bewoners met hulp",
        "Use of care: share of residents with help",
        PERCENT,
        "neither",
        (0, 1),
        0.09,
        0.01,
    ),
]

PLACES = [
    FakePlace(
        "dale", "Verzonnen Dal: 11 van de 12 feiten bekend", "Made-up Dale: 11 of 12 facts known"
    ),
    FakePlace(
        "hill", "Verzonnen Heuvel: 4 van de 12 feiten bekend", "Made-up Hill: 4 of 12 facts known"
    ),
    FakePlace(
        "city", "Verzonnen Stad: te groot, met een steekproef", "Made-up City: too large, sampled"
    ),
]

OPENINGS = [
    FakeOpening("first", "Helpt een verbinder?: vraag", "Does a connector help?: question"),
    FakeOpening(
        *("taught", "Verbinder of uren?: vraag", "Connector or hours?: question"),
        *("neighbourhood", "team_hours", "final", ("use", "wait"), "taught"),
    ),
]

SCENARIOS = [
    FakeScenario(
        "as_is",
        "Zoals nu: ieder werkt vanuit de eigen organisatie",
        "As it is now: everybody works from their own organisation",
    ),
    FakeScenario(
        "neighbourhood",
        "Verbinder in de wijk: iemand verbindt partijen vanuit de wijk",
        "Connector in the neighbourhood: somebody connects parties from there",
        {"fake.seat": 2, "fake.hours": 28, "fake.split": 0.8},
    ),
    FakeScenario(
        "team_hours",
        "Meer teamuren: hetzelfde geld gaat naar het team",
        "More team hours: the same money goes to the team",
        {"fake.meeting": 3},
    ),
    FakeScenario(
        "broken", "Stuk: deze doorrekening gaat altijd mis", "Broken: this computation always fails"
    ),
    FakeScenario("silent", "Stil: hier komt nooit iets van", "Silent: nothing ever comes of this"),
    FakeScenario("refusing", "Weigert: vragen gaat mis", "Refusing: asking goes wrong"),
    FakeScenario("crooked", "Krom: tekenen gaat mis", "Crooked: drawing goes wrong"),
    FakeScenario("hollow", "Hol: vertellen gaat mis", "Hollow: telling goes wrong"),
    FakeScenario("halting", "Hapert: het stopt halverwege", "Halting: it stops half way"),
]
ELSEWHERE = [FakeScenario("region", "De hele streek: veel wijken", "All of it: many places")]
"""What exists and the page cannot show."""
