"""The choice of the title: the fit of its trees in HTML, and of three judges in raw page text."""
