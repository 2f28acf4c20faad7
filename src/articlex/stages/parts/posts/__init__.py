"""Posts, letters and entries, which are told by the day or the time of each."""
