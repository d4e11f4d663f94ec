"""How long a month, a quarter, a year and a term of office are, in weeks: definitions."""

MONTH = 4
"""A month of the model; thirteen go in a year."""
QUARTER = 13
YEAR = 52
TERM = 208
"""Between municipal elections: four years, by law."""
