"""Sentences that a program has parted at links and emphasis: a line for each text node of the page."""
