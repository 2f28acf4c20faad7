"""Headings that only their place gives away: between long paragraphs, or left of all the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from articlex.page import Block, Kind
from articlex.read.text_scripts import is_unspaced, may_be_cut
from articlex.regex import LETTER, regex

#: Characters of a long paragraph; a Han, kana, Hangul or Thai character counts for two and a half.
LONG = 120
DENSE_WEIGHT = 1.5
#: Of the lines found so that belong to the article, 93 % (html-text), 95 % (w3m, inscriptis) and 91 %
#: (get_text) are <h1> to <h6> or bold paragraphs, on 222 pages of the development corpora. Where only the
#: following paragraph has to be long it is 88 %, so that is not enough.
LONGEST = 80
LONGEST_OUTDENTED = 160
#: A heading does not end like a sentence and has no colon: that is a label ("Photo: ...").
ENDS = regex(r"[.!…。！;；,，、)）\]」»”\"]$")
LABEL = regex(r"[:：@|]|://|^\W*\[")
#: Lynx sets text three columns in and headings at the margin. Of such lines in the article 98 % are <h1> to
#: <h6> on the same pages.
MARGIN = 3
MIN_INDENTED = 0.7

#: The headline is above them.
SECTION_LEVEL = 2


def sections(blocks: Sequence[Block]) -> list[Block]:
    """The paragraphs that are headings by their place on the page.

    A text that comes back on the page is a label or a button and never one.
    """
    found: dict[str, Block] = {}
    outdented = _indents_its_text(blocks)
    for place, (block, following) in enumerate(pairwise(blocks)):
        if not _stands_alone(block, following, place):
            continue
        at_margin = outdented and block.indent == 0 and len(block.text) <= LONGEST_OUTDENTED
        if at_margin or (place and _divides(blocks[place - 1], block, following)):
            found[block.text] = block
    times = Counter(block.text for block in blocks if block.text in found)
    return [block for text, block in found.items() if times[text] == 1]


def _stands_alone(block: Block, following: Block, place: int) -> bool:
    apart = bool(following.gap and (block.gap or not place))
    return apart and block.kind is Kind.PARAGRAPH and not block.within and bool(LETTER.search(block.text))


def _divides(before: Block, block: Block, following: Block) -> bool:
    text = block.text
    if not 2 <= len(text) <= LONGEST or len(block.lines) > 1 or ENDS.search(text) or LABEL.search(text):
        return False
    return _is_long(before) and _is_long(following)


def _is_long(block: Block) -> bool:
    if block.kind is not Kind.PARAGRAPH:
        return False
    size = len(block.text)
    if size >= LONG or block.text.isascii():
        return size >= LONG
    return size + DENSE_WEIGHT * sum(is_unspaced(char) or may_be_cut(char) for char in block.text) >= LONG


def _indents_its_text(blocks: Sequence[Block]) -> bool:
    indents = [block.indent for block in blocks if block.kind is Kind.PARAGRAPH and not block.within]
    # The address and the date of a letter are set in; its text is not.
    if indents.count(MARGIN) <= indents.count(0):
        return False
    return indents.count(MARGIN) >= MIN_INDENTED * max(sum(indent > 0 for indent in indents), MARGIN)
