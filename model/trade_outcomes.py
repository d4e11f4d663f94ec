"""Outcomes of goals, of how plans begin, and of what is known of who does what."""

from __future__ import annotations

from model.outcome_forms import share, system

TRADES = (
    share("goals_residents", "goals_own", "goals", 0.02,
          "Doelen van bewoners: deel van de plannen met een doel dat de bewoner koos",
          "Residents' goals: share of plans with a goal that the resident chose",
          "neither", "plans"),
    share("goal_drift", "goals_drift", "goals", 0.02,
          "Afdwalen van het doel: hoe ver men werkt naast wat was afgesproken",
          "Drift of goals: how far what is worked at lies from what was agreed",
          "lower", "plans"),
    share("plans_from_below", "joint_below", "joint_begun", 0.02,
          "Plannen van onderop: deel van nieuwe gezamenlijke plannen uit een doel in de wijk",
          "Plans from below: share of new joint plans that begin from a goal of those concerned",
          "neither", "plans"),
    share("plans_by_agreement", "joint_agreed", "joint_begun", 0.02,
          "Plannen uit afspraken: deel van nieuwe gezamenlijke plannen dat er anders niet kwam",
          "Plans by agreement: share of new joint plans that would not begin without agreements",
          "neither", "plans"),
    system("who_does_what", "overview", "staff", 0.02,
           "Wie doet wat: hoeveel professionals daarvan weten uit een kaart",
           "Who does what: how much of it professionals know from a map", "neither"),
)  # fmt: skip
