"""The headline of raw page text: three judges choose among its lines, or the page itself points at one."""
