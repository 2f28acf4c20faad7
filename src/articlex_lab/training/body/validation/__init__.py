"""How good the scorer of the body is on sites that it was not fitted on, and where it fails."""
