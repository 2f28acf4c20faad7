"""Puts line breaks back into a page that was flattened to one line."""
