"""Other extractors that a user can ask for in place of the body stage."""
