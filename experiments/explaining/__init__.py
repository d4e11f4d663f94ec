"""Why two worlds differ: shares of mechanisms, and the story of one household in both."""
