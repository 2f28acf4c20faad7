"""What must not get worse: floors of scores (``gate``), golden pages (``golden``), cases (``cases``).

``fuzzing`` makes hostile input, ``output`` asks whether other programs read our Markdown and XML-TEI as it is
meant. The tests share the golden pages, the cases and the hostile pages with the commands here.
"""
