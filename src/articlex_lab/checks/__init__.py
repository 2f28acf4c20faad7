"""What must not get worse: floors of scores (``gate``), golden pages (``golden``), cases (``cases``).

``fuzzing`` makes hostile input, ``metamorphic`` changes pages and raw page text in ways that must give the
same article, ``output`` asks whether other programs read our Markdown and XML-TEI as it is meant. The tests
share the golden pages, the cases, the hostile pages and the changes with the commands here.
"""
