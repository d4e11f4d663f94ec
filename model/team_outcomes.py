"""Outcomes of who is asked to join whom: ties, one network or several, and new faces."""

from __future__ import annotations

from model.declarations import Unit
from model.outcome_forms import share, system

TEAMS = (
    system("one_network", "largest", "networks", 0.05,
           "Eén netwerk: deel van de professionals dat door banden vanaf 0,5 samenhangt",
           "One network: share of professionals who hang together by ties from 0.5 on", "neither",
           Unit.SHARE),
    share("chosen_members", "places_chosen", "places", 0.02,
          "Gekozen voor de situatie: deel van wie er bij meer problemen tegelijk bij komt",
          "Chosen for the situation: share of those who join where needs are several",
          "neither", "people"),
    share("new_faces", "places_new", "places", 0.02,
          "Nieuwe gezichten: deel van wie erbij komt dat de vrager nauwelijks kende",
          "New faces: share of those who join whom the asker hardly knew", "neither", "people"),
)  # fmt: skip
