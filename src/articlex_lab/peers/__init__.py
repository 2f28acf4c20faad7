"""The extractors under test: articlex and the peers in Python and JavaScript, each asked in one way."""
