"""What articlex costs: each step of a page, a page from an empty process, batches of very many pages."""
