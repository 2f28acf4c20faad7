"""Fits which lines of a text that has a line for each text node of its page go on with the one above."""
