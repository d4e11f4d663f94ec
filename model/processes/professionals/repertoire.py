r"""Repertoire (traditioneel of ondernemend): ODD 7, mechanism M19.

Ten habits of a professional, each a score of its own between a traditional pole, 0, and an
entrepreneurial one, 1. A habit does nothing by itself. It moves a number in another rule, and at
the same time a second one that pays for it. Both are counted from what is usual, so that somebody
with a usual score works exactly as the other rules say:

.. math::
    c_k = \min(1, \max(0,\, \bar c_k + s\, n_k)), \qquad
    g_k = G\, \gamma_k\, (c_k - c^*), \qquad
    z_k = Z\, \zeta_k\, (c_k - c^*)

======  ==============  ==================================================================
symbol  here            meaning
======  ==============  ==================================================================
c n     ``score``,      the habit as it works this week; how somebody differs, -1 to 1,
        ``nature``      partly alike in all ten
c̄ s     ``means``,      what is aimed at in this neighbourhood; how far people differ
        ``spread``
c*      ``usual``       the score at which other rules hold as they are
g γ G   ``gained``,     what the habit brings; for one whole point; how far all of that counts
        ``gains``
z ζ Z   ``paid``,       what it costs; for one whole point; how far all of that counts
        ``costs``
======  ==============  ==================================================================

=  ===============================  =============================  ==========================
k  from … to …                      brings (sign of +g)            costs (sign of +z)
=  ===============================  =============================  ==========================
1  problems, chances                light needs ask fewer hours    heavy needs stay unseen
2  from inside, from outside        plans short of room fit more   more time around each case
3  rules, what is needed            deviates sooner                is turned back sooner
4  fixed, improvises                fits the unusual               misfits routine; uneven
5  protocol, passion                more drive                     takes less over from others
6  formal, engaged                  residents' trust grows faster  load strains more
7  no exceptions, exceptions        more room is found             by luck: unequal plans
8  power, authority                 room from being trusted        less room from mandate
9  own part, larger whole           the whole counts in plans      longer talks with others
10 office hours, any hour           going out finds more people    load strains more
=  ===============================  =============================  ==========================

The pairs are those of [Geerlof2011]_, as the second practice document gives them (1:42 to 1:51);
which number each moves is our reading, and every size is assumed. That no pole should win
everywhere is asked by a test, and stands nowhere in the rule.
"""

from __future__ import annotations

from dataclasses import dataclass

from model.chance import REPERTOIRE, draw
from model.compiling import compiled
from model.declarations import (
    ParameterSet,
    Unit,
    assumed,
    chosen,
    lever,
    rule,
    setting,
    uncertainty,
)
from model.state.axes import TRADE_COUNT
from model.state.kinds import Numbers, Row

CHANCES, OUTSIDE_IN, NEEDED, IMPROVISES, PASSION = range(5)
ENGAGED, EXCEPTIONS, AUTHORITY, WHOLE, ANY_HOUR = range(5, TRADE_COUNT)


@compiled
def score(mean: float, nature: float, p: RepertoireParameters) -> float:
    """The score of somebody of this nature where this mean is aimed at, 0 to 1.

    >>> class p: spread = 0.2
    >>> score.py_func(0.4, 0.5, p), score.py_func(0.9, 1.0, p)
    (0.5, 1.0)
    """
    return min(1.0, max(0.0, mean + p.spread * nature))


@compiled
@rule(
    "M19",
    nl="Repertoire: elke gewoonte levert iets op in de ene regel en kost iets in een andere",
    en="Repertoire: each habit brings something in one rule and costs something in another",
    seeds=("0:37", "1:18", "1:42", "1:51"),
    without="How somebody works makes no difference: whoever has the same hours, ties and room "
    "does the same.",
)
def gain(score: float, gained: float, p: RepertoireParameters) -> float:
    """What a habit brings, counted from the usual score; it may be below zero.

    >>> class p: gains, usual = 1.0, 0.4
    >>> round(gain.py_func(0.9, 0.5, p), 3), round(gain.py_func(0.0, 0.5, p), 3)
    (0.25, -0.2)
    """
    return p.gains * gained * (score - p.usual)


