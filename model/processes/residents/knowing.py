"""Knowing each other (kennissen): ODD 5, who may know whom in a neighbourhood, for M24.

How many kin, clubs and school classes bring people together who are no neighbours. They are drawn
once, before week 0, in ``model/acquaintances.py``; how often homes next to each other are in touch
is ``participation.street``. How well people know each other is no part of it.
"""

from __future__ import annotations

from dataclasses import dataclass

from model.declarations import ParameterSet, Unit, assumed, setting


@dataclass(frozen=True, kw_only=True)
class KnowingParameters(ParameterSet):
    """What brings people together who do not live next to each other."""

    kin: float = setting(
        0.6,
        Unit.SHARE,
        between=(0.1, 1.0),
        first_day=True,
        basis=assumed("who is named is tied as well, so each has about one; no count was found"),
        nl="Familie in de wijk: deel van de volwassenen dat er een verwant of oude vriend noemt",
        en="Kin close by: share of adults who name a relative or old friend in the neighbourhood",
    )
    in_club: float = setting(
        0.5,
        Unit.SHARE,
        between=(0.1, 0.9),
        first_day=True,
        basis=assumed("half of adults are in a club, church or group in their own neighbourhood"),
        nl="In een club: deel van de volwassenen in een vereniging of groep in de wijk",
        en="In a club: share of adults in a club or group in the neighbourhood",
    )
    club: float = setting(
        4.0,
        Unit.COUNT,
        between=(2.0, 10.0),
        first_day=True,
        basis=assumed("in a club one knows three or four others well, however large it is"),
        nl="Kring van een club: volwassenen die elkaar daar goed kennen",
        en="Circle of a club: adults who know each other well there",
    )
    school: float = setting(
        3.0,
        Unit.COUNT,
        between=(1.0, 8.0),
        first_day=True,
        basis=assumed("through a class parents know the parents of two or three other children"),
        nl="Kring van een school: gezinnen waarvan de ouders elkaar daar goed kennen",
        en="Circle of a school: families whose parents know each other well there",
    )
