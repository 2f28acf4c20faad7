"""Metadata that the markup states: one module per source, each yielding competing facts.

:mod:`articlex.read.metadata.sources` puts them together.
"""
