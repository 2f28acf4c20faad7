"""Rules for the parser of Markdown, beyond CommonMark: what our writer and other dialects have."""
