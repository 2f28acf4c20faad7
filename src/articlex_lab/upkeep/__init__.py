"""Upkeep of the repository: stubs of a new stage, generated parts of documents, the oldest requirements."""
