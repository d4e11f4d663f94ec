import pytest

from experiments import claims as told_claims
from experiments.audits import report_all, reversal
from experiments.audits.reversal import BOTH_WAYS, NEITHER, ONE_WAY, Because, Claim
from experiments.effects import Effect
from model.outcomes import OUTCOMES
from scenarios import library


def claim(says: str = "higher", **more) -> Claim:
    return Claim(claims=("0:25",), a="as_it_is_now", b="more_mandate", outcome="fit", says=says,
                 **more)  # fmt: skip


def effect(higher: int, lower: int, n: int = 100) -> Effect:
    return Effect(n=n, median=0.0, p05=0.0, p95=0.0, b_higher=higher, b_lower=lower, equal=0,
                  within_margin=n - higher - lower, margin=0.01, clearly_higher=higher,
                  clearly_lower=lower)  # fmt: skip


@pytest.mark.parametrize(
    ("higher", "lower", "way"),
    [
        (60, 5, BOTH_WAYS),
        (60, 4, ONE_WAY),
        (4, 60, ONE_WAY),
        (4, 4, NEITHER),
        (0, 0, NEITHER),
        (95, 5, BOTH_WAYS),
    ],
)
def test_one_in_twenty_draws_each_way_is_turning(higher: int, lower: int, way: str):
    assert reversal.judged(claim(), effect(higher, lower)) == way
    assert reversal.judged(claim("lower"), effect(higher, lower)) == way


def test_without_any_draw_in_which_it_could_be_measured_nothing_emerges():
    assert reversal.judged(claim(), effect(0, 0, n=0)) == NEITHER


def test_what_goes_as_claimed_depends_on_what_is_claimed():
    assert reversal.as_claimed(claim("lower"), effect(7, 2)) == 2
    assert reversal.other_way(claim("lower"), effect(7, 2)) == 7


def fixed(higher: int, lower: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every comparison has this effect, and nothing is run."""

    class Nothing:
        def window(self, *_: object) -> None:
            return None

    monkeypatch.setattr(reversal, "_drawn_runs", lambda *_: Nothing())
    monkeypatch.setattr(reversal.effects, "paired", lambda *_: effect(higher, lower))


def test_a_claim_that_cannot_turn_fails_unless_a_reason_stands_beside_it(monkeypatch):
    fixed(60, 0, monkeypatch)
    report = reversal.audit(wanted=[claim()])
    assert report.passed is False
    assert "as claimed in 60, the other way in 0, no clear difference in 40" in report.lines[0]
    assert "INVESTIGATE" in report.lines[0]
    because = Because(nl="het scenario koopt dit", en="the scenario buys this")
    report = reversal.audit(wanted=[claim(because=because)])
    assert report.passed is True
    assert "explained: the scenario buys this" in report.lines[0]


def test_a_claim_that_turns_or_does_not_emerge_passes(monkeypatch):
    fixed(30, 30, monkeypatch)
    assert reversal.audit(wanted=[claim()]).passed is True
    fixed(1, 1, monkeypatch)
    report = reversal.audit(wanted=[claim()])
    assert report.passed is True
    assert "does not emerge here" in report.lines[0]


def test_every_claim_is_one_of_practice_that_emerges_between_scenarios_that_ship():
    emerging = {each.id for each in told_claims.claims() if "E" in each.kinds}
    for each in reversal.claims():
        assert set(each.claims) <= emerging, each.name
        assert {each.a, each.b} <= set(library.stories())
        assert each.outcome in OUTCOMES
        assert not library.load(each.a).region


def test_every_claim_that_is_to_emerge_has_a_row_or_a_reason_why_not():
    emerging = {each.id for each in told_claims.claims() if "E" in each.kinds}
    rows = {name for each in reversal.claims() for name in each.claims}
    without = [name for each in reversal.left_out() for name in each.claims]
    assert len(without) == len(set(without))
    assert rows.isdisjoint(without)
    assert rows | set(without) == emerging


def test_the_report_holds_a_result_of_every_row_or_says_that_it_is_not_run_yet():
    told = report_all.sections(report_all.REPORT)["reversal"]
    for each in reversal.claims():
        (line,) = [line for line in told.splitlines() if line.startswith(f"- {each.name}: ")]
        assert line.endswith(": not run yet") or " draws: " in line
    for each in reversal.left_out():
        assert f"- {each.told()}" in told.splitlines()


def test_to_pass_is_told_apart_from_to_turn(monkeypatch):
    fixed(1, 1, monkeypatch)
    report = reversal.audit(wanted=[claim()])
    assert report.passed is True
    assert "0 turn" in report.beside
    assert "1 do not emerge" in report.beside
    assert "passed; of 1 rows 0 turn" in report_all.section(report)


def test_each_draw_gives_a_pair():
    hidden = [each for each in reversal.claims() if each.outcome == "hidden_need"]
    report = reversal.audit(300, 2, wanted=hidden[:1])
    (numbers,) = report.numbers.values()
    assert numbers["n"] == 2
    assert report.complete


def test_the_work_is_every_scenario_once_in_each_draw():
    assert reversal.work(10).runs == 10 * len(
        {key for each in reversal.claims() for key in (each.a, each.b)}
    )
