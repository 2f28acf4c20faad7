"""From bytes to text: compression, files that wrap a page, charsets, and repair of wrongly decoded text."""
