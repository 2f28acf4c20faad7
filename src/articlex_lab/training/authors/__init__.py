"""The choice of the authors: a conditional logit, and trees on top of it."""
