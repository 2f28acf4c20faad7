"""Clocks of a page, which say when it was read: "Monday, 06 May 2024, 10:30:25" above the menus, and "© 1998-
Mon May 06 10:30:25 GMT 2024" at its foot."""

from __future__ import annotations

from articlex.copyright_notices import has_notice
from articlex.page import Page
from articlex.regex import regex
from articlex.signs import headline_block

#: A time of day to the second beside a day in words: few papers print either beside their headlines.
_SECONDS = regex(r"\d:[0-5]\d:[0-5]\d(?!\d)")
_WORD = regex(r"[^\W\d_]{3}")
#: Blocks between such a line and the headline below it, at least: menus and the name of the site.
_LEAST_BETWEEN = 5
#: Letters beside the day in such a line, those of a weekday, and characters of the longest notice.
_BESIDE, _NOTICE = 14, 200


def is_page_clock(page: Page, index: int, raw: str) -> bool:
    """Whether the date ``raw`` in a block is a day in words with a clock to the second, in a line far above
    the headline or in a copyright notice."""
    if not _SECONDS.search(raw) or not _WORD.search(raw):
        return False
    text = page.blocks[index].text
    beside = sum(map(str.isalpha, text)) - sum(map(str.isalpha, raw))
    if beside <= _BESIDE and index + _LEAST_BETWEEN < headline_block(page):
        return True
    return len(text) <= _NOTICE and has_notice(text)
