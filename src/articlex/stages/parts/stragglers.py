"""Stragglers: the odd short block far below an article that the scorer keeps.

They are comments of which the others are left out, titles of other stories, rules for those who copy, and the
site's address. Only what the scorer is not sure of counts, on pages that are articles.

On the annotated articles 32 pages keep such blocks that are not gold, on three they are: 930 tokens against
60. From three left-out blocks on instead of four 34 and six, 1,554 and 249; with up to 90 tokens, and blocks
of up to 60, 37 and six, 1,539 and 453; with any share of the text 33 and four. Of the pages with even odds to
be an article 27 keep some that are not gold and two some that are, of all others 47 and 36.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from articlex.page import Form, Kind, Page
from articlex.stages.parts.body_choice import SETTLED
from articlex.stages.parts.kept_headings import last_heading, last_label

#: Blocks left out above the last stragglers, and above others before them.
_FAR, _NEXT = 4, 3
#: Tokens of the longest stragglers together and of the longest one, and their largest share of what is kept.
_MOST, _LONGEST, _SHARE = 60, 40, 0.15
#: The least chance of a block to be main content with which it stays, and the least of the page to be an
#: article.
_LIKELY, ARTICLE = 0.8, 0.5
#: So much of the text is left in any case.
_LEAST_KEPT = 3


def stragglers(
    page: Page, chosen: set[int], chances: Mapping[int, float], tokens: Mapping[int, float], article: float
) -> set[int]:
    """The ``chosen`` blocks that stand far below the others and are few and short, and the label that is the
    last block without them.

    ``chances`` and ``tokens``: of each block with text; ``article``: the chance that the page is one.
    """
    kept = sorted(chosen)
    if page.form is Form.TEXT or article < ARTICLE:
        return set()
    most = min(_MOST, _SHARE * sum(tokens[index] for index in kept))
    far = _FAR
    while len(kept) > _LEAST_KEPT:
        last = _last_apart(page, kept, far)
        sizes = [tokens[index] for index in last]
        if not last or sum(sizes) > most or max(sizes) >= _LONGEST:
            break
        if any(chances[index] > _LIKELY for index in last):
            break
        del kept[-len(last) :]
        far = _NEXT
    found = chosen.difference(kept)
    if found:
        found |= last_heading(page, chosen - found)
        found |= last_label(page, chosen - found)
    return found


def _last_apart(page: Page, kept: Sequence[int], far: int) -> Sequence[int]:
    """The last of the ``kept`` blocks, below the lowest place where ``far`` blocks or more are left out; ()
    without such a place."""
    for place in range(len(kept) - 1, 0, -1):
        between = range(kept[place - 1] + 1, kept[place])
        if len(between) >= far and sum(_is_left_out(page, index) for index in between) >= far:
            return kept[place:]
    return ()


def _is_left_out(page: Page, index: int) -> bool:
    """Whether a block that is not kept has text, and is no part of the head of an article."""
    block = page.blocks[index]
    return bool(block.text) and block.kind is not Kind.CAPTION and page.marks[index].role not in SETTLED
