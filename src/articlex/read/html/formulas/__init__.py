"""Formulas in HTML, from MathML, TeX and what scripts make of them, as LaTeX."""
