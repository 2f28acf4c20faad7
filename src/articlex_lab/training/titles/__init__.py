"""The choice of the title: trees in HTML; two nets and trees in raw page text."""
