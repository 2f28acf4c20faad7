"""Headlines of raw page text where the likeliest line is only the site's name: the first step of a
breadcrumb, or the line above the menu."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from articlex.bylines.lines import read_line
from articlex.data.labels import meaning_of
from articlex.dates import find_dates
from articlex.page import Block, Page, Role
from articlex.signs import signs_of
from articlex.titles.candidate import Candidate, Ranked, with_first
from articlex.titles.trim import clean_title, split_title
from articlex.tokens import fold, width

#: What separates the steps of a breadcrumb, and words of each but the last, at most.
_STROKE, _MOST_STEP = " / ", 4
#: The chance from which on the likeliest line is the headline, whatever stands below it.
_SURE = 0.5
#: The chance of a line that is the headline in its place, at least.
_LEAST = 0.01
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


def past_site_name(page: Page, ranked: Ranked) -> Ranked:
    """``ranked`` with another line first if the likeliest is the site's name."""
    if not ranked:
        return ranked
    found = _end_of_path(page, ranked) or _below_menu(page, ranked)
    return with_first(found, ranked) if found else ranked


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
