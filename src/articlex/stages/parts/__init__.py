"""Questions that a stage asks and that are long enough for a module of their own."""
