"""Pages on which nothing was fitted, whose text is known: manuals, and posts of our own in templates."""
