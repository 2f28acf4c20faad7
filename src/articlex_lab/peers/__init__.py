"""The extractors that are compared, articlex and its peers in Python and JavaScript, behind one interface."""
