"""The stages, one module each, named after what it marks. Their order is in :mod:`articlex.pipeline`."""
