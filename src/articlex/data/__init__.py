"""Word lists and the model; each file has a line on where it comes from in README.md beside it."""
