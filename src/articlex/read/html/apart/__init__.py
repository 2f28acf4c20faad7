"""Words of two inline elements that a style sheet shows apart, though no white space stands between them."""
