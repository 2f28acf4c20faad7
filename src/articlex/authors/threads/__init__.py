"""Who began a thread: by its markup, or by how the page prints the author and the day of each post."""
