"""The headline of raw page text: three models choose a line, unless the page itself points at one."""
