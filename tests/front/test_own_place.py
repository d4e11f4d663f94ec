"""A neighbourhood that somebody fills in is run as any other, and what is wrong is said once."""

from __future__ import annotations

import numpy as np
import pytest

from experiments import own_figures, own_place, own_table, simulation
from experiments.front.filling import Filling
from model import places
from model.place_facts import FACTS
from scenarios.faults import Refused

SMALL = {"residents": 300, "weeks": 26, "seed": 3}
HOEK = {"population": 4200, "share_age_0_14": 0.15, "share_social_rent": 0.45}


def week_by_week(place: str) -> np.ndarray:
    return simulation.run(simulation.plan(place, {}, **SMALL), 0).tally


@pytest.mark.parametrize("key", ["dorpsrand", "stadswijk"])
def test_a_place_with_the_figures_of_another_has_the_same_runs(key):
    """So nothing of the place that stands in for it is left."""
    known = places.find(key)
    own = own_place.checked("Net zo", {"population": known.population, **known.values()})
    assert (week_by_week(own.id) == week_by_week(key)).all()


def test_where_no_need_is_told_people_have_the_average_for_people_like_these():
    """As in a real place of which only the composition is published, and no level of need."""
    known = next(
        place
        for place in places.PLACES.values()
        if all(place.facts[need].status == "filled" for need in own_figures.NEEDS)
    )
    told = {key: known.facts[key].value for key in FACTS if key not in own_figures.NEEDS}
    own = own_place.checked("Net zo", {"population": known.population, **told})
    # shares are kept in six figures, so the two are alike and not the same to the last digit
    assert own.values() == pytest.approx(known.values(), abs=1e-5)
    assert (week_by_week(own.id)["residents"] == week_by_week(known.id)["residents"]).all()


def test_all_of_a_place_stands_in_its_id_and_says_who_filled_it_in():
    place = own_place.checked("De Hoek", HOEK)
    again = own_place.find(place.id)
    assert again == place
    assert "niet geijkt" in own_place.coverage(place).nl
    assert "2 van 12 feiten ingevuld, 10 door het model geschat" in own_place.coverage(place).nl


def test_what_was_filled_in_is_not_moved_by_draws_beyond_its_rounding():
    place = own_place.checked("De Hoek", HOEK)
    drawn = place.values_at(dict.fromkeys(FACTS, 1.0))
    assert drawn["share_social_rent"] == pytest.approx(0.455)
    assert drawn["share_welfare"] > place.facts["share_welfare"].value


@pytest.mark.parametrize(
    "text",
    [
        "own:", "own:De Hoek", "own:De Hoek;population=12", "own:De Hoek;population=1e9",
        "own:De Hoek;population=4000;population=5000", "own:De Hoek;population=4000;x=1",
        "own:De Hoek;population=4000;share_welfare=nan", "own:<b>;population=4000",
        "own:__import__('os');population=4000", "own:" + "a" * 900,
    ],
)  # fmt: skip
def test_an_id_that_nobody_can_have_filled_in_is_an_unknown_place(text):
    with pytest.raises(places.UnknownPlace):
        own_place.find(text)


def test_a_file_of_cbs_gives_the_same_place_as_its_percentages():
    cbs = (
        "WijkenEnBuurten;SoortRegio_2;AantalInwoners_5;k_0Tot15Jaar_8;k_65JaarOfOuder_12;"
        "HuishoudensTotaal_29;Eenpersoonshuishoudens_30;HuishoudensMetKinderen_32;"
        "PersonenPerSoortUitkeringBijstand_87;InBezitWoningcorporatie_49;Koopwoningen_47\n"
        "Dorp;Gemeente;90000;1;1;1;1;1;1;1;1\n"
        "De Hoek;Wijk;4000;600;800;2000;900;600;130;45;.\n"
    )
    ours = (
        "name,population,pct_age_0_14,pct_age_65plus,pct_1person_hh,pct_hh_with_children,"
        "pct_welfare,pct_housing_corp_rent\nDe Hoek,4000,15,20,45,30,5,45\n"
    )
    assert own_table.read(cbs) == own_table.read(ours)


@pytest.mark.parametrize(
    ("text", "value"),
    [("12,5", 12.5), ("12.5", 12.5), ("4.200", 4.2), ("1.234,5", 1234.5), ("40 %", 40), ("x", None),
     ("1e3", None), ("--1", None), ("", None), ("0x10", None), ("１２", None)],
)  # fmt: skip
def test_numbers_are_read_as_people_write_them(text, value):
    assert own_table.number(text) == value


def test_every_fault_of_a_form_is_told_where_it_is():
    with pytest.raises(Refused) as refused:
        own_table.filled("", {"population": "veel", "share_age_0_14": "0.2", "share_welfare": "3"})
    told = [fault.told("nl").splitlines()[0] for fault in refused.value.faults]
    assert len(told) == 3
    assert told[0].startswith("Bewoners: dit is geen getal")
    assert "bedoel je 20?" in told[1]


def test_health_figures_go_together_or_are_left_out():
    with pytest.raises(Refused, match="all three"):
        own_place.checked("De Hoek", HOEK | {"share_anxiety_depression": 0.06})
    assert own_place.checked("De Hoek", HOEK | {"share_severely_lonely": 0.2})


def test_thousands_may_be_parted_where_people_are_counted():
    assert own_table.number("4.200", whole=True) == own_table.number("4,200", whole=True) == 4200
    place = own_table.filled("De Hoek", {"population": "4.200"})
    assert place.population == 4200


def test_a_file_that_would_hold_up_the_server_is_refused_with_one_message():
    wide = ",".join(["name", "population", *(f"x{number}" for number in range(400))])
    with pytest.raises(Refused) as refused:
        own_table.read(f"{wide}\nDe Hoek,4000\n")
    ((fault),) = refused.value.faults
    assert "402" in fault.told("en")
    assert "hooguit 300" in fault.told("nl")


def test_of_a_file_full_of_faults_eight_are_told_and_that_the_rest_was_not_read():
    with pytest.raises(Refused) as refused:
        own_table.read("name,population\n" + "De Hoek,veel\n" * 1000, "wijken.csv")
    *first, last = [fault.told("nl") for fault in refused.value.faults]
    assert len(first) == 8
    assert "regel 10: vanaf hier is niets gelezen" in last


def test_on_a_screen_fewer_neighbourhoods_are_taken_than_on_the_command_line():
    text = "name,population\n" + "".join(f"Hoek {number},4000\n" for number in range(201))
    assert len(own_table.read(text)) == 201
    ((_, told),) = Filling().read(text, "wijken.csv").told("nl")
    assert "te veel rijen" in told
    assert "hooguit 200" in told
