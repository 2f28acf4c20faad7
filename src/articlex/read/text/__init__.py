"""Turns raw page text into blocks.

:mod:`articlex.read.text.reader` runs the steps; before them ``lost_breaks`` puts line breaks back into a page
that has become one line. ``around`` sets aside lines that programs have put around the page's own; ``parted``
and ``wrapping`` join lines that belong to one sentence or paragraph; ``columns`` takes side-by-side columns
apart; ``code`` and ``tables`` recognise blocks by the look of their lines, ``marks`` the markup inside lines.
"""
