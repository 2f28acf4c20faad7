"""Our output, read back: Markdown by other parsers and by articlex, XML-TEI by its schema."""
