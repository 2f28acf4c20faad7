"""Which paragraphs of an article in raw page text are headings, and which are items of lists, that lost their
marks when the page was flattened."""
