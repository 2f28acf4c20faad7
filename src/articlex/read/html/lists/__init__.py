"""Items of lists in HTML, and the markers, boxes and siblings that make them items without a list."""
