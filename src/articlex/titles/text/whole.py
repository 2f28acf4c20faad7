"""Whole headlines in place of those that a teaser or a breadcrumb cuts off: "The bridge opens after…"."""

from __future__ import annotations

from articlex.page import Page
from articlex.titles.candidate import Candidate, Ranked
from articlex.titles.text.candidates import LONGEST, printed
from articlex.tokens import fold

#: How a line ends that is cut off, and characters of the shortest without that.
_CUT, _LEAST = ("…", "...", "[…]", "[...]"), 15


def whole_headline(page: Page, ranked: Ranked) -> Candidate | None:
    """The whole headline, if the likeliest line is cut off and another line of the page begins with it."""
    if not ranked[0].candidate.text.endswith(_CUT):
        return None
    stem = ranked[0].candidate.text.rstrip("…. []")
    if len(stem) < _LEAST:
        return None
    for block in page.blocks:
        text = block.text
        if stem not in text or len(text) <= len(stem) + len(_CUT[0]) or len(text) > LONGEST:
            continue
        whole = printed(block)
        rest = whole[len(stem) :].lstrip()
        # What ends with a full stop is a summary.
        is_whole = bool(rest) and not rest.startswith(_CUT) and not rest.endswith((*_CUT, ".", "。"))
        if is_whole and whole.startswith(stem) and (key := fold(whole)):
            return Candidate(whole, key, [block.index])
    return None
