"""Agents of Mesa: views on rows of the state. They own no numbers; the tables do."""
