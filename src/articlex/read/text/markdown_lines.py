"""The lines of Markdown as they were meant, before blocks are made of them."""

from __future__ import annotations

from collections.abc import Callable

from articlex.read.text.around.edit_labels import without_edit_links
from articlex.read.text.lines import Line
from articlex.read.text.marks.bold import closed_bold, without_set_off_colons
from articlex.read.text.marks.markdown import by_characters, unbroken, without_breaks
from articlex.read.text.marks.pandoc import without_divisions
from articlex.read.text.marks.parted_links import without_parted_links
from articlex.read.text.tables.wrapped_rows import with_whole_rows

#: What mends the lines, in this order.
_STEPS: tuple[Callable[[list[Line]], list[Line]], ...] = (
    without_breaks,
    without_set_off_colons,
    closed_bold,
    unbroken,
    without_edit_links,
    without_parted_links,
    with_whole_rows,
)


def mended(lines: list[Line], pandoc: bool) -> list[Line]:
    """``lines`` of Markdown, which ``pandoc`` or html2text wrote, mended."""
    for step in (without_divisions if pandoc else by_characters, *_STEPS):
        lines = step(lines)
    return lines
