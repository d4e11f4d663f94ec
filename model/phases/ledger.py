"""Phase 11: the sheet of costs and benefits, and what helped households say of their help."""

from __future__ import annotations

from model.clock import MONTH
from model.compiling import compiled
from model.parameters import Parameters
from model.phases import placing
from model.processes.organisations import weighing
from model.processes.residents import satisfaction
from model.state import bits
from model.state.axes import BUDGET_COUNT
from model.state.kinds import Row, Table
from model.state.state import State
from model.state.tables import OPEN


@compiled
def write(state: State, p: Parameters, week: int) -> None:
    """Euros of this week as they count on the sheet; once in four weeks, what residents say."""
    system = state.system[0]
    worth = weighing.worth(week, p.weighing)
    for budget in range(BUDGET_COUNT):
        system.sheet_paid += worth * system.spent[budget]
        for gains in range(BUDGET_COUNT):
            system.sheet_spared += worth * system.savings[budget, gains]
    if week % MONTH == 0:
        ask(state, p)


@compiled
def ask(state: State, p: Parameters) -> None:
    """What households that are helped say of it, and what is gone of their need, by cell."""
    weight = state.neighbourhoods[0].weight
    for number in range(state.neighbourhoods[0].active):
        case = state.cases[state.active[number]]
        if case.mode != OPEN or not bits.helped(case) or case.heaviness == 0:
            continue
        gone = satisfaction.relieved(placing.heaviness(state.residents, case), case.heaviness)
        says = satisfaction.reported(
            gone, trust_of(case, state.residents), float(case.fit), p.satisfaction
        )
        tally = state.tally[case.cell]
        tally.opinions += weight
        tally.satisfied += weight * says
        tally.relieved += weight * gone


@compiled
def trust_of(case: Row, residents: Table) -> float:
    """Mean trust of a household in those who help."""
    total = 0.0
    for row in range(case.start, case.start + case.size):
        total += residents[row].trust
    return total / case.size
