"""Authors of the stories of a list, each of which ends with a button that leads to it ("Read more"), or
begins with a day before that of the story above."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from articlex.authors.gathering import Authors
from articlex.bylines.label_tests import may_be_labelled
from articlex.bylines.lines import LABELLED_SHAPES, read_line
from articlex.data.labels import meaning_of
from articlex.dates import find_dates
from articlex.page import Form, Page
from articlex.signs import once_a_page, signs_of

#: What labels of such buttons mean: "Read more", "Weiterlesen".
_BUTTONS = frozenset(("more", "related"))
#: Stories of a list, and the share with a byline, at least; characters of button and byline, at most.
_LEAST, _SIGNED = 3, 0.7
_MOST_BUTTON, _MOST_LINE = 30, 80
#: Characters of the longest line that is a day.
_MOST_DAY = 40
#: Bytes of running text, and blocks, of the longest teaser.
_MOST_TEXT, _MOST_BLOCKS = 1200, 20


def of_listed_stories(page: Page, candidates: Sequence[Authors]) -> set[int]:
    """The indices of the candidates of raw page text that only the bylines of such stories name."""
    if page.form is not Form.TEXT:
        return set()
    signed = _bylines(page) or _below_falling_days(page, candidates)
    return {
        place
        for place, each in enumerate(candidates)
        if each.blocks and not each.facts and signed.issuperset(each.blocks)
    }


def _below_falling_days(page: Page, candidates: Sequence[Authors]) -> frozenset[int]:
    """The lines of candidates below the days of stories, as indices of blocks; empty if these do not fall."""
    lines = sorted({index for each in candidates for index in each.blocks if index})
    days = [(index, day) for index in lines if (day := _day_alone(page.blocks[index - 1].text))]
    fall = len(days) >= _LEAST and all(day > next_day for (_, day), (_, next_day) in pairwise(days))
    return frozenset(index for index, _ in days) if fall else frozenset()


def _day_alone(text: str) -> str:
    """The day that is all of a line, a time of day aside; "" for any other line."""
    dates = find_dates(text) if 0 < len(text) <= _MOST_DAY and text[0].isalnum() else []
    return dates[0].value.day_iso() if dates and dates[0].raw == text else ""


@once_a_page
def _bylines(page: Page) -> frozenset[int]:
    """The bylines of the stories, as indices of blocks; empty if the page has no such list."""
    stories = list(_stories(page))
    if len(stories) < _LEAST:
        return frozenset()
    found = [[index for index in story if _names(page.blocks[index].text)] for story in stories]
    if sum(map(bool, found)) < _SIGNED * len(stories):
        return frozenset()
    return frozenset(index for lines in found for index in lines)


def _stories(page: Page) -> Iterator[range]:
    """The blocks of each story that is no longer than a teaser; none if the page has no such list."""
    short = [block for block in page.blocks if 0 < len(block.text) <= _MOST_BUTTON]
    times = Counter(block.text for block in short)
    button = next((t for t, n in times.most_common() if n >= _LEAST and meaning_of(t) in _BUTTONS), None)
    if button is None:
        return
    ends = [block.index for block in short if block.text == button]
    before = signs_of(page).prose_before
    size = min(after - end for end, after in pairwise(ends))
    for start, end in pairwise([max(ends[0] - size, -1), *ends]):
        if end - start <= _MOST_BLOCKS and before[end] - before[start + 1] <= _MOST_TEXT:
            yield range(start + 1, end)


def _names(text: str) -> bool:
    """Whether a line names persons behind a byline word."""
    if not 0 < len(text) <= _MOST_LINE or not may_be_labelled(text):
        return False
    line = read_line(text, bare=False)
    return line is not None and line.shape in LABELLED_SHAPES
