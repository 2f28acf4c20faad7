"""The annotated corpora, and what is made of their pages: text, sites, pages as a stage finds them."""
