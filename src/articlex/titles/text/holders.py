"""Headlines of raw page text next to the site's name, as the copyright notice has it."""

from __future__ import annotations

from articlex.copyright_notices import has_notice, holder
from articlex.page import Page
from articlex.titles.candidate import Candidate, Ranked
from articlex.titles.trim import clean_title, split_title
from articlex.tokens import fold

#: Characters of a block that are searched for a notice, and of the longest name in it.
_NOTICE, _LONGEST_NAME = 300, 50


def _holders(page: Page) -> set[str]:
    """The folded names in the copyright notices of a page."""
    heads = (block.text[:_NOTICE] for block in page.blocks)
    names = (holder(head) for head in heads if has_notice(head))
    return {fold(name) for name in names if 0 < len(name) <= _LONGEST_NAME} - {""}


def without_holder(page: Page, ranked: Ranked) -> Candidate | None:
    """The likeliest line without its last part, if that is the name in a notice: "Old ropes – Harbour
    Post"."""
    best = ranked[0].candidate
    split = split_title(best.text)
    count = len(split.parts)
    if count < 2 or fold(split.parts[-1]) not in _holders(page):
        return None
    text = clean_title(split.joined(0, count - 1))
    return Candidate(text, fold(text), best.blocks) if fold(text) else None
