"""The week, as a column of sentences (ODD section 3). Compiled, and without Mesa.

The numbered comments are the phases of ODD section 3, word for word; a test compares the two.
"""

from __future__ import annotations

import numpy as np

from model.clock import MONTH
from model.compiling import compiled, spliced
from model.parameters import Parameters
from model.phases import (
    access,
    agendas,
    agreed_hours,
    aims,
    at_tables,
    board,
    care,
    crafts,
    development,
    entrance,
    experience,
    experts,
    gatherings,
    intake,
    joining,
    ledger,
    lessons,
    minds,
    network,
    outside,
    overview,
    plans,
    posts,
    profiles,
    progress,
    record,
    teams,
    telling,
    tenders,
    together,
)
from model.processes.residents import loneliness
from model.state.axes import CELL_COUNT
from model.state.kinds import Numbers, Table
from model.state.state import State


@spliced
def step(state: State, p: Parameters, week: int, key: Numbers) -> None:
    """One week. Rules say what happens; nothing outside these sentences changes the state."""
    # 1. Events from outside: contracts, staff, elections, households that move
    outside.happen(state, p, week, key)
    posts.settle(state, p, week, key)
    overview.keep(state, p, week)
    profiles.take_shape(state, p, key)

    # 2. Needs arise, worsen and ease
    development.shock(state.residents, state.neighbourhoods[0], p.shocks)
    scale = state.neighbourhoods[0].scale
    lonelier = loneliness.soonest(p.loneliness)
    development.develop(
        state.residents, state.cases, week, key, lonelier, p.needs, p.lasting, scale
    )

    # 3. Needs come into view: asked, seen or found
    entrance.come_into_view(state, p, week, key)

    # 4. Hours are divided: administration, promises, care, what is left
    lessons.set_aside(state, p, week)
    experts.guide(state, p)
    agendas.divide(state, p, week)
    agreed_hours.appoint(state, p)
    tenders.promise(state, p)

    # 5. People meet and talk
    if week % MONTH == 0:
        gatherings.meet(state, p)
        joining.contribute(state, p, week, key)
        at_tables.decide(state, p, week, key)
        entrance.measure_signal(state, p)

    # 6. Households are taken up; owners, money, mandate and plan form are settled
    intake.wait(state, p, week, key)
    experts.come_along(state, p, week, key)
    intake.serve_queues(state, p, week, key)
    plans.decide(state, p, week, key)

    # 7. Help is given and paid for
    tenders.face_it(state, p)
    agendas.settle(state, p)
    care.give(state, p, week, key)

    # 8. Experience changes trust and credibility
    if week % MONTH == 0:
        experience.learn(state, p, week, key)
        profiles.gain_standing(state)
        lessons.learn(state, p, week, key)
        progress.judge(state, p)
        aims.drift(state, p)
        crafts.practise(state, p)

    # 9. The board meets
    if week % np.int64(p.commitment.interval) == 0:
        board.convene(state, p)

    # 10. Residents meet, take part and help each other
    if week % MONTH == 0:
        together.live(state, p, week, key)

    # 11. The week is written down
    record.write(state)
    access.remember(state.neighbourhoods[0], state.tally)
    minds.write(state)
    overview.write(state)
    around = state.neighbourhoods[0]
    aims.write(state.cases, state.active, around.active, state.tally, around.weight)
    if week % MONTH == 0:
        teams.count_network(state)
    network.write(state, week)
    ledger.write(state, p, week)


@compiled
def run(state: State, parameters: Table, weeks: int, tallies: Table, systems: Table) -> None:
    """So many weeks from the state's own week on; one row of each record for every week.

    ``tallies`` [week, cell] and ``systems`` [week] are filled; the state is left at the end.
    """
    p = parameters[0]
    period = state.period[0]
    key = period.key
    development.forget_bounds(state.residents)
    for number in range(weeks):
        clear(state)
        levels, strengths = telling.before(state)
        step(state, p, period.week, key)
        telling.changes(state, levels, strengths)
        period.week += np.int32(1)
        if len(tallies) > 0:
            for cell in range(CELL_COUNT):
                tallies[number, cell] = state.tally[cell]
            systems[number] = state.system[0]
    # what was only noted for speed is no part of what is remembered
    development.forget_bounds(state.residents)


@compiled
def clear(state: State) -> None:
    """Empty sheets for the week's counts: the last row of each table is never written on."""
    for cell in range(CELL_COUNT):
        state.tally[cell] = state.tally[CELL_COUNT]
    state.system[0] = state.system[1]
