"""Changes of a page that must not change what is extracted from it: metamorphic tests.

``html_changes`` and ``text_changes`` have the changes by their names (``html_pieces`` takes the source of a
page apart), ``differences`` compares the articles before and after, ``run`` tries the changes on the corpora.
The tests try them on our own pages and cases.
"""
