"""What is remembered: one table for each kind of thing, one row for each thing (ODD section 2).

Each table is one record array, so that an outcome, an export and a rule see the same truth.
"""

from __future__ import annotations

import numpy as np

from model.state.axes import (
    BUDGET_COUNT,
    DOMAIN_COUNT,
    ORGANISATION_COUNT,
    PRACTICE_COUNT,
    TRADE_COUNT,
)

RESIDENTS = np.dtype(
    [
        ("id", "u4"),  # permanent: a newcomer in this home gets another
        ("household", "i4"),
        ("cell", "u1"),  # tercile of disadvantage and household type, fixed at week 0
        ("age_band", "u1"),  # 0: 0-14, 1: 15-64, 2: 65 and older
        ("level", "u1", (DOMAIN_COUNT,)),  # severity of need, 0 to 3
        ("since", "i2", (DOMAIN_COUNT,)),  # week in which the level last changed
        ("needs", "u1"),  # number of domains with a need
        ("lasting", "u1"),  # bits: needs that do not go away
        ("known", "u1"),  # bits: domains of which a helper knows
        ("frailty", "f4"),  # as drawn for this home, exponential
        ("disadvantage", "f4"),  # standard deviations from the national mean
        ("onset", "f4"),  # weekly rate of a first need, while there is none
        ("at_most", "f4"),  # bound on the sum of weekly rates; below 0: to be found anew
        ("trust", "f4"),  # in helpers, 0 to 1
        ("unhelped", "u2"),  # weeks in need without any help so far
        ("lonelier", "f4"),  # how much sooner lonely than usual, as a share; 0 as usual
        ("noticed", "f4"),  # how much sooner a worry is passed on than usual, as a share
    ],
    align=True,
)

CASES = np.dtype(
    [  # one row for each household; mode 0 says that there is no case
        ("id", "u4"),  # permanent: of the home, whoever lives there
        ("start", "i4"),  # first resident of the household
        ("size", "u1"),
        ("cell", "u1"),
        ("neighbourhood", "u2"),
        ("troubled", "u1"),  # members with a need
        ("mode", "u1"),
        ("form", "u1"),
        ("domains", "u1"),  # bits: domains in the case
        ("holder", "i2"),  # the actor who keeps the whole in view, -1 nobody
        ("gate", "i1"),  # the organisation in whose queue the household waits
        ("waiting", "u2"),  # weeks in that queue
        ("open", "u2"),  # weeks since somebody took it up
        ("sent_on", "u1"),
        ("owned", "u1"),  # 1: somebody owns the whole question
        ("ownerless", "u2"),  # weeks without owner
        ("decided", "u1"),  # the plan form has been talked about
        ("need_room", "f4"),  # room that the right plan needs, 0 to 1
        ("fit", "f4"),  # how well the plan fits, 0 to 1
        ("escalated", "u2"),  # weeks until an answer from above; 0 none
        ("stage", "u1", (DOMAIN_COUNT,)),  # 0 none, 1 asked, 2 being helped
        ("worker", "i2", (DOMAIN_COUNT,)),  # who was asked or helps
        ("weeks", "u2", (DOMAIN_COUNT,)),  # since they were asked, or since their help began
        ("asker", "i2", (DOMAIN_COUNT,)),  # who asked, -1 the resident
        ("hours", "f4", (DOMAIN_COUNT,)),  # hours a week promised
        ("relief", "f4", (DOMAIN_COUNT,)),  # weekly rate of improvement from help
        ("eased", "f4", (DOMAIN_COUNT,)),  # levels that help took away this week
        ("joined", "u1"),  # 1: there was a joint plan at some time
        ("heaviness", "u1"),  # sum of levels in the household when it was taken up
        ("parties", "u2"),  # bits: organisations that helped
        ("closed", "i4"),  # week in which the last case here was closed, NEVER if there was none
        ("listed", "u1"),  # 1: on the list of those who wait or are helped
        ("place", "i4"),  # lowest number of a place in this home; the others follow
        ("spared", "u1"),  # 1: formal help stays whole, as the household wishes
        ("light", "u1"),  # bits: needs that were light when hours were promised
        ("teamed", "u1"),  # bits: needs for which the helper was chosen for this situation
        ("informal", "f4"),  # hours a week by own people for each light need, in place of helpers
        ("progress", "f4"),  # levels that help took away this month in a joint plan
        ("judged", "f4"),  # progress as its helpers judge it; 0 until it is judged
        ("judged_usual", "f4"),  # as they would judge it with steps and patience as usual
        ("touch", "f4"),  # mean tie of those who help here without a joint plan
        ("led_before", "i2"),  # who handed over the lead, -1 nobody
        ("handing", "u1"),  # weeks in which that is still going on
        ("relapsed", "u1"),  # since it was closed: 0 no, 1 this week, 2 in a week before
        ("goal", "u1"),  # whose it is: 1 resident, 2 professional, 3 organisation
        ("wished", "u1"),  # 1: the household wants to choose it
        ("drift", "f4"),  # how far what is worked at lies from what was agreed, 0 to 1
        ("keeper", "u4"),  # who held the case a month ago
        ("begun", "u1"),  # joint plan: 1 from below, 2 because boards agreed, 3 otherwise
        ("came", "u1"),  # by which gate the household came into view, 0 none
        ("undecided", "u1"),  # weeks until a decision on whether the first gate opens
        ("deciding", "u1", (DOMAIN_COUNT,)),  # weeks until a decision on help that was asked
        ("took", "u1", (DOMAIN_COUNT,)),  # weeks from asking to that decision
        ("way", "u1"),  # where help began: 0 as usual, 1 supply, 2 demand, 3 own strength
        ("table", "u1"),  # where the question lies: 0 nowhere, 1 to 3 a table, 4 the board
    ],
    align=True,
)
NEVER = -1_000_000_000
NO_CASE, WAITING, OPEN = 0, 1, 2
NO_FORM, SINGLE, PARALLEL, JOINT = 0, 1, 2, 3
NOT_ASKED, ASKED, HELPING = 0, 1, 2
ASKED_TEAM, ASKED_DIRECTLY, SEEN_BY_OTHERS, FOUND_OUTSIDE = 1, 2, 3, 4

