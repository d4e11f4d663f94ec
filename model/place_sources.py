"""Where the place data come from (herkomst): source, licence and caveat for each block."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

from model.place_facts import Text


@dataclass(frozen=True)
class Origin:
    """Whom to name, under which terms, and what to be careful with."""

    source: Text
    licence: Text
    caveat: Text


_CBS_LICENCE = Text(
    "CBS: CC BY 4.0, met bronvermelding",
    "CBS: CC BY 4.0, naming the source",
)

ORIGINS = MappingProxyType(
    {
        "eemland": Origin(
            Text(
                "CBS, Kerncijfers wijken en buurten 2022; CBS, SES-WOA 2019 "
                "(via Nelleke20/notebook.buurtenrecommender; buurten door ons opgeteld tot wijken)",
                "CBS, key figures of neighbourhoods and their parts 2022; CBS, SES-WOA 2019 "
                "(via Nelleke20/notebook.buurtenrecommender; added up to neighbourhoods by us)",
            ),
            _CBS_LICENCE,
            Text(
                "De wijk heet hier naar de grootste buurten. De SES-score is door de bron op naam "
                "van de buurt gekoppeld en kan dus van een gelijknamige buurt elders zijn. Over "
                "leeftijd, huishoudtype, inkomen en gezondheid is voor deze wijk niets bekend.",
                "The neighbourhood is named here after its largest parts. The SES score was joined "
                "by the name of a part and may belong to a namesake elsewhere. Nothing is known "
                "here about age, type of household, income or health.",
            ),
        ),
        "population_only": Origin(
            Text(
                "CBS, Kerncijfers wijken en buurten 2024, tabel 85984NED "
                "(via niquedegraaff/Wikipedia-Generator-CBS-Kerncijfers-Wijken-en-Buurten)",
                "CBS, key figures of neighbourhoods and their parts 2024, table 85984NED "
                "(by way of niquedegraaff/Wikipedia-Generator-CBS-Kerncijfers-Wijken-en-Buurten)",
            ),
            _CBS_LICENCE,
            Text(
                "Alleen aantallen bewoners en woningen komen uit de bron. De naam bij de "
                "CBS-code is uit het hoofd toegevoegd: controleer die voor u hem aanhaalt.",
                "Only the numbers of residents and dwellings come from the source. The name was "
                "added to the CBS code from memory: check it before quoting it.",
            ),
        ),
        "utrecht": Origin(
            Text(
                "CBS, Kerncijfers wijken en buurten 2023 "
                "(via wardeiling/Society-in-the-Loop); eenzaamheid: "
                "Volksgezondheidsmonitor Utrecht",
                "CBS, key figures of neighbourhoods and their parts 2023 "
                "(by way of wardeiling/Society-in-the-Loop); loneliness: Utrecht health monitor",
            ),
            _CBS_LICENCE,
            Text(
                "Het aandeel met bijstand is door ons berekend: ontvangers per bewoner van 15 tot "
                "65 jaar. Over gezondheid is alleen eenzaamheid in twee wijken bekend.",
                "The share on welfare is our own sum: recipients per resident aged 15 to 64. Of "
                "health only loneliness is known, in two neighbourhoods.",
            ),
        ),
        "heerenveen": Origin(
            Text(
                "Gemeente Heerenveen, Gebiedsscans Gezondheid en Leefomgeving 2019, met cijfers "
                "van CBS (2018), RIVM (2016) en de gemeente (via wouter-muller/democratie0513)",
                "Municipality of Heerenveen, area scans of health and surroundings 2019, with "
                "figures of CBS (2018), RIVM (2016) and the municipality "
                "(by way of wouter-muller/democratie0513)",
            ),
            Text(
                "CBS: CC BY 4.0, met bronvermelding. RIVM: openbare data, voorwaarden niet "
                "nagegaan. Gebiedsscans: geen licentie genoemd, alleen getallen overgenomen.",
                "CBS: CC BY 4.0, naming the source. RIVM: public data, terms not checked. "
                "Area scans: no licence stated, only numbers were taken.",
            ),
            Text(
                "De gezondheidscijfers zijn modelschattingen van het RIVM uit onder meer inkomen, "
                "huishouden en leeftijd; hun samenhang daarmee zit er dus deels in. Het "
                "Wmo-cijfer is ruimer dan dat van het CBS: gebruik het om wijken te vergelijken, "
                "niet als niveau.",
                "The health figures are model estimates by RIVM from income, household and age "
                "among others, so their tie with those is partly built in. The Wmo figure is "
                "wider than that of CBS: use it to compare neighbourhoods, not as a level.",
            ),
        ),
        "stylised": Origin(
            Text("Verzonnen wijk, voor onderwijs", "Made-up neighbourhood, for teaching"),
            Text("eigen werk van dit project", "this project's own work"),
            Text(
                "Deze wijk bestaat niet. De samenstelling is gekozen om verschil te laten zien.",
                "This neighbourhood does not exist. Its composition was chosen to show a "
                "difference.",
            ),
        ),
    }
)

EXTRA_CAVEATS = MappingProxyType(
    {
        "heerenveen-oudeschoot": Text(
            "De gepubliceerde tabel is gelijk aan die van Oudehorne, vermoedelijk een vergissing; "
            "daarom is hier alles behalve het aantal bewoners en huishoudens aangevuld.",
            "The published table equals that of Oudehorne, probably by mistake; so all but the "
            "numbers of residents and households is filled in here.",
        ),
        "heerenveen-de-greiden": Text(
            "Voor deze wijk ontbreken in de bron wonen, inkomen en bijstand.",
            "For this neighbourhood the source lacks housing, income and welfare.",
        ),
        "amersfoort-zon-en-schild": Text(
            "Hier staat een instelling voor geestelijke gezondheidszorg: veel bewoners wonen "
            "niet in een gewoon huishouden. De SES-score ontbreekt in de bron.",
            "An institution for mental health care lies here: many residents do not live in an "
            "ordinary household. The SES score is missing in the source.",
        ),
    }
)
"""What is odd about one place only."""

SMALL_PLACE = Text(
    "Kleine wijk: afgeronde aandelen gaan hier over enkele tientallen mensen.",
    "Small neighbourhood: rounded shares stand for a few dozen people here.",
)
