"""The whole headline where the likeliest title is cut off, as by a teaser, a breadcrumb or the program that
writes <title>: "The bridge opens after…". And the headline as it is spelled where the likeliest title is the
name of a file made of it: "the-bridge-opens"."""

from __future__ import annotations

from collections.abc import Callable

from articlex.page import Block, Page
from articlex.regex import regex
from articlex.titles.candidate import Candidate, Ranked
from articlex.tokens import fold

#: How a line ends that is cut off, characters of the shortest without that, and of the longest whole one.
_CUT, _LEAST_STEM, _LONGEST = ("…", "...", "[…]", "[...]"), 15, 300
#: The name of a file made of a headline: four words or more without a blank. Of two and three words it may be
#: what the page is on ("Almond-Cherry-Cake", "mostly-adequate-guide").
_FILE_NAME = regex(r"[^\s_-]+(?:-[^\s_-]+){3,}|[^\s_-]+(?:_[^\s_-]+){3,}")


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


def spelled_headline(page: Page, ranked: Ranked, printed: Callable[[Block], str]) -> Candidate | None:
    """The first line that begins with the words of the likeliest title, if that is the name of a file; None
    otherwise. ``printed`` is what a block says as a headline."""
    name = ranked[0].candidate.text
    if not _FILE_NAME.fullmatch(name):
        return None
    words = fold(name.replace("_", " "))
    for block in page.blocks:
        if len(block.text) <= _LONGEST and " " in block.text and fold(block.text).startswith(words):
            whole = printed(block)
            key = fold(whole)
            if key.startswith(words) and not whole.endswith((*_CUT, ".", "。")):
                return Candidate(whole, key, [block.index])
    return None
