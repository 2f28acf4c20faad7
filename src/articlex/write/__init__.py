"""The writers: an :class:`~articlex.article.Article` in, a string out. They never decide what to keep."""
