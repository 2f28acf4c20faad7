"""Pictures of a page: which are the article's, what they are called, and their captions."""
