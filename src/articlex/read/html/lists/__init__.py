"""Items of lists in HTML, and the signs, boxes and siblings that make them items without a list."""
