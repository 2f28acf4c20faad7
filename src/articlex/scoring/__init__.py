"""How the body stage knows: block features, and the scorer."""
