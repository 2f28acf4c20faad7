"""The writers: they turn an :class:`~articlex.article.Article` into a string, and never decide what to
keep."""
