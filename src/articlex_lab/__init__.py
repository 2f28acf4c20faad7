"""Corpora, benchmarks, training and word-list generation. Never imported by articlex, not shipped."""
