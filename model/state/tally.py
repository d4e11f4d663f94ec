"""What is written down each week: counts by cell of residents, and of the system as a whole.

Outcomes are ratios of sums of these columns (``model/outcomes.py``); nothing else is stored of a
week, so that a hundred runs fit in memory.
"""

from __future__ import annotations

import numpy as np

from model.state.axes import BUDGET_COUNT, LAW_COUNT, STAY_COUNT

EDGES = (
    *(0, 1, 2, 3, 4, 6, 8, 10, 13, 17, 22, 28, 36, 46, 60, 78),
    *(100, 130, 170, 220, 286, 372, 484, 630, 820),
)
"""Weeks at which the bins of a waiting-time histogram begin; the last is an end."""
BIN_COUNT = len(EDGES) - 1

TALLY = np.dtype(
    [  # one row for each cell; all in people or households that the rows stand for
        ("residents", "f8"),
        ("need_any", "f8"),
        ("need_two", "f8"),
        ("need_three", "f8"),
        ("burden", "f8"),  # sum of levels
        ("hidden", "f8"),
        ("first_helps", "f8"),
        ("time_to_help", "f8"),
        ("time_histogram", "f8", (BIN_COUNT,)),
        ("starts", "f8"),
        ("team_starts", "f8"),
        ("team_helps", "f8"),  # needs of residents with which the team begins to help
        ("team_referred", "f8"),  # team cases in which a specialist is asked too
        ("waiting", "f8"),
        ("waiting_histogram", "f8", (BIN_COUNT,)),
        ("sent_on", "f8"),
        ("several", "f8"),  # open cases with several needs
        ("one_plan", "f8"),
        ("one_holder", "f8"),
        ("ownerless_several", "f8"),
        ("opened_several", "f8"),
        ("ownerless_single", "f8"),
        ("opened_single", "f8"),
        ("fit", "f8"),
        ("open", "f8"),
        ("closed", "f8"),
        ("reentered", "f8"),
        ("relapsed", "f8"),  # closed households in which a need begins or worsens within a year
        ("asked_starts", "f8"),  # helpers asked by another, who begin
        ("asked_waits", "f8"),  # weeks since they were asked
        ("care_hours", "f8"),
        ("use", "f8", (LAW_COUNT,)),  # residents helped under each law
        ("use_any", "f8"),
        ("use_two", "f8"),
        ("spent", "f8", (BUDGET_COUNT,)),
        ("saved", "f8", (BUDGET_COUNT,)),  # value of needs that fell through help, by who gains
        ("stays", "f8", (STAY_COUNT,)),  # residents in a place away from home, by kind
        ("stays_wanted", "f8", (STAY_COUNT,)),  # who cannot be helped at home, place or none
        ("opinions", "f8"),  # helped households; this and the next two once in four weeks
        ("satisfied", "f8"),  # how they say they are helped, 0 to 1
        ("relieved", "f8"),  # share of their need that is gone since they were taken up
        ("trust", "f8"),
        ("movers_in", "f8"),
        ("movers_out", "f8"),
        ("adults", "f8"),  # fifteen or older; this and what follows once in four weeks
        ("taking_part", "f8"),
        ("target", "f8"),  # adults with a need
        ("target_part", "f8"),  # of whom take part
        ("around", "f8"),  # adults without a need, of whom a housemate or kin has one
        ("around_part", "f8"),
        ("community", "f8"),  # all other adults
        ("community_part", "f8"),
        ("lonely", "f8"),  # adults who are severely lonely
        ("carers", "f8"),  # adults who are asked to care for their own people
        ("overloaded", "f8"),  # of whom are asked more than they can give
        ("seen", "f8"),  # adults, in the weeks in which connectors are counted
        ("connectors", "f8"),  # adults who join groups and pass on worries
        ("light_informal", "f8"),  # hours a week with light needs, by own people
        ("light_hours", "f8"),  # hours a week with light needs, by own people and helpers
        ("withdrawn", "f8"),  # hours a week of light formal help withdrawn
        ("unfilled", "f8"),  # of which nobody took over
        ("places", "f8"),  # people asked to join around several needs
        ("places_chosen", "f8"),  # of whom were chosen for the situation
        ("places_new", "f8"),  # of whom who asked hardly knew
        ("goals", "f8"),  # open cases with a goal
        ("goals_own", "f8"),  # of which is the resident's
        ("goals_drift", "f8"),  # how far what is worked at lies from it
        ("joint_begun", "f8"),  # joint plans that begin
        ("joint_below", "f8"),  # of which from a goal of resident or professional
        ("joint_agreed", "f8"),  # of which only because of what boards agreed
        ("entered", "f8", (4,)),  # households helped, by gate: team, direct, seen, found
        ("decisions", "f8"),  # formal decisions asked for
        ("refused", "f8"),  # of which were no
    ],
    align=True,
)

