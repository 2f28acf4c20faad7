"""Bytes to the text that was meant: compression, files with a page in them, charsets, and what a program has
decoded wrongly before."""
