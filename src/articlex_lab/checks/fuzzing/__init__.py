"""Hostile input, and what survives it: `make fuzz`, and patterns that the tests of time repeat."""
