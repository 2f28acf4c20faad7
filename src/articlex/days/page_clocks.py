"""Days on which the page was read, not published: clocks print "Monday, 06 May 2024, 10:30:25" above the
menus, or "© 1998-Mon May 06 10:30:25 GMT 2024" in the footer."""

from __future__ import annotations

from articlex.copyright_notices import has_notice
from articlex.dates.fold import LETTER
from articlex.page import Page
from articlex.regex import regex
from articlex.signs import headline_block

#: A time of day with seconds, and a word in the date: few papers print either beside their headlines.
_SECONDS = regex(r"\d:[0-5]\d:[0-5]\d(?!\d)")
_WORD = regex(rf"{LETTER}{{3}}")
#: The least number of blocks (menus, the name of the site) between a clock and the headline below it.
_LEAST_BETWEEN = 5
#: The most letters beside the date in the line of a clock (a weekday); characters of the longest notice.
_BESIDE, _NOTICE = 14, 200


def is_page_clock(page: Page, index: int, raw: str) -> bool:
    """Whether the date ``raw`` in block ``index`` has a month in words and a time with seconds, and stands
    far above the headline or in a copyright notice."""
    if not _SECONDS.search(raw) or not _WORD.search(raw):
        return False
    text = page.blocks[index].text
    beside = sum(map(str.isalpha, text)) - sum(map(str.isalpha, raw))
    if beside <= _BESIDE and index + _LEAST_BETWEEN < headline_block(page):
        return True
    return len(text) <= _NOTICE and has_notice(text)
