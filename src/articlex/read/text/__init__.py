"""Raw page text to blocks.

:mod:`articlex.read.text.reader` takes the steps. ``around`` tells the page's own lines from what programs and
readers have put around them; ``parted`` and ``wrapping`` join lines that belong to one sentence or paragraph,
``columns`` parts those that stand side by side; ``code`` and ``tables`` know lines by their look, ``marks``
the signs inside them.
"""
