r"""Commitment of those who decide (bestuurlijk draagvlak): ODD 7.9, mechanisms M13 and M1.

The board meets every few weeks and decides a limited number of items. Commitment rises with what
it sees of results and with what it decides, falls with time and with overspending:

.. math::
    C \leftarrow C + (a_s w + a_b n)(1 - C) - (1 - 2^{-k/h}) C - a_x o, \qquad
    A \leftarrow A + \rho\, C\, n\, (1 - A) - (1 - 2^{-k/h_A}) A

======  ================  =====================================================================
symbol  here              meaning
======  ================  =====================================================================
C A     ``commitment``,   backing of the board; level of formal agreement, both 0 to 1
        ``agreement``
w n     ``wins``,         results that became visible; items decided in this meeting
        ``decided``
k h     ``interval``,     weeks between meetings; weeks in which each halves
        ``half_life``
o       ``overspend``     share by which budgets are overspent
======  ================  =====================================================================

An alderman leaves during the term (E: A01, 40 % do not finish), or at an election: then
commitment is drawn anew, and of the agreements only what is anchored stays for certain. It does
not matter who carried an item, only whether it arrived.
"""

from __future__ import annotations

from dataclasses import dataclass

from model.compiling import compiled
from model.declarations import (
    ParameterSet,
    Unit,
    assumed,
    lever,
    measured,
    rule,
    setting,
    uncertainty,
)
from model.state.kinds import Row


@compiled
@rule(
    "M13",
    nl="Bestuur: draagvlak groeit met wat het ziet en besluit, en slijt met de tijd",
    en="Board: commitment grows with what it sees and decides, and wears off with time",
    seeds=("0:31", "1:63", "2:38", "2:46"),
    without="Boards neither gain nor lose commitment, and agree on nothing new.",
)
def commitment(
    now: float, wins: float, decided: float, overspend: float, p: CommitmentParameters
) -> float:
    """Commitment of the board after a meeting, 0 to 1."""
    grows = (p.sees * wins + p.decides * decided) * (1.0 - now)
    fades = (1.0 - 0.5 ** (p.interval / p.half_life)) * now
    return min(1.0, max(0.0, now + grows - fades - p.overspending * max(0.0, overspend)))


@compiled
def agreement(now: float, committed: float, decided: float, p: CommitmentParameters) -> float:
    """Level of formal agreement after a meeting, 0 to 1."""
    grows = p.agrees * committed * decided * (1.0 - now)
    return min(1.0, now + grows - (1.0 - 0.5 ** (p.interval / p.agreement_half_life)) * now)


@compiled
def problems(stuck: float, p: CommitmentParameters) -> float:
    """Problems that so many stuck cases amount to: many are alike, so it saturates.

    >>> class p: alike = 10.0
    >>> problems.py_func(10.0, p), round(problems.py_func(1e9, p), 6)
    (5.0, 10.0)
    """
    return stuck / (1.0 + stuck / p.alike)


@compiled
def visible(levels_eased: float, p: CommitmentParameters) -> float:
    """How clear a result it is, 0 to 1, when help eased so many levels for each resident."""
    return min(1.0, levels_eased / p.clear_result)


@compiled
def after_departure(agreed: Row, anchored: float, p: CommitmentParameters) -> float:
    """Agreement that is left when an alderman goes."""
    return agreed * (anchored + (1.0 - anchored) * p.verbal)


@compiled
def anchored_more(anchored: float, agreed: Row, p: CommitmentParameters) -> float:
    """Anchored share after a year turn: part of what is agreed goes into budgets and contracts."""
    return (1.0 - p.reopened) * anchored + p.anchoring * agreed * (1.0 - anchored)


@compiled
def departs(even: float, week: int, election: int, p: CommitmentParameters) -> bool:
    """Whether the alderman goes this week: during the term, or at the election."""
    return even < (p.election_turnover if week == election else p.attrition)


