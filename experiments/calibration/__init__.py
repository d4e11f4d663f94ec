"""Which sets of numbers nobody knows are not contradicted by what is known (history matching).

Sets are not fitted but ruled out: those whose runs lie further from an aim than what was measured,
the model and luck can explain. What is left is an ensemble, and nobody says which of it is true.
"""
