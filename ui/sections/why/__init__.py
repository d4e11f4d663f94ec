"""The parts of the page about why two worlds differ."""
