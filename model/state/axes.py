"""The fixed lists along which the state is kept: domains, laws, budgets, organisations, groups.

The order is part of the model: indices are stored. Add at the end, never in between.
"""

from __future__ import annotations

from model.declarations import Named

DOMAINS: dict[str, Named] = {
    "income_and_debt": Named(
        nl="Inkomen en schulden: rondkomen en schulden aflossen",
        en="Income and debt: making ends meet and paying off debts",
    ),
    "work_and_activity": Named(
        nl="Werk en dagbesteding: werk, uitkering of zinvolle dag",
        en="Work and activity: work, benefits or a meaningful day",
    ),
    "housing": Named(
        nl="Wonen: een passend en veilig huis", en="Housing: a suitable and safe home"
    ),
    "mental_health": Named(
        nl="Psychische gezondheid: angst, somberheid, verslaving",
        en="Mental health: anxiety, depression, addiction",
    ),
    "physical_health": Named(
        nl="Lichamelijke gezondheid: beperkingen en leefstijl",
        en="Physical health: limitations and lifestyle",
    ),
    "parenting_and_youth": Named(
        nl="Opvoeden en jeugd: opgroeien en opvoeden",
        en="Parenting and youth: growing up and bringing up",
    ),
    "loneliness": Named(
        nl="Eenzaamheid en meedoen: ernstig gemis aan contact",
        en="Loneliness and participation: severe lack of contact",
    ),
    "safety": Named(
        nl="Veiligheid: geweld of dreiging in huis of buurt",
        en="Safety: violence or threat at home or nearby",
    ),
}
DOMAIN_COUNT = len(DOMAINS)
PARENTING = 5

LAWS: dict[str, Named] = {
    "wmo": Named(nl="Wmo: maatschappelijke ondersteuning", en="Wmo: social support act"),
    "youth": Named(nl="Jeugdwet: hulp aan kinderen", en="Youth act: help for children"),
    "participation": Named(
        nl="Participatiewet: werk, inkomen en schulden",
        en="Participation act: work, income and debts",
    ),
    "zvw": Named(nl="Zvw: zorgverzekering", en="Zvw: health insurance act"),
    "general": Named(
        nl="Algemene voorzieningen: vrij toegankelijke hulp",
        en="General provisions: help without a formal decision",
    ),
}
LAW_COUNT = len(LAWS)

BUDGETS: dict[str, Named] = {
    "general": Named(
        nl="Gemeente, algemeen: wijkteam en welzijn",
        en="Municipality, general: neighbourhood team and welfare",
    ),
    "wmo": Named(nl="Gemeente, Wmo: ondersteuning thuis", en="Municipality, Wmo: support at home"),
    "youth": Named(nl="Gemeente, jeugd: jeugdhulp", en="Municipality, youth: youth care"),
    "participation": Named(
        nl="Gemeente, werk en inkomen: uitkering en schuldhulp",
        en="Municipality, work and income: benefits and debt help",
    ),
    "zvw": Named(
        nl="Zorgverzekeraar: zorg uit de basisverzekering",
        en="Health insurer: care from the basic insurance",
    ),
    "housing": Named(
        nl="Woningcorporatie: wonen en leefbaarheid",
        en="Housing association: housing and liveability",
    ),
    "state": Named(nl="Rijk: politie en veiligheid", en="State: police and safety"),
}
BUDGET_COUNT = len(BUDGETS)
MUNICIPAL_BUDGETS = 4
"""The first four budgets are the municipality's."""

ORGANISATIONS: dict[str, Named] = {
    "team": Named(nl="Wijkteam: generalisten", en="Neighbourhood team: generalists"),
    "income": Named(
        nl="Werk en inkomen: sociale dienst en schuldhulp",
        en="Work and income: social services and debt help",
    ),
    "housing": Named(nl="Woningcorporatie: verhuurder", en="Housing association: landlord"),
    "mental": Named(
        nl="Geestelijke gezondheidszorg: behandeling",
        en="Mental health care: treatment",
    ),
    "support": Named(nl="Wmo-aanbieder: hulp thuis", en="Support provider: help at home"),
    "youth": Named(nl="Jeugdhulpaanbieder: hulp aan gezinnen", en="Youth care: help for families"),
    "welfare": Named(nl="Welzijn: opbouwwerk en ontmoeting", en="Welfare: community work"),
    "safety": Named(nl="Veiligheid: politie en zorg", en="Safety: police and care"),
    "board": Named(
        nl="Bestuur: wethouder, beleid en verzekeraar",
        en="Board: alderman, policy and insurer",
    ),
}
ORGANISATION_COUNT = len(ORGANISATIONS)
TEAM, WELFARE, BOARD = 0, 6, 8
BUDGET_OF_ORGANISATION = (0, 3, 5, 4, 1, 2, 0, 6, 0)
TABLE_COUNT = 3
SITS_AT = (0b11111111, 0b10000111, 0b01111001)
"""Bits: organisations with a seat at the table of all, the one on living and the one on care."""
ORGANISATION_OF_DOMAIN = (1, 1, 2, 3, 4, 5, 6, 7)
LAW_OF_DOMAIN = (2, 2, 4, 3, 0, 1, 4, 4)
BUDGET_OF_DOMAIN = (3, 3, 5, 4, 1, 2, 0, 6)
"""Which budget saves when a need in this domain falls (credit matrix, one budget a domain)."""

STAYS: dict[str, Named] = {
    "youth": Named(
        nl="Verblijf jeugd: pleeggezin of instelling", en="Youth: foster or institution"
    ),
    "mind": Named(nl="Opname ggz: bed in een kliniek", en="Clinic: bed for mental health"),
    "support": Named(nl="Beschermd wonen: met begeleiding", en="Sheltered living: with support"),
}
STAY_COUNT = len(STAYS)

HOUSEHOLD_TYPES: dict[str, Named] = {
    "alone": Named(nl="Alleen: huishouden van één", en="Alone: household of one"),
    "together": Named(nl="Samen: zonder kinderen", en="Together: without children"),
    "with_children": Named(nl="Met kinderen: gezin", en="With children: family"),
}
TERCILES: dict[str, Named] = {
    "least": Named(nl="Minste achterstand: laagste derde", en="Least disadvantaged: lowest third"),
    "middle": Named(nl="Midden: middelste derde", en="Middle: middle third"),
    "most": Named(nl="Meeste achterstand: hoogste derde", en="Most disadvantaged: highest third"),
}
CELL_COUNT = len(TERCILES) * len(HOUSEHOLD_TYPES)
"""A cell is tercile · 3 + household type; both are fixed at week 0."""

PAYERS: dict[str, Named] = {
    "municipality": Named(nl="Gemeente: alle gemeentelijke potten", en="Municipality: its budgets"),
    "insurer": Named(nl="Zorgverzekeraar: Zvw", en="Health insurer: Zvw"),
    "organisations": Named(nl="Organisaties: samen", en="Organisations: together"),
    "own": Named(nl="Eigen opdrachten: andere klanten", en="Own assignments: other clients"),
}
TRADE_COUNT = 10
"""Habits of a professional, each between a traditional and an entrepreneurial pole."""
PRACTICE_COUNT = 30
"""Recurring situations for which somebody may or may not have a habit that suits."""

PROFESSIONAL, POLICY, ALDERMAN, INSURER, FACILITATOR = range(5)
SEATS = 2
"""At most two facilitators in this version; each has a contract row."""
