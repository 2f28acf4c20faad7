"""Whether an output is right: word and snippet F1 of the text, matches of metadata, labels of blocks."""
