"""Every claim of the five practice documents, and where it stands in the model (docs/claims.md)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, model_validator

from experiments import pages
from experiments.audits import AUDITS
from experiments.validation import declared
from model.outcomes import OUTCOMES
from model.parameters import ADDRESSES
from scenarios import library

FILE = Path(__file__).parent / "claims.yaml"
KINDS = {"M": "mechanism", "L": "lever", "O": "outcome", "E": "emerges, tested or asked"}
SEEDS = ("Wijzer in de Wijk", "Competencies", "Eemland", "Movisie", "Masterclass and Renkum")
SERVES = {
    "M": {"mechanism"},
    "L": {"number", "scenario"},
    "O": {"outcome"},
    "E": {"row", "scenario", "audit"},
}
"""Which places can hold a claim of each kind."""


class Claim(BaseModel):
    """One claim: what it is in the model, where it stands, and what it still needs."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    id: str = Field(pattern=r"^[0-4]:\d+[a-e]?$")
    kinds: tuple[Literal["M", "L", "O", "E"], ...] = Field(alias="is")
    nl: str
    en: str
    where: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _somewhere(self) -> Claim:
        if not self.where and not self.needs:
            raise ValueError("a claim stands somewhere, or needs something to do so")
        return self

    @property
    def status(self) -> str:
        """Whether all of it exists, part of it, or nothing yet."""
        if not self.needs:
            return "exists"
        return "in part" if self.where else "not yet"


@cache
def claims() -> tuple[Claim, ...]:
    """All claims, in the order of the documents."""
    return tuple(Claim(**told) for told in yaml.safe_load(FILE.read_text(encoding="utf-8")))


@cache
def places() -> dict[str, str]:
    """Every word that may stand under ``where``, and what kind of place it is."""
    kinds: dict[str, Iterable[str]] = {
        "mechanism": {rule.mechanism for rule in pages.declared_rules()},
        "number": ADDRESSES,
        "outcome": OUTCOMES,
        "row": [row.key for row in declared.rows()],
        "scenario": library.stories(),
        "audit": AUDITS,
    }
    return {word: kind for kind, words in kinds.items() for word in words}


def unserved(claim: Claim) -> set[str]:
    """The kinds of a claim that no place serves."""
    found = {places().get(word, "") for word in claim.where}
    return {kind for kind in claim.kinds if not SERVES[kind] & found}


def there_by_now(claim: Claim) -> set[str]:
    """What a claim says it needs and the model has: then it can say where instead."""
    return set(claim.needs) & set(places())


def text() -> str:
    """The page docs/claims.md."""
    count = {
        status: sum(each.status == status for each in claims())
        for status in ("exists", "in part", "not yet")
    }
    told = ", ".join(f"{number} {status}" for status, number in count.items())
    kinds = "\n".join(f"- **{kind}** {name}" for kind, name in KINDS.items())
    parts = [
        f"The model was born from five practice documents. They make {len(claims())} claims, told\n"
        f"here in our own words and cited as document:line: {told}.\n\n{kinds}\n\n"
        "A claim that *emerges* is never written into a rule: a row of the validation\n"
        "(`docs/validation.md`), an audit (`docs/audits.md`) or a question in a scenario holds it."
    ]
    for number, title in enumerate(SEEDS):
        rows = (_line(each) for each in claims() if each.id.startswith(f"{number}:"))
        head = ("line", "is", "Nederlands", "English", "where", "still needs", "status")
        parts += [f"## {number} {title}", pages.table(head, rows)]
    return pages.page("Claims", *parts)


def _line(claim: Claim) -> tuple[str, ...]:
    where = ", ".join(f"{places()[word]} `{word}`" for word in claim.where)
    return (
        claim.id, ", ".join(claim.kinds), claim.nl, claim.en, where or "–",
        ", ".join(claim.needs) or "–", claim.status,
    )  # fmt: skip
