"""Other stories below raw page text, behind a label in the page's own language, with or without blank lines.

The scorer was fitted without marks on such lines, and with them thinks otherwise of those around. So they are
no marks of a stage before it, but are left out of its choice.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from articlex.data.reading import is_list_label
from articlex.facts import best_value
from articlex.language_tags import primary_subtag
from articlex.page import Field, Form, Page
from articlex.signs import signs_of

#: Characters of the longest label, and lines with it that are other stories, at most.
_MAX_LABEL, _MOST_LISTED = 40, 12
#: In English half of the lines below "See also" are gold. In other languages no annotated page has gold lines
#: there.
_ENGLISH = "en"


def listed_stories(page: Page) -> Iterator[int]:
    """The labels of other stories below the text, and the lines below each up to running text."""
    language = str(best_value(page, Field.LANGUAGE) or "")
    if page.form is not Form.TEXT or primary_subtag(language) in ("", _ENGLISH):
        return
    signs = signs_of(page)
    below = page.blocks[signs.last + 1 :]
    for place, label in enumerate(below):
        if 0 < len(label.text) <= _MAX_LABEL and is_list_label(label.text, language):
            stories = below[place : place + _MOST_LISTED]
            found = takewhile(lambda block: not signs.prose[block.index], stories)
            yield from (block.index for block in found)
