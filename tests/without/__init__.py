"""Each mechanism says what the world is like without it; here that is held against the world."""
