"""Tables in HTML: of table elements and of others."""
