"""Other extractors, which users can choose in place of the body stage."""
