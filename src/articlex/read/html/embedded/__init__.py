"""What a page holds as data: JSON-LD, the state of frameworks, and the values that they are written in."""
