r"""Elsewhere (voordeel elders): ODD 7.5, mechanism M10.

A need that eases spares more than the budget it belongs to: who is out of debt is less often
evicted and sees the doctor less. What a need that eases may spare is one sum; this says over which
budgets it falls:

.. math:: e_{d,b} \ge 0, \qquad e_{d,b(d)} = 1 - \sum_{b \ne b(d)} e_{d,b}

======  =============  ==================================================================
symbol  here           meaning
======  =============  ==================================================================
d       ``domain``     the need that eases
b       ``budget``     who may be spared something
b(d)                   the budget that the need belongs to (``BUDGET_OF_DOMAIN``)
e       ``p.falls``    share of what is spared that falls to that budget
n       ``p.noticed``  how far organisations know of it
======  =============  ==================================================================

Not a euro is added or lost. Organisations that weigh a joint plan know of this in part: what they
count on lies between all for the budget of the need (n = 0) and these shares (n = 1):

.. math:: \tilde e_{d,b} = (1 - n)\, [b = b(d)] + n\, e_{d,b}

That gains fall to others than who pays was told of central case management in Den Haag (C19); how
much of them falls where was counted nowhere that we know of, so all shares here are assumed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from model.compiling import compiled
from model.declarations import ParameterSet, Unit, assumed, rule, uncertainty
from model.state.axes import BUDGET_OF_DOMAIN
from model.state.kinds import Numbers

GENERAL, WMO, YOUTH, PARTICIPATION, INSURER, HOUSING, STATE = range(7)
FALLS = (
    *((0, INSURER), (0, HOUSING), (0, GENERAL)),
    *((1, INSURER), (1, GENERAL)),
    *((2, WMO), (2, STATE)),
    *((3, WMO), (3, PARTICIPATION), (3, STATE)),
    (4, INSURER),
    *((5, INSURER), (5, STATE), (5, PARTICIPATION)),
    *((6, INSURER), (6, WMO)),
    *((7, YOUTH), (7, INSURER), (7, WMO)),
)
"""(domain, budget): in this order the shares stand in ``p.falls``."""
BEGIN = tuple(sum(domain < each for domain, _ in FALLS) for each in range(9))
"""Where the shares of a domain begin, and those of the next."""


@compiled
@rule(
    "M10",
    nl="Voordeel elders: een probleem dat afneemt spaart ook potten waar het niet bij hoort",
    en="Gains elsewhere: a need that eases also spares budgets it does not belong to",
    seeds=("0:27", "2:5", "0:45"),
    without="All that a need that eases may spare falls to the budget it belongs to.",
)
def falls_to(domain: int, budget: int, p: ElsewhereParameters) -> float:
    """The share of what a need that eases may spare that falls to this budget.

    >>> class p: falls = [0.2, 0.3, 0.1]
    >>> [round(falls_to.py_func(0, budget, p), 9) for budget in (PARTICIPATION, HOUSING, YOUTH)]
    [0.4, 0.3, 0.0]
    """
    given, total = 0.0, 0.0
    for number in range(BEGIN[domain], BEGIN[domain + 1]):
        total += p.falls[number]
        if FALLS[number][1] == budget:
            given += p.falls[number]
    own = 1.0 - total if BUDGET_OF_DOMAIN[domain] == budget else 0.0
    return given + own


@compiled
def believed(falls: float, domain: int, budget: int, p: ElsewhereParameters) -> float:
    """The share that an organisation counts on for its budget when it weighs a plan.

    >>> class p: noticed = 0.5
    >>> believed.py_func(0.5, 0, PARTICIPATION, p), believed.py_func(0.25, 0, HOUSING, p)
    (0.75, 0.125)
    """
    own = 1.0 if BUDGET_OF_DOMAIN[domain] == budget else 0.0
    return own + p.noticed * (falls - own)


def _share(default: float, high: float, why: str, nl: str, en: str) -> float:
    return uncertainty(
        default,
        Unit.SHARE,
        between=(0.0, high),
        neutral=0.0,
        basis=assumed(why),
        nl=nl,
        en=en,
    )


@dataclass(frozen=True, kw_only=True)
class ElsewhereParameters(ParameterSet):
    """The numbers in this rule: what falls elsewhere, by need and by budget."""

    falls: ClassVar[Numbers]
    """In the order of ``FALLS``, in the compiled record only (``VECTORS``)."""

    noticed: float = uncertainty(
        0.5,
        Unit.SHARE,
        between=(0.0, 1.0),
        basis=assumed("each knows its own field; reports on who gains elsewhere are read by few"),
        nl="Besef: hoe ver organisaties weten wat bij een ander terechtkomt",
        en="Noticed: how far organisations know what falls to somebody else",
    )
    debt_insurer: float = _share(
        0.15,
        0.3,
        "worry over money is treated by doctors; no count of it, so a seventh, twice that possible",
        "Schuld bij verzekeraar: deel van wat minder schuld spaart dat de zorg spaart",
        "Debt at the insurer: share of what less debt spares that spares care",
    )
    debt_housing: float = _share(
        0.2,
        0.35,
        "an eviction costs the landlord thousands and few are in sight; a fifth until counted",
        "Schuld bij corporatie: deel dat huurachterstand en uitzetting spaart",
        "Debt at the landlord: share that spares arrears of rent and evictions",
    )
    debt_general: float = _share(
        0.1,
        0.2,
        "who has no debts asks the team less; a tenth until counted",
        "Schuld bij wijkteam: deel dat hulp van team en welzijn spaart",
        "Debt at the team: share that spares help of team and welfare",
    )
    work_insurer: float = _share(
        0.15,
        0.3,
        "people in work use less care, though partly because the healthy find work",
        "Werk bij verzekeraar: deel van wat werk spaart dat de zorg spaart",
        "Work at the insurer: share of what work spares that spares care",
    )
    work_general: float = _share(
        0.05,
        0.15,
        "a little less is asked of team and welfare; small, for benefits are the larger sum",
        "Werk bij wijkteam: deel dat hulp van team en welzijn spaart",
        "Work at the team: share that spares help of team and welfare",
    )
    housing_support: float = _share(
        0.25,
        0.45,
        "shelter is paid from support and is dear; a quarter until counted",
        "Wonen bij Wmo: deel van wat een goed huis spaart dat opvang spaart",
        "Housing at support: share of what a fit home spares that spares shelter",
    )
    housing_state: float = _share(
        0.1,
        0.2,
        "nuisance and police; a tenth until counted",
        "Wonen bij rijk: deel dat politie spaart",
        "Housing at the state: share that spares police",
    )
    mind_support: float = _share(
        0.15,
        0.3,
        "help at home and sheltered living follow illness of the mind; a seventh until counted",
        "Psyche bij Wmo: deel van wat minder klachten sparen dat hulp thuis spaart",
        "Mind at support: share of what fewer complaints spare that spares help at home",
    )
    mind_participation: float = _share(
        0.2,
        0.35,
        "many on benefits are ill of mind; who recovers may work; a fifth until counted",
        "Psyche bij werk en inkomen: deel dat uitkering en begeleiding spaart",
        "Mind at work and income: share that spares benefits and guidance",
    )
    mind_state: float = _share(
        0.1,
        0.2,
        "police meet people in confusion; a tenth until counted",
        "Psyche bij rijk: deel dat politie spaart",
        "Mind at the state: share that spares police",
    )
    body_insurer: float = _share(
        0.35,
        0.6,
        "care and help at home are for the same limits; a third until counted",
        "Lichaam bij verzekeraar: deel van wat minder beperking spaart dat de zorg spaart",
        "Body at the insurer: share of what fewer limits spare that spares care",
    )
    youth_insurer: float = _share(
        0.1,
        0.2,
        "parents and children at the doctor; a tenth until counted",
        "Opvoeden bij verzekeraar: deel van wat rust thuis spaart dat de zorg spaart",
        "Parenting at the insurer: share of what calm at home spares that spares care",
    )
    youth_state: float = _share(
        0.1,
        0.2,
        "child protection, school and justice are the state's; a tenth until counted",
        "Opvoeden bij rijk: deel dat bescherming en justitie spaart",
        "Parenting at the state: share that spares protection and justice",
    )
    youth_participation: float = _share(
        0.05,
        0.15,
        "a parent who has hands free may work; small until counted",
        "Opvoeden bij werk en inkomen: deel dat uitkering spaart",
        "Parenting at work and income: share that spares benefits",
    )
    lonely_insurer: float = _share(
        0.35,
        0.6,
        "RIVM names care as where welfare on prescription would pay back; size unknown, a third",
        "Eenzaam bij verzekeraar: deel van wat gezelschap spaart dat de zorg spaart",
        "Lonely at the insurer: share of what company spares that spares care",
    )
    lonely_support: float = _share(
        0.15,
        0.3,
        "day care and help at home are partly for company; a seventh until counted",
        "Eenzaam bij Wmo: deel dat hulp thuis en dagopvang spaart",
        "Lonely at support: share that spares help at home and day care",
    )
    safety_youth: float = _share(
        0.25,
        0.4,
        "children who see violence come to youth care; a quarter until counted",
        "Veilig bij jeugd: deel van wat veiligheid spaart dat jeugdhulp spaart",
        "Safety at youth: share of what safety spares that spares youth care",
    )
    safety_insurer: float = _share(
        0.15,
        0.25,
        "injury and its treatment; a seventh until counted",
        "Veilig bij verzekeraar: deel dat de zorg spaart",
        "Safety at the insurer: share that spares care",
    )
    safety_support: float = _share(
        0.15, 0.25,
        "shelter for women is paid from support; a seventh until counted",
        "Veilig bij Wmo: deel dat opvang spaart",
        "Safety at support: share that spares shelter",
    )  # fmt: skip


VECTORS = {
    "falls": (
        *("debt_insurer", "debt_housing", "debt_general", "work_insurer", "work_general"),
        *("housing_support", "housing_state", "mind_support", "mind_participation", "mind_state"),
        *("body_insurer", "youth_insurer", "youth_state", "youth_participation"),
        *("lonely_insurer", "lonely_support", "safety_youth", "safety_insurer", "safety_support"),
    )
}
"""All shares in one array of the compiled record."""
