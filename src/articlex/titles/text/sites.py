"""Headlines of raw page text where the likeliest line is only the site's name, as the first step of a
breadcrumb or the line above the menu, or has the name in the copyright notice beside the headline."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from articlex.bylines.lines import read_line
from articlex.copyright_notices import has_notice, holder
from articlex.data.labels import meaning_of
from articlex.dates import find_dates
from articlex.page import Block, Page, Role
from articlex.signs import once_a_page, signs_of
from articlex.titles.candidate import Candidate, Ranked
from articlex.titles.trim import clean_title, split_title
from articlex.tokens import fold, width

#: What separates the steps of a breadcrumb, and words of each but the last, at most.
_STROKE, _MOST_STEP = " / ", 4
#: The chance from which on the likeliest line is the headline, whatever stands below it, and that of a line
#: that is the headline in its place, at least.
_SURE, _LEAST = 0.5, 0.01
#: Columns of a site's name, and of an item of a menu, at most.
_LONGEST = 40
#: Items right below the site's name, at least; lines among which one is known to be of a menu; items that are
#: a menu even if no label of theirs is known.
_LEAST_ITEMS, _LABELLED, _SURELY_ITEMS = 3, 4, 5
#: Lines at the top in which the menu begins, and below its first items in which the headline stands; farther
#: down there may be labels of shops.
_NEAR = 40
#: How often a headline is printed, at most; items of a menu may be repeated more often.
_MOST_PRINTS = 2
#: Meanings of labels in a menu.
_OF_MENU = frozenset({"home", "menu"})
#: Characters of a block that are searched for a notice, and of the longest name in it.
_NOTICE, _LONGEST_NAME = 300, 50
#: Words of a button behind the site's name, at most.
_MOST_BUTTON = 5
#: Columns of the longest item of a menu, and lines from the top among which another headline is sought.
_LONGEST_ITEM, _NEAR_TOP = 24, 12


def past_site_name(page: Page, ranked: Ranked) -> Candidate | None:
    """Another line if the likeliest is the site's name."""
    return _end_of_path(page, ranked) or _below_menu(page, ranked)


def _end_of_path(page: Page, ranked: Ranked) -> Candidate | None:
    """The last step of a breadcrumb that is the first line, if the likeliest line is its first step: "Harbour
    notes / posts / Old ropes", and farther down "Harbour notes"."""
    head = next((block for block in page.blocks if block.text), None)
    if head is None or _STROKE not in head.text:
        return None
    *above, last = (step.strip() for step in head.text.split(_STROKE))
    best, key = ranked[0].candidate, fold(last)
    if not key or best.key != fold(above[0]) or head.index in best.blocks:
        return None
    if not all(0 < len(step.split()) <= _MOST_STEP for step in above):
        return None
    known = next((candidate for _, candidate in ranked if candidate.key == key), None)
    return Candidate(clean_title(last), key, known.blocks if known else [head.index])


def _below_menu(page: Page, ranked: Ranked) -> Candidate | None:
    """The likeliest line between menu and text, if the likeliest of all is the first line and has a menu
    below it. None for a front page, without running text: the site's name is its headline."""
    chance, best = ranked[0]
    if chance >= _SURE or not _may_be_site(page, best):
        return None
    lines = _lines_below_menu(page, best)
    for other_chance, other in ranked[1:] if lines else ():
        if other_chance < _LEAST:
            return None
        is_there = len(other.blocks) <= _MOST_PRINTS and any(index in lines for index in other.blocks)
        if is_there and other.key not in best.key:
            return other if other.blocks[0] < lines.start - 1 + _NEAR else None
    return None


def _lines_below_menu(page: Page, site: Candidate) -> range:
    """The lines between the menu below the site's name and the text; none if there is no menu or no text."""
    signs = signs_of(page)
    if signs.last < 0:
        return range(0)
    start = max(signs.core.first, signs.first)
    prints = [index for index in site.blocks if index < start]
    menus = [index for index in prints if index < _NEAR and _has_menu_below(page, signs.prose, index)]
    lines = range(menus[-1] + _LEAST_ITEMS + 1, start) if menus else range(0)
    # A site's name that is repeated below the menu is the headline of its front page.
    return range(0) if any(index in lines for index in prints) else lines


def _may_be_site(page: Page, candidate: Candidate) -> bool:
    """Whether a candidate is the whole first line, short, and has no separators."""
    first = page.blocks[0].text
    is_short = width(candidate.text) <= _LONGEST and len(split_title(candidate.text).parts) == 1
    return is_short and not candidate.blocks[0] and candidate.key == fold(first)


def _has_menu_below(page: Page, prose: Sequence[bool], index: int) -> bool:
    """Whether a menu follows a line: short lines, no date or byline, many or with a known label."""
    name, below = page.blocks[index].text, page.blocks[index + 1 : index + 1 + _SURELY_ITEMS]
    items = list(takewhile(lambda block: block.text != name and _is_item(block, prose), below))
    if len(items) < _LEAST_ITEMS or len(below) < _LABELLED:
        return False
    return len(items) == _SURELY_ITEMS or any(
        meaning_of(block.text) in _OF_MENU or page.role(block.index) is Role.NAV
        for block in below[:_LABELLED]
    )


def _is_item(block: Block, prose: Sequence[bool]) -> bool:
    """Whether a line may be an item of a menu. It may look like a name, as "About us" does in Korean."""
    if not block.text or prose[block.index] or width(block.text) > _LONGEST or find_dates(block.text):
        return False
    line = read_line(block.text)
    return line is None or line.shape == "bare"


def past_holder(page: Page, ranked: Ranked) -> Candidate | None:
    """The likeliest line without the site's name behind it ("Old ropes – Harbour Post"), or another one if it
    is the site's name and a button ("Harbour Post Subscribe now")."""
    return _without_holder(page, ranked[0].candidate) or _below_holder(page, ranked)


@once_a_page
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
    lines = range(1, min(max(signs.core.first, signs.first), _NEAR_TOP))
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