ACTORS = np.dtype(
    [  # professionals, policy staff, aldermen, insurers and facilitators, in one table
        ("id", "u4"),  # permanent: a successor in this seat gets another
        ("organisation", "i1"),
        ("role", "u1"),
        ("neighbourhood", "u2"),
        ("hours", "f4"),  # contract hours a week of the seat
        ("colleagues", "f4"),  # full-time posts that this seat stands for
        ("vision", "f4", (3,)),
        ("language_neighbourhood", "f4"),
        ("language_board", "f4"),
        ("skill", "f4"),  # to use the room that is given
        ("engagement", "f4"),
        ("strain", "f4"),
        ("tenure", "u2"),
        ("vacant", "u2"),  # weeks until a successor starts
        ("committed", "f8"),  # care hours a week promised
        ("coordination", "f8"),  # coordination hours a week promised
        ("capacity", "f4"),  # care hours a week there are
        ("slack", "f4"),  # hours a week left for meeting others
        ("load", "f4"),  # asked hours over available hours
        ("outreach", "f4"),  # hours a week that seek people out
        ("going", "f4"),  # of which no care can take
        ("meeting", "f4"),  # hours a week spent with others this month
        ("person", "u4"),  # whose nature and practices these are: another id, somebody new
        ("nature", "f8", (TRADE_COUNT,)),  # how this person differs in each habit, -1 to 1
        ("trades", "f8", (TRADE_COUNT,)),  # score of each habit this week, 0 to 1
        ("drive", "f4"),  # engagement as it works this week
        ("standing", "f4"),  # mean trust of other professionals in this one
        ("practices", "i1", (PRACTICE_COUNT,)),  # what this person does in each situation
        ("suited", "f4"),  # share of them that suits the neighbourhood
        ("aside", "f4"),  # hours a week for learning
        ("cases", "f8"),  # needs that this seat helps with
        ("lent", "i1"),  # of the team: by which provider, -1 of a foundation, 0 as usual
        ("house", "f4"),  # room that the rules of another employer add or take
        ("young", "u1"),  # of the team: 1 for youth only, 2 for adults only, 0 for all
        ("moved", "u1"),  # 1: a seat of the team that sits with a specialist
        ("faith", "f4"),  # what visible progress adds to drive, below 0 if it takes away
        ("practised", "f4", (DOMAIN_COUNT,)),  # use of each craft against what is usual, -1 to 1
        ("overview", "f4"),  # how much of who does what is known from a map, 0 to 1
    ],
    align=True,
)

