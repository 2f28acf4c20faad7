"""HTML to blocks.

:mod:`articlex.read.html.reader` parses a page, has its tree prepared (``preparation``: what nests too deep,
shadow trees, the bars of archives, exports of office programs), and has :mod:`articlex.read.html.walk` walk
it once; :mod:`articlex.read.html.elements` lists what elements mean beyond their tag. What is about one kind
of content has a package: ``code``, ``formulas``, ``lists``, ``media``, ``tables``. ``embedded`` reads what a
page holds as data.
"""
