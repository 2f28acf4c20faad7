"""Code in HTML: its text as written, its language, and what highlighters put around it."""