@compiled
def cost(score: float, paid: float, p: RepertoireParameters) -> float:
    """What a habit costs, counted from the usual score; it may be below zero.

    >>> class p: costs, usual = 2.0, 0.4
    >>> round(cost.py_func(0.9, 0.5, p), 3)
    0.5
    """
    return p.costs * paid * (score - p.usual)


@compiled
def brings(actor: Row, habit: int, p: Row) -> float:
    """What this habit of this professional brings this week."""
    return gain(actor.trades[habit], p.gained[habit], p)


@compiled
def takes(actor: Row, habit: int, p: Row) -> float:
    """What this habit of this professional costs this week."""
    return cost(actor.trades[habit], p.paid[habit], p)


@compiled
def comes_to_work(actor: Row, key: Numbers, p: RepertoireParameters) -> None:
    """How somebody new differs from others in ten ways, a part of it alike in all of them."""
    common = 2.0 * draw(key, actor.id, 0, REPERTOIRE, TRADE_COUNT) - 1.0
    for habit in range(TRADE_COUNT):
        own = 2.0 * draw(key, actor.id, 0, REPERTOIRE, habit) - 1.0
        actor.nature[habit] = p.alike * common + (1.0 - p.alike) * own


@compiled
def works_as(actor: Row, p: Row) -> None:
    """The ten scores of somebody this week, with what is aimed at now."""
    for habit in range(TRADE_COUNT):
        actor.trades[habit] = score(p.means[habit], actor.nature[habit], p)


def _mean(nl: str, en: str) -> float:
    return lever(
        0.4,
        Unit.SCORE,
        between=(0.0, 1.0),
        basis=assumed("somewhat nearer to the traditional pole; nobody counted, so 0.4 is usual"),
        nl=nl,
        en=en,
    )


def _brings(default: float, nl: str, en: str) -> float:
    return setting(
        default,
        Unit.FACTOR,
        between=(0.0, 4.0),
        basis=chosen("a visible and modest change for half of the scale; all are scaled together"),
        nl=f"Opbrengst {nl}: voor een heel punt van traditioneel naar ondernemend",
        en=f"Gain of {en}: for one whole point from traditional to entrepreneurial",
    )


def _costs(default: float, nl: str, en: str) -> float:
    return setting(
        default,
        Unit.FACTOR,
        between=(0.0, 4.0),
        basis=chosen("of the same order as what it brings, and scaled with all others"),
        nl=f"Prijs {nl}: voor een heel punt van traditioneel naar ondernemend",
        en=f"Price of {en}: for one whole point from traditional to entrepreneurial",
    )


