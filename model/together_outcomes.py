"""Outcomes of what residents do together: taking part, initiatives, care by own people, contact."""

from __future__ import annotations

from model.declarations import Outcome, Unit
from model.outcome_forms import SHARE, share, system

RINGS = (
    ("target", "wie zelf een probleem heeft", "people with a need"),
    ("around", "wie er dicht omheen staat", "people close to them"),
    ("community", "alle anderen in de wijk", "all others in the neighbourhood"),
)
"""Adults with a need, adults whose housemate or kin has one, and all other adults."""

TOGETHER = (
    share("energy", "taking_part", "adults", 0.005,
          "Energie van de wijk: deel van de volwassenen dat meedoet",
          "Energy of the neighbourhood: share of adults who take part",
          "higher", "together"),
    *(
        Outcome(
            key=f"participation_{ring}", top=f"{ring}_part", bottom=ring, margin=0.01,
            unit=Unit.SHARE, between=SHARE, better="higher", over_time="mean",
            family="together",
            nl=f"Meedoen, ring {number + 1}: deel dat meedoet van {nl}",
            en=f"Participation, ring {number + 1}: share taking part of {en}",
        )
        for number, (ring, nl, en) in enumerate(RINGS)
    ),
    Outcome(
        key="connectors_residents", top="connectors", bottom="seen", scale=1000.0, margin=1.0,
        unit=Unit.PER_THOUSAND, between=(0.0, 300.0), better="neither", over_time="mean",
        family="together",
        nl="Schakels onder bewoners: verbinden groepen, en rond hen kwam iets in beeld",
        en="Connectors among residents: join groups, and something near came into view",
    ),
    system("connectors_professionals", "connecting", "colleagues", 0.02,
           "Schakels onder professionals: deel dat groepen verbindt en iemand doorverwees",
           "Connectors among professionals: share who join groups and sent somebody on",
           "neither", Unit.SHARE),
    system("initiatives_alive", "initiatives", "months", 0.5,
           "Bewonersinitiatieven: aantal dat leeft, per wijk",
           "Residents' initiatives: number alive in a neighbourhood", "neither",
           Unit.COUNT, (0.0, 500.0)),
    system("initiatives_lasting", "alive_after_two", "judged", 0.05,
           "Blijvende initiatieven: deel dat na twee jaar nog leeft",
           "Lasting initiatives: share alive after two years", "neither", Unit.SHARE),
    system("support_initiatives", "supporting_hours", "months", 1.0,
           "Ondersteuning van initiatieven: uren per week en wijk",
           "Support of initiatives: hours a week in a neighbourhood", "neither",
           Unit.HOURS_PER_WEEK, (0.0, 2000.0)),
    share("informal_share", "light_informal", "light_hours", 0.01,
          "Hulp door eigen mensen: deel van de uren bij lichte problemen",
          "Help by own people: share of the hours with light needs", "neither", "together"),
    share("overloaded_carers", "overloaded", "carers", 0.01,
          "Overbelaste mantelzorgers: deel van wie gevraagd wordt, meer dan er is te geven",
          "Overloaded carers: share of those asked, who are asked more than they can give",
          "lower", "together"),
    share("not_taken_over", "unfilled", "withdrawn", 0.02,
          "Niet overgenomen: deel van teruggetrokken lichte hulp dat niemand overneemt",
          "Not taken over: share of withdrawn light help that nobody takes over",
          "lower", "together"),
    share("strongly_lonely", "lonely", "adults", 0.003,
          "Ernstig eenzaam: deel van wie vijftien of ouder is",
          "Severely lonely: share of those of fifteen or older"),
)  # fmt: skip
