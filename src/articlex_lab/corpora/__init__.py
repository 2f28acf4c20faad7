"""The annotated corpora, and views of their pages: flattened to text, by site, as a stage finds them."""
