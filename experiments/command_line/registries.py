"""What there is to choose from, as rows for machines: places, scenarios, levers, outcomes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from experiments import own_place
from experiments.command_line.output import number
from model.declarations import LANGUAGES, Named, Parameter, Unit
from model.place_facts import FACTS, Text
from model.places import DEFAULT_PLACE, PLACES, Place

if TYPE_CHECKING:
    from scenarios.scenario import Choice, Municipality, Scenario

Row = dict[str, Any]
INFINITE = "infinite"


def words(text: Text) -> Row:
    """The words in both languages."""
    return {"nl": text.nl, "en": text.en}


def _names(named: Named) -> Row:
    return {
        "name": {language: named.name(language) for language in LANGUAGES},
        "meaning": {language: named.meaning(language) for language in LANGUAGES},
    }


def _unit(unit: Unit) -> Row:
    return {
        "unit": unit.key,
        "unit_name": {language: unit.label(language) for language in LANGUAGES},
    }


def place_data(place: Place) -> Row:
    """What is known of a place, and where it comes from."""
    by_status = {
        status: sum(fact.status == status for fact in place.facts.values())
        for status in ("known", "filled", "unchecked")
    }
    return {
        "name": words(place.label),
        "municipality": place.municipality,
        "year": place.year,
        "population": place.population,
        "stylised": place.stylised,
        "facts": len(FACTS),
        **by_status,
        "coverage": words(own_place.coverage(place)),
        "source": words(place.source),
        "licence": words(place.licence),
        "caveat": words(place.caveat),
    }


def places() -> list[Row]:
    """Every place that can be run, with how much is known of it."""
    return [
        {"key": key, "default": key == DEFAULT_PLACE}
        | place_data(place)
        | {"values": _facts(place)}
        for key, place in PLACES.items()
    ]


def _facts(place: Place) -> Row:
    values = {key: {"value": number(fact.value)} for key, fact in place.facts.items()}
    return {key: values[key] | told for key, told in ranges(place, FACTS).items()}


def ranges(place: Place, facts: Iterable[str]) -> Row:
    """The range of these facts of a place, and whether each is known, filled in or unchecked."""
    return {
        key: {
            "range": [number(place.facts[key].low), number(place.facts[key].high)],
            "status": place.facts[key].status,
        }
        for key in facts
    }


def scenario(each: Scenario) -> Row:
    """One scenario: its words, what it sets and why, and its timeline."""
    return {
        "key": each.key,
        "title": words(each.title),
        "story": words(each.story),
        "extra_money": number(each.extra_money),
        "builds_on": list(each.builds_on),
        "set": [_choice(address, choice) for address, choice in each.choices.items()],
        "timeline": [
            {
                "week": event.week,
                "moment": event.moment,
                "kind": event.kind,
                "because": {"nl": event.nl, "en": event.en},
                "set": {address: number(value) for address, value in event.sets.items()},
            }
            for event in each.events
        ],
        "things_to_notice": [words(question) for question in each.things_to_notice],
        "things_to_try": [words(question) for question in each.things_to_try],
        "seeds": list(each.seeds),
        "sources": list(each.sources),
        "file": each.file,
        "region": region(each.region),
    }


def region(municipalities: Iterable[Municipality]) -> list[Row]:
    """The municipalities of a region: what is done there, what they are like, who lives where."""
    return [
        {
            "municipality": each.name,
            "does": [part.key for part in each.does],
            "set": [_choice(address, choice) for address, choice in each.choices.items()],
            "neighbourhoods": [
                {
                    "place": wijk.place,
                    "residents": wijk.residents,
                    "set": [_choice(address, choice) for address, choice in wijk.choices.items()],
                }
                for wijk in each.neighbourhoods
            ],
        }
        for each in municipalities
    ]


def _choice(address: str, choice: Choice) -> Row:
    return {
        "key": address,
        "value": number(choice.value),
        "between": [number(limit) for limit in choice.between] if choice.between else None,
        "because": words(choice.because) if choice.because else None,
        "from": choice.scenario,
    }


def scenarios() -> list[Row]:
    """Every scenario that ships."""
    from scenarios import library  # here: it loads the model

    return [scenario(each) for each in library.all_scenarios()]


def levers(role: str | None = None) -> list[Row]:
    """Every number a scenario may set, or those of one role: levers first."""
    from model.parameters import ADDRESSES  # here: it loads the model

    order = {"lever": 0, "uncertainty": 1, "setting": 2}
    chosen = [each for each in ADDRESSES.values() if role in (None, each.role)]
    return [_lever(each) for each in sorted(chosen, key=lambda each: order[each.role])]


def _lever(each: Parameter) -> Row:
    neutral = each.neutral
    return {
        "key": each.address,
        "address": each.address,
        **_names(each),
        **_unit(each.unit),
        "range": [number(limit) for limit in each.between],
        "default": number(each.default),
        "neutral": INFINITE if abs(neutral) == float("inf") else number(neutral),
        "role": each.role,
        "since": each.since,
        "choices": [
            {"value": value, "name": {"nl": nl, "en": en}} for value, nl, en in each.choices
        ],
        "shares": f"{each.address.split('.')[0]}.{each.shares}" if each.shares else None,
        "basis": each.basis.status.value[0],
        "basis_name": {language: each.basis.status.label(language) for language in LANGUAGES},
        "reason": each.basis.reason,
        "source": list(each.basis.evidence),
    }


def outcomes() -> list[Row]:
    """Everything the model reports, in the order in which tables show it."""
    from model.outcomes import OUTCOMES

    return [
        {
            "key": key,
            **_names(each),
            **_unit(each.unit),
            "range": [number(limit) for limit in each.between],
            "better": each.better,
            "over_time": each.over_time,
            "margin": number(each.margin),
            "family": each.family,
            "by_group": each.by_group,
            "by_payer": bool(each.payer_top),
        }
        for key, each in OUTCOMES.items()
    ]
