"""Place data for the model: the figures of the project's own table of wijken, in its column names.

Run as ``python -m experiments.place_data SOURCE.csv``. The source is a table with
one row per area and percentages; what comes out, ``model/places.csv``, holds one
row per area with shares from 0 to 1, a stable id, and nothing that was worked out:
estimates for what is missing are made when the places are read (``model/places.py``),
so that this file can be held against the open data it came from.
"""

from __future__ import annotations

import argparse
import csv
import re
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "model" / "places.csv"

SMALLEST_POPULATION = 300
"""Residents below which published shares are a handful of people, so the wijk is not offered."""

BLOCKS = {
    "Eemland": "eemland",
    "Leiden": "population_only",
    "Wijzer in de Wijk": "population_only",
    "Contrast: Utrecht": "utrecht",
    "Contrast: Heerenveen": "heerenveen",
}
"""Block in the source → key of its attribution in ``model/place_sources.py``."""

PERCENTAGES = {
    "pct_age_0_14": "share_age_0_14",
    "pct_age_65plus": "share_age_65plus",
    "pct_1person_hh": "share_single_households",
    "pct_hh_with_children": "share_households_with_children",
    "pct_welfare": "share_welfare",
    "pct_lowest20_income_hh": "share_low_income",
    "pct_housing_corp_rent": "share_social_rent",
    "pct_severe_lonely": "share_severely_lonely",
    "pct_risk_anx_dep": "share_anxiety_depression",
    "pct_phys_limitation": "share_physical_limitation",
    "pct_owner_occupied": "share_owner_occupied",
    "pct_wmo": "pct_wmo",
    "pct_youthcare": "pct_youthcare",
}
"""Columns in percent → columns as shares; the last two are kept in percent, as published.

Welfare is per resident aged 15 to 64 in both towns that have it: for Utrecht the source
table says so, for Heerenveen the printed counts do (Centrum: 255 is 15 % of 1,725).
"""

KEPT_IN_PERCENT = ("pct_wmo", "pct_youthcare")

PLAIN = {
    "population": "population",
    "households": "households",
    "dwellings": "dwellings",
    "avg_hh_size": "mean_household_size",
    "ses_woa_2019": "ses_woa",
    "woz_keur": "woz_thousand_euro",
}

COLUMNS = (
    "id", "code", "name", "name_status", "municipality", "level", "year", "block",
    *PLAIN.values(), *PERCENTAGES.values(),
)  # fmt: skip


def slug(text: str) -> str:
    """The text in lower-case letters, digits and hyphens only."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


def name_status(row: Mapping[str, str]) -> str:
    """How sure the name is: official, as_in_source, largest_buurten or unchecked."""
    stated = row["name_status"]
    if stated.startswith("RECALLED"):
        return "unchecked"
    if stated.startswith("largest buurten"):
        return "largest_buurten"
    return "official" if stated == "official" else "as_in_source"


def display_name(row: Mapping[str, str]) -> str:
    """The name a visitor reads: without the number of the wijk, buurten joined by commas."""
    name = re.sub(r"^Wijk \d+ ", "", row["name"])
    name = re.sub(r" \(municipality;.*\)$", "", name)
    return name.replace("; ", ", ")


def place_id(row: Mapping[str, str], name: str) -> str:
    """Municipality and (first) name, so that it stays the same when more places are added."""
    town, first = slug(row["gemeente"]), slug(name.split(",")[0])
    if row["level"] == "gemeente":
        return f"gemeente-{town}"
    return first if first.startswith(f"{town}-") else f"{town}-{first}"


def converted(row: Mapping[str, str]) -> dict[str, str]:
    """One row in the columns of ``model/places.csv``; empty where the source is empty."""
    name = display_name(row)
    out = {
        "id": place_id(row, name),
        "code": row["region_code"],
        "name": name,
        "name_status": name_status(row),
        "municipality": row["gemeente"],
        "level": "municipality" if row["level"] == "gemeente" else "wijk",
        "year": re.sub(r"[^0-9, -]", "", row["year"].replace("(pop.)", "")).strip(" ,"),
        "block": BLOCKS[row["set"]],
    }
    out |= {new: row[old] for old, new in PLAIN.items()}
    for old, new in PERCENTAGES.items():
        value = row[old]
        out[new] = value if new in KEPT_IN_PERCENT or not value else f"{float(value) / 100:g}"
    if row["set"] == "Eemland":
        # Households were worked back from the mean size, so they are no second fact.
        out["households"] = ""
        # An exact zero beside an empty quality score is a missing value, not a score of zero.
        if row["ses_woa_2019"] in ("0", "0.0") and not row["leefbaarometer_2020"]:
            out["ses_woa"] = ""
    return out


def convert(rows: Iterable[Mapping[str, str]]) -> list[dict[str, str]]:
    """Wijken that are large enough to offer, and municipalities for context; no mean rows."""
    kept = [row for row in rows if row["set"] in BLOCKS and row["level"] != "mean"]
    kept = [row for row in kept if int(row["population"]) >= SMALLEST_POPULATION]
    places = [converted(row) for row in kept]
    seen: set[str] = set()
    for place in places:
        if place["id"] in seen:
            raise ValueError(f"two areas would be called {place['id']}")
        seen.add(place["id"])
    return sorted(places, key=lambda place: (place["level"], place["id"]))


def main() -> None:
    """Write ``model/places.csv`` from the table named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", type=Path, help="table of areas, one row each, in percent")
    source = parser.parse_args().source
    with source.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    places = convert(rows)
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(places)
    print(f"{len(places)} of {len(rows)} areas written to {TARGET.name}")


if __name__ == "__main__":
    main()
