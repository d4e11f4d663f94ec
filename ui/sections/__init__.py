"""The sections of a page; each reads only the part of the visitor's memory that it shows."""
