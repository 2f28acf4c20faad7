"""Headings and figures that were left out though each opens an element whose next block may be kept.

Cards, answers and statistics are small elements that begin with a few words: a name, a question, "40%". The
scorer judges these by themselves, and so leaves out the title of a card whose text it keeps.
"""

from __future__ import annotations

from collections.abc import Iterator

from articlex.facts import author_blocks
from articlex.page import Block, Kind, Page, Role
from articlex.page_kinds import page_kind
from articlex.regex import regex
from articlex.signs.stamps import holds_stamp
from articlex.stages.parts.kept_headings import text_below
from articlex.stages.parts.left_out import LEFT_OUT, NAMELESS

_HEADING = Kind.HEADING  # see articlex.page

#: Other blocks with text in the largest element that a heading opens. Of 85 headings that were left out so
#: 64 are gold, and 7 more but for blanks; most are titles of cards, with a link. Above another heading, as a
#: kicker above a title, 23 of 58 are gold; where more stands before it in the element 22 of 92; in threads,
#: where they are names, 10 of 32.
_MOST_BELOW_HEADING = 12
#: The reason of an earlier stage that says nothing of a heading above a kept text: of 9 on two pages all are
#: gold.
_PROMO = "promo-element"

#: The same of a figure, characters of the longest figure, and of the longest caption below one. Of 48 such
#: figures 38 are gold, and the other ten have a caption that is not. A longer text below is that of a price
#: or a count (9 of 25); a number of one or two digits is that of a step or a slide (29 of 57).
_MOST_BELOW_FIGURE, _LONGEST, _CAPTION = 3, 16, 100
#: "40%", "€ 1,250", "US$9.50", "15,000", "10M+", ">100", "3 万".
_FIGURE = regex(
    r"(?:[^\W\d]{0,2}[^\w\s(\[]{1,2}\s?)?"
    r"(?:\d{1,3}(?:[.,'’\s]\d{3})+|\d+)(?:[.,]\d{1,2})?"
    r"\s?[^\W\d]{0,3}[^\w\s)\]]{0,2}"
)
#: What may be the number of a step, a slide or a rank.
_BARE = regex(r"[^\w%‰]*\d{1,2}[.)\]:/]*")


def openings_left_out(page: Page, first: int) -> Iterator[tuple[int, int, str]]:
    """The headings and figures behind the ``first`` kept block that were left out and open an element, each
    with the next block that has text, which is no heading and stands in that element too, and the reason."""
    if page_kind(page).kind == "forum":
        return
    authors = author_blocks(page)
    for block in page.blocks[first:]:
        if block.kind is _HEADING:
            most, reason = _MOST_BELOW_HEADING, "title"
            if block.index in authors or not _may_be_title(page, block):
                continue
        elif page.role(block.index) in NAMELESS and _is_figure(block):
            most, reason = _MOST_BELOW_FIGURE, "figure"
        else:
            continue
        below = text_below(page, block.index)
        if below is None or below.kind is _HEADING or not _opens(page, block, below, most):
            continue
        if reason == "title" or len(below.text) < _CAPTION:
            yield block.index, below.index, reason


def _may_be_title(page: Page, heading: Block) -> bool:
    """Whether a heading has no name that tells against it, and is not the head of a comment, with a time."""
    mark = page.marks[heading.index]
    is_left_out = mark.role in LEFT_OUT or mark.role is Role.UNKNOWN or mark.reason == _PROMO
    return is_left_out and not holds_stamp(heading.text)


def _is_figure(block: Block) -> bool:
    """Whether a block is a number with a sign or a unit, or one of three digits and more."""
    text = block.text
    if not text or len(text) > _LONGEST or block.links:
        return False
    return _FIGURE.fullmatch(text) is not None and _BARE.fullmatch(text) is None


def _opens(page: Page, block: Block, below: Block, most: int) -> bool:
    """Whether the innermost element around both blocks begins with the first and has no more than ``most``
    other blocks with text."""
    around = next(node for node in page.around(block) if below.index < node.last)
    if any(each.text for each in page.blocks[around.first : block.index]):
        return False
    return sum(1 for each in page.blocks[block.index + 1 : around.last] if each.text) <= most
