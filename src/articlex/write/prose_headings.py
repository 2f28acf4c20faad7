"""Heading elements that hold no heading but a paragraph: a standfirst, a quotation, a note in large type."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from articlex.page import Block, Kind
from articlex.punctuation import asks
from articlex.regex import regex
from articlex.signs.prose import is_prose
from articlex.tokens import width

_HEADING, _PARAGRAPH = Kind.HEADING, Kind.PARAGRAPH  # see articlex.page
#: Latin letters of the longest heading that has a full stop. Of those above, on 3,736 pages, 14 of 15 are
#: paragraphs (half of them the first below the headline); of those with 100 to 120, two in three.
_LONGEST = 120
#: How the headings of a numbered list begin, which may have sentences: "3. A cushion to sit on. Try it."
_NUMBER = regex(r"\W*\d{1,3}[.)]")


def without_prose_headings(body: Iterable[Block]) -> list[Block]:
    """The ``body`` of an article, with paragraphs in place of headings that are running text.

    A question of several sentences stays a heading, as in an interview, and so does a link.
    """
    return [replace(block, kind=_PARAGRAPH, level=0) if _is_paragraph(block) else block for block in body]


def _is_paragraph(block: Block) -> bool:
    if block.kind is not _HEADING:
        return False
    is_long_prose = width(block.text) > _LONGEST and is_prose(block)
    return is_long_prose and not asks(block.text) and _NUMBER.match(block.text) is None
