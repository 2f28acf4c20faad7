"""HTML to blocks: :mod:`articlex.read.html.reader` parses a page, :mod:`articlex.read.html.walk` reads it."""
