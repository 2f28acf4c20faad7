"""Dialogs that ask for consent: a text that speaks of cookies with all around it, up to its buttons.

Names of elements tell most of them. Of one that an unknown tool puts at the top of a page, or that is copied
with the text of a page, the text and the buttons alone would be known, and on a page with little running text
the rest, and its heading, would be taken for the article. (Of 418 blocks that are told on 88 annotated pages,
22 of them in HTML, none is gold.)
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator
from itertools import islice

from articlex.data.labels import labels, meaning_of
from articlex.page import Form, Node, Page
from articlex.signs import signs_of
from articlex.tokens import fold, word_count

#: Elements that are no dialog.
_PAGE = frozenset("html body main article".split())
#: Buttons, blocks and characters of a dialog.
_LEAST_BUTTONS, _MOST_BLOCKS, _MOST_CHARS = 2, 40, 3000
#: Elements around a text that are looked at; texts from the top and from the end of raw page text, and of all
#: that speak of cookies in HTML.
_AROUND, _FIRST_TEXTS, _MOST_TEXTS = 12, 4, 40
#: In raw page text, from one button to the next, at most, and from the text to the first.
_REACH, _FIRST_REACH = 3, 8
#: Characters of its heading and of a line that begins or ends with the label of a button, at most; of such a
#: label, at least. Words of a title that tell the title of the page from a heading, at least.
_HEADING, _BUTTON, _LABEL, _TITLE = 60, 50, 2, 3


def consent_dialogs(page: Page, texts: list[int], buttons: list[int]) -> Iterator[int]:
    """Indices of the blocks of dialogs around ``texts`` that speak of cookies, with ``buttons`` to accept,
    decline or set them; both are sorted."""
    if page.form is Form.TEXT:
        return _printed(page, texts, buttons)
    return _of_elements(page, texts, buttons)


def _of_elements(page: Page, texts: list[int], buttons: list[int]) -> Iterator[int]:
    """The smallest element around a text with a button to accept and one more."""
    for index in texts[:_MOST_TEXTS]:
        for node in islice(page.around(page.blocks[index]), _AROUND):
            if not _may_be_dialog(page, node):
                break
            inside = range(node.first, node.last)
            pressed = {i for i in inside if page.blocks[i].tag == "button" and page.blocks[i].text}
            accepting = set(_between(node.first, node.last, buttons)) - {index}
            if accepting and len(pressed | accepting) >= _LEAST_BUTTONS:
                yield from inside
                break


def _may_be_dialog(page: Page, node: Node) -> bool:
    """Whether an element is neither the page nor an article, and small."""
    if node.parent < 0 or node.tag in _PAGE or node.last - node.first > _MOST_BLOCKS:
        return False
    return sum(len(block.text) for block in page.blocks[node.first : node.last]) <= _MOST_CHARS


def _printed(page: Page, texts: list[int], buttons: list[int]) -> Iterator[int]:
    """The lines from a text to the last button below it, before or after all running text of a page that does
    not speak of cookies."""
    signs, pressed = signs_of(page), frozenset(buttons)
    speaking = [index for index in texts if signs.prose[index]]
    for index in dict.fromkeys((*texts[:_FIRST_TEXTS], *texts[-_FIRST_TEXTS:])):
        end = _end(page, index, pressed)
        if not end or sum(len(block.text) for block in page.blocks[index:end]) > _MOST_CHARS:
            continue
        is_top = not signs.prose_before[index]
        if not is_top and signs.prose_before[end] < signs.prose_before[-1]:
            continue
        if all(index <= other < end for other in speaking):
            yield from range(index - (is_top and _is_headed(page, index)), end)


def _end(page: Page, index: int, buttons: Collection[int]) -> int:
    """The index behind the last button below a text; 0 if it has none."""
    last = 0
    for block in page.blocks[index + 1 : index + 1 + _MOST_BLOCKS]:
        if block.index - (last or index) > (_REACH if last else _FIRST_REACH):
            break
        if block.index in buttons or _has_button(block.text):
            last = block.index
    return last and last + 1


def _has_button(text: str) -> bool:
    """Whether a line begins or ends with a label of such buttons, as "Accept all and close" does, and what a
    browser makes of two in a row, "More optionsAccept all"."""
    if len(text) > _BUTTON:
        return False
    key = fold(text)
    sizes = range(_LABEL, len(key) + 1)
    return any("consent" in (labels().get(key[:size]), labels().get(key[-size:])) for size in sizes)


def _is_headed(page: Page, index: int) -> bool:
    """Whether the line above the text is the heading of the dialog: no label, as of a menu, and no title of
    the page, of which other lines would say something."""
    if not index:
        return False
    above = page.blocks[index - 1].text
    if len(above) > _HEADING or meaning_of(above):
        return False
    key = fold(above)
    others = [fold(block.text) for block in page.blocks[index:]]
    return not any(key in other or (word_count(other) >= _TITLE and other in key) for other in others)


def _between(first: int, end: int, others: list[int]) -> list[int]:
    """Those of the sorted indices from ``first`` up to ``end``."""
    return others[bisect_left(others, first) : bisect_left(others, end)]
