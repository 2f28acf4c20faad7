"""From bytes to text: compression, files that wrap a page, charsets, and repair of text that another program
has decoded wrongly."""
