# %% [markdown]
"""Which of the ten questions of teams binds first? It depends on how you ask.

Run it from the folder of the project, `python docs/learn/which_question_first.py`, or cell by cell
in an editor that knows `# %%`. What it prints stands in `docs/learn/which_question_first.txt`. It
makes 264 runs of 600 residents over two years: about a minute on two cores. `samenspel questions`
asks the same with more outcomes, `--pairs` and `--uncertainty`.
Samenspel is a thinking model, not a forecast.
"""

# %% [markdown]
# Each question is a scenario that sets a package of levers. It may bind in two ways: answered
# alone it gives most, or, when all are answered but this one, it is missed most.

# %%
from pathlib import Path

from experiments import effects, questions
from experiments.notebook import study
from model.outcomes import OUTCOMES
from model.parameters import ADDRESSES
from scenarios import library

packages = {key: questions.package(key) for key in questions.questions()}
worlds = questions.worlds(list(packages))  # as it is, each alone, all, and all but one
addresses = list(questions.together(packages))
usual = {address: ADDRESSES[address].default for address in addresses}

# %% [markdown]
# A world is a point in a design of our own: a value for each lever that any question turns.

# %%
points = [
    usual | questions.together({key: packages[key] for key in packages if key in world})
    for world in worlds
]
found = study(
    {
        "question": "Which of the ten questions binds first?",
        "scenarios": "as_it_is_now",
        "places": "doorsnee",
        "levers": addresses,
        "design": {"method": "list", "points": points},
        "replicates": 12,
        "years": 2,
        "residents": 600,
        "outcomes": ["one_plan", "time_to_help", "burden"],
    },
    Path("results/which_question_first"),
).complete()
print(f"{len(found.runs)} runs; {found.manifest['note']['en']}")

# %% [markdown]
# Pair by pair: the same residents and the same luck in every world.

# %%
table = found.wide("final").set_index(["point", "replicate"]).sort_index()
at = {world: number for number, world in enumerate(worlds)}
everything = frozenset(packages)


def changed(outcome: str, before: frozenset[str], after: frozenset[str]) -> effects.Effect:
    """What going from one world to the other does, over pairs of runs."""
    first, second = (table.loc[at[world], outcome].to_numpy() for world in (before, after))
    return effects.paired(first, second, OUTCOMES[outcome].margin)


def in_counts(outcome: str, effect: effects.Effect) -> str:
    """In how many pairs it is clearly better and clearly worse, and the middle difference."""
    up, down = effect.clearly_higher, effect.clearly_lower
    better, worse = (up, down) if OUTCOMES[outcome].better == "higher" else (down, up)
    return f"better {better:2d}, worse {worse:2d} of {effect.n} ({effect.median:+8.3g})"


for outcome in found.manifest["outcomes"]:
    declared = OUTCOMES[outcome]
    alone = {key: changed(outcome, questions.NOW, frozenset([key])) for key in packages}
    last = {key: changed(outcome, everything - {key}, everything) for key in packages}
    print(f"\n{declared.name('en')}, in {declared.unit.label('en')}; {declared.better} is better")
    print(f"  {'':47s}{'alone':44s}added to all others")
    for key in packages:
        name = library.load(key).title.en
        both = [in_counts(outcome, each[key]) for each in (alone, last)]
        print(f"  {name[:45]:47s}{both[0]:44s}{both[1]}")
    for words, each in (("alone", alone), ("added to all others", last)):
        first = questions.binds_first(outcome, each)
        said = library.load(first).title.en if first else "none with a clear difference"
        print(f"  binds first, {words}: {said}")

# %% [markdown]
# What this does not show.

# %%
print("""
What this does not show
  How large each package is was chosen by whoever wrote the scenario: a larger answer to another
  question may turn the order. Twelve pairs are few: where counts are close, nothing is said. It is
  one neighbourhood of 600 residents over two years, with all that nobody knows at its usual
  value. "Better" is a difference of at least the margin in docs/outcomes.md; a question that
  does nothing for these three outcomes may do much for another. A thinking model, not a
  forecast.""")
