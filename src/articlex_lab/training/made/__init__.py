"""Pages made of those of the corpora: in a crowd, as threads, in other scripts, with signed lists, alone."""
