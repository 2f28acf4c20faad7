"""Markers that are written into the text of items, where a style sheet shows none: bullets, numbers, letters.

Writers print the marker of each item of a list, so one in the text would come twice. It may stand in an item
of any list, in a term of a definition list (TeX4ht), or in the first column of a table that holds nothing but
items (EUR-Lex).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, pairwise
from typing import Literal, NamedTuple

from articlex.page import Container, Wrap
from articlex.punctuation import BULLETS
from articlex.read.html.element_text import text_below
from articlex.read.html.tags import BLOCK
from articlex.read.html.tree import Element, begins_with_text, has_tail
from articlex.regex import regex

_ITEM = Wrap.ITEM  # see articlex.page

#: The attribute for a marker taken out of an item. The text of its block has it, its runs do not.
MARKER = "data-articlex-marker"


class Marker(NamedTuple):
    """The element with a marker, the marker, and the text behind it in the same element."""

    element: Element
    text: str
    rest: str


_BULLET = regex(rf"[{BULLETS}]+|[–—-]")
_NUMBER = regex(r"[(\[]?(\d{1,3})[.)、．\]]?")
#: Markers that need no white space behind them. (A middle dot does.)
_TIGHT = regex(rf"[{BULLETS.replace('·', '')}]|\d{{1,3}}[、．]|\[\d{{1,3}}\]")
#: Letters, Roman numbers, and numbers of several levels, for which Markdown has no lists. "12.00" is a time
#: of day or a price.
_OTHER = regex(r"\(?(?:[a-zA-Z]|[ivxl]{1,5}|[IVXL]{1,5})[.)]|\(?\d{1,3}(?:\.(?!0\d)\d{1,3}){1,4}[.)]?")
_ROMAN = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv".split()
#: Characters of the longest marker, and how deep the text of an item may stand.
_MOST_MARKER, _MOST_DEPTH = 10, 4
#: Items of a list at most, and elements of an item among which its first text is looked for: of lists within
#: lists, a thousand deep, each would be searched with all that it holds.
_MOST_ITEMS, _MOST_SEARCHED = 500, 100
_NOT_TEXT = frozenset("ul ol menu dl table img input pre svg picture figure button select".split())


#: What all markers of a list are; letters, Roman numbers and numbers of several levels are "other", and "" is
#: for a list in which an item has none.
MarkerKind = Literal["bullet", "number", "other", ""]
#: The kinds that are taken out of the text: writers have markers of their own for these.
_TAKEN = frozenset({"bullet", "number"})


def first_item(list_element: Element) -> Element | None:
    """The first item of a list; None if it has none."""
    first = list_element[0] if len(list_element) else None
    if first is None or first.tag == "li":  # a fifth of the time of the search
        return first
    return next(list_element.iterchildren("li"), None)


def take_markers(list_element: Element, first: Element | None, ordered: bool) -> MarkerKind:
    """The kind of the markers of all items in a list.

    Bullets and numbers are taken out of the items and kept in an attribute. ``first`` is the first item. A
    single number is a marker if the list is ``ordered``.
    """
    if first is None:
        return ""
    head = _head_of(first)
    if _begins_with_word(head):
        return ""  # as for nearly all lists
    if (head is None or _marker_at(head, first, ordered) is None) and _has_text(first):
        return ""  # as for most others
    markers = _markers_of(list_element.findall("li"), ordered)
    kind = _kind_of([marker.text for _, marker in markers], 1 if ordered else 2)
    if kind and any(text_below(item) == marker.text for item, marker in markers):
        return ""  # the list is one of numbers
    for item, marker in markers if kind in _TAKEN else ():
        marker.element.text = marker.rest
        _mark(item, marker.text)
    return kind


def _mark(item: Element, marker: str) -> None:
    number = _NUMBER.fullmatch(marker)
    if number is not None:
        item.set("value", number[1])
    item.set(MARKER, marker)


def item_around(within: Sequence[Container]) -> Container | None:
    """The innermost item among the structures around a block; None if there is none."""
    if within and within[-1].wrap is _ITEM:  # as nearly always
        return within[-1]
    return next((container for container in reversed(within) if container.wrap is _ITEM), None)


def _markers_of(items: Sequence[Element], ordered: bool) -> list[tuple[Element, Marker]]:
    """The items that have text, each with its marker; none of them if one has no marker."""
    markers: list[tuple[Element, Marker]] = []
    if not items or len(items) > _MOST_ITEMS:
        return []
    for item in items:
        head = _head_of(item)
        marker = None if head is None else _marker_at(head, item, ordered)
        if marker is not None:
            markers.append((item, marker))
        elif _has_text(item):
            return []
    return markers


def _has_text(item: Element) -> bool:
    """Whether an item has text among its first elements; else it has it in a list of its own at best."""
    # (lxml's iterator of texts takes long to begin, and most have some in their first element.)
    for element in islice(item.iter(), _MOST_SEARCHED):
        text, tail = element.text, element.tail
        if (text and not text.isspace()) or (tail and not tail.isspace() and element is not item):
            return True
    return False


def take_term_markers(definitions: Element) -> bool:
    """Make an ordered list of a definition list whose terms are numbers of items; whether they are.

    Numbers need a sign behind them: those alone are terms, such as exit statuses in a manual.
    """
    children = list(definitions)
    terms, texts = children[::2], children[1::2]
    if len(terms) != len(texts) or len(terms) > _MOST_ITEMS:
        return False
    if not all(map(_may_be_marker_term, terms)) or any(text.tag != "dd" for text in texts):
        return False
    markers = [(term.text or "").strip() for term in terms]
    if any(map(str.isdecimal, markers)) or _kind_of(markers) != "number":
        return False
    for term, text, marker in zip(terms, texts, markers, strict=True):
        definitions.remove(term)
        text.tag = "li"
        _mark(text, marker)
    return True


def _may_be_marker_term(term: Element) -> bool:
    """Whether a term is nothing but text, and no link leads to it."""
    return term.tag == "dt" and not len(term) and not term.get("id") and not has_tail(term)


def take_row_markers(rows: Sequence[Sequence[Element]]) -> MarkerKind:
    """The kind, as in take_markers(), of the markers of a table with a marker and a text in each row.

    Bullets and numbers are taken out, and the rows become items; any other marker comes before its text.
    """
    if len(rows) > _MOST_ITEMS:
        return ""
    pairs = [[cell for cell in row if len(cell) or begins_with_text(cell)] for row in rows]
    if not pairs or any(len(pair) != 2 for pair in pairs):
        return ""
    markers = [text_below(first) for first, _ in pairs]
    if not all(marker and len(marker) <= _MOST_MARKER for marker in markers):
        return ""
    if any(" " in marker or marker.isdecimal() for marker in markers):
        return ""
    if any(next(first.iterdescendants("a", "img"), None) is not None for first, _ in pairs):
        return ""
    kind = _kind_of(markers)
    for (first, second), marker in zip(pairs, markers, strict=True) if kind in _TAKEN else ():
        row = next(first.iterancestors("tr"))
        row.remove(first)
        row.tag, second.tag = "li", "div"
        _mark(row, marker)
    return kind


def _head_of(item: Element) -> Element | None:
    """The first element in an item with text at its head, or empty; None if it is of another kind."""
    element = item
    for _ in range(_MOST_DEPTH):
        if begins_with_text(element) or not len(element):
            break
        element = element[0]
        if element.tag in _NOT_TEXT:
            return None
    return element


def _begins_with_word(head: Element | None) -> bool:
    """Whether ``head``, in which an item has its first text, begins with a word that cannot be a marker."""
    text = "" if head is None else (head.text or "").lstrip()
    return text[:1].isalpha() and not _may_be_marker(text.split(maxsplit=1)[0])


def _may_be_marker(word: str) -> bool:
    """Whether a word is short enough for a marker, and if it begins with a letter, ends like one: "a)"."""
    return len(word) <= _MOST_MARKER and (not word[0].isalpha() or word[-1] in ".)")


def _marker_at(element: Element, item: Element, ordered: bool) -> Marker | None:
    """The marker in ``element``, at the head of an item, alone or before white space; None without one.

    A number alone is a marker before a block, or in an ``ordered`` list if the element has a class.
    """
    head, *rest = (element.text or "").split(maxsplit=1) or [""]
    tight = _TIGHT.match(head)
    if tight is not None and tight.end() < len(head):
        head, rest = tight[0], [(element.text or "").lstrip()[tight.end() :]]
    if not head or not _may_be_marker(head):
        return None
    if not rest and element is not item and text_below(element) == text_below(item):
        return None  # an item that is no more than a number
    is_apart = ordered and element is not item and element.get("class") is not None
    is_beside = is_apart or element.tag in BLOCK or _stands_before_block(element, item)
    if head.isdecimal() and (rest or not is_beside):
        return None  # "2 eggs"
    return Marker(element, head, rest[0] if rest else "")


def _stands_before_block(element: Element, item: Element) -> bool:
    """Whether a block stands right behind an element at the head of an item, or behind what ends there."""
    around: Element | None = element
    while around is not None and around is not item and not has_tail(around):
        following = around.getnext()
        if following is not None:
            return following.tag in BLOCK
        around = around.getparent()
    return False


def _kind_of(markers: Sequence[str], fewest: int = 2) -> MarkerKind:
    """The kind of all markers, as in take_markers(); of numbers there must be at least ``fewest``."""
    if not all(markers) or not markers:
        return ""
    if all(map(_BULLET.fullmatch, markers)):
        return "bullet" if len(markers) > 1 or markers[0][0] in BULLETS else ""
    numbers = [number for number in map(_NUMBER.fullmatch, markers) if number]
    if len(numbers) == len(markers) >= fewest:
        steps = {int(after[1]) - int(before[1]) for before, after in pairwise(numbers)}
        return "number" if steps in ({1}, {-1}) or (not steps and not markers[0].isdecimal()) else ""
    is_row = markers[0][0] == "(" or len(markers) > 2
    return "other" if is_row and all(map(_OTHER.fullmatch, markers)) and _are_counted(markers) else ""


def _are_counted(markers: Sequence[str]) -> bool:
    """Whether letters or Roman numbers count up from the first. Numbers of several levels count as such."""
    names = [marker.strip("(.)").lower() for marker in markers]
    if names[0][0].isdecimal():
        return True
    letters = [chr(ord(names[0]) + place) for place in range(len(names))] if len(names[0]) == 1 else []
    first = _ROMAN.index(names[0]) if names[0] in _ROMAN else len(_ROMAN)
    return names in (letters, list(_ROMAN[first : first + len(names)]))
