"""Tables in HTML: of table elements and of others, without what narrow screens repeat in cells."""
