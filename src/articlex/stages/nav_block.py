"""Navigation: menus, link lists, skip links, search boxes and tables of contents around the article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from articlex.options import Options
from articlex.page import Block, Form, Mark, Page, Role
from articlex.signs import Place, Signs, signs_of
from articlex.stages.contract import Output, Stage
from articlex.stages.footer import is_row_of_labels

REASONS = {
    "nav-element": "The block stands in an element that is a navigation bar, a menu or a table of contents.",
    "menu-label": "The block is the label of a menu, a search box or an account link, outside the text.",
    "menu-line": "A line above the text that is a row of names of the site's pages.",
    "menu-run": "One of a run of short lines above the text, some of them known labels or repeated lines.",
}

#: A menu item is short: words, or characters where the script writes no blanks.
MAX_WORDS, MAX_CHARS = 8, 50
#: Short lines in a row that make a menu, and the share of them that are labels or repeated on the page.
MIN_RUN, MIN_KNOWN = 4, 0.15
#: A run this long above the text is a menu even when no line of it is known.
LONG_RUN = 10
#: Lines just above the text that may be headline, kicker, byline and date: no run reaches into them
#: unless the line is known.
HEAD_LINES = 8

#: Labels that have no business in a text.
_MENU = frozenset({"menu", "home", "language"})
#: Roles of earlier stages that may stand inside a menu.
_BRIDGED = frozenset({Role.LANGUAGE_MENU, Role.SHARE, Role.PAGINATION, Role.BREADCRUMB})
_PLACES = frozenset({Place.NAV, Place.CONTENTS, Place.LANGUAGE})


def run(page: Page, options: Options) -> Output:
    """Mark navigation."""
    signs = signs_of(page)
    runs = set(_menu_lines(page, signs)) if page.form is Form.TEXT else set()
    for block in page.blocks:
        index = block.index
        if page.role(index) is Role.UNKNOWN and block.text and not signs.prose[index]:
            reason = _reason(block, signs, runs)
            if reason:
                yield Mark(index, Role.NAV, reason, 0.85)


def _reason(block: Block, signs: Signs, runs: set[int]) -> str:
    index = block.index
    if signs.places[index] in _PLACES:
        return "nav-element" if block.level != 1 else ""
    if index in runs:
        return "menu-run"
    if not signs.outside(index) or signs.last < 0:
        return ""
    if signs.labels[index] in _MENU and not block.level:
        return "menu-label"
    if index < signs.first and len(block.text) > 10 and is_row_of_labels(block.text):
        return "menu-line"
    return ""


def _menu_lines(page: Page, signs: Signs) -> Iterator[int]:
    """The lines of menus above the text of a page that has one."""
    if signs.last < 0:
        return
    blocks = page.blocks[: signs.first]
    times = Counter(block.text for block in blocks)
    known = [bool(signs.labels[block.index]) or times[block.text] > 1 for block in blocks]
    head = _head(page, signs, known)
    for first, last in _runs(page, head):
        size = last - first
        evidence = sum(known[first:last])
        if size >= MIN_RUN and (evidence >= MIN_KNOWN * size or size >= LONG_RUN):
            yield from range(first, last)


def _runs(page: Page, end: int) -> Iterator[tuple[int, int]]:
    """Runs of short lines before block ``end``; language menus and share bars do not part them."""
    start = 0
    for index in range(end + 1):
        if index == end or not (_is_item(page.blocks[index]) or page.role(index) in _BRIDGED):
            if index > start:
                yield start, index
            start = index + 1


def _is_item(block: Block) -> bool:
    text = block.text
    return len(text) <= MAX_CHARS and text.count(" ") < MAX_WORDS and text[-1:] not in ".!?。！？؟"


def _head(page: Page, signs: Signs, known: list[bool]) -> int:
    """Where the head of the article begins: the lines above the text, from the last known line on.

    The headline is the first of them that a blank line sets off, or that shares words with the text.
    """
    first = signs.first
    start = max(0, first - HEAD_LINES)
    for index in range(first - 1, start - 1, -1):
        if known[index]:
            start = index + 1
            break
    gaps = [index for index in range(start, first) if page.blocks[index].gap]
    if gaps and len(gaps) < first - start:
        return gaps[0]
    text = page.blocks[first].text.casefold()
    for index in range(start, first):
        words = [word for word in page.blocks[index].text.casefold().split() if len(word) > 3]
        if len(words) > 1 and sum(word in text for word in words) * 2 >= len(words):
            return index
    return start


STAGE = Stage(name="nav_block", run=run, reasons=REASONS, sets=frozenset({Role.NAV}))
