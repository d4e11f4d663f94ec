r"""Pockets (financiële schotten): ODD 7.5, mechanism M10.

Each organisation that a plan needs compares what the plan costs it with what comes back to its
own budgets. Pooling moves both towards the whole:

.. math::
    u_o = [\varphi + (1-\varphi) s_o]\,B - (1-\varphi)\, c_o - \varphi\, C
          - \text{admin}_o - r (1 - \bar T_o) + m_o

======  ===============  =======================================================================
symbol  here             meaning, per euro of the plan's cost C
======  ===============  =======================================================================
φ       ``pooled``       share of the budgets that is pooled in the neighbourhood
B       ``saving``       what the plan is expected to save, learned from plans before
s_o     ``credited``     share of that saving that falls to o's own budget
c_o     ``own_cost``     share of the cost that o bears
r T̄     ``risk, trust``  loss if others do not deliver; mean trust of o in the others
m_o     ``drive``        what its people add out of engagement
ρ       ``returned``     share of a saving that goes back to who paid for it
======  ===============  =======================================================================

Where savings are returned, s_o becomes s_o + ρ (c_o - s_o): shares still add up to one.
It takes part if u_o is not negative. For a lone payer of a plan that saves for n alike, that is
the wrong-pocket threshold B/C = 1/(φ + (1-φ)/n).
"""

from __future__ import annotations

from dataclasses import dataclass

from model.compiling import compiled
from model.declarations import (
    ParameterSet,
    Unit,
    assumed,
    lever,
    published,
    rule,
    setting,
    uncertainty,
)


@compiled
@rule(
    "M10",
    nl="Schotten: wie betaalt moet er zelf iets van terugzien, of de pot delen",
    en="Pockets: who pays must get something back, or share the pot",
    seeds=("0:27", "3:13", "3:34", "2:5"),
    without="Each plan that saves more than it costs is paid for, whoever gains.",
)
def advantage(
    pooled: float,
    saving: float,
    credited: float,
    own_cost: float,
    admin: float,
    risk: float,
    drive: float,
) -> float:
    """What an organisation sees in taking part, per euro of the plan's cost.

    >>> round(advantage.py_func(0.0, 4.0, 0.25, 1.0, 0.0, 0.0, 0.0), 9)
    0.0
    """
    gain = (pooled + (1.0 - pooled) * credited) * saving
    cost = (1.0 - pooled) * own_cost + pooled
    return gain - cost - admin - risk + drive


@compiled
def joins(stance: int, advantage: float) -> bool:
    """Whether a party takes part: when it sees no disadvantage, or as its seat has decided.

    >>> [joins.py_func(*each) for each in ((0, 0.1), (0, -0.1), (1, -0.1), (-1, 0.1))]
    [True, False, True, False]
    """
    return stance > 0 or (stance == 0 and not advantage < 0.0)


@compiled
def after_return(credited: float, own_cost: float, returned: float) -> float:
    """The share of a saving that is left with somebody when part goes back to who paid for it.

    >>> after_return.py_func(0.25, 1.0, 0.5), after_return.py_func(0.75, 0.0, 0.5)
    (0.625, 0.375)
    """
    return credited + returned * (own_cost - credited)


@compiled
def pooled_share(by_rule: float, agreement: float, p: PocketsParameters) -> float:
    """The share of budgets that is pooled: by rule, and by what boards agreed."""
    return min(1.0, by_rule + p.agreement_pools * agreement)


@compiled
def realised(left: float, p: PocketsParameters) -> float:
    """What people think a plan saved per euro, by the share of need that is left at its end.

    Whether the plan did that, or time, nobody can see.

    >>> class p: full_success = 3.0
    >>> realised.py_func(0.5, p), realised.py_func(1.2, p)
    (1.5, 0.0)
    """
    return p.full_success * max(0.0, 1.0 - left)


@compiled
def learned(expected: float, realised: float, plans: float, p: PocketsParameters) -> float:
    """What a plan is expected to save per euro, after so many that saved this much on average.

    >>> class p: learning = 0.5
    >>> learned.py_func(1.0, 2.0, 2.0, p)
    1.75
    """
    return realised + (expected - realised) * (1.0 - p.learning) ** plans


@compiled
def close(distance: float, p: PocketsParameters) -> float:
    """How much two visions at this distance have in common, 0 to 1.

    >>> class p: apart = 0.5
    >>> close.py_func(0.25, p), close.py_func(0.7, p)
    (0.5, 0.0)
    """
    return max(0.0, 1.0 - distance / p.apart)


