"""Titles: a page's title split into the headline, the site's name, the section and the page number."""
