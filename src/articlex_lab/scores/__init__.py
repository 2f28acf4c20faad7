"""Whether what was extracted is right: words and snippets of a text, titles, authors, days, labels of blocks."""
