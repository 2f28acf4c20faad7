"""Metadata that the markup states: one module per source, each yielding facts that compete with the others.

:mod:`articlex.metadata.sources` lists the sources in their order.
"""
