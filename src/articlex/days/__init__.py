"""The day of a page: those that it prints and states, and which of them is likeliest that of publication."""
