"""Hard-wrapped paragraphs: their width, which lines belong together, and how to join them."""
