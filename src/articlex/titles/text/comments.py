"""The headline of raw page text that the heading of its comments quotes: "2 thoughts on “Old ropes”"."""

from __future__ import annotations

from articlex.page import Page
from articlex.titles.candidate import Candidate, Ranked

#: Characters of a quoted title, at least, and around it, at most.
_SHORTEST, _MOST_AROUND = 12, 60
_QUOTES = ("“”", "„“", "””", '""', "«»", "‘’", "「」", "『』")
_OPENING = frozenset(quotes[0] for quotes in _QUOTES)


def discussed(page: Page, ranked: Ranked) -> Candidate | None:
    """The line that the heading of the comments quotes, with their number: "2 thoughts on “...”"."""
    # Few lines have quotation marks. To compare all with each candidate took five times as long.
    longest = max(len(candidate.text) for _, candidate in ranked) + _MOST_AROUND
    lines = [block for block in page.blocks if len(block.text) <= longest]
    whole = "\n".join([block.text for block in lines])
    quoting = [block for sign in _OPENING if sign in whole for block in lines if sign in block.text]
    for _, candidate in ranked:
        if len(candidate.text) >= _SHORTEST and any(
            _quotes(block.text, candidate.text) for block in quoting if block.index > candidate.blocks[0]
        ):
            return candidate
    return None


def _quotes(text: str, title: str) -> bool:
    """Whether a line is a number, a few words, and ``title`` between quotation marks."""
    if not len(title) + 3 < len(text) <= len(title) + _MOST_AROUND or title not in text:
        return False
    before, _, after = text.partition(title)
    before, after = before.rstrip(), after.lstrip()
    if before[-1:] + after[:1] not in _QUOTES:
        return False
    return any(map(str.isdecimal, before + after)) and after[-1:] not in ".!?" and before[:1].isalnum()
