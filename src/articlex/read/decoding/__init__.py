"""Bytes to the text that was meant: compression, charsets, and what a program has decoded wrongly before."""
