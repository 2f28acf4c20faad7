"""Columns side by side in raw page text, to be read one after the other."""
