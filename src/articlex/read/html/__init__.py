"""HTML to blocks.

:mod:`articlex.read.html.reader` has a page parsed (``parsing``) and its tree prepared (``preparation``: parts
that came late, shadow trees, the form around a page, the bars of archives, exports of office programs,
headlines in large type), and has :mod:`articlex.read.html.walk` walk it once;
:mod:`articlex.read.html.elements` has a handler for each element that means more than its tag says. Each kind
of content has a package: ``code``, ``formulas``, ``lists``, ``media``, ``tables``. ``apart`` parts words that
a style sheet shows apart, ``embedded`` reads the text that a page holds as data.
"""
