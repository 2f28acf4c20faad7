"""Headlines of raw page text beside the site's name, which the notice of copyright on the page says."""

from __future__ import annotations

from articlex.copyright_notices import has_notice, holder
from articlex.page import Page, Role
from articlex.signs import signs_of
from articlex.titles.candidate import Candidate, Ranked, with_first
from articlex.titles.trim import clean_title, split_title
from articlex.tokens import fold, width

#: Characters at the beginning of a line among which a notice says who holds the rights, and of the name.
_NOTICE, _LONGEST_NAME = 300, 50
#: From this chance on the first line is the headline, whatever it begins with; the least chance of another.
_SURE, _LEAST = 0.5, 0.01
#: Words of a button behind the site's name.
_MOST_BUTTON = 5
#: Columns of an item of a menu, and lines above the text among which another is looked for.
_LONGEST_ITEM, _NEAR = 24, 12


def past_holder(page: Page, ranked: Ranked) -> Ranked:
    """``ranked`` without the site's name behind the likeliest line, "Old ropes – Harbour Post", or with
    another line first where it is the site's name and a button: "Harbour Post Subscribe now"."""
    found = (_without_holder(page, ranked[0][1]) or _below_holder(page, ranked)) if ranked else None
    return with_first(found, ranked) if found else ranked


def _holders(page: Page) -> set[str]:
    """Whom the notices of a page name, folded."""
    heads = (block.text[:_NOTICE] for block in page.blocks)
    names = (holder(head) for head in heads if has_notice(head))
    return {fold(name) for name in names if 0 < len(name) <= _LONGEST_NAME} - {""}


def _without_holder(page: Page, best: Candidate) -> Candidate | None:
    """``best`` without its last part, where that is the name in a notice."""
    split = split_title(best.text)
    count = len(split.parts)
    if count < 2 or fold(split.parts[-1]) not in _holders(page):
        return None
    text = clean_title(split.joined(0, count - 1))
    return Candidate(text, fold(text), best.blocks) if fold(text) else None


def _below_holder(page: Page, ranked: Ranked) -> Candidate | None:
    """The likeliest line above the text, where the likeliest of all is the first line and begins with the
    name in a notice."""
    chance, best = ranked[0]
    if chance >= _SURE or best.blocks[0] or len(split_title(best.text).parts) > 1:
        return None
    rests = [best.key[len(name) :] for name in _holders(page) if best.key.startswith(name + " ")]
    if not any(len(rest.split()) <= _MOST_BUTTON for rest in rests):
        return None
    signs = signs_of(page)
    lines = range(1, min(max(signs.core[0], signs.first), _NEAR))
    for other_chance, other in ranked[1:]:
        first = other.blocks[0]
        if other_chance < _LEAST:
            return None
        if first in lines and other.key not in best.key and not _is_in_menu(page, first):
            return other
    return None


def _is_in_menu(page: Page, index: int) -> bool:
    """Whether a line is an item of a menu, or as short as one, as is the line above."""
    above, line = page.blocks[index - 1 : index + 1]
    return page.role(index) is Role.NAV or max(width(above.text), width(line.text)) <= _LONGEST_ITEM
