"""Phase 6: what facilitators say of people to each other, when a plan is weighed."""

from __future__ import annotations

import numpy as np

from model.compiling import compiled
from model.parameters import Parameters
from model.processes.facilitators import contract, credibility
from model.processes.facilitators.contract import ContractParameters
from model.state.axes import SEATS
from model.state.kinds import Table
from model.state.posts import budget_of


@compiled
def with_voucher(
    i: int, j: int, actors: Table, pairs: Table, contracts: Table, weight: float, p: Parameters
) -> float:
    """Trust of i in j, moved by what facilitators say of j in so far as there is time to ask."""
    trust = float(pairs[i, j].trust)
    if actors[i].organisation == actors[j].organisation:
        return trust  # of a colleague nobody asks an outsider
    asked = np.float32(0.0)
    for seat in range(SEATS):
        agreed = contracts[seat]
        if agreed.connecting_hours > 0.0:
            agreed.vouches += np.float32(weight)
            asked = np.float32(1.0)
            word = weight_of_word(i, j, seat, actors, pairs, contracts, p)
            trust = credibility.vouched(trust, float(pairs[agreed.actor, j].trust), word)
    pairs[i, j].vouched += asked
    return trust


@compiled
def weight_of_word(
    i: int, j: int, seat: int, actors: Table, pairs: Table, contracts: Table, p: Parameters
) -> float:
    """How much what one facilitator says of j weighs with i, in so far as there is time to ask."""
    f = contracts[seat].actor
    terms = p.facilitator if seat == 0 else p.second_facilitator
    cares_i = credibility.cares(paid_by(actors, i, terms), p.credibility)
    cares_j = credibility.cares(paid_by(actors, j, terms), p.credibility)
    believes = credibility.believed(cares_i, cares_j, terms.pay_per_agreement, p.credibility)
    credible = credibility.credible(pairs[i, f].trust, pairs[i, f].conflict)
    knows, tie = float(pairs[f, j].strength), float(pairs[i, j].strength)
    word = credibility.weight_of_word(believes, credible, knows, tie, p.credibility)
    return contracts[seat].vouching * word


@compiled
def remember_words(
    actors: Table, pairs: Table, contracts: Table, weight: float, p: Parameters
) -> None:
    """Trust stays moved by what was said, until experience says otherwise.

    Written down when all have asked, so that nobody's row decides what another hears.
    """
    if contracts[0].connecting_hours <= 0.0 and contracts[1].connecting_hours <= 0.0:
        return
    for i in range(len(actors)):
        for j in range(len(actors)):
            pair = pairs[i, j]
            if pair.vouched <= 0.0:
                continue
            asked = weight * pair.vouched / max(1.0, actors[i].colleagues)
            for seat in range(SEATS):
                if contracts[seat].connecting_hours > 0.0:
                    said = float(pairs[contracts[seat].actor, j].trust)
                    word = weight_of_word(i, j, seat, actors, pairs, contracts, p)
                    stays = 1.0 - (1.0 - word) ** asked
                    pair.trust = np.float32(credibility.vouched(float(pair.trust), said, stays))
            pair.vouched = np.float32(0.0)


@compiled
def paid_by(actors: Table, row: int, terms: ContractParameters) -> float:
    """The share of a facilitator's income that the payer of this actor's organisation controls."""
    budget = budget_of(actors[row])
    if budget < 4:
        return contract.depends(terms.paid_by_municipality, terms.other_clients)
    if budget == 4:
        return contract.depends(terms.paid_by_insurer, terms.other_clients)
    return contract.depends(terms.paid_by_organisations, terms.other_clients)
