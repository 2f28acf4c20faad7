"""Sentences that a program has split at links and emphasis, with a line for each text node of the page."""
