"""Fitting trees, nets and a conditional logit, and writing them into model files."""
