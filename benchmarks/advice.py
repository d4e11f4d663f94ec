"""What to make faster next: judgement, written by hand after reading the tables."""

NEXT_STEP = """
Handing rules about one case the tables they read, instead of the whole state, took `care.give`
from 72 to 24 ns per resident-week and the week from 247 to 161, both measured within minutes of
each other on one machine; keeping bounds until a level changes and listing active cases took some
more. What is left is spread thin:

1. `development.develop` and `entrance.come_into_view` each call the generator for every four
   residents. One call could serve both, if the two decisions had neighbouring counters: about 5
   ns.
2. A case is 208 bytes and a household without one is read by `moving.move` for its id alone. The
   ids in an array of their own would save most of that sentence, more so at 300,000 residents,
   where the tables no longer fit in the cache.
3. `agendas.settle` finds the heaviest known level of each need anew every week. It changes
   seldom; kept in the case, it would be one comparison.
4. Burn-ins are a fifth of a first comparison (A and B from nothing) and none of a second. They
   could be shorter where the drift test allows it, now that runs start from where the place
   settles.
"""
