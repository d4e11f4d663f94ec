"""What a screen needs of the model: declarations in its own words, and answers ready to draw."""
