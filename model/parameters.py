"""All numbers gathered, with their addresses: ``trust.gain`` is ``gain`` in the set ``trust``.

A record of the same shape, all float64, is what the compiled week reads. It is made here and
nowhere else, so that no stray integer ever makes the week compile anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace

import numpy as np

from model.declarations import Parameter, ParameterSet
from model.processes.facilitators.attention import AttentionParameters
from model.processes.facilitators.brokering import BrokeringParameters
from model.processes.facilitators.contract import ContractParameters
from model.processes.facilitators.credibility import CredibilityParameters
from model.processes.organisations import elsewhere as elsewhere_rule
from model.processes.organisations import spending as spending_rule
from model.processes.organisations import stays as stays_rule
from model.processes.organisations.commitment import CommitmentParameters
from model.processes.organisations.contribution import ContributionParameters
from model.processes.organisations.deciding import DecidingParameters
from model.processes.organisations.decisions import DecisionsParameters
from model.processes.organisations.direct import DirectParameters
from model.processes.organisations.elsewhere import ElsewhereParameters
from model.processes.organisations.employer import EmployerParameters
from model.processes.organisations.flexible_budget import FlexibleBudgetParameters
from model.processes.organisations.informing import InformingParameters
from model.processes.organisations.lead import LeadParameters
from model.processes.organisations.learning import LearningParameters
from model.processes.organisations.lived_experience import LivedExperienceParameters
from model.processes.organisations.mapping import MappingParameters
from model.processes.organisations.monitoring import MonitoringParameters
from model.processes.organisations.ownership import OwnershipParameters
from model.processes.organisations.pockets import PocketsParameters
from model.processes.organisations.region import RegionParameters
from model.processes.organisations.reorganising import ReorganisingParameters
from model.processes.organisations.settling import SettlingParameters
from model.processes.organisations.sharing import SharingParameters
from model.processes.organisations.spending import SpendingParameters
from model.processes.organisations.staffing import StaffingParameters
from model.processes.organisations.stays import StaysParameters
from model.processes.organisations.team_leaders import TeamLeadersParameters
from model.processes.organisations.tempo import TempoParameters
from model.processes.organisations.tendering import TenderingParameters
from model.processes.organisations.weighing import WeighingParameters
from model.processes.organisations.youth_team import YouthTeamParameters
from model.processes.professionals import repertoire as repertoire_rule
from model.processes.professionals.alongside import AlongsideParameters
from model.processes.professionals.craft import CraftParameters
from model.processes.professionals.dialogue import DialogueParameters
from model.processes.professionals.goals import GoalsParameters
from model.processes.professionals.hours import HoursParameters
from model.processes.professionals.mandate import MandateParameters
from model.processes.professionals.meeting import MeetingParameters
from model.processes.professionals.repertoire import RepertoireParameters
from model.processes.professionals.small_wins import SmallWinsParameters
from model.processes.professionals.team_choice import TeamChoiceParameters
from model.processes.professionals.trust import TrustParameters
from model.processes.professionals.vision import VisionParameters
from model.processes.residents import needs as needs_rule
from model.processes.residents.able_to_ask import AbleToAskParameters
from model.processes.residents.doctrine import DoctrineParameters
from model.processes.residents.getting_in import GettingInParameters
from model.processes.residents.helping import HelpingParameters
from model.processes.residents.initiatives import InitiativesParameters
from model.processes.residents.knowing import KnowingParameters
from model.processes.residents.lasting import LastingParameters
from model.processes.residents.loneliness import LonelinessParameters
from model.processes.residents.moving import MovingParameters
from model.processes.residents.needs import NeedsParameters
from model.processes.residents.participation import ParticipationParameters
from model.processes.residents.responsibility import ResponsibilityParameters
from model.processes.residents.satisfaction import SatisfactionParameters
from model.processes.residents.seeking import SeekingParameters
from model.processes.residents.shocks import ShocksParameters


@dataclass(frozen=True, kw_only=True)
class Parameters:
    """Every number of the model, by mechanism."""

    needs: NeedsParameters = NeedsParameters()
    lasting: LastingParameters = LastingParameters()
    moving: MovingParameters = MovingParameters()
    getting_in: GettingInParameters = GettingInParameters()
    helping: HelpingParameters = HelpingParameters()
    hours: HoursParameters = HoursParameters()
    meeting: MeetingParameters = MeetingParameters()
    trust: TrustParameters = TrustParameters()
    vision: VisionParameters = VisionParameters()
    mandate: MandateParameters = MandateParameters()
    attention: AttentionParameters = AttentionParameters()
    credibility: CredibilityParameters = CredibilityParameters()
    brokering: BrokeringParameters = BrokeringParameters()
    facilitator: ContractParameters = ContractParameters()
    second_facilitator: ContractParameters = ContractParameters(money=0.0)
    ownership: OwnershipParameters = OwnershipParameters()
    pockets: PocketsParameters = PocketsParameters()
    tendering: TenderingParameters = TenderingParameters()
    commitment: CommitmentParameters = CommitmentParameters()
    spending: SpendingParameters = SpendingParameters()
    staffing: StaffingParameters = StaffingParameters()
    region: RegionParameters = RegionParameters()
    sharing: SharingParameters = SharingParameters()
    tempo: TempoParameters = TempoParameters()
    team_leaders: TeamLeadersParameters = TeamLeadersParameters()
    repertoire: RepertoireParameters = RepertoireParameters()
    team_choice: TeamChoiceParameters = TeamChoiceParameters()
    contribution: ContributionParameters = ContributionParameters()
    learning: LearningParameters = LearningParameters()
    small_wins: SmallWinsParameters = SmallWinsParameters()
    monitoring: MonitoringParameters = MonitoringParameters()
    informing: InformingParameters = InformingParameters()
    participation: ParticipationParameters = ParticipationParameters()
    knowing: KnowingParameters = KnowingParameters()
    initiatives: InitiativesParameters = InitiativesParameters()
    responsibility: ResponsibilityParameters = ResponsibilityParameters()
    loneliness: LonelinessParameters = LonelinessParameters()
    shocks: ShocksParameters = ShocksParameters()
    reorganising: ReorganisingParameters = ReorganisingParameters()
    elsewhere: ElsewhereParameters = ElsewhereParameters()
    settling: SettlingParameters = SettlingParameters()
    stays: StaysParameters = StaysParameters()
    weighing: WeighingParameters = WeighingParameters()
    satisfaction: SatisfactionParameters = SatisfactionParameters()
    lead: LeadParameters = LeadParameters()
    alongside: AlongsideParameters = AlongsideParameters()
    youth_team: YouthTeamParameters = YouthTeamParameters()
    employer: EmployerParameters = EmployerParameters()
    direct: DirectParameters = DirectParameters()
    goals: GoalsParameters = GoalsParameters()
    dialogue: DialogueParameters = DialogueParameters()
    craft: CraftParameters = CraftParameters()
    mapping: MappingParameters = MappingParameters()
    lived_experience: LivedExperienceParameters = LivedExperienceParameters()
    able_to_ask: AbleToAskParameters = AbleToAskParameters()
    seeking: SeekingParameters = SeekingParameters()
    decisions: DecisionsParameters = DecisionsParameters()
    doctrine: DoctrineParameters = DoctrineParameters()
    deciding: DecidingParameters = DecidingParameters()
    flexible_budget: FlexibleBudgetParameters = FlexibleBudgetParameters()

    @classmethod
    def of(cls, values: Mapping[str, float]) -> Parameters:
        """The defaults, with these values at their addresses; raises KeyError or ValueError."""
        changes: dict[str, dict[str, float]] = {}
        for address, value in values.items():
            if address not in ADDRESSES:
                raise KeyError(address)
            group, name = address.split(".")
            changes.setdefault(group, {})[name] = float(value)
        default = cls()
        return replace(
            default,
            **{group: replace(getattr(default, group), **set_) for group, set_ in changes.items()},
        )

    def values(self) -> dict[str, float]:
        """Every address with its value."""
        return {address: self.at(address) for address in ADDRESSES}

    def at(self, address: str) -> float:
        """The value at one address."""
        group, name = address.split(".")
        return getattr(getattr(self, group), name)

    def record(self) -> np.ndarray:
        """The numbers for the compiled week: one row, all float64, one type for ever."""
        record = np.zeros(1, dtype=RECORD)
        for group in RECORD.names or ():
            for name in RECORD[group].names or ():
                parts = VECTORS.get(group, {}).get(name, (name,))
                values = [self.at(f"{group}.{part}") for part in parts]
                record[group][name] = values if len(parts) > 1 else values[0]
        return record


VECTORS: dict[str, dict[str, tuple[str, ...]]] = {
    "needs": needs_rule.VECTORS,
    "spending": spending_rule.VECTORS,
    "elsewhere": elsewhere_rule.VECTORS,
    "stays": stays_rule.VECTORS,
    "repertoire": repertoire_rule.VECTORS,
}
"""Numbers that the compiled week finds side by side in one array."""


def _groups() -> dict[str, type[ParameterSet]]:
    default = Parameters()
    return {part.name: type(getattr(default, part.name)) for part in fields(Parameters)}


def _addresses() -> dict[str, Parameter]:
    found: dict[str, Parameter] = {}
    default = Parameters()
    for group, set_type in _groups().items():
        for name, declaration in set_type.declarations().items():
            address = f"{group}.{name}"
            value = getattr(getattr(default, group), name)
            found[address] = replace(declaration, address=address, default=value)
    return found


def _record_type() -> np.dtype:
    groups = []
    for group, set_type in _groups().items():
        names = [name for name in set_type.declarations()]
        shapes = [(name, "f8") for name in names]
        shapes += [(name, "f8", (len(parts),)) for name, parts in VECTORS.get(group, {}).items()]
        groups.append((group, np.dtype(shapes, align=True)))
    return np.dtype(groups, align=True)


ADDRESSES = _addresses()
"""Every number a scenario may set: address → declaration."""

RECORD = _record_type()


MECHANISMS: dict[str, tuple[str, ...]] = {
    group: tuple(
        address
        for address, declaration in ADDRESSES.items()
        if address.startswith(f"{group}.") and not np.isnan(declaration.neutral)
    )
    for group in _groups()
}
"""Mechanism → the addresses that take it out of the world when they are set to neutral."""


SEATS = ("facilitator", "second_facilitator")
"""Two contracts of the same mechanism: without it, nobody sits in either seat."""


def without(mechanisms: Iterable[str]) -> dict[str, float]:
    """The neutral values that switch these mechanisms off; raises KeyError for an unknown one."""
    return {
        address: ADDRESSES[address].neutral
        for mechanism in mechanisms
        for each in (SEATS if mechanism in SEATS else (mechanism,))
        for address in MECHANISMS[each]
    }
