"""Raw page text to blocks: :mod:`articlex.read.text.reader` takes the steps, which have a module each."""
