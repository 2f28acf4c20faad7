"""Tables in raw page text, drawn with characters or with blanks."""
