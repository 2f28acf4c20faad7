"""Pages whose text is known and that no model was fitted on: manuals, and our own posts in templates."""
