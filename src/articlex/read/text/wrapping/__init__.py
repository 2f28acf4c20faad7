"""Hard-wrapped paragraphs: how wide, which lines belong together, and how they are joined."""
