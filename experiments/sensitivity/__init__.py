"""Which number that nobody knows moves which outcome: screening (Morris) and variance (Sobol).

SALib makes the designs and the indices. What stands here is between the two: blocks that are made
whole or not at all, kept on disk, and looked at before anything is said of them.
"""
