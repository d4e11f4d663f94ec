"""What to make faster next: judgement, written by hand after reading the tables."""

NEXT_STEP = """
What was tried already, and what it brought, is told in
`docs/decisions/0014-what-makes-a-week-cheap.md`. What is left is spread thin, and about half of it
is waiting for memory: the same sentences cost half as much when only they run.

1. A case is 236 bytes, of which a week reads few. Fields that every week needs (mode, troubled,
   relief, stage, worker, hours) side by side in one table, the rest in another, would serve
   `care.give`, `development.develop` and `agendas.settle` alike. More so at 300,000 residents.
2. Every third month residents' care for their own and connectors are counted: 18 of the 42 ns of
   `together.live`. Twice a year would do for what they are used for, if the outcomes allow it.
3. `meeting.closures` and `trust.listen` visit actors three deep; probably most of what is left of
   the monthly work of professionals.
4. A first comparison pays for a burn-in of two years and eight long runs: a quarter of it. Kept on
   disk they would be paid once for a place; a shorter burn-in must pass the drift test.
5. The first compilation is done by two processes, one from either end of the week. What is left to
   one of them is `week.step` and `week.run`, each of which makes the compiler go over everything
   once more: some 35 of its seconds. Calling the sentences through pointers would spare that.
6. A run of the page is told in 16 ms of plain Python, while the other thread waits; a few times
   that when eight threads share it.
"""
