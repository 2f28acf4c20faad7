"""The whole headline where the likeliest title is cut off, as by a teaser, a breadcrumb or the program that
writes <title>: "The bridge opens after…"."""

from __future__ import annotations

from collections.abc import Callable

from articlex.page import Block, Page
from articlex.titles.candidate import Candidate, Ranked
from articlex.tokens import fold

#: How a line ends that is cut off, characters of the shortest without that, and of the longest whole one.
_CUT, _LEAST_STEM, _LONGEST = ("…", "...", "[…]", "[...]"), 15, 300


def whole_headline(page: Page, ranked: Ranked, printed: Callable[[Block], str]) -> Candidate | None:
    """The whole headline, if the likeliest title is cut off and a block of the page begins with it; None
    otherwise. ``printed`` is what a block says as a headline."""
    if not ranked[0].candidate.text.endswith(_CUT):
        return None
    stem = ranked[0].candidate.text.rstrip("…. []")
    if len(stem) < _LEAST_STEM:
        return None
    for block in page.blocks:
        text = block.text
        if stem not in text or len(text) <= len(stem) + len(_CUT[0]) or len(text) > _LONGEST:
            continue
        whole = printed(block)
        rest = whole[len(stem) :].lstrip()
        # What ends with a full stop is a summary.
        is_whole = bool(rest) and not rest.startswith(_CUT) and not rest.endswith((*_CUT, ".", "。"))
        if is_whole and whole.startswith(stem) and (key := fold(whole)):
            return Candidate(whole, key, [block.index])
    return None
