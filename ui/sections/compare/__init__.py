"""The sections of the page that sets up to three scenarios beside a baseline."""
