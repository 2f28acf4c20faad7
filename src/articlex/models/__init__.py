"""Fitted models, from their files to the log-odds of rows: blocks, lines, candidates for a title, days."""
