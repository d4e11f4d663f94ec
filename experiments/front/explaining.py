"""What a screen may ask about why two worlds differ."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Mapping, Sequence

import numpy as np

from experiments.front import boarding, chains, following, leaving_out, mechanisms, setting
from experiments.front.chains import Chain, Part, Parts
from experiments.front.figures import NOTE
from experiments.front.mechanisms import Group, Number
from experiments.front.shapes import Question
from model.outcomes import OUTCOMES

HEAD = (
    *("outcome", "unit", "part", "of", "name", "contribution", "standard_error", "clear"),
    *("share_of_difference", "share_left_out", "alone", "pairs", "orders"),
)
"""The columns, named alike in every language; ``name`` and ``share_left_out`` are for people."""
LEFT_OUT = {
    "nl": {
        "few_pairs": "te weinig paren",
        "whole_unclear": "het verschil zelf is niet duidelijk",
        "part_unclear": "dit deel kan toeval zijn",
    },
    "en": {
        "few_pairs": "too few pairs",
        "whole_unclear": "the difference itself is not clear",
        "part_unclear": "this part may be chance",
    },
}
"""Why a share is left out of the file, as it is on the page (`Chain.hidden`)."""


class Explainer:
    """Everything that a screen can ask about why."""

    residents = 1_000
    pairs = leaving_out.PAIRS

    def groups(self) -> Sequence[Group]:
        """The mechanisms, in groups."""
        return mechanisms.groups()

    def numbers(self, question: Question, mechanism: str, language: str) -> Sequence[Number]:
        """The numbers of a mechanism with their sources."""
        return mechanisms.numbers(question, mechanism, language)

    def set_differently(self, question: Question) -> Mapping[str, int]:
        """How many numbers of each mechanism A and B do not set alike."""
        return mechanisms.set_differently(question)

    def chain(self, question: Question, opened: str = "") -> chains.Ticket:
        """The explanation, and the mechanisms of a group where one is opened."""
        return chains.Ticket(question, opened)

    def left(self, question: Question, off: Collection[str]) -> leaving_out.Ticket:
        """What is left of the difference without some mechanisms."""
        return leaving_out.Ticket(question, off)

    def story(self, question: Question, household: int | None = None) -> following.Ticket:
        """One household in both worlds."""
        return following.Ticket(question, household)

    def boards(self, question: Question) -> boarding.Ticket:
        """The two boards, in A and in B, with facilitation and without."""
        return boarding.Ticket(question)

    def boards_table(self, snapshot: boarding.Snapshot, version: str, language: str) -> str:
        """Every tie of every frame as CSV, with a heading that says what was run."""
        return boarding.table(snapshot, version, language)

    def table(self, snapshot: chains.Snapshot, outcome: str, version: str, language: str) -> str:
        """One explanation as CSV, with a heading that says what was run."""
        return table(snapshot, outcome, version, language)


def table(snapshot: chains.Snapshot, outcome: str, version: str, language: str) -> str:
    """The whole file as text; only its heading where nothing is explained yet."""
    question, chain = snapshot.question, snapshot.chain(outcome)
    file = io.StringIO()
    for line in (
        NOTE[language],
        f"Samenspel {version}",
        *setting.of_question(question, language),
        f"residents {snapshot.residents}; seed {question.seed}; window {snapshot.window} "
        f"(weeks {snapshot.period[0]} to {snapshot.period[1]})",
    ):
        file.write(f"# {line}\n")
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(HEAD)
    if chain:
        writer.writerows(_rows(chain, outcome, language))
    return file.getvalue()


def _rows(chain: Chain, outcome: str, language: str) -> list[list[object]]:
    unit = OUTCOMES[outcome].unit.key
    groups = mechanisms.groups()
    names = {each.key: each.name(language) for group in groups for each in group.mechanisms}
    named = {group.key: group.name(language) for group in groups}
    within = {each.key: group.key for group in groups for each in group.mechanisms}

    def row(part: Part, of: Parts, kind: str, name: str, inside: str) -> list[object]:
        why = chain.hidden(part if part.key else None, of)
        share = np.nan if why else part.mean / chain.difference
        return [outcome, unit, kind, inside, name, *_numbers(part.mean, part.error),
                int(part.clear), *_numbers(share), LEFT_OUT[language].get(why, ""),
                *_numbers(part.alone), of.pairs, of.orders]  # fmt: skip

    rows: list[list[object]] = []
    whole = Part("", chain.difference, np.nan, np.nan, clear=not chain.hidden())
    rest = Part("", chain.remainder, np.nan, np.nan, clear=False)
    both = Part("", chain.together, np.nan, np.nan, clear=False)
    groups_of = chain.of_groups
    for kind, part in (("difference", whole), ("without_any", rest), ("only_together", both)):
        rows.append(row(part, groups_of, kind, "", ""))
    rows += [row(p, groups_of, "group", named[p.key], "") for p in groups_of.parts]
    if chain.inside:
        rows += [
            row(p, chain.inside, "mechanism", names[p.key], within[p.key])
            for p in chain.inside.parts
        ]
    return rows


def _numbers(*values: float) -> list[str]:
    return ["" if not np.isfinite(value) else f"{value:.6g}" for value in values]
