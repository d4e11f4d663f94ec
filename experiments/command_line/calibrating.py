"""The command ``calibrate``: which sets of numbers are not contradicted by what is known."""

from __future__ import annotations

import hashlib
import json as jsons
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from experiments.command_line import output, writing
from experiments.command_line.progress import Progress
from experiments.command_line.reader import Reader
from experiments.command_line.shown import numeral
from experiments.command_line.speech import say
from experiments.command_line.weighed import chosen_numbers
from experiments.version import version
from model.compiling import cache_root, workings
from scenarios.faults import Both, Fault, Refused

if TYPE_CHECKING:
    from experiments.calibration.waves import Asked, Matched

DONE, STOPPED = 0, 1
MOST_NUMBERS = 25
"""More cannot be told apart with the points that can be run (decision on calibration)."""


@dataclass(frozen=True)
class Wanted:
    """What was typed after ``samenspel calibrate``."""

    numbers: Sequence[str] = ()
    top: str | None = None
    waves: str = "3"
    points: str = "500"
    replicates: str = "2"
    residents: str = "2000"
    seed: str = "1"
    threads: str | None = None
    out: str | None = None
    write: str | None = None


def calibrate(wanted: Wanted, dry_run: bool, json: bool) -> int:
    """Make the waves, or go on with them, and show what is left; 1 when stopped before the end."""
    asked, folder, threads = _read(wanted)
    if dry_run:
        _tell_work(asked, folder, json)
        return DONE
    from experiments.calibration import ensemble

    matched = _made(asked, folder, threads)
    if wanted.write:
        ensemble.write(matched, Path(wanted.write))
    told = ensemble.provenance(matched) | {"folder": str(folder)}
    if json:
        output.as_json(_rounded(told))
    else:
        _show(told)
    return STOPPED if matched.ended == "stopped" else DONE


def _made(asked: Asked, folder: Path, threads: int | None) -> Matched:
    from experiments.calibration import aims, waves
    from experiments.sensitivity.parts import AnotherStudy

    evaluate = aims.evaluate(asked.names, int(asked.about["residents"]))
    with Progress(asked.waves * asked.points * asked.replicates) as progress:

        def tell(runs: int) -> None:
            for _ in range(runs):
                progress.one_more()

        try:
            return waves.match(asked, evaluate, folder, threads, tell)
        except AnotherStudy as other:
            differs = other.told()
            problem = Both(f"here are waves with another {differs}",
                           f"hier staan rondes die verschillen in {differs.nl}")  # fmt: skip
            allowed = Both("an empty folder, or a new one", "een lege map, of een nieuwe")
            fault = Fault("--out", str(folder), allowed, f"{folder}-2", problem)
            raise Refused([fault]) from other


def _read(wanted: Wanted) -> tuple[Asked, Path, int | None]:
    """What is to be matched, where it is kept, and in how many threads; Refused with all faults."""
    from experiments.calibration import aims, waves

    reader = Reader()
    names = chosen_numbers(wanted.numbers, wanted.top, (), reader)
    if len(names) > MOST_NUMBERS:
        problem = Both("too many numbers to tell apart", "te veel getallen om te onderscheiden")
        allowed = Both(f"at most {MOST_NUMBERS}", f"hooguit {MOST_NUMBERS}")
        fault = Fault("--numbers", str(len(names)), allowed, str(MOST_NUMBERS), problem)
        reader.faults.append(fault)
    number = reader.whole("--waves", wanted.waves, 1, 20)
    points = reader.whole("--points", wanted.points, waves.PART, 20_000)
    replicates = reader.whole("--replicates", wanted.replicates, 1, 100)
    residents = reader.whole("--residents", wanted.residents, 100, 100_000)
    seed = reader.whole("--seed", wanted.seed, 0, 2**31 - 1)
    threads = None
    if wanted.threads is not None:
        threads = reader.whole("--threads", wanted.threads, 1, 256)
    reader.file_to_write(wanted.write, "--write", ".csv")
    if wanted.out is not None:
        reader.faults += writing.folder_faults("--out", wanted.out)
    if reader.faults:
        raise Refused(reader.faults)
    asked = waves.Asked(
        names=tuple(names), aims=aims.aims(), waves=number,
        points=waves.PART * max(1, round(points / waves.PART)), replicates=replicates, seed=seed,
        about={"version": version(), "model": workings(), "residents": residents},
    )  # fmt: skip
    return asked, _folder(wanted.out, asked), threads


def _folder(out: str | None, asked: Asked) -> Path:
    """Where the waves are kept; more waves of the same go on in the same place."""
    if out is not None:
        return Path(out)
    told = [asked.names, asked.points, asked.replicates, asked.seed, dict(asked.about)]
    digest = hashlib.blake2b(jsons.dumps(told, sort_keys=True).encode(), digest_size=10)
    return cache_root() / "calibration" / digest.hexdigest()


def _tell_work(asked: Asked, folder: Path, json: bool) -> None:
    runs = asked.waves * asked.points * asked.replicates
    aims = [{"key": aim.key, "value": output.number(aim.value), "held_out": aim.held_out,
             "doubt": output.number(aim.variance**0.5), "source": aim.source}
            for aim in asked.aims]  # fmt: skip
    if json:
        output.as_json({"dry_run": True, "runs": runs, "numbers": list(asked.names),
                        "aims": aims, "folder": str(folder)})  # fmt: skip
        return
    for aim in aims:
        held = say("  (achtergehouden)", "  (held out)") if aim["held_out"] else ""
        size = numeral(f"{aim['value']:10.4g} ± {aim['doubt']:.3g}")
        print(f"{aim['key']:22s} {size}{held}")
    print(say(f"{runs} doorrekeningen van twaalf en van tien jaar; er is niets doorgerekend",
              f"{runs} runs of twelve and of ten years; nothing was run"))  # fmt: skip


def _rounded(told: Any) -> Any:
    if isinstance(told, dict):
        return {key: _rounded(value) for key, value in told.items()}
    if isinstance(told, list):
        return [_rounded(value) for value in told]
    return output.number(told) if isinstance(told, float) else told


def _show(told: dict[str, Any]) -> None:
    for number, wave in enumerate(told["waves"], 1):
        points, left = wave["points"], numeral(f"{wave['left']:.1%}")
        print(say(f"ronde {number}: {points} reeksen getallen, {left} van alle",
                  f"wave {number}: {points} sets, {left} of all"))  # fmt: skip
    print(say(f"{told['accepted']} reeksen blijven over", f"{told['accepted']} sets are left"))
    if told["held_out_met"] is not None:
        print(say(f"{told['held_out_met']:.0%} daarvan voldoet ook aan wat is achtergehouden",
                  f"{told['held_out_met']:.0%} of them also meet what was held out"))  # fmt: skip
    for each in told["conflicts"]:
        far = numeral(f"{each['implausibility']:.1f}")
        print(say(f"in de weg staat {each['key']} ({far})",
                  f"in the way stands {each['key']} ({far})"))  # fmt: skip
    if told["ended"] == "stopped":
        print(say("gestopt; dezelfde opdracht gaat hier verder",
                  "stopped; the same command goes on from here"), file=sys.stderr)  # fmt: skip
