"""Parts of the stage :mod:`articlex.stages.leftovers`: what dropped blocks without a name are."""
