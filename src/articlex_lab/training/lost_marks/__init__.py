"""Fits which short lines of an article in raw page text are headings, with the page's HTML as the teacher."""
