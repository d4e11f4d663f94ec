"""The shape of a scenario file: which headings there are, and what stands under each.

Only structure is held here (pydantic); which addresses exist and what values they may have, the
declarations of the model know.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

Number = Annotated[float, Field(strict=True)]
Words = Annotated[str, Field(strict=True, min_length=3)]
SeedLine = Annotated[str, Field(strict=True, pattern=r"^[0-4]:\d+$")]

Kind = Literal["change", "contract_begin", "contract_end"]
KINDS: tuple[Kind, ...] = ("change", "contract_begin", "contract_end")


class Part(BaseModel):
    """Something with fixed headings: another one is a mistake."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Said(Part):
    """The same words in Dutch and in English."""

    nl: Words
    en: Words


class Chosen(Part):
    """A number with its reason, and the range in which it may lie as well when it is not known."""

    value: Number
    between: tuple[Number, Number] | None = None
    because: Said | None = None


def _with_value(given: Any) -> Any:
    """A plain number is a value without a reason of its own."""
    return given if isinstance(given, dict) else {"value": given}


Choice = Annotated[Chosen, BeforeValidator(_with_value)]


def _whole_or_address(given: Any) -> Any:
    if isinstance(given, bool) or not isinstance(given, int | str):
        raise ValueError("a week is a whole number or an address")
    return given


class Moment(Part):
    """Something that happens in a week: a number of weeks, or an address that holds one."""

    week: Annotated[int | str, BeforeValidator(_whole_or_address)]
    kind: Kind = "change"
    because: Said
    set: dict[str, Choice] = {}


class Wijk(Part):
    """A neighbourhood of a region: a place, how many live there, and what is different in it."""

    place: Words
    residents: Annotated[int, Field(strict=True)] | None = None
    set: dict[str, Choice] = {}


class Gemeente(Part):
    """A municipality of a region, its neighbourhoods, and what is done and different there."""

    name: Words
    builds_on: list[str] = []
    set: dict[str, Choice] = {}
    neighbourhoods: list[Wijk]


class File(Part):
    """A scenario, or a part of one, as it stands in its file."""

    title: Said
    story: Said
    builds_on: list[str] = []
    set: dict[str, Choice] = {}
    region: list[Gemeente] = []
    timeline: list[Moment] = []
    things_to_notice: list[Said] = []
    things_to_try: list[Said] = []
    seeds: list[SeedLine] = []
    sources: list[Words] = []


HEADINGS: dict[type[Part], tuple[str, ...]] = {
    part: tuple(part.model_fields) for part in (File, Moment, Chosen, Said, Gemeente, Wijk)
}
"""What may stand under each heading."""
