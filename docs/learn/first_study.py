# %% [markdown]
"""Your first study. The question: does a facilitator need shared money.

Run it from the folder of the project, `python docs/learn/first_study.py`, or cell by cell in an
editor that knows `# %%`. What it prints stands in `docs/learn/first_study.txt`. It makes 96 runs of
600 residents over two years: half a minute or less. That is small; what it leaves open is told.
Samenspel is a thinking model, not a forecast.
"""

# %% [markdown]
# A study is a question and a few headings, the same as in a study file. Here two scenarios meet
# each other at three values of one lever: which share of the money is in a shared pot.

# %%
from pathlib import Path

from experiments import effects
from experiments.analysis import enough, pairs, reading, writing
from experiments.notebook import study
from model.outcomes import OUTCOMES

NOW, THEN = "as_it_is_now", "facilitator_neighbourhood"
POOLED = "pockets.pooled"
KEPT = Path("results/first_study")

found = study(
    {
        "question": "Does a facilitator need shared money?",
        "scenarios": [NOW, THEN],
        "places": "doorsnee",
        "levers": {POOLED: [0, 0.5, 1]},
        "design": "grid",
        "replicates": 16,
        "years": 2,
        "residents": 600,
        "outcomes": ["one_plan", "burden", "cost_total"],
    },
    KEPT,
).complete()
print(f"{len(found.runs)} runs; {found.manifest['note']['en']}")

# %% [markdown]
# The table has a row for each run. Replicate 3 has the same residents and the same luck in every
# row that is called replicate 3, so rows may be subtracted.

# %%
table = found.wide("final")
print()
print(table[["scenario", POOLED, "replicate", "one_plan", "burden"]].head(4).to_string(index=False))

# %% [markdown]
# What the facilitator changes, pair by pair, at each value of the lever. "Clearly" is: by at least
# the smallest difference that we chose to call one that matters (`docs/outcomes.md`).

# %%
PAIR = [POOLED, "replicate"]
now, then = (table[table["scenario"] == key].set_index(PAIR).sort_index() for key in (NOW, THEN))
for outcome in found.manifest["outcomes"]:
    declared = OUTCOMES[outcome]
    print(f"\n{declared.name('en')}, in {declared.unit.label('en')}; {declared.better} is better")
    for value in (0.0, 0.5, 1.0):
        before, after = (side.loc[value, outcome].to_numpy() for side in (now, then))
        effect = effects.paired(before, after, declared.margin)
        print(
            f"  {value:4.0%} shared: middle difference {effect.median:+9.4g}"
            f" (90% between {effect.p05:+9.4g} and {effect.p95:+9.4g});"
            f" clearly higher in {effect.clearly_higher:2d} of {effect.n},"
            f" clearly lower in {effect.clearly_lower:2d}"
        )

# %% [markdown]
# The same by the analysis that `samenspel analyse effects` makes, with a table and a figure to
# keep; and whether sixteen replicates are enough for what was asked.

# %%
about = reading.subject(found, "one_plan", "final", NOW, THEN)
for told in (pairs.compare(found, about), enough.converge(found, about)):
    files = writing.write(told, KEPT / "analysis")
    print(f"\n{told.kind}, in {files['csv'].name} and {files['svg'].name}")
    for sentence in told.said:
        print(f"  {sentence.en}")

# %% [markdown]
# What this does not show.

# %%
print("""
What this does not show
  One neighbourhood of 600 residents, two years, and every number that nobody knows at its usual
  value. In another place, over more years or with other assumptions it may come out otherwise:
  add places, years, or `uncertainties` to the headings. Counts say how often, in runs of this
  model; they are no chance that it happens in a real neighbourhood. A thinking model, not a
  forecast.""")
