"""Days of other stories in raw page text: a list of titles, each with its day, above the text of the page.

Without markup such a list from a sidebar ends right above the text, where a dateline would stand, and its
last title reads like a headline. The day of the page's own story is the one with the headline above it.
"""

from __future__ import annotations

from articlex.page import Form, Page
from articlex.signs.headline import headline_block
from articlex.signs.once import once_a_page, once_a_stage
from articlex.signs.reading import signs_of
from articlex.signs.stamps import holds_stamp

#: Days in the shortest list, characters of the longest line with one, and blocks from one day to the next.
_LEAST, _LINE, _STEPS = 3, 80, (2, 3)


@once_a_page
def listed_titles(page: Page) -> frozenset[int]:
    """Indices of the titles of other stories above the text, each right above its day. The last one of a list
    is left out: it may be the headline above the day of the article."""
    return frozenset(index - 1 for run in _lists(page) for index in run[:-1] if index)


@once_a_stage
def listed_days(page: Page) -> frozenset[int]:
    """Indices of the days of other stories above the text, each right below its title."""
    headline = headline_block(page)
    listed = {index for run in _lists(page) for index in run}
    if not listed or headline < 0:
        return frozenset()
    # Items that name a writer instead of a day interrupt a list; it goes on behind them.
    listed.update(index for index in _dated(page) if index < headline)
    if headline + 1 not in listed:
        listed.discard(headline - 1)  # a dateline above the headline
    listed.discard(headline + 1)
    own = page.blocks[headline].text.casefold()
    return frozenset(index for index in listed if not _is_own(page, index, own))


@once_a_page
def _lists(page: Page) -> list[list[int]]:
    """The runs of days at equal distances above the text; none in HTML."""
    runs: list[list[int]] = []
    for index in _dated(page) if page.form is Form.TEXT else ():
        step = index - runs[-1][-1] if runs else 0
        if step not in _STEPS:
            runs.append([index])
        elif len(runs[-1]) > 1 and step != runs[-1][1] - runs[-1][0]:
            runs.append([runs[-1][-1], index])
        else:
            runs[-1].append(index)
    return [run for run in runs if len(run) >= _LEAST]


@once_a_page
def _dated(page: Page) -> list[int]:
    """The short blocks above the text that hold a day."""
    signs, blocks = signs_of(page), page.blocks
    above = (index for index in signs.with_digits if index < signs.first and len(blocks[index].text) <= _LINE)
    return [index for index in above if holds_stamp(blocks[index].text)]


def _is_own(page: Page, index: int, headline: str) -> bool:
    """Whether the title above a day is the headline, which may have a breadcrumb before it."""
    title = page.blocks[index - 1].text.casefold() if index else ""
    return bool(title) and headline.endswith(title)
