"""What the scorer of the body is fitted on: pages with features and labels, by gold or by other judges."""
