"""Headlines that a teaser or a path prints cut off, "The bridge opens after…": the whole lines."""

from __future__ import annotations

from articlex.page import Page
from articlex.titles.candidate import Candidate, Ranked, with_first
from articlex.titles.text.candidates import LONGEST, printed
from articlex.tokens import fold

#: How a line ends that was cut off, and characters of the shortest such line.
_CUT, _LEAST = ("…", "...", "[…]", "[...]"), 15


def whole_first(page: Page, ranked: Ranked) -> Ranked:
    """``ranked`` with the whole headline first, where the likeliest line ends with the sign of a cut and
    another line of the page begins with it."""
    if not ranked or not ranked[0][1].text.endswith(_CUT):
        return ranked
    stem = ranked[0][1].text.rstrip("…. []")
    if len(stem) < _LEAST:
        return ranked
    for block in page.blocks:
        text = block.text
        if stem not in text or len(text) <= len(stem) + len(_CUT[0]) or len(text) > LONGEST:
            continue
        whole = printed(block)
        rest = whole[len(stem) :].lstrip()
        # A summary ends with a stop.
        is_whole = bool(rest) and not rest.startswith(_CUT) and not rest.endswith((*_CUT, ".", "。"))
        if is_whole and whole.startswith(stem) and (key := fold(whole)):
            return with_first(Candidate(whole, key, [block.index]), ranked)
    return ranked
