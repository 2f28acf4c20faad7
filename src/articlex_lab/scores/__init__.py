"""Whether what was extracted is right: words and snippets, titles, authors and days, labels of blocks."""