PAIRS = np.dtype(
    [
        ("familiarity", "f4"),  # effective hours together
        ("strength", "f4"),  # of the tie, 0 to 1
        ("trust", "f4"),  # of the first in the second
        ("conflict", "f4"),  # double hats the first sees in the second (facilitators)
        ("together", "f4"),  # hours on shared cases, or with a facilitator, since the last month
        ("kept", "f4"),  # promises kept since the last month, in whole ones or halves
        ("broken", "f4"),  # promises broken since the last month
        ("vouched", "f4"),  # times a facilitator was asked about the second this week
        ("experienced", "u1"),  # 1: a promise of a facilitator came due this month
    ],
    align=True,
)

ORGANISATIONS = np.dtype(
    [
        ("municipality", "u2"),
        ("budget", "i1"),
        ("contract_end", "i4"),  # week
        ("opposition", "f4"),  # stake in a running tender, 0 to 1
        ("vision", "f4", (3,)),
        ("expected_saving", "f4"),  # per euro of a joint plan, learned
        ("ratio", "f4"),  # care hours delivered over promised, this week
        ("queue", "f4"),  # hours a week asked by those who wait
        ("received", "f8"),  # euros this week
        ("delivered", "f8"),  # hours of care this week
        ("finished", "f8"),  # joint plans that ended since the last month
        ("left", "f8"),  # shares of need left at their ends, summed
        ("price", "f4"),
        ("lump_sum", "u1"),  # 1: paid for staff, 0: paid for hours of care
        ("stance", "i1"),  # on joint plans: 0 as the rules say, 1 always joins, -1 never
        ("member", "u1"),  # 1: sits at the table of the neighbourhood
        ("expects", "f4"),  # least that it expects of anybody there, 0 to 1
        ("met", "f4"),  # how often, of late, nobody there gave less than it did
        ("gives", "f4"),  # what it puts in this month, 0 to 1
        ("pooled", "f8"),  # share of the pot that was policy when its contract was signed
        ("returned", "f8"),  # the same of the share of savings that goes back
        ("code", "i1", (PRACTICE_COUNT,)),  # what it has written down for each situation
    ],
    align=True,
)

BUDGETS = np.dtype(
    [
        ("municipality", "u2"),
        ("amount", "f8"),  # euros a week to be spent, from last year
        ("paid", "f8"),  # euros this week
        ("extra", "f8"),  # euros this week that were granted on top
        ("year", "f8"),  # euros paid so far this year, extra money left out
        ("granted", "f8"),  # euros that might be paid so far this year, likewise
    ],
    align=True,
)

MUNICIPALITIES = np.dtype(
    [
        ("key", "u4", (2,)),  # luck of those who decide, the same in all its neighbourhoods
        ("commitment", "f4"),
        ("agreement", "f4"),
        ("anchored", "f4"),
        ("election", "i4"),  # week of the next election
        ("wins", "f8"),  # visible results since the last board meeting
        ("decided", "f4"),  # items decided in the last meeting
        ("overspend", "f4"),  # share over last year's spending
        ("withheld", "f4"),  # share of what could be decided that is left lying; 0 by the rules
        ("judged", "f4"),  # results as the board judges them
        ("judged_usual", "f4"),  # as it would with patience and news as usual
    ],
    align=True,
)

