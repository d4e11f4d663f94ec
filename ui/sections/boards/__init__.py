"""The parts of the page with the two boards."""
