"""Headlines of raw page text next to the site's name, as the copyright notice has it."""

from __future__ import annotations

from articlex.copyright_notices import has_notice, holder
from articlex.page import Page, Role
from articlex.signs import signs_of
from articlex.titles.candidate import Candidate, Ranked, with_first
from articlex.titles.trim import clean_title, split_title
from articlex.tokens import fold, width

#: Characters of a block that are searched for a notice, and of the longest name in it.
_NOTICE, _LONGEST_NAME = 300, 50
#: The chance from which on the first line is the headline in any case, and that of another, at least.
_SURE, _LEAST = 0.5, 0.01
#: Words of a button behind the site's name, at most.
_MOST_BUTTON = 5
#: Columns of the longest item of a menu, and lines from the top among which another headline is sought.
_LONGEST_ITEM, _NEAR = 24, 12


def past_holder(page: Page, ranked: Ranked) -> Ranked:
    """``ranked`` with the likeliest line first without the site's name behind it ("Old ropes – Harbour
    Post"), or with another first if it is the site's name and a button ("Harbour Post Subscribe now")."""
    found = (_without_holder(page, ranked[0].candidate) or _below_holder(page, ranked)) if ranked else None
    return with_first(found, ranked) if found else ranked


def _holders(page: Page) -> set[str]:
    """The folded names in the copyright notices of a page."""
    heads = (block.text[:_NOTICE] for block in page.blocks)
    names = (holder(head) for head in heads if has_notice(head))
    return {fold(name) for name in names if 0 < len(name) <= _LONGEST_NAME} - {""}


def _without_holder(page: Page, best: Candidate) -> Candidate | None:
    """``best`` without its last part, if that is the name in a notice; else None."""
    split = split_title(best.text)
    count = len(split.parts)
    if count < 2 or fold(split.parts[-1]) not in _holders(page):
        return None
    text = clean_title(split.joined(0, count - 1))
    return Candidate(text, fold(text), best.blocks) if fold(text) else None


def _below_holder(page: Page, ranked: Ranked) -> Candidate | None:
    """The likeliest line above the text, if that of all is the first, which begins with a name in a
    notice."""
    chance, best = ranked[0]
    if chance >= _SURE or best.blocks[0] or len(split_title(best.text).parts) > 1:
        return None
    rests = [best.key[len(name) :] for name in _holders(page) if best.key.startswith(name + " ")]
    if not any(len(rest.split()) <= _MOST_BUTTON for rest in rests):
        return None
    signs = signs_of(page)
    lines = range(1, min(max(signs.core.first, signs.first), _NEAR))
    for other_chance, other in ranked[1:]:
        first = other.blocks[0]
        if other_chance < _LEAST:
            return None
        if first in lines and other.key not in best.key and not _is_in_menu(page, first):
            return other
    return None


def _is_in_menu(page: Page, index: int) -> bool:
    """Whether a line is an item of a menu: it is marked as one, or it and the line above are short."""
    above, line = page.blocks[index - 1 : index + 1]
    return page.role(index) is Role.NAV or max(width(above.text), width(line.text)) <= _LONGEST_ITEM
