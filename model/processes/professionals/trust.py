r"""Trust from experience (vertrouwen): ODD 7.8, mechanism M4.

Somebody who does what was agreed is counted on more next time; somebody who does not, less, and by
a larger step, softened where the reason was told beforehand. Where nothing came due in a month the
judgement slides back to what people of that organisation are taken for. About near-strangers one
goes by what acquaintances say:

.. math::
    T \leftarrow \begin{cases}
       T + \gamma w (1 - T) & \text{kept} \\
       T - \rho \gamma w (1 - \kappa)\, T & \text{broken} \\
       T + (1 - 2^{-4/h})(T_0 - T) & \text{a month without experience} \\
       T^* + (T - T^*)\, e^{-(g + l)} & \text{a month with several}
    \end{cases}
    \qquad T^* = \frac{g}{g + l}, \quad g = -n_k \ln(1 - \gamma),
    \quad l = -n_b \ln(1 - \rho \gamma (1 - \kappa))
    \qquad
    T_{ij} \leftarrow T_{ij} + \omega (1 - S_{ij})
       \frac{\sum_k S_{ik} T_{ik} (T_{kj} - T_{ij})}{\sum_k S_{ik}}

======  =====================  =================================================================
symbol  here                   meaning, each directed pair
======  =====================  =================================================================
T, T_0  ``trust, expected``    how firmly i counts on j; what i expects beforehand
w κ     ``stake, explained``   weight of the promise; share of a failure put down to circumstance
n       ``kept, broken``       promises of that month, for each person of i; one gives line 1 or 2
γ ρ     ``gain, loss_ratio``   see TrustParameters
h ω     ``half_life``,         weeks to half; weight of what others say in a month
        ``hearsay``
======  =====================  =================================================================

For the form see [JonkerTreur1999]_, for loss that outweighs gain [Slovic1993]_; no sizes are known
between organisations in a neighbourhood. In the long run trust is p/(p + (1-p)ρ) for a share p of
promises kept, so shortage alone, which breaks promises, can destroy trust between people of good
will.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from model.clock import MONTH
from model.compiling import compiled
from model.declarations import ParameterSet, Unit, assumed, rule, setting, uncertainty
from model.state.axes import FACILITATOR
from model.state.kinds import Numbers, Row, Table
from model.state.posts import colleagues
from model.state.strengths import HARDLY

NEARLY_ALL = 0.999999
"""Below one, so that a logarithm is finite: a bound."""


@compiled
@rule(
    "M4",
    nl="Vertrouwen: afspraken nakomen telt, niet nakomen telt zwaarder",
    en="Trust: keeping promises counts, not keeping them counts more",
    seeds=("1:20", "1:24", "2:38", "2:50", "3:12", "4:45"),
    without="Trust stays at what organisations expect of each other, whatever people do.",
)
def kept(trust: float, stake: float, p: TrustParameters) -> float:
    """Trust after a kept promise.

    >>> class p: gain, loss_ratio = 0.1, 3.0
    >>> round(kept.py_func(0.5, 1.0, p), 3)
    0.55
    """
    return trust + p.gain * stake * (1.0 - trust)


@compiled
def broken(trust: float, stake: float, explained: float, p: TrustParameters) -> float:
    """Trust after a broken promise, of which a share was explained in time.

    >>> class p: gain, loss_ratio = 0.1, 3.0
    >>> round(broken.py_func(0.5, 1.0, 0.0, p), 3)
    0.35
    """
    return trust - p.loss_ratio * p.gain * stake * (1.0 - explained) * trust


@compiled
def rates(explained: float, p: TrustParameters) -> tuple[float, float]:
    """How fast a kept promise pulls trust up, and a broken one down, of which a share is explained.

    Both are logarithms, below 0, and the same for everybody in a month.
    """
    lost = min(NEARLY_ALL, p.loss_ratio * p.gain * (1.0 - explained))
    return math.log(1.0 - p.gain), math.log(1.0 - lost)


@compiled
def after(
    trust: float, were_kept: float, were_broken: float, gaining: float, losing: float
) -> float:
    """Trust after a month in which so many promises were kept and so many broken, in any order.

    Gains and losses compete for the month as ``rates`` do (``hazards.py``). With one promise it is
    what ``kept`` or ``broken`` says.

    >>> gaining, losing = math.log(1.0 - 0.1), math.log(1.0 - 3.0 * 0.1)
    >>> [round(after.py_func(0.5, kept, 1.0 - kept, gaining, losing), 9) for kept in (1.0, 0.0)]
    [0.55, 0.35]
    """
    up, down = -were_kept * gaining, -were_broken * losing
    if up + down <= 0.0:
        return trust
    settled = up / (up + down)
    return settled + (trust - settled) * math.exp(-up - down)


@compiled
def drift(p: TrustParameters) -> float:
    """The part of the way to what is expected that trust goes in a month."""
    return 1.0 - 0.5 ** (MONTH / p.half_life)


@compiled
def drifted(trust: float, expected: float, part: float) -> float:
    """Trust after a month without experience, in which it goes this part of the way back."""
    return trust + part * (expected - trust)


@compiled
def experience(
    pair: Row, was_kept: bool, stake: float, explained: float, p: TrustParameters
) -> None:
    """One promise of a facilitator that came due, kept or not."""
    pair.experienced = np.uint8(1)
    if was_kept:
        pair.trust = np.float32(kept(pair.trust, stake, p))
    else:
        pair.trust = np.float32(broken(pair.trust, stake, explained, p))


@compiled
def expected_of(same_organisation: bool, p: TrustParameters) -> float:
    """What somebody expects of people in the same or another organisation."""
    return p.within if same_organisation else p.between


@compiled
def month(actors: Table, pairs: Table, weight: float, explained: float, p: TrustParameters) -> None:
    """Promises, drift and hearsay, once in four weeks. Reads all trust before it writes any.

    Promises are counted by case; each case stands for ``weight`` of them, shared by the people
    whose seat it concerns. Of broken ones a share is ``explained`` in time.
    """
    count = len(actors)
    before, believed, tied = np.empty((count, count)), np.zeros((count, count)), np.zeros(count)
    for i in range(count):
        for j in range(count):
            before[i, j] = pairs[i, j].trust
            tie = pairs[i, j].strength if i != j else 0.0
            tied[i] += tie
            if tie > HARDLY:
                believed[i, j] = tie * before[i, j]
    said, drifts = np.empty(count), drift(p)
    gaining, losing = rates(explained, p)
    for i in range(count):
        listen(before, believed, i, said)
        for j in range(count):
            if i == j:
                continue
            same = colleagues(actors[i], actors[j])
            facilitates = actors[i].role == FACILITATOR or actors[j].role == FACILITATOR
            expected = expected_of(same and not facilitates, p)
            trust = float(before[i, j])
            pair = pairs[i, j]
            if pair.kept + pair.broken > 0.0:
                each = weight / max(1.0, actors[i].colleagues)
                trust = after(trust, each * pair.kept, each * pair.broken, gaining, losing)
            elif pair.experienced == 0:
                trust = drifted(trust, expected, drifts)
            pair.kept, pair.broken = np.float32(0.0), np.float32(0.0)
            pair.experienced = np.uint8(0)
            strangers = p.hearsay * (1.0 - pair.strength)
            if tied[i] > 0.0 and strangers > 0.0:
                trust += strangers * said[j] / tied[i]
            pairs[i, j].trust = np.float32(min(1.0, max(0.0, trust)))


@compiled
def listen(before: Numbers, believed: Numbers, i: int, said: Numbers) -> None:
    """What those whom i trusts say of each j, as a pull: Σ_k S_ik T_ik (T_kj - T_ij), into said."""
    total = 0.0
    said[:] = 0.0
    for k in range(len(said)):
        weight = believed[i, k]
        if weight > 0.0:
            total += weight
            for j in range(len(said)):
                said[j] += weight * before[k, j]
    for j in range(len(said)):
        # nobody is a witness of oneself
        own = believed[i, j]
        said[j] -= own * before[j, j] + (total - own) * before[i, j]


@dataclass(frozen=True, kw_only=True)
class TrustParameters(ParameterSet):
    """The numbers in this rule."""

    gain: float = uncertainty(
        0.05,
        Unit.SHARE,
        between=(0.0, 0.10),
        neutral=0.0,
        basis=assumed("twenty kept promises in a row close two thirds of the gap; a guess"),
        nl="Groei van vertrouwen: stap omhoog na een nagekomen afspraak, deel van wat nog mist",
        en="Growth of trust: step up after a kept promise, as a share of what still lacks",
    )
    loss_ratio: float = uncertainty(
        3.0,
        Unit.FACTOR,
        between=(1.0, 5.0),
        basis=assumed("that loss outweighs gain is published (Slovic 1993), by how much is not"),
        nl="Verlies tegen winst: hoeveel zwaarder een gebroken afspraak weegt",
        en="Loss against gain: how much heavier a broken promise weighs",
    )
    half_life: float = uncertainty(
        78.0,
        Unit.WEEKS,
        between=(26.0, 156.0),
        neutral=float("inf"),
        basis=assumed("people forget in a year or two how somebody was; a guess"),
        nl="Vervagen van ervaring: weken zonder afspraken tot de helft van het oordeel weg is",
        en="Fading of experience: weeks without promises until half of the judgement is gone",
    )
    hearsay: float = uncertainty(
        0.03,
        Unit.SHARE,
        between=(0.0, 0.1),
        neutral=0.0,
        basis=assumed("reputations move slowly; zero must be possible"),
        nl="Horen zeggen: hoeveel het oordeel van anderen per maand meetelt",
        en="Hearsay: how much the judgement of others counts each month",
    )
    explained: float = uncertainty(
        0.2,
        Unit.SHARE,
        between=(0.0, 0.7),
        basis=assumed("most delays are not announced; up to most could be"),
        nl="Uitgelegd: deel van een gebroken afspraak dat op tijd is uitgelegd",
        en="Explained: share of a broken promise that was explained in time",
    )
    due: float = uncertainty(
        8.0,
        Unit.WEEKS,
        between=(4.0, 16.0),
        basis=assumed("norms for a first plan are four to ten weeks (T14, R13)"),
        nl="Termijn: weken waarbinnen gevraagde hulp moet beginnen",
        en="Due: weeks within which asked help must begin",
    )
    within: float = uncertainty(
        0.65,
        Unit.SCORE,
        between=(0.5, 0.8),
        basis=assumed("colleagues are given somewhat more credit than others"),
        nl="Verwachting eigen organisatie: vertrouwen vooraf in collega's",
        en="Expected of own organisation: trust beforehand in colleagues",
    )
    between: float = uncertainty(
        0.5,
        Unit.SCORE,
        between=(0.3, 0.7),
        basis=assumed("the middle, where nothing has been experienced yet"),
        nl="Verwachting andere organisatie: vertrouwen vooraf in anderen",
        en="Expected of other organisations: trust beforehand in others",
    )
    delivery: float = setting(
        0.5,
        Unit.SHARE,
        between=(0.1, 1.0),
        basis=assumed("a month of agreed hours counts half as much as starting in time"),
        nl="Gewicht van leveren: een maand samen leveren, tegen een afspraak om te beginnen",
        en="Weight of delivery: a month of delivering, against a promise to start",
    )