@dataclass(frozen=True, kw_only=True)
class RepertoireParameters(ParameterSet):
    """The numbers in this rule."""

    gains: float = uncertainty(
        1.0,
        Unit.FACTOR,
        between=(0.0, 2.0),
        neutral=0.0,
        basis=assumed("from nothing at all to twice what was chosen for each habit"),
        nl="Wat gewoonten opleveren: hoe zwaar alle opbrengsten samen tellen",
        en="What habits bring: how far all gains together count",
    )
    costs: float = uncertainty(
        1.0,
        Unit.FACTOR,
        between=(0.0, 2.0),
        neutral=0.0,
        basis=assumed("apart from what they bring, so that either may outweigh the other"),
        nl="Wat gewoonten kosten: hoe zwaar alle prijzen samen tellen",
        en="What habits cost: how far all prices together count",
    )
    chances: float = _mean(
        "Kansen zien: van problemen (0) naar mogelijkheden en eigen kracht (1)",
        "Seeing chances: from problems (0) to possibilities and own strengths (1)",
    )
    outside_in: float = _mean(
        "Van buiten naar binnen: van eigen aanbod (0) naar wat de bewoner wil (1)",
        "From outside in: from the own supply (0) to what the resident wants (1)",
    )
    needed: float = _mean(
        "Doen wat nodig is: van volgens de regels (0) naar erbuiten als het moet (1)",
        "Doing what is needed: from by the rules (0) to beyond them if need be (1)",
    )
    improvising: float = _mean(
        "Improviseren: van vast repertoire (0) naar telkens anders (1)",
        "Improvising: from a fixed repertoire (0) to different each time (1)",
    )
    passion: float = _mean(
        "Eigen drijfveer: van protocol (0) naar passie en visie (1)",
        "Own motives: from protocol (0) to passion and vision (1)",
    )
    engaged: float = _mean(
        "Betrokken omgaan: van formeel (0) naar persoonlijk (1)",
        "Engaged manner: from formal (0) to personal (1)",
    )
    exceptions: float = _mean(
        "Uitzonderingen maken: van nooit (0) naar per mens of groep (1)",
        "Making exceptions: from never (0) to for each person or group (1)",
    )
    authority: float = _mean(
        "Gezag: van macht door de functie (0) naar gezag door vertrouwen (1)",
        "Authority: from power of office (0) to authority by trust (1)",
    )
    whole: float = _mean(
        "Groter geheel: van het eigen deel (0) naar de hele wijk (1)",
        "Larger whole: from the own part (0) to all of the neighbourhood (1)",
    )
    any_hour: float = _mean(
        "Buiten kantoortijd: van negen tot vijf (0) naar wanneer het nodig is (1)",
        "Outside office hours: from nine to five (0) to whenever needed (1)",
    )
    spread: float = lever(
        0.2,
        Unit.SCORE,
        between=(0.0, 0.5),
        neutral=0.0,
        basis=assumed("people differ by two fifths of the scale, as in drive; nobody counted"),
        nl="Gemengd team: hoe ver professionals in hun gewoonten uiteenlopen",
        en="Mixed team: how far professionals differ in their habits",
    )
    usual: float = setting(
        0.4,
        Unit.SCORE,
        between=(0.0, 1.0),
        basis=chosen("the score at which the fitted rules hold: that of the world as it is now"),
        nl="Gewone score: waarbij andere regels gelden zoals ze zijn",
        en="Usual score: at which other rules hold as they are",
    )
    alike: float = setting(
        0.5,
        Unit.SHARE,
        between=(0.0, 1.0),
        basis=assumed("half of how somebody differs shows in all ten habits; no survey was found"),
        nl="Samenhang van gewoonten: deel dat iemand in alle tien gelijk heeft",
        en="Habits alike: share in which somebody is the same in all ten",
    )
    gained_chances: float = _brings(0.5, "kansen zien", "seeing chances")
    gained_outside_in: float = _brings(0.5, "van buiten naar binnen", "working from outside in")
    gained_needed: float = _brings(1.5, "doen wat nodig is", "doing what is needed")
    gained_improvising: float = _brings(0.4, "improviseren", "improvising")
    gained_passion: float = _brings(0.4, "eigen drijfveer", "own motives")
    gained_engaged: float = _brings(0.6, "betrokken omgaan", "an engaged manner")
    gained_exceptions: float = _brings(0.3, "uitzonderingen", "making exceptions")
    gained_authority: float = _brings(0.5, "gezag", "authority")
    gained_whole: float = _brings(0.8, "groter geheel", "the larger whole")
    gained_any_hour: float = _brings(0.8, "buiten kantoortijd", "being there at any hour")
    paid_chances: float = _costs(0.5, "kansen zien", "seeing chances")
    paid_outside_in: float = _costs(0.1, "van buiten naar binnen", "working from outside in")
    paid_needed: float = _costs(0.8, "doen wat nodig is", "doing what is needed")
    paid_improvising: float = _costs(0.3, "improviseren", "improvising")
    paid_passion: float = _costs(1.0, "eigen drijfveer", "own motives")
    paid_engaged: float = _costs(0.5, "betrokken omgaan", "an engaged manner")
    paid_exceptions: float = _costs(0.3, "uitzonderingen", "making exceptions")
    paid_authority: float = _costs(0.5, "gezag", "authority")
    paid_whole: float = _costs(0.5, "groter geheel", "the larger whole")
    paid_any_hour: float = _costs(0.5, "buiten kantoortijd", "being there at any hour")


HABITS = tuple(
    name.removeprefix("gained_")
    for name in RepertoireParameters.declarations()
    if name.startswith("gained_")
)
VECTORS = {
    "means": HABITS,
    "gained": tuple(f"gained_{habit}" for habit in HABITS),
    "paid": tuple(f"paid_{habit}" for habit in HABITS),
}
"""Numbers of one kind, side by side in the compiled record."""
