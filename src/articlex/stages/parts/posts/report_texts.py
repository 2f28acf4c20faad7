"""The entries of a live report in raw page text that the scorer takes for other news, as it does in HTML.

A time of day stands alone above each, and most have running text. Where that of several is kept, that of the
others is too. Lists of news beside an article have such times as well, but titles below them, or nothing of
theirs is kept: of 1,370 annotated pages, each in two flattenings, none has such a report, and some thirty
have four such times and more.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import compress, pairwise
from typing import TYPE_CHECKING

from articlex.page import Form, Page, Role
from articlex.signs import signs_of
from articlex.stages.parts.posts.timed_entries import times_of_day

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from articlex.scoring.score import Scores

#: Probability of being an article from which on a page is no list of recordings, each with its length.
_ARTICLE = 0.5
#: Entries of the shortest report; those of which something is kept, at least, and their least share of those
#: with running text. Of three invented reports five flattenings keep from a third of the entries to all.
_LEAST, _LEAST_KEPT, _SHARE_KEPT = 4, 2, 0.33
#: Blocks behind the last time in which its text stands, as nothing says where that ends.
_LAST = 4


def report_texts(page: Page, scores: Scores, kept: NDArray[np.bool_]) -> list[int]:
    """The places in the rows of the scores that are running text of such a report beside what is ``kept``."""
    times = times_of_day(page) if page.form is Form.TEXT and scores.article >= _ARTICLE else []
    if len({page.blocks[index].text for index in times}) < _LEAST:
        return []
    texts = list(_texts(page, times))
    main = set(compress(scores.rows, kept.tolist()))
    told = sum(not main.isdisjoint(text) for text in texts)
    with_text = sum(map(bool, texts))
    if told < _LEAST_KEPT or told < _SHARE_KEPT * with_text or 2 * with_text < len(times):
        return []
    added = {index for text in texts for index in text} - main
    return [
        place
        for place, index in enumerate(scores.rows)
        if index in added and page.role(index) is Role.UNKNOWN
    ]


def _texts(page: Page, times: list[int]) -> Iterator[list[int]]:
    """The running text behind each of the ``times``; behind the last one the first that there is."""
    prose = signs_of(page).prose
    for time, after in pairwise([*times, len(page.blocks)]):
        found = [index for index in range(time + 1, after) if prose[index]]
        if after == len(page.blocks):
            found = [index for index in found[:1] if index <= time + _LAST]
        yield found
