"""Task lists: the check boxes of list items, and whether they are checked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import islice

from articlex.read.html.tree import Element, classes_of
from articlex.read.html.widgets import role_of
from articlex.regex import regex

#: Lists inside an item, to whose own items a box in them belongs.
_LISTS = frozenset({"ul", "ol", "menu"})
#: Classes of the boxes that Notion draws.
_DRAWN = frozenset({"checkbox-on", "checkbox-off"})
#: What each page with a box has in its source, and signs of a drawn one there.
_WORD = b"checkbox"
_DRAWN_BOX = regex(rb"checkbox(?:-o[nf]|(?<=role=checkbox)|(?<=role=[\"']checkbox))")
#: What an editor states of an item: TipTap, Quill.
_STATED = "data-checked"
#: Elements that are items of a list, or may be made one.
_ITEMS = frozenset({"li", "option", "dd", "tr"})
#: How many elements up from a box its item may be.
_MOST_AROUND_BOX = 3
#: Elements of an item among which the label of its box is looked for.
_MOST_AROUND = 60


def has_boxes(root: Element, data: bytes) -> bool:
    """Whether any item on a page, whose source is ``data``, may have a check box, drawn or real.

    One of ten pages has any; on the others, to look for a box in each item took 5 % of the time of the walk.
    """
    if any(map(_is_box_of_item, root.iter("input"))):
        return True
    # rfind() takes a third of the time of the pattern.
    at = data.rfind(_WORD)
    while at >= 0 and _DRAWN_BOX.match(data, at) is None:
        at = data.rfind(_WORD, 0, at)
    return at >= 0


def _is_box_of_item(field: Element) -> bool:
    if not _is_box(field):
        return False
    return any(around.tag in _ITEMS for around in islice(field.iterancestors(), _MOST_AROUND_BOX))


def _is_box(field: Element) -> bool:
    return field.get("type") == "checkbox"


def may_have_box(item: Element, attributes: Mapping[str, str], boxes: Callable[[], bool]) -> bool:
    """Whether it is worth looking for the box of a list item; ``boxes`` says whether the page has any."""
    return _STATED in attributes or (boxes() and len(item) > 0)


def is_checked(item: Element, attributes: Mapping[str, str]) -> bool | None:
    """Whether the box at the start of a list item is checked; None if it has none.

    The box may stand in the item's first paragraph or label.
    """
    stated = attributes.get(_STATED)
    if stated in ("true", "false"):
        return stated == "true"
    element = item
    for _ in range(_MOST_AROUND_BOX):
        text = element.text
        if (text and not text.isspace()) or element.tag in _LISTS or not len(element):
            return None
        element = element[0]
        if element.tag == "input":
            is_task = _is_box(element) and not _folds(element, item)
            return element.get("checked") is not None if is_task else None
        drawn = _DRAWN.intersection(classes_of(element))
        if drawn:
            return "checkbox-on" in drawn
        if role_of(element) == "checkbox":
            return element.get("aria-checked") == "true"
    return None


def _folds(box: Element, item: Element) -> bool:
    """Whether a box is a switch by which a style sheet folds the item: it has a label without text."""
    name = box.get("id")
    if not name:
        return False
    labels = (label for label in islice(item.iter(), _MOST_AROUND) if label.tag == "label")
    own = next((label for label in labels if label.get("for") == name), None)
    return own is not None and not any(text.strip() for text in own.itertext())
