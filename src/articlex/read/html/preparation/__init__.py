"""What is done to source and tree before they are walked, and where a saved page came from."""
