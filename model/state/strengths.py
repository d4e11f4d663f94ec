"""From which strength (0 to 1) a tie is told or counted as something: definitions, in one place.

They move no behaviour but for the lowest, which only says what is too little to reckon with.
"""

HARDLY = 0.05
"""Weaker ties bring nobody together and carry no word. A bound: weights are strengths, so what is
left out is at most a twentieth of what a whole tie brings; it saves looking at nearly all pairs."""
CAN_FIND = 0.25
"""Who can find each other, or is somebody's contact in counting connectors; of residents, two who
are half at home here (a half of a half)."""
KNOW_WELL = 0.5
"""Who know each other well: this holds one network together where it is counted, and a tie that
comes this far is told in the story of a professional."""
TOUCH_LOST_BELOW = 0.3
"""Lower than where a tie begins to be told, so that one that wavers is not told each month."""
