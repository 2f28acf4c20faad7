"""Upkeep of the repository: stubs of a new stage (``new_stage``), generated parts of documents (``readme``),
the oldest releases of what we require (``oldest``)."""
