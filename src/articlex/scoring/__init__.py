"""How the body stage knows: block features, the scorer, and the model data file."""
