"""Markup inside lines: Markdown, link numbers, quotations, deletions and insertions, footnote markers."""
