"""Metadata that the markup states: one module per source, each yielding competing facts.

:mod:`articlex.metadata.sources` puts them together.
"""
