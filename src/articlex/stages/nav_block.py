"""Navigation: menus, link lists, skip links, search boxes and tables of contents around the article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from articlex.options import Options
from articlex.page import Block, Form, Kind, Page, Role
from articlex.punctuation import COLONS, COMMAS
from articlex.signs import Place, Signs, is_row_of_labels, link_runs, signs_of
from articlex.signs.main_element import is_beside
from articlex.signs.prose import STOPS
from articlex.stages.contract import Output, Stage, mark_unknown
from articlex.stages.parts.contents_lines import contents_lines

_EMBED = Kind.EMBED  # see articlex.page

REASONS = {
    "nav-element": "The block stands in an element that is a navigation bar, a menu or a table of contents.",
    "site-menu": "The block stands in a <nav> beside the main element of the page.",
    "menu-label": "The block is the label of a menu, a search box or an account link, outside the text.",
    "menu-line": "A line above the text that is a row of names of the site's pages.",
    "link-run": "One of a run of short links outside the text, which is long.",
    "tab-label": "One of the labels of tabs, above what those hold.",
    "contents": "A numbered line of a table of contents, whose lines are headings below; or its name.",
    "button": "A button that lynx has printed.",
    "menu-run": "One of a run of short lines outside the text, some of them known labels or repeated lines.",
}

# The limits were swept on every thirtieth annotated page in both forms, 250 pages; figures are word F1
# summed.

#: Words and bytes of the longest menu item. (Bytes of UTF-8 put scripts without blanks on a level with
#: others.) With 4 words 0.05 more and with 16 0.16 less; with 36 bytes 0.01 more, with 144 the same.
_MAX_WORDS, _MAX_BYTES = 8, 72
#: Short lines in a row that make a menu, and the share of them that has to be known: a label, or a line that
#: the page repeats. With 3 lines 0.02 less, with 5 0.01 more, with 7 0.04 less; with half of the share the
#: same, with 0.575 0.07 less.
_MIN_RUN, _MIN_KNOWN = 4, 0.15
#: Of a long run above the text so many known lines are enough. With 1, 3 or 5 the same.
_MIN_KNOWN_OF_LONG = 2
#: The share of labels in a run below the text, or between stray sentences above it. Repeated lines do not
#: count there: pages that break their lines at each link and code word repeat "the" and "a". With half
#: of it 0.01 more, with 0.625 0.05 less.
_MIN_NAMES_AMONG_TEXT = 0.25
#: Mean words of the lines of a menu. Lines of a wrapped text have more. With 1.75 0.06 more, and an author
#: and a day less; with 7 the same.
_MAX_MEAN_WORDS = 3.5
#: Mean bytes of UTF-8 of the links of a menu. With 10 the same, with 40 0.08 less.
_MAX_MEAN_BYTES = 20
#: So many lines right above the text may be headline, kicker, byline and date: a run reaches into them only
#: up to a known line. With 4 or 16 the same.
_HEAD_LINES = 8

#: Characters of the longest label of a tab, and tabs of the smallest and largest row. On 560 pages such
#: labels have 109 words that were kept, 5 of them gold.
_MAX_TAB, _MIN_TABS, _MAX_TABS = 30, 2, 40
_LISTS = frozenset({"ul", "ol"})
_MENU_TAGS = frozenset({"nav"})
_TABS = frozenset({"tabbed", "tablist", "tabs"})
#: The words of a row of <label>s that Markdown's extensions set above the panes.
_TAB_ROW = frozenset({"tabbed", "labels"})

#: What no menu item ends with.
_NO_ITEM = STOPS | COMMAS | set(COLONS) | set(";；؛")

#: What lynx prints before the text of a button.
_BUTTON = "(BUTTON)"

#: Meanings of labels that do not stand in a text.
_MENU = ("menu", "home")
#: Meanings of labels that name pages. Others begin a section of this one.
_NAMES_OF_PAGES = frozenset({"menu", "home", "legal", "contents", "more"})
#: Roles of earlier stages whose blocks may stand inside a menu.
_BRIDGED = frozenset({Role.LANGUAGE_MENU, Role.SHARE, Role.PAGINATION, Role.BREADCRUMB})
_PLACES = (Place.NAV, Place.CONTENTS, Place.LANGUAGE)


def run(page: Page, options: Options) -> Output:
    """Mark navigation."""
    signs = signs_of(page)
    if page.form is Form.TEXT:
        reasons = _buttons(page) | dict.fromkeys(contents_lines(page.blocks), "contents")
        run_reason, runs_of = "menu-run", _menu_lines
    else:
        reasons, run_reason, runs_of = _elements(page, signs) | _tabs(page, signs), "link-run", _short_links
    if signs.last >= 0:
        runs = dict.fromkeys(runs_of(page, signs), run_reason)
        reasons = _labels(page, signs) | _lines(page, signs) | runs | reasons
    # Books without scripts have their table of contents in a frame.
    shown = {block.index for block in page.blocks if block.text or block.kind is _EMBED}
    lines = {i: reason for i, reason in reasons.items() if i in shown and not signs.prose[i]}
    yield from mark_unknown(page, Role.NAV, lines, 0.85)


def _buttons(page: Page) -> dict[int, str]:
    """The buttons that lynx has printed."""
    return {block.index: "button" for block in page.blocks if block.text.startswith(_BUTTON)}


def _elements(page: Page, signs: Signs) -> dict[int, str]:
    """What stands in elements of navigation, but for the headline of the page."""
    indices = [index for place in _PLACES for index in signs.at[place]]
    menus = [page.nodes[number] for number in signs.elements.tagged(_MENU_TAGS)]
    beside = {i for menu in menus if is_beside(menu, signs.main) for i in range(menu.first, menu.last)}
    reasons = {index: "site-menu" if index in beside else "nav-element" for index in indices}
    return {index: reason for index, reason in reasons.items() if page.blocks[index].level != 1}


def _tabs(page: Page, signs: Signs) -> dict[int, str]:
    """The labels of tabs: short blocks in an element that is named after tabs, with the panes behind it."""
    found: dict[int, str] = {}
    for number in signs.elements.called(_TABS):
        node = page.nodes[number]
        if _TAB_ROW.issubset(node.words):
            found |= dict.fromkeys(range(node.first, node.last), "tab-label")
            continue
        is_list = "tablist" in node.words or ("tabs" in node.words and node.tag in _LISTS)
        if is_list and _MIN_TABS <= node.last - node.first <= _MAX_TABS:
            blocks = [block for block in page.blocks[node.first : node.last] if block.text]
            if len(blocks) < _MIN_TABS or node.last == page.nodes[node.parent].last:
                continue
            if all(len(block.text) <= _MAX_TAB and not block.level for block in blocks):
                found |= {block.index: "tab-label" for block in blocks}
    return found


def _labels(page: Page, signs: Signs) -> dict[int, str]:
    """Labels of menus above or below the text that are no headings."""
    labels = [index for meaning in _MENU for index in signs.labelled.get(meaning, ())]
    outside = filter(signs.is_outside, labels)
    return {index: "menu-label" for index in outside if not page.blocks[index].level}


def _lines(page: Page, signs: Signs) -> dict[int, str]:
    """Rows of names of pages above the text."""
    above = page.blocks[: signs.first]
    return {block.index: "menu-line" for block in above if is_row_of_labels(block.text)}


def _short_links(page: Page, signs: Signs) -> Iterator[int]:
    """Indices of the links of menus above and below the text (HTML): of runs of short ones."""
    for stretch in link_runs(page, signs):
        texts = [page.blocks[index].text for index in stretch]
        sizes = [len(text.encode()) for text in texts]
        if (
            len(stretch) >= _MIN_RUN
            and sum(sizes) <= _MAX_MEAN_BYTES * len(stretch)
            and max(sizes) <= _MAX_BYTES
        ):
            yield from stretch


def _menu_lines(page: Page, signs: Signs) -> Iterator[int]:
    """Indices of the lines of menus above and below the text (raw page text)."""
    first, last = signs.core
    around = (*page.blocks[:first], *page.blocks[last + 1 :])
    times = Counter([block.text for block in around])
    own = _printed_twice(page, first, times)
    known = [
        bool(name) or (times[page.blocks[index].text] > 1 and page.blocks[index].text != own)
        for index, name in enumerate(signs.labels)
    ]
    above = _runs(page, 0, _head(page, first, known))
    below = _runs(page, last + 1, min(signs.tail, len(page.blocks)))
    for start, end in (*above, *below):
        size = end - start
        if size >= _MIN_RUN and _mean_words(page, start, end) <= _MAX_MEAN_WORDS:
            if end <= signs.first:
                is_menu = sum(known[start:end]) >= min(_MIN_KNOWN * size, _MIN_KNOWN_OF_LONG)
            else:
                names = sum([name in _NAMES_OF_PAGES for name in signs.labels[start:end]])
                is_menu = names >= max(2, _MIN_NAMES_AMONG_TEXT * size)
            if is_menu:
                yield from range(start, end)


def _printed_twice(page: Page, first: int, times: Counter[str]) -> str:
    """The headline if it stands twice right above the text, once as caption of the picture; else ""."""
    above = [block.text for block in page.blocks[max(0, first - _HEAD_LINES) : first]]
    return next((text for text in reversed(above[-2:]) if times[text] == 2 == above.count(text)), "")


def _runs(page: Page, start: int, end: int) -> Iterator[tuple[int, int]]:
    """(first, end) of the runs of short lines in a stretch; language menus and share bars may be in them."""
    for index in range(start, end + 1):
        if index == end or not (_is_item(page.blocks[index]) or page.role(index) in _BRIDGED):
            if index > start:
                yield start, index
            start = index + 1


def _is_item(block: Block) -> bool:
    """Whether a block is as short as an item of a menu, and ends as one may."""
    text = block.text
    return (
        len(text) <= _MAX_BYTES
        and (text.isascii() or len(text.encode()) <= _MAX_BYTES)
        and text.count(" ") < _MAX_WORDS
        and bool(text)
        and text[-1] not in _NO_ITEM
    )


def _mean_words(page: Page, first: int, last: int) -> float:
    return sum([block.text.count(" ") + 1 for block in page.blocks[first:last]]) / (last - first)


def _head(page: Page, first: int, known: list[bool]) -> int:
    """Where the head of the article begins, among the lines right above the text, behind the last known one.

    It is the first that a blank line sets off, if not all are, or else that shares words with the text.
    """
    start = max(0, first - _HEAD_LINES)
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
