"""Days on which a program generated the page, in its footer: "Generated in 0.005s by Fossil 2.26,
2025-05-16"."""

from __future__ import annotations

from articlex.page import Page, Role
from articlex.regex import regex

#: The name of a program with its version, and the longest line (in characters) that prints them.
_VERSION = regex(r"[^\W\d_]{3,} v?\d{1,3}(?:\.\d{1,4}){1,3}(?![\w.]*\d)")
_LINE = 200


def is_build_day(page: Page, index: int, raw: str) -> bool:
    """Whether the date ``raw`` in block ``index`` stands in the footer beside the version of a program."""
    text = page.blocks[index].text
    return len(text) <= _LINE and bool(_VERSION.search(text.replace(raw, " "))) and _is_foot(page, index)


def _is_foot(page: Page, index: int) -> bool:
    """Whether a block is part of the footer or followed by nothing else: lynx lists addresses last."""
    below = (block.index for block in page.blocks[index + 1 :] if block.text)
    return page.role(index) is Role.FOOTER or all(page.role(at) is Role.FOOTER for at in below)
