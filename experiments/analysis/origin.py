"""Where runs come from, and what to type to have the same table and figure again."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from experiments.studies import again
from model.place_facts import Text

if TYPE_CHECKING:
    from experiments.analysis.found import Found
    from experiments.analysis.reading import Results

LEAVE_OUT, IN_PYTHON = "--leave-out", "in Python"
"""An option without a value; and what stands before what the command line does not have."""


@dataclass(frozen=True)
class Origin:
    """The study that runs are of: version and model that made them, and its seed.

    ``run`` are the commands that make the runs anew, none where they were made elsewhere; ``needs``
    the files of one's own that the study names.
    """

    version: str = ""
    model: str = ""
    seed: int = 0
    run: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()

    @property
    def said(self) -> Text:
        """Version, model and seed in a few words; empty where the study does not say."""
        if not self.model:
            return Text("", "")
        return Text(
            f"model {self.model}, toeval {self.seed}", f"model {self.model}, seed {self.seed}"
        )


def of_study(results: Results) -> Origin:
    """What the manifest of these results says of that."""
    said = results.manifest
    software, remake = said.get("software", {}), said.get("remake") or _of_file(results)
    return Origin(
        version=version_of(said),
        model=str(software.get("model", "")),
        seed=int(said.get("seed", 0)),
        run=tuple(remake.get("commands", ())),
        needs=tuple(remake.get("needs", ())),
    )


def _of_file(results: Results) -> Mapping[str, Any]:
    """What a manifest says now, for a folder of earlier date that holds the file of its study."""
    folder = getattr(results, "folder", None)
    try:
        return again.remake((folder / again.STUDY).read_text(encoding="utf-8")) if folder else {}
    except (OSError, ValueError):
        return {}


def version_of(manifest: Mapping[str, Any]) -> str:
    """The version that made the runs; empty where nothing is said of it."""
    return str(manifest.get("software", {}).get("version") or manifest.get("version") or "")


def remake(found: Found, language: str | None = None) -> tuple[str, ...]:
    """Lines to copy: what was used, after #, and the commands that make this again.

    They are typed in the folder of the study. None where the runs are not from a study file.
    """
    from_here = found.about.origin
    if not from_here.run:
        return ()
    comments = [
        f"To make this again, in the folder of the study, with Samenspel {from_here.version}, "
        f"model {from_here.model}, seed {from_here.seed}:"
    ]
    if from_here.needs:
        comments.append(f"the study needs files of its own: {', '.join(from_here.needs)}")
    comments += [f"{IN_PYTHON}: {value}" for name, value in found.asked if name == IN_PYTHON]
    return (
        *(f"# {each}" for each in comments),
        *from_here.run,
        shlex.join(["samenspel", "analyse", found.kind, again.FOLDER, *_words(found, language)]),
    )


def _words(found: Found, language: str | None) -> Iterator[str]:
    """The options of ``samenspel analyse`` with which this was made."""
    about = found.about
    said: Sequence[tuple[str, str | None]] = [
        ("--outcome", about.outcome),
        ("--window", about.window),
        ("--a", about.a),
        ("--b", about.b),
        *found.asked,
        ("--language", language),
    ]
    for name, value in said:
        if value is None or name == IN_PYTHON:
            continue
        yield name
        if value:
            yield value


def options(
    leave_out: bool = False, in_python: Sequence[tuple[str, Any, Any]] = (), **given: Any
) -> list[tuple[str, str]]:
    """Options as they are typed: those that were given, numbers in all their digits.

    ``in_python`` are names with a value and the usual one, for what cannot be typed.
    """
    told = []
    for name, value in given.items():
        if value is None or value == ():
            continue
        written = value if isinstance(value, str) else _written(value)
        told.append((f"--{name.replace('_', '-')}", written))
    if leave_out:
        told.append((LEAVE_OUT, ""))
    return told + [(IN_PYTHON, f"{n}={value}") for n, value, usual in in_python if value != usual]


def _written(value: Any) -> str:
    if isinstance(value, int | float):
        return repr(value)
    return ",".join(str(each) for each in value)
