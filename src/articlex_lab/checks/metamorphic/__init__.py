"""Changes of a page that must not change what is extracted from it: metamorphic tests.

``pieces`` takes the source of a page apart, ``rewriting`` has the changes by their names, ``run`` tries them
on the corpora. The tests try them on our own pages and cases.
"""
