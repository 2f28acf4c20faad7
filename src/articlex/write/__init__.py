"""The writers: an :class:`~articlex.article.Article` in, a string out. No writer decides what to keep."""
