"""Where on a page bylines stand: around the headline, above the text and below its end."""

from __future__ import annotations

from collections.abc import Sequence

from articlex.bylines.lines import LABELLED_SHAPES, read_line
from articlex.page import Block, Form, Page
from articlex.ranking import binned
from articlex.signs import Signs, headline_block
from articlex.tokens import squeeze

#: Blocks that are read for bylines: around the headline up to where the text is under way, and at its end.
_ABOVE_TITLE, _BELOW_START, _BEFORE_END, _AFTER_END = 10, 14, 3, 14
#: In raw page text, where the headline is less sure, also those around the start of the densest text.
_ABOVE_CORE, _BELOW_CORE = 10, 4
MAX_LINES = 70

#: Blocks above and below the headline that count as beside it.
_ABOVE, _BELOW = 6, 14
#: Blocks before and after the start of the text in which a bare name counts in raw page text.
_BEFORE_TEXT, _INTO_TEXT = 8, 3

#: Shapes of lines in which a byline word leads to persons.
_NAMING = LABELLED_SHAPES | {"inside-by"}


def is_of_headline(page: Page, block: Block, names: Sequence[str]) -> bool:
    """Whether a line repeats the headline or a part of it, and ``names`` are words of that headline: "Ann
    Example opens the bridge" beside a date or at the end of a breadcrumb.

    A line that is the names alone, or has a byline word before them, is a byline whatever the headline says.
    """
    title = headline_block(page)
    if title < 0:
        return False
    headline, named = squeeze(page.blocks[title].text), squeeze("".join(names))
    # Few candidates are in the headline.
    text = squeeze(block.text) if named in headline else ""
    is_said = named in headline and (headline in text or text in headline)
    if not is_said or len(named) >= min(len(headline), len(text)):
        return False
    line = read_line(block.text)
    return line is not None and line.shape not in _NAMING


class Zones:
    """The landmarks of one page as indices of blocks: the headline (``title``, -1 if there is none),
    ``start`` and ``end`` of the text, and ``core``, where its densest part begins."""

    __slots__ = ("core", "end", "is_text", "near", "start", "title")

    def __init__(self, page: Page, signs: Signs) -> None:
        size = len(page.blocks)
        self.title = headline_block(page)
        self.start = signs.first if signs.first < size else 0
        self.end = min(max(signs.last, self.start), signs.tail)
        self.core = signs.core.first if signs.core.first < size else self.start
        self.is_text = page.form is Form.TEXT
        #: Indices of the blocks that are read for bylines, in page order.
        self.near = self._lines(size)

    def _lines(self, size: int) -> list[int]:
        top = self.title if self.title >= 0 else self.start
        wanted = set(range(max(0, top - _ABOVE_TITLE), top + _BELOW_START))
        wanted.update(range(max(0, self.start - _ABOVE_TITLE), self.start + _BELOW_START))
        if self.is_text:
            wanted.update(range(max(0, self.core - _ABOVE_CORE), self.core + _BELOW_CORE))
        wanted.update(range(max(0, self.end - _BEFORE_END), self.end + _AFTER_END))
        return [index for index in sorted(wanted) if index < size][:MAX_LINES]

    def part(self, index: int) -> str:
        """Which part of the page a block is in: "title" (near the headline), "end" (below the text),
        "other"."""
        if self.title >= 0 and -_ABOVE <= index - self.title <= _BELOW:
            return "title"
        return "end" if index > self.end else "other"

    def name(self, index: int) -> str:
        """The zone of a block, and how far it is from headline or end: "title+2", "end+8", "inside"."""
        if self.title >= 0:
            away = index - self.title
            if -_ABOVE <= away < 0:
                return "above-title"
            if 0 <= away <= _BELOW:
                return f"title+{binned(away, (1, 2, 3, 5, 8, 14))}"
        if self.end < index:
            return f"end+{binned(index - self.end, (1, 2, 4, 8, 16))}"
        return "before" if index < self.start else "start" if index < self.start + _BELOW_START else "inside"

    def is_beside_text(self, index: int) -> bool:
        """Whether a block of raw page text stands around the start of the text or of its densest part."""
        return self.is_text and (
            -_BEFORE_TEXT <= index - self.start <= _INTO_TEXT
            or -_BEFORE_TEXT <= index - self.core < _INTO_TEXT
        )
