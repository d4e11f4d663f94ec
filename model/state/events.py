"""What can happen to households and to those who work here, in words, and the log that keeps it.

A log is kept only when somebody asks for one: a table of so many rows, empty otherwise. Its first
row counts what happened, also when the rows are full. Phases note, rules know nothing of it, and
nothing in the model reads it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from model.compiling import compiled
from model.declarations import Language, Named
from model.state.kinds import Table

EVENTS = np.dtype(
    [  # what happened, only where a log is kept; the week of the first row counts the events
        ("week", "i4"),
        ("household", "i4"),
        ("who", "i2"),  # actor, -1 nobody
        ("whom", "i2"),
        ("kind", "u1"),
        ("reason", "u1"),
        ("domain", "i1"),
        ("organisation", "i1"),
        ("number", "f4"),
    ],
    align=True,
)

# Codes are stored and follow the order of the lists below: add at the end.
(
    MOVED, TENDER_LOST, LEFT, ALDERMAN_LEFT, NEED_GREW, NEED_FELL, SEEN, ACQUAINTED, LOST_TOUCH,
    GAVE_UP, PROMISE_BROKEN, PROMISE_KEPT, TAKEN_UP, PLAN_SHORT, ASKED_TOO, LOST_ON_THE_WAY,
    HELP_BEGAN, OWNED, JOINED, REFUSED, HELP_EASED, HELP_ENDED, CLOSED, BOARD_DECIDED,
) = range(24)  # fmt: skip
(
    NOTHING, ASKED_FOR, SIGNALLED, NOTICED, FOUND, OF_ONESELF, APPOINTED, COST, RISK, TIME, SEAT,
    IN_TIME, DELIVERY, STRAIN, TENDER, RULES, UPWARDS, NEED_GONE, REVIEWED, WAITED,
    SPARING, AGREED,
) = range(22)  # fmt: skip
NOBODY = -1
NO_TIME = -2
"""Nobody was against one plan, but who holds the case has no hours to lead it."""


@dataclass(frozen=True, kw_only=True)
class EventKind(Named):
    """Something that can happen: a name, a meaning, and a sentence about one such event.

    In the sentences stand {who}, {whom}, {organisation}, {domain}, {reason} and {number}.
    """

    tells_nl: str
    tells_en: str

    def tells(self, language: Language) -> str:
        """The sentence in one language."""
        return self.tells_nl if language == "nl" else self.tells_en


KINDS: dict[str, EventKind] = {
    "moved": EventKind(
        nl="Verhuisd: dit huishouden vertrekt, een ander komt in zijn plaats",
        en="Moved: this household leaves and another takes its home",
        tells_nl="Het huishouden verhuist; nieuwe mensen die niemand kent komen in dit huis.",
        tells_en="The household moves out; newcomers whom nobody knows take this home.",
    ),
    "tender_lost": EventKind(
        nl="Aanbesteding verloren: het contract gaat naar een ander",
        en="Tender lost: the contract goes to another",
        tells_nl="{organisation} verliest de aanbesteding.",
        tells_en="{organisation} loses its tender.",
    ),
    "left": EventKind(
        nl="Vertrokken: een professional gaat weg en banden gaan mee",
        en="Left: a professional goes, and ties go along",
        tells_nl="{who} vertrekt ({reason}); een opvolger begint zonder banden.",
        tells_en="{who} leaves ({reason}); a successor begins without ties.",
    ),
    "alderman_left": EventKind(
        nl="Andere wethouder: wie er komt begint met eigen bereidheid",
        en="Another alderman: the new one brings a commitment of one's own",
        tells_nl="Er komt een andere wethouder, met een bereidheid van {number:.2f}.",
        tells_en="Another alderman comes, with a commitment of {number:.2f}.",
    ),
    "need_grew": EventKind(
        nl="Zwaarder: een behoefte ontstaat of wordt zwaarder",
        en="Heavier: a need arises or gets worse",
        tells_nl="{domain}: het wordt zwaarder, ernst {number:.0f} van 3.",
        tells_en="{domain}: it gets heavier, level {number:.0f} of 3.",
    ),
    "need_fell": EventKind(
        nl="Lichter: een behoefte wordt lichter of verdwijnt",
        en="Lighter: a need eases or disappears",
        tells_nl="{domain}: het wordt lichter, ernst {number:.0f} van 3.",
        tells_en="{domain}: it eases, level {number:.0f} of 3.",
    ),
    "seen": EventKind(
        nl="In beeld: hulpverleners weten nu van een behoefte",
        en="In view: helpers now know of a need",
        tells_nl="{domain} komt in beeld ({reason}); loket: {organisation}.",
        tells_en="{domain} comes into view ({reason}); gate: {organisation}.",
    ),
    "acquainted": EventKind(
        nl="Kennen elkaar: een band is sterk genoeg om op te bouwen",
        en="Acquainted: a tie is strong enough to build on",
        tells_nl="{who} en {whom} kennen elkaar nu goed.",
        tells_en="{who} and {whom} know each other well now.",
    ),
    "lost_touch": EventKind(
        nl="Uit het oog: een band is verzwakt",
        en="Lost touch: a tie has faded",
        tells_nl="{who} en {whom} verliezen elkaar uit het oog.",
        tells_en="{who} and {whom} lose touch.",
    ),
    "gave_up": EventKind(
        nl="Afgehaakt: het wachten eindigt zonder hulp",
        en="Gave up: the wait ends without help",
        tells_nl="Het wachten eindigt zonder hulp na {number:.0f} wk ({reason}).",
        tells_en="The wait ends without help after {number:.0f} wk ({reason}).",
    ),
    "promise_broken": EventKind(
        nl="Afspraak gebroken: wat beloofd was kwam niet of te laat",
        en="Promise broken: what was promised came late or not at all",
        tells_nl="{domain}: {whom} komt een afspraak met {who} niet na ({reason}).",
        tells_en="{domain}: {whom} breaks a promise to {who} ({reason}).",
    ),
    "promise_kept": EventKind(
        nl="Afspraak nagekomen: wat beloofd was is gedaan",
        en="Promise kept: what was promised was done",
        tells_nl="{domain}: {whom} komt een afspraak met {who} na ({reason}).",
        tells_en="{domain}: {whom} keeps a promise to {who} ({reason}).",
    ),
    "taken_up": EventKind(
        nl="Opgepakt: iemand neemt het huishouden aan",
        en="Taken up: somebody takes on the household",
        tells_nl="{who} pakt het op (gewacht: {number:.0f} wk).",
        tells_en="{who} takes it up (waited: {number:.0f} wk).",
    ),
    "plan_short": EventKind(
        nl="Te weinig ruimte: de regels laten het passende plan niet toe",
        en="Too little room: rules do not allow the plan that fits",
        tells_nl="{who} mist ruimte voor het passende plan: {reason} (past {number:.0%}).",
        tells_en="{who} lacks the room for a plan that fits: {reason} (fits {number:.0%}).",
    ),
    "asked_too": EventKind(
        nl="Doorgestuurd: een ander is gevraagd en het huishouden kwam aan",
        en="Sent on: another was asked, and the household arrived",
        tells_nl="{domain}: {who} vraagt {whom}; het huishouden komt daar aan.",
        tells_en="{domain}: {who} asks {whom}; the household arrives there.",
    ),
    "lost_on_the_way": EventKind(
        nl="Onderweg kwijt: doorgestuurd en niet aangekomen",
        en="Lost on the way: sent on and never arrived",
        tells_nl="{domain}: {who} stuurt door, en het huishouden komt nergens aan.",
        tells_en="{domain}: {who} sends them on, and the household arrives nowhere.",
    ),
    "help_began": EventKind(
        nl="Hulp begint: iemand helpt met deze behoefte",
        en="Help begins: somebody helps with this need",
        tells_nl="{domain}: {who} begint te helpen ({number:.0f} wk na de vraag).",
        tells_en="{domain}: {who} begins to help ({number:.0f} wk after being asked).",
    ),
    "owned": EventKind(
        nl="Eigenaar: iemand houdt de hele vraag in het oog",
        en="Owner: somebody keeps the whole question in view",
        tells_nl="{who} neemt de hele vraag op zich ({reason}).",
        tells_en="{who} takes the whole question ({reason}).",
    ),
    "joined": EventKind(
        nl="Eén plan: alle partijen doen mee",
        en="One plan: all parties take part",
        tells_nl="{number:.0f} organisaties maken er één plan van, met {who}.",
        tells_en="{number:.0f} organisations make it one plan, with {who}.",
    ),
    "refused": EventKind(
        nl="Geen gezamenlijk plan: een partij doet niet mee",
        en="No joint plan: a party does not take part",
        tells_nl="{organisation} doet niet mee aan één plan: {reason}.",
        tells_en="{organisation} does not join in one plan: {reason}.",
    ),
    "help_eased": EventKind(
        nl="Geholpen: hulp maakte een behoefte lichter",
        en="Helped: help made a need lighter",
        tells_nl="{domain}: hulp van {who} heeft daar {number:.0%} aandeel in.",
        tells_en="{domain}: help from {who} has a {number:.0%} part in that.",
    ),
    "help_ended": EventKind(
        nl="Hulp eindigt: met deze behoefte helpt niemand meer",
        en="Help ends: nobody helps with this need any more",
        tells_nl="{domain}: de hulp van {who} eindigt ({reason}).",
        tells_en="{domain}: the help of {who} ends ({reason}).",
    ),
    "closed": EventKind(
        nl="Afgesloten: het huishouden is niemands zaak meer",
        en="Closed: the household is nobody's case any more",
        tells_nl="De zaak wordt gesloten (open: {number:.0f} wk).",
        tells_en="The case is closed (open: {number:.0f} wk).",
    ),
    "board_decided": EventKind(
        nl="Bestuur besluit: punten uit de wijk zijn behandeld",
        en="Board decides: points from the neighbourhood were dealt with",
        tells_nl="Het bestuur besluit over {number:.1f} punten uit de wijk.",
        tells_en="The board decides on {number:.1f} points from the neighbourhood.",
    ),
}
"""What can happen, in the order of a week. The place in this list is the code."""

REASONS: dict[str, Named] = {
    "nothing": Named(nl="geen: er is geen reden genoteerd", en="none: no reason is noted"),
    "asked_for": Named(nl="zelf gevraagd: bewoner", en="asked oneself: the resident"),
    "signalled": Named(nl="signaal: een andere helper", en="signalled: another helper"),
    "noticed": Named(nl="opgemerkt: wie al hielp", en="noticed: whoever helped already"),
    "found": Named(nl="gevonden: wie eropaf ging", en="found: whoever went out"),
    "of_oneself": Named(nl="uit zichzelf: neemt het", en="of oneself: takes it"),
    "appointed": Named(nl="aangewezen: procesbegeleider", en="appointed: by a facilitator"),
    "cost": Named(nl="kosten: meer last dan voordeel", en="cost: more burden than gain"),
    "risk": Named(nl="risico: te weinig vertrouwen", en="risk: too little trust"),
    "time": Named(nl="tijd: geen uren om te trekken", en="time: no hours to lead it"),
    "seat": Named(nl="besluit: van wie de stoel bezet", en="decision: of whoever has the seat"),
    "in_time": Named(nl="beginnen op tijd: de termijn", en="to begin in time: the term"),
    "delivery": Named(nl="leveren: beloofde uren", en="to deliver: the promised hours"),
    "strain": Named(nl="verloop: belasting of loopbaan", en="turnover: strain or career"),
    "tender": Named(nl="verloren aanbesteding: werk weg", en="lost tender: the work is gone"),
    "rules": Named(nl="wat de regels toelaten: minder", en="what rules allow: less"),
    "upwards": Named(nl="boven gevraagd: wachten", en="asked upwards: waiting"),
    "need_gone": Named(nl="niet meer nodig: opgelost", en="no longer needed: solved"),
    "reviewed": Named(nl="na evaluatie: licht genoeg", en="after review: light or long enough"),
    "waited": Named(nl="te lang gewacht: opgegeven", en="waited too long: given up"),
    "sparing": Named(nl="inzet: geeft te weinig aan tafel", en="sparing: puts in too little"),
    "agreed": Named(nl="afgesproken: wie leidt", en="agreed: who leads"),
}
"""Why, in the order of their codes."""


def sheet(rows: int) -> Table:
    """An empty log with room for so many events; without rows nothing is noted."""
    return np.zeros(rows + 1 if rows > 0 else 0, dtype=EVENTS)


def noted(log: Table) -> Table:
    """The events in a log, in the order in which they happened."""
    return log[1 : 1 + min(offered(log), len(log) - 1)] if len(log) else log


def offered(log: Table) -> int:
    """How many events there were, also those for which the log had no room."""
    return int(log[0]["week"]) if len(log) else 0


@compiled
def note(
    log: Table, week: int, kind: int, reason: int, household: int, domain: int, who: int, whom: int,
    organisation: int, number: float,
) -> None:  # fmt: skip
    """One event; what does not apply is NOBODY."""
    if len(log) == 0:
        return
    place = log[0].week + 1
    log[0].week = np.int32(place)
    if place < len(log):
        row = log[place]
        row.week = np.int32(week)
        row.kind, row.reason = np.uint8(kind), np.uint8(reason)
        row.household, row.domain = np.int32(household), np.int8(domain)
        row.who, row.whom = np.int16(who), np.int16(whom)
        row.organisation, row.number = np.int8(organisation), np.float32(number)
