"""Buttons of cards and sections: those that name their card, and links that lead back to one place.

"Add the red kettle to the list" and "Save this event: ..." stand below the title of each card, with words of
their own, so that nothing shows them to be a label; "Back to the list" has the same words each time. On the
annotated pages 12 lists keep some 380 of the former, and two pages 170 of the latter, and none of them is
gold. Links to several pages with the same words each time are not gold on nine pages, and gold on 13.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice

from articlex.page import Block, Form, Kind, Page, Role
from articlex.signs import signs_of
from articlex.tokens import fold

_UNKNOWN, _PARAGRAPH = Role.UNKNOWN, Kind.PARAGRAPH  # see articlex.page

_BUTTON = frozenset({"button"})
#: Buttons of the shortest list of cards, and links of the fewest that lead back.
_LEAST = 3
#: Blocks above a button in which the title stands, and words before the title in the button.
_REACH, _MOST_BEFORE = 16, 4
#: The least share of the button's words that the title has, the fewest, and words of the longest button.
_SHARE, _FEWEST, _MOST_WORDS = 0.5, 3, 40
#: The least share of a title, and of a link that leads back, that is a link.
_LINKED = 0.8


def links_back(page: Page) -> Iterator[int]:
    """The blocks that are a link to a place on the page and nothing else, and stand there several times."""
    found: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for block in page.blocks:
        if block.links == 1 and block.kind is _PARAGRAPH and block.link_chars >= _LINKED * len(block.text):
            href = next((run.href for run in block.runs if run.href), "")
            if len(href) > 1 and href[0] == "#":
                found[block.text, href].append(block.index)
    for places in found.values():
        if len(places) >= _LEAST:
            yield from places


def card_buttons(page: Page) -> Sequence[int]:
    """The blocks of buttons that say something of the title of their card, if there are several."""
    if page.form is Form.TEXT:
        return ()
    found = [block.index for block in _buttons(page) if _names_title(page, block)]
    return found if len(found) >= _LEAST else ()


def _buttons(page: Page) -> Iterator[Block]:
    """The only blocks of buttons that no stage knows, but for headings, which open what is below them."""
    for number in signs_of(page).elements.tagged(_BUTTON):
        node = page.nodes[number]
        block = page.blocks[node.first] if node.last - node.first == 1 else None
        if block and block.text and not block.level and page.role(block.index) is _UNKNOWN:
            yield block


def _names_title(page: Page, button: Block) -> bool:
    """Whether the words of a button, behind the first ones, are those of a heading or link right above."""
    words = fold(button.text).split()
    least = max(_FEWEST, _SHARE * len(words))
    if not 0 < len(words) <= _MOST_WORDS or not words[0].isalpha():
        return False
    above = (page.blocks[place] for place in range(button.index - 1, -1, -1))
    for block in islice((block for block in above if block.text), _REACH):
        title = fold(block.text)
        if (block.level or block.link_chars >= _LINKED * len(block.text)) and _shared(words, title) >= least:
            return True
    return False


def _shared(words: Sequence[str], title: str) -> int:
    """How many words in a row, behind one to four others that begin a button, stand in a title as well."""
    if words[0] in title.split():
        return 0
    most = 0
    for first in range(1, min(_MOST_BEFORE, len(words) - 1) + 1):
        last = first + most + 1
        while last <= len(words) and f" {' '.join(words[first:last])} " in f" {title} ":
            most = last - first
            last += 1
    return most
