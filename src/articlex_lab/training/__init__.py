"""Training the body scorer: labels, data set, folds, boosted trees, the shipped model file."""
