"""The model held against the outside: declared rows, each a hit, a miss or not judged.

What is expected stands in ``rows/*.yaml`` as data, written down before results are seen. A miss is
a result: no rule of the model is bent to one row.
"""
