"""Fits where the lines of a page ended whose text has lost its line breaks."""
