"""The candidates for the headline of an HTML page, and what speaks for each."""
