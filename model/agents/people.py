"""Residents, professionals, facilitators, administrators and organisations, as views."""

from __future__ import annotations

from typing import Any

from model.agents.columns import Column, View
from model.state.axes import ORGANISATIONS


class Resident(View):
    """Somebody who lives here."""

    table = "residents"
    household, age_band, disadvantage = Column(), Column(), Column()
    level, since, needs, known = Column(), Column(), Column(), Column()
    trust, unhelped = Column(), Column()

    @property
    def case(self) -> Any:
        """The row of the household to which this resident belongs."""
        return self.model.state.cases[self.household]  # type: ignore[attr-defined]


class Worker(View):
    """Somebody with a seat in the table of actors."""

    table = "actors"
    hours, colleagues, vision = Column(), Column(), Column()
    language_neighbourhood, language_board = Column(), Column()
    organisation_row = Column("organisation")

    @property
    def organisation(self) -> str:
        """The key of the organisation this seat belongs to."""
        return list(ORGANISATIONS)[self.organisation_row]

    def tie(self, other: Worker) -> Any:
        """What this one has with another: familiarity, strength, trust, conflict."""
        return self.model.state.pairs[self.row, other.row]  # type: ignore[attr-defined]


class Professional(Worker):
    """Somebody who helps residents; a seat may stand for several colleagues."""

    skill, engagement, strain, tenure, vacant = Column(), Column(), Column(), Column(), Column()
    committed, coordination, capacity = Column(), Column(), Column()
    slack, load, outreach, meeting = Column(), Column(), Column(), Column()
    trades, drive, standing = Column(), Column(), Column()
    practices, suited, aside = Column(), Column(), Column()


class Administrator(Worker):
    """Policy staff, alderman or insurer: somebody at the board."""

    role = Column()


class Facilitator(Worker):
    """Somebody who is paid to bring others together. Hours and queue are those of the contract."""

    outreach = Column()

    @property
    def contract(self) -> Any:
        """The row of the contract under which this facilitator works."""
        contracts = self.model.state.contracts  # type: ignore[attr-defined]
        return contracts[contracts["actor"] == self.row][0]


class Organisation(View):
    """A party that employs professionals, or the board."""

    table = "organisations"
    contract_end, opposition, vision, expected_saving = Column(), Column(), Column(), Column()
    ratio, queue, received, price, lump_sum = Column(), Column(), Column(), Column(), Column()
    member, expects, met, gives, code = Column(), Column(), Column(), Column(), Column()

    @property
    def name(self) -> str:
        """The key of this organisation."""
        return list(ORGANISATIONS)[self.row]
