"""What to make faster next: judgement, written by hand after reading the tables."""

NEXT_STEP = """
"""
