"""The scorer of the body: samples of pages with labels, the fits on them, and the scores on other sites."""
