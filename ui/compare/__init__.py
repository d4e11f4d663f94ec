"""The page of comparisons behind its sections: memory, link, following, and what may be told."""
