"""Who began a thread: by markup, or by how raw page text prints who wrote each post and when."""
