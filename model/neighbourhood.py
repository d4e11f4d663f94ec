"""The neighbourhood as a model of Mesa, to look into and to play with. Nothing else needs Mesa.

A week here is the compiled week: stepping n times gives the same state as running n weeks. Once
in four weeks whoever sits in a seat may be asked to decide over the levers of that seat; a seat
without somebody in it follows the rules of the model.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import TracebackType

import mesa
import numpy as np

from model import beginning, initialisation, week
from model.agents import seats
from model.agents.columns import View
from model.agents.people import Administrator, Facilitator, Organisation, Professional, Resident
from model.agents.seats import CHOICES, FACILITATORS, PARTIES, Policy
from model.parameters import ADDRESSES, Parameters
from model.state.axes import ALDERMAN, CELL_COUNT, FACILITATOR, PROFESSIONAL
from model.state.state import State
from model.state.tally import SYSTEM, TALLY

DECIDES_EVERY = 4


class Neighbourhood(mesa.Model):
    """A neighbourhood that takes one week a step, from a place or from a state.

    A place is lived in until week 0 first, as every run of it is; a state is taken as it is, in
    memory of its own. Facilitators arrive in the week from which there is money for them.
    ``policies`` says who decides in which seat (``model/agents/seats.py``): a facilitator over the
    own terms and hours, the board over money and rules, the alderman over what is decided, and an
    organisation over its part in joint plans.
    """

    def __init__(
        self,
        start: str | State,
        values: Mapping[str, float] | None = None,
        *,
        policies: Mapping[str, Policy] | None = None,
        residents: int = 1_000,
        seed: int = 1,
        replicate: int = 0,
    ) -> None:
        super().__init__(rng=int(seed))
        self.values = dict(values or {})
        self.policies = dict(policies or {})
        for seat in self.policies:
            seats.refuse(seat, {})
        self._record = Parameters.of(self.values).record()
        self.state = (
            start.copy()
            if isinstance(start, State)
            else self._lived_in(start, residents, seed, replicate)
        )
        self._shown: dict[int, Resident] = {}
        self._make_agents()

    def _lived_in(self, place: str, residents: int, seed: int, replicate: int) -> State:
        context = {a: v for a, v in self.values.items() if ADDRESSES[a].since == "context"}
        return beginning.lived_in(place, residents, context, seed, replicate)[0]

    def _make_agents(self) -> None:
        """Everybody who works here, and the organisations. Residents come when asked for."""
        for row in range(len(self.state.organisations)):
            Organisation(self, row)
        kinds = {PROFESSIONAL: Professional, FACILITATOR: Facilitator}
        for row, role in enumerate(self.state.actors["role"]):
            kinds.get(int(role), Administrator)(self, row)

    @property
    def week(self) -> int:
        """The week that comes next; week 0 is the start of policy."""
        return self.state.week

    def resident(self, row: int) -> Resident:
        """The resident in this row, made when first asked for."""
        if not 0 <= row < len(self.state.residents):
            raise IndexError(f"there is no resident {row}; there are {len(self.state.residents)}")
        if row not in self._shown:
            self._shown[row] = Resident(self, row)
        return self._shown[row]

    def in_seat(self, seat: str) -> View:
        """The agent with whose eyes the one in this seat sees."""
        if seat in FACILITATORS:
            row = int(self.state.contracts["actor"][FACILITATORS.index(seat)])
            return next(a for a in self.agents if isinstance(a, Facilitator) and a.row == row)
        if seat in PARTIES:
            row = seats.row_of(seat)
            return next(a for a in self.agents if isinstance(a, Organisation) and a.row == row)
        decide = [a for a in self.agents if isinstance(a, Administrator)]
        if seat == seats.ALDERMAN_SEAT:
            return next(a for a in decide if a.role == ALDERMAN)
        return decide[0]

    def step(self) -> None:
        """One week; before it those who have a seat decide, and whoever was hired arrives."""
        if self.week % DECIDES_EVERY == 0:
            self._decide()
        initialisation.arrive(self.state, self._record)
        none = np.zeros((0, CELL_COUNT), dtype=TALLY), np.zeros(0, dtype=SYSTEM)
        week.run(self.state, self._record, 1, *none)

    def _decide(self) -> None:
        """All seats see the same world, and what they choose holds from now on."""
        chosen: dict[str, float] = {}
        decided: list[tuple[str, str, float]] = []
        for seat, policy in self.policies.items():
            changes = policy(self.in_seat(seat), self)
            seats.refuse(seat, changes)
            chosen |= {name: value for name, value in changes.items() if name not in CHOICES}
            decided += [(seat, name, changes[name]) for name in changes if name in CHOICES]
        for seat, name, value in decided:
            choice = CHOICES[name]
            getattr(self.state, choice.table)[choice.column][seats.row_of(seat)] = value
        if chosen:
            values = self.values | chosen
            self._record = Parameters.of(values).record()
            self.values = values

    def close(self) -> None:
        """Let go of all agents, so that memory comes free."""
        self.remove_all_agents()
        self._shown.clear()
        # Mesa 3.3 remembers every model that ever made an agent
        getattr(mesa.Agent, "_ids", {}).pop(self, None)

    def __enter__(self) -> Neighbourhood:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
