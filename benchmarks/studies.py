"""What a study costs on top of its runs: the same short runs with and without all that is kept."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from benchmarks.row import Part, Row, spent
from experiments import simulation
from experiments.studies import executors, reading, running

ASKED = """
question: How much does it cost to keep what is run?
scenarios: [as_it_is_now, more_mandate]
places: doorsnee
levers:
  hours.protected: {{between: [0, 8]}}
design: {{method: grid, levels: {levels}}}
replicates: {replicates}
years: 1
residents: 1000
"""


def measure(quick: bool) -> Part:
    """Runs a second of a study with one thread, against the bare model over the same runs."""
    levels, replicates = (10, 4) if quick else (20, 8)
    text = ASKED.format(levels=levels, replicates=replicates)
    study = reading.read_text(text, "benchmark", "benchmark")
    tasks = list(study.tasks())
    for task in tasks:  # burn-ins are kept from here on, for both
        simulation.before_policy(task.plan, task.replicate)
    ratios, bare_each, study_each = [], [], []
    for _ in range(2 if quick else 3):
        with spent() as bare:
            for task in tasks:
                simulation.run(task.plan, task.replicate)
        folder = Path(tempfile.mkdtemp(prefix="samenspel-benchmark-"))
        workers = executors.opened(executors.THREADS, 1)
        try:
            with spent() as whole:
                running.run(study, folder, workers)
        finally:
            workers.close()
            shutil.rmtree(folder)
        ratios.append(whole.cpu / bare.cpu)
        bare_each.append(bare.cpu / len(tasks))
        study_each.append(whole.cpu / len(tasks))
    part = Part("studies")
    ratio = min(ratios)
    part.rows.append(
        Row(
            "a study of short runs against the bare model over the same runs, one thread",
            f"{ratio:.2f} x ({1 / min(study_each):.0f} against {1 / min(bare_each):.0f} runs a "
            "second of processor)",
            "at most 1.25 x",
            ratio <= 1.25,
            f"{len(tasks)} runs of one year and 1,000 residents; all outcomes measured, parts, "
            "plan and manifest written; four years make the share four times smaller",
        )
    )
    part.numbers = {
        "studies_ratio": ratio, "bare_each": min(bare_each), "study_each": min(study_each),
    }  # fmt: skip
    return part
