"""What people see first of a run or a comparison: short, and everything when they ask."""

from __future__ import annotations

import pytest

from experiments.audits.report import HEADLINES
from experiments.command_line import main, outcome_tables, output
from model.outcomes import OUTCOMES

SMALL = ("--residents", "300", "--replicates", "2", "--years", "1")
KEYS = list(OUTCOMES)


@pytest.fixture(autouse=True)
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    """A table so wide that no name is broken off."""
    monkeypatch.setattr(output, "WIDTH_WITHOUT_TERMINAL", 400)


def told(verdict: str, median: float | None, n: int = 10, **more: object) -> dict:
    """One outcome of a comparison, as far as the order looks at it."""
    return {
        "n": n,
        "verdict": {"id": verdict},
        "difference": {"windows": {"final": {"median": median}}},
        **more,
    }


def rows(table: str) -> list[str]:
    """The names of the outcomes in a table, in their order."""
    names = {outcome.name("en"): key for key, outcome in OUTCOMES.items()}
    longest = sorted(names, key=len, reverse=True)
    found = (next((n for n in longest if line.startswith(n)), None) for line in table.splitlines())
    return [names[name] for name in found if name]


def test_the_surest_difference_comes_first_and_then_the_largest_for_its_margin():
    margins = [OUTCOMES[key].margin for key in KEYS[:5]]
    found = outcome_tables.sorted_out(
        {
            KEYS[0]: told("mostly", 90 * margins[0]),
            KEYS[1]: told("nearly_always", 2 * margins[1]),
            KEYS[2]: told("nearly_always", -3 * margins[2]),
            KEYS[3]: told("no_clear_difference", 0.0),
            KEYS[4]: told("no_clear_difference", None, n=0),
        }
    )
    assert found.clear == [KEYS[2], KEYS[1], KEYS[0]]
    assert (found.unclear, found.unmeasured) == ([KEYS[3]], [KEYS[4]])


def test_a_difference_in_one_group_alone_is_clear_too():
    nothing = told("no_clear_difference", 0.0)
    group = told("mostly", 3.0)
    outcomes = {
        KEYS[0]: nothing | {"groups": {"least": nothing, "most": group, "none": None}},
        KEYS[1]: nothing | {"groups": None},
    }
    found = outcome_tables.sorted_out(outcomes)
    assert (found.clear, found.unclear) == ([KEYS[0]], [KEYS[1]])


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ((14, 77, 3), "2 more differ clearly, though less; 77 other outcomes show no clear "
                      "difference; 3 could not be measured; --all shows all"),
        ((5, 77, 0), "77 other outcomes show no clear difference; --all shows all"),
        ((0, 80, 0), "none of the 80 outcomes shows a clear difference; --all shows all"),
        ((5, 0, 0), ""),
    ],
)  # fmt: skip
def test_what_is_left_out_is_counted_and_how_to_see_it_is_told(found, said: str):
    lists = (["x"] * count for count in found)
    assert outcome_tables._left_out(outcome_tables.Sorted(*lists)) == said


def test_a_comparison_shows_a_dozen_at_most_and_all_when_asked(capsys):
    words = ["compare", "as_it_is_now", "facilitator_policy", *SMALL]
    assert main(words) == 0
    short = capsys.readouterr().out
    assert 1 <= len(rows(short)) <= outcome_tables.SHOWN
    assert "--all shows all" in short
    assert main([*words, "--all"]) == 0
    everything = capsys.readouterr().out
    assert rows(everything) == KEYS
    assert "--all shows" not in everything
    assert main([*words, "--language", "nl"]) == 0
    assert "--all laat alles zien" in capsys.readouterr().out


def test_a_scenario_against_itself_has_no_row_and_says_so(capsys):
    assert main(["compare", "as_it_is_now", "as_it_is_now", *SMALL]) == 0
    out = capsys.readouterr().out
    assert rows(out) == []
    assert "outcomes shows a clear difference" in out


def test_a_run_shows_the_first_outcomes_and_all_when_asked(capsys):
    assert main(["run", "as_it_is_now", *SMALL]) == 0
    short = capsys.readouterr().out
    assert rows(short) == list(HEADLINES)
    assert f"{len(KEYS) - len(HEADLINES)} other outcomes: --all shows all" in short
    assert main(["run", "as_it_is_now", *SMALL, "--all"]) == 0
    assert rows(capsys.readouterr().out) == KEYS


def test_the_json_holds_everything_with_or_without_all(capsys):
    words = ["run", "as_it_is_now", *SMALL, "--json"]
    main(words)
    without = capsys.readouterr().out
    main([*words, "--all"])
    assert capsys.readouterr().out == without