@dataclass(frozen=True, kw_only=True)
class PocketsParameters(ParameterSet):
    """The numbers in this rule."""

    pooled: float = lever(
        0.05,
        Unit.SHARE,
        between=(0.0, 1.0),
        neutral=1.0,
        basis=assumed("almost nothing is pooled in most places; a few experiments are"),
        nl="Wijkbudget: deel van de budgetten dat in één pot voor de wijk zit",
        en="Neighbourhood budget: share of budgets in one pot for the neighbourhood",
    )
    returned: float = lever(
        0.0,
        Unit.SHARE,
        between=(0.0, 1.0),
        neutral=0.0,
        basis=assumed("whoever is spared something keeps it; returning it is hardly ever agreed"),
        nl="Besparing terug: deel van een besparing dat teruggaat naar wie de hulp betaalde",
        en="Saving returned: share of a saving that goes back to who paid for the help",
    )
    saving: float = uncertainty(
        1.5,
        Unit.FACTOR,
        between=(0.7, 2.5),
        basis=published("C17", "C18", reason="1.9 in one study, hardly any in half of others"),
        nl="Verwachte besparing: euro die men vooraf per euro van een plan verwacht",
        en="Expected saving: euros people expect beforehand for a euro of a plan",
    )
    full_success: float = uncertainty(
        3.0,
        Unit.FACTOR,
        between=(1.0, 5.0),
        basis=assumed("half of the need gone then earns back what is usually expected, 1.5"),
        nl="Volledig gelukt: euro die men per euro ziet als aan het eind geen probleem over is",
        en="Full success: euros seen for a euro where no need is left at the end",
    )
    learning: float = uncertainty(
        0.05,
        Unit.SHARE,
        between=(0.0, 0.2),
        neutral=0.0,
        basis=assumed("twenty plans of one's own change the picture"),
        nl="Leren van plannen: hoeveel één afgerond plan die verwachting bijstelt",
        en="Learning from plans: how much one finished plan changes that expectation",
    )
    admin: float = uncertainty(
        0.1,
        Unit.SHARE,
        between=(0.0, 0.3),
        neutral=0.0,
        basis=assumed("a tenth of the plan goes to arranging it: 2 to 12 hours"),
        nl="Regelwerk: kosten van een gezamenlijk plan, deel van het plan",
        en="Arranging: cost of a joint plan, as a share of the plan",
    )
    risk: float = uncertainty(
        0.4,
        Unit.FACTOR,
        between=(0.0, 1.0),
        neutral=0.0,
        basis=assumed("when nobody can be trusted two fifths of the plan is lost"),
        nl="Risico: deel van het plan dat verloren gaat als anderen niet leveren",
        en="Risk: share of the plan that is lost if others do not deliver",
    )
    drive: float = uncertainty(
        0.3,
        Unit.FACTOR,
        between=(0.0, 0.8),
        neutral=0.0,
        basis=assumed("engaged people add up to a third of the plan's worth; zero possible"),
        nl="Drijfveer: wat betrokken mensen toevoegen als hun visies dicht bij elkaar liggen",
        en="Drive: what engaged people add where their visions are close",
    )
    agreement_pools: float = uncertainty(
        0.15,
        Unit.SHARE,
        between=(0.0, 0.4),
        neutral=0.0,
        basis=assumed("full agreement pools as much as a modest neighbourhood budget"),
        nl="Afspraken bundelen: deel dat besturen samenvoegen bij volle overeenstemming",
        en="Agreements pool: share that boards pool at full agreement",
    )
    facilitator_pools: float = uncertainty(
        0.1,
        Unit.SHARE,
        between=(0.0, 0.3),
        neutral=0.0,
        basis=assumed("a small flexible budget, where a facilitator may decide on one"),
        nl="Budget van de begeleider: deel dat die kan samenvoegen, als dat mag",
        en="Facilitator's budget: share that a facilitator can pool, where allowed",
    )
    searching: float = uncertainty(
        4.0,
        Unit.HOURS,
        between=(0.0, 12.0),
        neutral=0.0,
        basis=assumed("half a day of asking around for each plan across budgets"),
        nl="Zoeken naar geld: uren per plan over budgetten heen, zonder wijkbudget",
        en="Searching for money: hours for each plan across budgets, without pooling",
    )
    search_weeks: float = setting(
        13.0,
        Unit.WEEKS,
        between=(4.0, 26.0),
        basis=assumed("a quarter of asking around before money is found or the search is left"),
        nl="Zoektijd: weken waarover het zoeken naar geld is uitgesmeerd",
        en="Search time: weeks over which the search for money is spread",
    )
    again: float = setting(
        13.0,
        Unit.WEEKS,
        between=(4.0, 52.0),
        basis=assumed("a plan that was not taken up is talked about again next quarter"),
        nl="Opnieuw praten: weken tot een afgewezen gezamenlijk plan weer op tafel komt",
        en="Talking again: weeks until a joint plan that was declined is on the table again",
    )
    apart: float = setting(
        0.5,
        Unit.SCORE,
        between=(0.2, 1.0),
        basis=assumed("half of the scale apart, people see another task before them"),
        nl="Uit elkaar: afstand tussen visies waarop niets meer gedeeld wordt",
        en="Apart: distance between visions at which nothing is shared",
    )
