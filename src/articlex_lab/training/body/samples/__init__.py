"""What the scorer of the body is fitted on: pages with features and labels, of gold or of other judges."""
