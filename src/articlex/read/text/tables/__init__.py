"""Tables in raw page text, drawn with characters or set with spaces."""
