"""Pictures, figures and players in HTML."""
