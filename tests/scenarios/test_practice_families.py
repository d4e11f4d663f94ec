"""What the practice documents tell and a family of scenarios has to hold: tasks, gates, cells."""

import json

import pytest

from experiments.command_line import main
from scenarios import library

WIJZER = tuple(key for key in library.stories() if key.startswith("wijzer_"))
TASKS = (
    *("attention.learning", "informing.on_purpose", "informing.residents"),
    *("monitoring.indicators", "monitoring.frequency"),
)


@pytest.mark.parametrize("key", WIJZER)
def test_all_forms_of_wijzer_give_the_same_part_to_monitoring_telling_and_learning(key: str):
    first = library.resolve_region(library.load(WIJZER[0]))[0][0][0]
    assert all(first[task] > 0 for task in TASKS)
    for neighbourhoods in library.resolve_region(library.load(key)):
        for values, timeline in neighbourhoods:
            assert {task: values[task] for task in TASKS} == {task: first[task] for task in TASKS}
            ends = {address: value for week, sets in timeline if week == 208
                    for address, value in sets.items()}  # fmt: skip
            stops = ("learning.network", "monitoring.indicators", "informing.residents")
            assert ends == dict.fromkeys(stops, 0), "what the project brought ends with it"


@pytest.mark.parametrize("key", ["wijzer_in_de_wijk", "wijzer_split"])
def test_who_facilitates_in_wijzer_spends_hours_on_each_of_these_tasks(key: str, capsys):
    small = ("--residents", "400", "--replicates", "1", "--years", "1", "--json")
    assert main(["run", key, *small]) == 0
    told = json.loads(capsys.readouterr().out)["outcomes"]
    for task in ("telling", "guiding", "reporting"):
        share = told[f"agenda_{task}"]["windows"]["final"]["median"]
        assert 0 < share < 0.15, "and most hours stay for approach and interventions"


def test_eemland_has_a_dashboard_together_and_gates_that_differ_in_both():
    together, apart = (library.load(f"eemland_{each}") for each in ("together", "apart"))
    assert together.values["monitoring.indicators"] > 0
    assert together.values["monitoring.weighted"] == 1
    assert apart.values["monitoring.indicators"] == apart.values["team_leaders.meetings"] == 0
    for scenario in (together, apart):
        municipalities = library.resolve_region(scenario)
        needed = [each[0][0]["decisions.needed"] for each in municipalities]
        assert len(set(needed)) == 3
        assert all(each[0][0]["decisions.by_team"] == 0.5 for each in municipalities)
        gates = [each[0][0].get("getting_in.team_gate") for each in municipalities]
        assert gates == [None, *[0.15] * 6], "the city takes all questions"


def cell(professionals: str, needs: str, backing: str) -> dict[str, float]:
    """What is set in one cell of the grid of habits, needs and backing."""
    key = "_".join(word for word in ("habits", professionals, needs, backing) if word)
    return library.resolve(library.load(key), {})[0]


@pytest.mark.parametrize("professionals", ["traditional", "entrepreneurial", "mixed"])
def test_habits_by_needs_by_backing_fill_a_grid_in_which_one_thing_differs(professionals: str):
    plain = cell(professionals, "", "")
    assert plain["mandate.backing"] == 0.2
    assert "mandate.unusual" not in plain
    assert cell(professionals, "", "backed") == plain | {"mandate.backing": 0.8}
    assert cell(professionals, "routine", "") == plain | {"mandate.unusual": 0.5}
    both = {"mandate.backing": 0.8, "mandate.unusual": 0.5}
    assert cell(professionals, "routine", "backed") == plain | both


@pytest.mark.parametrize("form", ["fixed_team", "counter", "shift"])
def test_each_form_of_renkum_also_stands_where_there_is_much_or_little_energy(form: str):
    usual = library.resolve(library.load(f"renkum_{form}"), {})
    thresholds = []
    for energy in ("energetic", "weary"):
        values, timeline = library.resolve(library.load(f"renkum_{form}_{energy}"), {})
        thresholds.append(values.pop("participation.mean"))
        assert (values, timeline) == usual, "the neighbourhood differs and nothing else"
    assert thresholds == [0.3, 0.48]