@dataclass(frozen=True, kw_only=True)
class CommitmentParameters(ParameterSet):
    """The numbers in this rule."""

    start: float = uncertainty(
        0.4,
        Unit.SCORE,
        between=(0.1, 0.8),
        basis=assumed("neither keen nor unwilling; no survey was found"),
        nl="Steun van bestuurders: draagvlak bij een nieuwe wethouder, gemiddeld",
        en="Support of administrators: commitment of a new alderman, on average",
    )
    sees: float = uncertainty(
        0.05,
        Unit.SHARE,
        between=(0.0, 0.15),
        neutral=0.0,
        basis=assumed("a clear result a meeting keeps commitment in place; may be nothing"),
        nl="Resultaat zien: hoeveel zichtbaar resultaat draagvlak toevoegt",
        en="Seeing results: how much a visible result adds to commitment",
    )
    decides: float = uncertainty(
        0.03,
        Unit.SHARE,
        between=(0.0, 0.1),
        neutral=0.0,
        basis=assumed("deciding binds a little; may be nothing"),
        nl="Besluiten: hoeveel een genomen besluit aan draagvlak toevoegt",
        en="Deciding: how much a decision taken adds to commitment",
    )
    half_life: float = uncertainty(
        52.0,
        Unit.WEEKS,
        between=(26.0, 104.0),
        neutral=float("inf"),
        basis=assumed("attention halves in a year without news"),
        nl="Aandacht slijt: weken waarin draagvlak zonder nieuws halveert",
        en="Attention fades: weeks in which commitment halves without news",
    )
    overspending: float = uncertainty(
        0.1,
        Unit.SHARE,
        between=(0.0, 0.3),
        neutral=0.0,
        basis=assumed("ten percent over budget costs a hundredth each meeting"),
        nl="Tekort: hoeveel een budgetoverschrijding draagvlak kost",
        en="Overspending: how much going over budget costs commitment",
    )
    agrees: float = uncertainty(
        0.05,
        Unit.SHARE,
        between=(0.0, 0.15),
        neutral=0.0,
        basis=assumed("twenty decisions by a committed board bring formal agreement near"),
        nl="Afspreken: hoeveel een besluit van een betrokken bestuur vastlegt",
        en="Agreeing: how much a decision by a committed board settles",
    )
    agreement_half_life: float = uncertainty(
        104.0,
        Unit.WEEKS,
        between=(52.0, 208.0),
        neutral=float("inf"),
        basis=assumed("agreements that nobody renews are half forgotten in two years"),
        nl="Afspraken slijten: weken waarin een niet onderhouden afspraak halveert",
        en="Agreements fade: weeks in which an agreement halves without upkeep",
    )
    attrition: float = setting(
        0.0025,
        Unit.PER_WEEK,
        between=(0.0015, 0.0035),
        neutral=0.0,
        basis=measured("A01", reason="four in ten aldermen do not finish their term"),
        nl="Tussentijds vertrek: kans per week dat een wethouder vertrekt",
        en="Early departure: chance a week that an alderman leaves",
    )
    election_turnover: float = uncertainty(
        0.5,
        Unit.SHARE,
        between=(0.0, 0.7),
        neutral=0.0,
        basis=assumed("between three and seven in ten are replaced at an election"),
        nl="Wissel na verkiezing: kans op een nieuwe wethouder na de verkiezing",
        en="Change after an election: chance of a new alderman after the election",
    )
    verbal: float = uncertainty(
        0.4,
        Unit.SHARE,
        between=(0.1, 0.9),
        basis=assumed("less than half of what was only said outlives who said it"),
        nl="Mondelinge afspraken: deel dat een nieuwe wethouder overneemt",
        en="Verbal agreements: share that a new alderman takes over",
    )
    anchoring: float = lever(
        0.2,
        Unit.SHARE,
        between=(0.0, 1.0),
        neutral=0.0,
        basis=assumed("a fifth of what is agreed gets into budgets each year"),
        nl="Borgen: deel van de afspraken dat elk jaar in budget en contract komt",
        en="Anchoring: share of agreements that goes into budgets and contracts each year",
    )
    reopened: float = setting(
        0.1,
        Unit.SHARE,
        between=(0.0, 0.25),
        neutral=0.0,
        basis=assumed("opened again about once in ten years; too slow to matter within a contract"),
        nl="Heropend: deel van wat geborgd is dat elk jaar weer losraakt",
        en="Reopened: share of what is anchored that comes loose each year",
    )
    interval: float = setting(
        6.0,
        Unit.WEEKS,
        between=(4.0, 8.0),
        basis=assumed("boards meet on this every four to eight weeks; anybody can look it up"),
        nl="Vergadercyclus: weken tussen bestuurlijke vergaderingen",
        en="Meeting cycle: weeks between board meetings",
    )
    items: float = uncertainty(
        4.0,
        Unit.COUNT,
        between=(3.0, 8.0),
        basis=assumed("an agenda has room for a few points from one neighbourhood"),
        nl="Agendaruimte: punten uit de wijk die een vergadering kan besluiten",
        en="Agenda room: points from the neighbourhood that a meeting can decide",
    )
    alike: float = uncertainty(
        10.0,
        Unit.COUNT,
        between=(4.0, 40.0),
        basis=assumed("however many cases are stuck, they come down to about ten problems"),
        nl="Verschillende knelpunten: hoeveel er hoogstens zijn, hoeveel casussen ook vastlopen",
        en="Different problems: most that there are, however many cases are stuck",
    )
    clear_result: float = setting(
        0.02,
        Unit.SCORE,
        between=(0.005, 0.1),
        basis=assumed("one in fifty residents a level better between two meetings"),
        nl="Duidelijk resultaat: ernst per bewoner die hulp per vergadering wegneemt",
        en="Clear result: severity for each resident that help takes away in a meeting cycle",
    )
    reachable: float = setting(
        1.0,
        Unit.HOURS_PER_WEEK,
        between=(0.25, 4.0),
        basis=assumed("an hour a week for one neighbourhood is much for who runs a town"),
        nl="Tijd van bestuurders: uur per week dat ieder voor begeleiders heeft",
        en="Time of those who decide: hours a week that each has for facilitators",
    )
    anchored_start: float = setting(
        0.2,
        Unit.SHARE,
        between=(0.0, 0.6),
        basis=assumed("a fifth is in contracts already; the long run makes of it what it does"),
        nl="Geborgd in het begin: deel van afspraken dat bij de eerste dag vastligt",
        en="Anchored at first: share of agreements in contracts on the first day",
    )
