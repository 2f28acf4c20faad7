"""Other stories below raw page text, behind a label in the page's own language, with or without blank lines.

The scorer was fitted without marks on such lines, and with them thinks otherwise of those around. So they are
no marks of a stage before it, but are left out of its choice.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from articlex.data.reading import is_list_label
from articlex.facts import language_but_english
from articlex.page import Form, Page
from articlex.signs import signs_of

#: Characters of the longest label, and lines with it that are other stories, at most. In English half of the
#: lines below "See also" are gold. In other languages no annotated page has gold lines there.
_MAX_LABEL, _MOST_LISTED = 40, 12


def listed_stories(page: Page) -> Iterator[int]:
    """The labels of other stories below the text, and the lines below each up to running text."""
    language = language_but_english(page) if page.form is Form.TEXT else ""
    if not language:
        return
    signs = signs_of(page)
    below = page.blocks[signs.last + 1 :]
    for place, label in enumerate(below):
        if 0 < len(label.text) <= _MAX_LABEL and is_list_label(label.text, language):
            stories = below[place : place + _MOST_LISTED]
            found = takewhile(lambda block: not signs.prose[block.index], stories)
            yield from (block.index for block in found)
