"""Which paragraphs of an article in raw page text are headings that nothing but their place gives away."""
