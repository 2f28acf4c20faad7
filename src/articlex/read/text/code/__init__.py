"""Code in raw page text: between marks, or by the look of its lines."""
