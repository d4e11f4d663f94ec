"""What to make faster next: judgement, written by hand after reading the tables."""

NEXT_STEP = """
**Stop handing the whole state to rules about one case** (`model/phases/care.py`: `give`,
`help_one`, `charge`, `let_go`; `intake.severity`; then `plans.decide` and what it calls). Each
call of a function that takes `state` counts references to its fifteen arrays: the compiled `give`
holds 63 increments and 110 decrements. `help_one` took 110 ns for an open case as it is and 60 ns
when the very same lines were given the six tables they use; then there was not one count left.
`let_go` took 213 ns and `give` as a whole 292 ns, for a dozen comparisons, two exponents and one
draw. `intake.highest_known` beside `intake.severity` shows the pattern: take tables in the outer
loop, hand on tables and the row. `care.give`, `plans.decide`, `agendas.settle` and
`care.count_use` together are about 40 % of the week; halving them saves 25 to 35 ns per
resident-week (an expectation from the trial of `help_one`, not yet measured for all).

Then, in order of expected gain:

1. `entrance.come_into_view`: the cheap bound uses the ease of asking for youth help (20) for
   adults too, whose highest is 5. With a bound by age band 3.6 % of residents reach `seen_or_not`
   in a week instead of 9.6 %, and those visits are most of this sentence: about 22 to 11 ns.
   The bound decides only what is computed, so results stay the same to the byte.
2. `needs.happen`: 220 ns a call, for the 2.8 % of residents that pass `at_most` in a week. It
   makes an array on the heap (`np.zeros`) and takes the exponent of the gradient anew for each of
   seven domains. Keep the rates in the loop, take each of the two exponents once.
3. `needs.develop`: seven in ten residents share a home with somebody in need, so the shortcut by
   home hardly helps; the bound over eight domains is made each week for all of those. Keep the
   bound in the table, renewed when a level or relief changes (`needs.change`, `help_one`): one
   comparison for nearly everybody. Draw and bound were 12 ns; draws alone are 5.
4. `moving.move`, `intake.wait`: a case is 212 bytes and both read one field of every case. The id
   of a home is its row, so moving need not read it; `since_closed` can be the week of closing
   instead of a counter, and then only active cases are visited. These two are also why a
   resident-week costs half as much again at 300,000, probably: the tables no longer fit in the
   cache (not measured apart).
5. Burn-ins are a fifth of a first comparison (A and B from nothing) and none of a second: a
   shorter one is worth more there than any rule, if the drift test allows it, now that runs start
   from where the place settles.

The first two steps should bring a comparison from nothing to about 16 s on two free cores, the
first four to about 14 s; 12 s were asked. These are sums of the estimates above, not measurements.
"""
