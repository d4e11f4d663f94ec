"""What the mechanisms of residents say of a world without them, as assertions on the state."""

import numpy as np

from model.phases import development, entrance, light_help
from model.processes.residents import loneliness, needs
from model.state.axes import (
    DOMAIN_COUNT,
)
from model.state.tables import HELPING
from tests.without.world import BUSY, World, open_cases


def needs_come_one_by_one(off: World):
    """The rate of getting and losing a need is the same whatever else somebody has."""
    state, p = off.after(5), off.p["needs"]
    scale = state.neighbourhoods["scale"][0]
    several = state.residents[state.residents["needs"] > 1]
    assert len(several) > 5
    for resident in several:
        for domain in np.flatnonzero(resident["level"]):
            alone = np.zeros(DOMAIN_COUNT, dtype=np.uint8)
            alone[domain] = resident["level"][domain]
            steep = needs.slope(resident["age_band"], resident["disadvantage"], p)
            start = needs.onset_at(domain, steep, p, scale)
            for mate in (0.0, 1.0):
                assert needs.rising(resident["level"], domain, start, mate, p) == needs.rising(
                    alone, domain, start, 0.0, p
                )
            assert needs.falling(resident["level"], domain, 9.0, 0.0, p) == needs.falling(
                alone, domain, 0.0, 0.0, p
            )


def every_need_can_end(off: World):
    """Nobody has a need that lasts, whatever happens; otherwise many have."""
    for state in off.weeks():
        assert not state.residents["lasting"].any()
    usual = World().after(1).residents
    needed = (usual["level"] > 0) @ (1 << np.arange(DOMAIN_COUNT))
    assert not (usual["lasting"] & ~needed).any(), "only what is there can last"
    assert (usual["lasting"] > 0).mean() > 0.02


def everybody_stays(off: World):
    ids = off.state.residents["id"].copy()
    assert np.array_equal(off.after().residents["id"], ids)


def every_need_is_known_in_its_first_week(off: World):
    for state in off.weeks(12):
        then = state.copy()
        now, key = int(then.period["week"][0]), np.ascontiguousarray(then.period["key"][0])
        scale = then.neighbourhoods["scale"][0]
        lonelier = loneliness.soonest(off.p["loneliness"])
        development.develop(
            then.residents, then.cases, now, key, lonelier, off.p["needs"], off.p["lasting"], scale
        )
        entrance.come_into_view(then, off.p, now, key)
        having = (then.residents["level"] > 0) @ (1 << np.arange(DOMAIN_COUNT))
        assert (having > 0).sum() > 50
        assert np.array_equal(then.residents["known"], having)


def help_changes_nothing(off: World):
    """Levels of need are the same to the byte where everybody who helps has gone."""
    nobody = World("helping")
    for helped, alone in zip(off.weeks(30), nobody.weeks(30), strict=True):
        assert np.array_equal(helped.residents["level"], alone.residents["level"])
        for actor in nobody.state.actors:
            actor["vacant"] = 1000
    assert off.total("care_hours") > 2 * nobody.total("care_hours") > 0.0


def nobody_takes_part_or_starts_anything(off: World):
    for state in off.weeks():
        assert not state.people["active"].any()
        assert (state.people["initiative"] == -1).all()
        assert (state.initiatives["leader"] == -1).all()
        assert (state.residents["noticed"] == 0.0).all()


def nobody_starts_anything_however_many_take_part(off: World):
    for state in off.weeks():
        assert (state.initiatives["leader"] == -1).all()
        assert (state.people["initiative"] == -1).all()
    assert off.state.people["active"].any(), "people do take part"


def no_formal_help_is_withdrawn(off: World):
    """Light help keeps all of its hours, and own people take nothing over."""
    for state in off.weeks():
        assert state.neighbourhoods["shifted"][0] == 0.0
        assert (state.cases["informal"] == 0.0).all()
        for case in open_cases(state):
            for domain in np.flatnonzero(case["stage"] == HELPING):
                if case["light"] & (1 << domain):
                    whole = light_help.whole_hours(case, domain, 1, state.actors, off.p)
                    assert case["hours"][domain] == np.float32(whole)
    shifted = World(values=BUSY | {"responsibility.withdrawn": 0.4})
    assert (shifted.after().cases["informal"] > 0.0).any(), "else own people do take over"


def nothing_happens_to_all_at_once(off: World):
    usual = off.state.neighbourhoods["scale"].copy()
    for state in off.weeks():
        assert np.array_equal(state.neighbourhoods["scale"], usual)
    shaken = World(values=BUSY | {"shocks.surge": 2.0})
    assert np.allclose(shaken.after(1).neighbourhoods["scale"], 2.0 * usual)


def contact_says_nothing_of_who_becomes_lonely(off: World):
    for state in off.weeks():
        assert (state.residents["lonelier"] == 0.0).all()
    assert (off.state.people["longing"] > 0.0).any(), "people do miss contact"