SYSTEM = np.dtype(
    [
        ("trust_between", "f8"),
        ("trust_between_spread", "f8"),  # sum of squared distances to this week's mean
        ("between", "f8"),
        ("trust_within", "f8"),
        ("trust_within_spread", "f8"),
        ("within", "f8"),
        ("credibility", "f8"),
        ("credibility_spread", "f8"),
        ("credited", "f8"),
        ("fit_spread", "f8"),
        ("opened", "f8"),  # open cases
        ("commitment", "f8"),
        ("agreement", "f8"),
        ("anchored", "f8"),
        ("weeks", "f8"),
        ("available_hours", "f8"),
        ("admin_hours", "f8"),
        ("care_hours", "f8"),
        ("coordination_hours", "f8"),
        ("meeting_hours", "f8"),
        ("outreach_hours", "f8"),
        ("idle_hours", "f8"),
        ("learning_hours", "f8"),
        ("overtime_hours", "f8"),
        ("facilitation_hours", "f8"),
        ("facilitation_requests", "f8"),
        ("facilitation_board", "f8"),
        ("facilitation_outreach", "f8"),
        ("facilitation_connecting", "f8"),
        ("facilitation_unused", "f8"),
        ("facilitation_telling", "f8"),
        ("facilitation_guiding", "f8"),
        ("facilitation_reporting", "f8"),
        ("absent_hours", "f8"),
        ("strain", "f8"),
        ("staff", "f8"),
        ("left", "f8"),
        ("suited", "f8"),  # practices that suit, over posts
        ("given", "f8"),  # what members put in at the table, over members
        ("at_table", "f8"),
        ("agreeing", "f8"),  # nearness of vision, over pairs of different organisations
        ("compared", "f8"),
        ("camps", "f8"),
        ("faith", "f8"),  # over posts
        ("posts", "f8"),  # that were asked for it
        ("informed", "f8"),  # share of what must be known that is told in time, over weeks
        ("equal_spread", "f8"),  # squared distances to the mean fit of equal cases
        ("fit_counted", "f8"),
        ("facilitation_cost", "f8", (BUDGET_COUNT,)),  # by the budget that pays
        ("extra_cost", "f8", (BUDGET_COUNT,)),  # on team hours, support and decisions, by payer
        ("spent", "f8", (BUDGET_COUNT,)),
        ("amount", "f8", (BUDGET_COUNT,)),
        ("savings", "f8", (BUDGET_COUNT, BUDGET_COUNT)),  # from who paid, to who gains
        ("stay_cost", "f8", (BUDGET_COUNT,)),  # of places away from home, by who pays
        ("sheet_paid", "f8"),  # discounted, of all budgets
        ("sheet_spared", "f8"),  # the same of what help may have spared
        # written by a region of several municipalities between the weeks, else nothing
        ("regional", "f8"),  # weeks, each municipality once whatever its neighbourhoods
        ("alike", "f8"),  # share of ways of working as elsewhere
        ("fitting", "f8"),  # share of ways of working that fit the place
        ("access", "f8"),  # chance that specialised help is asked for a serious need
        ("access_apart", "f8"),  # squared distance of that chance to the mean of the region
        ("asked", "f8"),  # changes that the region asked
        ("on_paper", "f8"),
        ("own_apart", "f8"),  # squared distance of cost for each resident to the mean, own
        ("charged_apart", "f8"),  # the same of what falls to a municipality after sharing
        ("cost_counted", "f8"),  # residents of whom the year's cost was settled
        ("months", "f8"),  # weeks in which what residents do together was counted
        ("initiatives", "f8"),  # alive
        ("judged", "f8"),  # that began two years ago
        ("alive_after_two", "f8"),  # of which are alive
        ("colleagues", "f8"),  # professionals, in the weeks in which connectors are counted
        ("connecting", "f8"),  # of whom join groups and pass on questions
        ("supporting_hours", "f8"),  # hours a week that support initiatives
        ("largest", "f8"),  # share of posts in the largest network
        ("networks", "f8"),  # weeks in which networks were counted
        ("ties", "f8"),  # strength of all ties of professionals
        ("apart", "f8"),  # pairs of professionals in different organisations
        ("crossing", "f8"),  # the same, once in a quarter
        ("reaching", "f8"),  # of whom reach each other, directly or through one other
        ("overview", "f8"),  # known from a map of who does what, over posts
        ("leaning", "f8"),  # of whom only through the one who is hardest to miss
        ("at_tables", "f8"),  # decisions at tables
        ("resolved", "f8"),  # of which settled a question
        ("overseen", "f8"),  # of which had no question before them
        ("fled", "f8"),  # of which lost their questions to elsewhere
        ("voted", "f8"),  # organisations concerned in questions that were put to the vote
        ("voted_for", "f8"),  # of which agreed
        ("euro_error", "f8"),
        ("hour_error", "f8"),
        ("people_error", "f8"),
    ],
    align=True,
)
