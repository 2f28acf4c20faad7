"""The scorer of the body, fitted on ``samples``: trees, a net and lexicons over blocks, trees over pages."""
