"""What was found, as files: a table (CSV) and a figure (PNG and SVG), each saying what it is."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from experiments.analysis import figures, origin
from experiments.analysis.found import Found
from experiments.analysis.tables import Frame
from experiments.version import NOTE

DIGITS = "%.10g"


def name_of(found: Found) -> str:
    """The name of the files of this analysis, without what tells their kind."""
    return f"{found.kind}-{found.about.outcome}"


def write(found: Found, folder: Path, language: str = "en") -> dict[str, Path]:
    """Write the table and the figure into a folder, made where there is none; where they stand."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = {kind: folder / f"{name_of(found)}.{kind}" for kind in ("csv", "png", "svg")}
    write_table(found, paths["csv"])
    write_figure(found, paths["png"], paths["svg"], language)
    return paths


def write_table(found: Found, path: Path) -> None:
    """Write the table; lines of # above it say what it is and what was concluded."""
    head = {
        "note": NOTE.en,
        "noot": NOTE.nl,
        "version": found.version,
        "model": found.about.origin.model,
        "analysis": found.kind,
        "of": found.about.of.en,
        "runs": found.runs,
        "left out": found.left_out,
    }
    lines = ["; ".join(f"{key}: {value}" for key, value in head.items() if value != "")]
    lines += [each.en for each in found.said]
    lines += [each.removeprefix("# ") for each in origin.remake(found)]
    with path.open("w", encoding="utf-8", newline="") as file:
        file.writelines(f"# {line}\n" for line in lines)
        found.table.to_csv(file, index=False, float_format=DIGITS, lineterminator="\n")


def read_table(path: Path) -> Frame:
    """The table as it was written, without the lines above it."""
    return pd.read_csv(path, comment="#")


def write_figure(found: Found, png: Path, svg: Path, language: str) -> None:
    """Write the figure in both forms; the same figure gives the same bytes."""
    import matplotlib as mpl

    from experiments.analysis.figures import style

    figure = figures.draw(found, language)
    said = "\n".join((f"{NOTE.say(language)}; {found.version}", *origin.remake(found, language)))
    with mpl.rc_context(style.SETTINGS):
        figure.savefig(png, dpi=style.RESOLUTION, metadata={"Description": said})
        figure.savefig(svg, metadata={"Date": None, "Description": said})
