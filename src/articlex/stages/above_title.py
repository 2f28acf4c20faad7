"""Lines above the <title> that raw page text begins with, which a program or a person has put there.

Flatteners print the <title> first, with the name of the site behind the headline, and the headline stands
again in a line below. What is above it is not of the page, and the stages behind see the page without
(:mod:`articlex.set_aside`).
"""

from __future__ import annotations

from itertools import islice

from articlex.copyright_notices import has_notice
from articlex.options import Options
from articlex.page import Block, Form, Page, Role
from articlex.stages.contract import Output, Stage, mark_unknown
from articlex.titles.text.document_title import says
from articlex.titles.trim import clean_title, split_title
from articlex.tokens import fold, width

REASONS = {
    "above-title": "The block stands above the title of the document, with which the text of a page begins.",
}

#: Lines from the top among which the title is looked for. Of 7,472 flattened pages 16 have one that is told
#: so below the first; of the lines above these two hold a piece of gold, a telephone number and a name in a
#: menu.
_TOP = 12
#: Columns of the shortest headline, characters of the longest title, and its parts, at most.
_LEAST, _LONGEST, _MOST_PARTS = 20, 300, 6


def run(page: Page, options: Options) -> Output:
    """Mark what stands above the title."""
    lines = islice((block for block in page.blocks if block.text), _TOP)
    title = next((line for line in lines if _is_title(page, line)), None)
    above = range(title.index) if title else ()
    yield from mark_unknown(page, Role.PROMO, dict.fromkeys(above, "above-title"), 0.85)


def _is_title(page: Page, line: Block) -> bool:
    """Whether a line is a headline with the name of a site behind it, which is shorter, and the headline
    stands again below."""
    if len(line.text) > _LONGEST or has_notice(line.text):
        return False
    split = split_title(line.text)
    count = len(split.parts)
    if not 1 < count <= _MOST_PARTS:
        return False
    starts = (clean_title(split.joined(0, end)) for end in range(1, count))
    whole = width(line.text)
    headlines = [(text, fold(text)) for text in starts if 2 * width(text) > max(whole, 2 * _LEAST)]
    return any(says(block.text, *each) for block in page.blocks[line.index + 1 :] for each in headlines)


STAGE = Stage(
    name="above_title",
    run=run,
    reasons=REASONS,
    sets=frozenset({Role.PROMO}),
    forms=frozenset({Form.TEXT}),
)
