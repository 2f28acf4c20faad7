"""Code in raw page text: between delimiters, or by the look of its lines."""
