"""Phase 8 by hand: what a month teaches people about each other and about who facilitates."""

import pytest

from model.phases import agendas, experience, gatherings
from model.state.tables import JOINT
from tests.phases.by_hand import (
    HUB,
    INCOME,
    INSURER,
    KEY,
    LANDLORD,
    MENTAL,
    POLICY,
    PROFESSIONALS,
    SUPPORT,
    TEAM_A,
    TEAM_B,
    helped,
    hired,
    numbers,
    plain,
    state,
)  # fmt: skip

HIRED = {"spending.extra": 30_000.0, "spending.on_facilitation": 1.0, "attention.always": 0.0}


def suspected_after_two_years(board: float, **more: float) -> list[float]:
    """What professionals think of double hats after two years with nothing else at stake."""
    terms = {"facilitator.board": board, "facilitator.paid_by_municipality": 1.0}
    p = numbers(HIRED | terms | {f"facilitator.{name}": value for name, value in more.items()})
    world = state(p=p)
    world.pairs["strength"] = 0.6
    world.actors["language_board"] = world.actors["language_neighbourhood"] = 0.5
    for month in range(24):
        for week in range(4 * month, 4 * month + 4):
            plain(agendas.divide)(world, p, week)
        plain(gatherings.meet)(world, p)
        plain(experience.learn, 0.5)(world, p, 4 * month, KEY)
    assert world.contracts[0].hours > 10.0
    return [world.pairs[who, HUB].conflict for who in PROFESSIONALS]


def test_an_agenda_that_serves_its_payer_beyond_its_due_makes_people_suspect_more():
    served, not_served = suspected_after_two_years(1.0), suspected_after_two_years(0.05)
    assert sum(served) > sum(not_served) + 0.1
    assert all(one >= other for one, other in zip(served, not_served, strict=True))


def test_whoever_lives_of_other_clients_too_is_suspected_less():
    assert sum(suspected_after_two_years(1.0, other_clients=0.9)) < sum(
        suspected_after_two_years(1.0)
    )


def test_suspicion_is_what_is_at_stake_with_whoever_pays():
    p = numbers({"credibility.suspicion": 0.5, "credibility.jointly": 0.25})
    world = state()
    for organisation in (3, 4):
        world.organisations[organisation].opposition = 0.6
    suspicion = plain(experience.suspicion)

    def of(payer: str, who: int) -> float:
        payers = dict.fromkeys(("municipality", "insurer", "organisations"), 0.0) | {payer: 1.0}
        for name, share in payers.items():
            setattr(p.facilitator, f"paid_by_{name}", share)
        return suspicion(world, who, p.facilitator, p)

    assert of("municipality", SUPPORT) == pytest.approx(0.5 * 0.6)
    assert of("municipality", MENTAL) == 0.0, "its tender is with the insurer"
    assert of("insurer", MENTAL) == pytest.approx(0.5 * 0.6)
    assert of("organisations", SUPPORT) == pytest.approx(0.5 * 0.25 * 0.6)
    assert of("municipality", LANDLORD) == 0.0
    world.municipalities[0].overspend = 0.2
    assert of("municipality", LANDLORD) == pytest.approx(0.5 * 0.2)
    assert of("municipality", SUPPORT) == pytest.approx(0.5 * 0.6), "the largest counts"
    assert of("municipality", MENTAL) == of("municipality", POLICY) == 0.0


@pytest.mark.parametrize(("queue", "moves"), [(0.0, 1), (1e9, -1)])
def test_a_facilitator_is_trusted_for_promises_kept_by_those_who_know_them(queue, moves):
    p, world = numbers(), state()
    hired(world).queue = queue
    world.pairs["strength"][[LANDLORD, MENTAL], HUB] = 0.8, 0.09
    plain(experience.judge_facilitator, 0.5)(world, 0, p, 0, KEY)
    assert moves * (world.pairs[LANDLORD, HUB].trust - 0.5) > 0.005
    assert world.pairs[LANDLORD, HUB].experienced == 1
    assert world.pairs[MENTAL, HUB].trust == 0.5, "who hardly knows somebody learns nothing"
    assert world.pairs[MENTAL, HUB].experienced == 0


def test_nobody_judges_a_facilitator_who_has_no_hours():
    p, world = numbers(), state()
    world.pairs["strength"], world.pairs["conflict"] = 0.8, 0.3
    plain(experience.judge_facilitator, 0.5)(world, 0, p, 0, KEY)
    assert (world.pairs["trust"] == 0.5).all()
    assert world.pairs["conflict"] == pytest.approx(0.3)


@pytest.mark.parametrize(("ratio", "kept", "broken"), [(0.7, 0.5, 0.0), (0.3, 0.0, 0.5)])
def test_in_a_joint_plan_each_sees_whether_the_other_delivers(ratio, kept, broken):
    p = numbers({"trust.delivery": 0.5, "helping.linking": 0.4, "helping.meeting": 1.0})
    world = state()
    case = helped(world, 0, TEAM_A, debt=INCOME, mind=MENTAL, body=MENTAL)
    case.form = JOINT
    world.organisations[3].ratio = ratio
    plain(experience.work_together, 0.5)(world, p, 4, KEY)
    pair = world.pairs[INCOME, MENTAL]
    assert (pair.kept, pair.broken) == (kept, broken), "once a person, not once a need"
    assert world.pairs[MENTAL, INCOME].kept == 0.5
    assert pair.together == pytest.approx(0.4 + 1.0 / 2)
    assert world.pairs[TEAM_A, MENTAL].together == 0.0, "who does not help is not there"


def test_side_by_side_nobody_sees_what_another_delivers():
    p, world = numbers(), state()
    helped(world, 0, TEAM_A, debt=INCOME, mind=MENTAL)
    plain(experience.work_together)(world, p, 4, KEY)
    assert not world.pairs["together"].any()


def test_organisations_learn_from_what_their_plans_left_undone():
    p = numbers({"pockets.full_success": 3.0, "pockets.learning": 0.5})
    world = state()
    team, income = world.organisations[0], world.organisations[1]
    team.expected_saving = income.expected_saving = 1.0
    team.finished, team.left = 2.0, 1.0  # half of the need left: 1.5 euro for a euro
    plain(experience.learn_savings)(world, p)
    assert team.expected_saving == pytest.approx(1.25), "two plans for two posts move half"
    assert income.expected_saving == 1.0
    assert team.finished == team.left == 0.0


def test_one_plan_moves_a_large_organisation_less():
    p, world = numbers({"pockets.learning": 0.5}), state()
    world.actors["colleagues"][[TEAM_A, TEAM_B]] = 5.0
    for row in (0, 1):
        world.organisations[row].expected_saving = 0.0
        world.organisations[row].finished = 1.0
    plain(experience.learn_savings)(world, p)
    assert 0.0 < world.organisations[0].expected_saving < world.organisations[1].expected_saving


def test_a_facilitator_learns_of_professionals_only_whom_it_knows():
    p, world = numbers(), state()
    hired(world)
    world.pairs["strength"][HUB, [MENTAL, INSURER]] = 0.8
    world.organisations[3].ratio = 0.2
    plain(experience.judge_facilitator, 0.5)(world, 0, p, 0, KEY)
    assert world.pairs[HUB, MENTAL].trust < 0.5
    assert world.pairs[HUB, SUPPORT].trust == world.pairs[HUB, INSURER].trust == 0.5
