"""Authors' names: what a byline or a markup value says, as clean names."""
