"""Days on which a program made the page: "Generated in 0.005s by Fossil 2.26, 2025-05-16", at its foot."""

from __future__ import annotations

from articlex.page import Page, Role
from articlex.regex import regex

#: The name of a program and the number of its version, and the longest line that says them.
_VERSION = regex(r"[^\W\d_]{3,} v?\d{1,3}(?:\.\d{1,4}){1,3}(?![\w.]*\d)")
_LINE = 200


def is_build_day(page: Page, index: int, raw: str) -> bool:
    """Whether the date ``raw`` stands in a block of the footer, or in the last one, beside the version of a
    program."""
    text = page.blocks[index].text
    if len(text) > _LINE or not _VERSION.search(text.replace(raw, " ")):
        return False
    return _is_foot(page, index)


def _is_foot(page: Page, index: int) -> bool:
    """Whether a block is of the footer, or nothing but the footer follows: lynx lists addresses last."""
    if page.role(index) is Role.FOOTER:
        return True
    below = (block for block in page.blocks[index + 1 :] if block.text)
    return all(page.role(block.index) is Role.FOOTER for block in below)
