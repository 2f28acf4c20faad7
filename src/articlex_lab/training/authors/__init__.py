"""The choice of the authors: a logit, and the trees over what it leaves open."""
