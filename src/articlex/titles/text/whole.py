"""Whole headlines in place of those that a teaser or a breadcrumb cuts off: "The bridge opens after…"."""

from __future__ import annotations

from articlex.page import Page
from articlex.titles.candidate import Candidate, Ranked
from articlex.titles.text.candidates import LONGEST, printed
from articlex.tokens import fold

#: How a line ends that is cut off, and characters of the shortest without that.
_CUT, _LEAST = ("…", "...", "[…]", "[...]"), 15


def whole(page: Page, ranked: Ranked) -> Candidate | None:
    """The whole headline, if the likeliest line is cut off and another line of the page begins with it."""
    cut = ranked[0].candidate.text
    stem = cut.rstrip("…. []")
    if not cut.endswith(_CUT) or len(stem) < _LEAST:
        return None
    for block in page.blocks:
        text = block.text
        if stem not in text or len(text) <= len(stem) + len(_CUT[0]) or len(text) > LONGEST:
            continue
        line = printed(block)
        rest = line[len(stem) :].lstrip()
        # What ends with a full stop is a summary.
        is_whole = bool(rest) and not rest.startswith(_CUT) and not rest.endswith((*_CUT, ".", "。"))
        if is_whole and line.startswith(stem) and (key := fold(line)):
            return Candidate(line, key, [block.index])
    return None
