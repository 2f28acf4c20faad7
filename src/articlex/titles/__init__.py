"""The headline of a page: the candidates that it prints and states, and which of them is likeliest."""
