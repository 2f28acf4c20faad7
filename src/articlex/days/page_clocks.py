"""Days on which the page was read or generated, not published.

Clocks print when it was read: "Monday, 06 May 2024, 10:30:25" above the menus, or "© 1998-Mon May 06 10:30:25
GMT 2024" in the footer. Programs print there when they generated it: "Generated in 0.005s by Fossil 2.26,
2025-05-16".
"""

from __future__ import annotations

from articlex.copyright_notices import has_notice
from articlex.dates.fold import LETTER
from articlex.page import Page, Role
from articlex.regex import regex
from articlex.signs import headline_block

#: A time of day with seconds, and a word in the date: few papers print either beside their headlines.
_SECONDS = regex(r"\d:[0-5]\d:[0-5]\d(?!\d)")
_WORD = regex(rf"{LETTER}{{3}}")
#: The least number of blocks (menus, the name of the site) between a clock and the headline below it.
_LEAST_BETWEEN = 5
#: The most letters beside the date in the line of a clock (a weekday); characters of the longest notice.
_BESIDE, _NOTICE = 14, 200
#: The name of a program with its version, and characters of the longest line that prints them.
_VERSION = regex(r"[^\W\d_]{3,} v?\d{1,3}(?:\.\d{1,4}){1,3}(?![\w.]*\d)")
_LINE = 200


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


def is_build_day(page: Page, index: int, raw: str) -> bool:
    """Whether the date ``raw`` in block ``index`` stands in the footer beside the version of a program."""
    text = page.blocks[index].text
    return len(text) <= _LINE and bool(_VERSION.search(text.replace(raw, " "))) and _is_foot(page, index)


def _is_foot(page: Page, index: int) -> bool:
    """Whether a block is part of the footer or followed by nothing else: lynx lists addresses last."""
    below = (block.index for block in page.blocks[index + 1 :] if block.text)
    return page.role(index) is Role.FOOTER or all(page.role(at) is Role.FOOTER for at in below)