NEIGHBOURHOODS = np.dtype(
    [
        ("municipality", "u2"),
        ("residents", "f8"),  # real number of residents
        ("weight", "f8"),  # residents that each row stands for
        ("scale", "f8", (DOMAIN_COUNT,)),  # onset of each need against the national average
        ("items", "f4", (3,)),  # blocked for want of money, mandate, owner
        ("hidden", "f4"),  # people with a need that nobody knows
        ("sought", "f4"),  # weekly chance that such a person is found
        ("outreach", "f4"),  # hours a week that seek people out
        ("signal", "f4"),  # mean tie from other helpers to the team
        ("ownerless", "f4"),  # open cases with several organisations and no owner
        ("appointing", "f4"),  # owners that a facilitator can appoint this week
        ("relieved", "f4"),  # administration hours taken over this week
        ("added", "f4"),  # team hours added this week
        ("reality", "i1", (PRACTICE_COUNT,)),  # what suits here in each situation
        ("active", "i4"),  # households that wait or are helped: length of the list of them
        ("shifted", "f4"),  # share of light formal help withdrawn, 0 to 1
        ("withdrawn", "f4"),  # hours a week of it
        ("supporting", "f4"),  # hours a week that support residents' initiatives
        ("fund", "f4"),  # euros a week for residents' initiatives
        ("risen", "f4"),  # needs begin so much more often than usual, as a share; 0 as usual
        ("asked_along", "f4"),  # share of adults whom supporters ask along in four weeks
        ("shown", "f4"),  # mean progress of joint plans, as celebrations show it
        ("told_on_purpose", "f4"),  # hours a week of facilitators that tell who must know what
        ("informed", "f4"),  # share of what somebody must know that is told in time on purpose
        ("reading", "f4"),  # hours a week that each post reads what was sent to all
        ("first_meetings", "f4"),  # households that the team took up this week
        ("along", "f4"),  # chance that an expert by experience goes along to one
        ("ended_young", "f4", (26,)),  # initiatives that ended before two years, by month of birth
        ("decided", "f4"),  # formal decisions that were asked for in the week before
        ("gathered", "f4"),  # hours a week of the team that meetings in the region take
    ],
    align=True,
)

CONTRACTS = np.dtype(
    [  # one for each facilitator
        ("actor", "i2"),
        ("hours", "f4"),  # bought this week
        ("left", "f4"),  # after requests from outside the assignment
        ("queue", "f4"),  # hours of unanswered requests
        ("timeliness", "f4"),  # worth of what is passed on so late, 0 to 1
        ("board_hours", "f4"),
        ("neighbourhood_hours", "f4"),
        ("served_payer", "f4"),  # share of the agenda that served who pays
        ("connecting_hours", "f4"),
        ("vouches", "f4"),  # asked this week
        ("vouching", "f4"),  # share of the asked vouches there is time for
        ("answered", "f4"),  # hours that requests took this week
        ("unused", "f4"),  # hours kept for vouching and appointing that nobody asked for
        ("telling", "f4"),  # hours that tell who must know what
        ("guiding", "f4"),  # hours that guide learning
        ("reporting", "f4"),  # hours on reports with figures
        ("arrived", "u1"),  # 1: somebody sits in this seat, or did
    ],
    align=True,
)

TABLES = np.dtype(
    [  # meeting series: of the whole neighbourhood, on living and on care
        ("municipality", "u2"),
        ("neighbourhood", "u2"),
        ("months", "u2"),  # since it began, or began anew
        ("least", "f4"),  # least that a member put in this month
        ("gathered", "f8"),  # hours gathered for the next decision
        ("needed", "f8"),  # hours that the questions before it ask
        ("had", "u1"),  # 1: a question came to it since the last decision
        ("code", "i1", (PRACTICE_COUNT,)),  # what a learning network has written down
    ],
    align=True,
)

PERIOD = np.dtype([("week", "i4"), ("key", "u4", (2,))], align=True)
# from each budget to each organisation, this week: what one pays another receives
FLOWS = np.dtype([("euros", "f8", (BUDGET_COUNT, ORGANISATION_COUNT))], align=True)
