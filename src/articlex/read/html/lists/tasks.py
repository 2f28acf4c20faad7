"""Task lists: the check boxes of list items, and whether they are checked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import islice, pairwise

from lxml import etree

from articlex.read.html.attributes import compact_style
from articlex.read.html.tree import Element
from articlex.read.html.widgets import role_of
from articlex.regex import regex

#: Lists inside an item, to whose own items a box in them belongs.
_LISTS = frozenset({"ul", "ol", "menu"})
#: Classes of the boxes that Notion draws.
_DRAWN = frozenset({"checkbox-on", "checkbox-off"})
#: Classes of items in Org, and the boxes in <code> at their start. (An item may also be half done.)
_WRITTEN = {"on": {"[X]": "true"}, "off": {"[ ]": "false", "[\xa0]": "false"}}
#: Attributes of items with a box, whatever is in them; those that may say if it is checked.
_TASKS = frozenset({"data-task", "data-inline-task-id", "style"})
_STATING = _TASKS | {"data-checked", "class"}
#: Whether a page draws any box. As this takes a fifth of the time of the parser, it is asked only where the
#: source has such a class or role: most pages with the word in it have no more than the class of a form.
_BOX, _DRAWN_END, _ROLE = b"checkbox", b"-o", regex(rb"(?i)\brole\s*=\s*[\"']?\Z")
_MOST_BEFORE = 40
_IS_DRAWN = etree.XPath("boolean(//*[@role = 'checkbox' or contains(@class, 'checkbox-o')])")
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
    if _may_be_drawn(data) and _IS_DRAWN(root):
        return True
    return any(map(_is_box_of_item, root.iter("input")))


def _may_be_drawn(data: bytes) -> bool:
    """Whether the source has the class of a drawn box, or states the role of one."""
    pieces = data.rsplit(_BOX)  # the same as split(), in half of the time
    return any(
        after.startswith(_DRAWN_END) or _ROLE.search(before[-_MOST_BEFORE:])
        for before, after in pairwise(pieces)
    )


def _is_box_of_item(field: Element) -> bool:
    if (field.get("type") or "").lower() != "checkbox":
        return False
    return any(around.tag in _ITEMS for around in islice(field.iterancestors(), _MOST_AROUND_BOX))


def may_have_box(item: Element, attributes: Mapping[str, str], boxes: Callable[[], bool]) -> bool:
    """Whether it is worth looking for the box of a list item; ``boxes`` says whether the page has any."""
    if not _TASKS.isdisjoint(attributes):
        return True
    may = boxes() or "data-checked" in attributes or attributes.get("class") in _WRITTEN
    return may and len(item) > 0  # last, as it takes longest: len() counts the children


def is_checked(item: Element, attributes: Mapping[str, str]) -> bool | None:
    """Whether the box at the start of a list item is checked; None if it has none.

    The box may stand in the item's first paragraph or label. In Confluence and Evernote, attributes of the
    item say whether it is checked, and the style sheet draws it.
    """
    if not _STATING.isdisjoint(attributes):
        stated = _stated(item, attributes)
        if stated in ("true", "false"):
            return stated == "true"
    element = item
    for _ in range(_MOST_AROUND_BOX):
        text = element.text
        if (text and not text.isspace()) or element.tag in _LISTS or not len(element):
            return None
        first = element[0]
        element = element[1] if _is_handle(first) and len(element) > 1 else first
        if element.tag == "input":
            box = (element.get("type") or "").lower() == "checkbox" and not _folds(element, item)
            return element.get("checked") is not None if box else None
        classes = element.get("class")
        drawn = _DRAWN.intersection(classes.split()) if classes else None
        if drawn:
            return "checkbox-on" in drawn
        if role_of(element) == "checkbox":
            return element.get("aria-checked") == "true"
    return None


def _stated(item: Element, attributes: Mapping[str, str]) -> str | None:
    """What the attributes of an item say of its box: "true", "false", or anything else for nothing."""
    stated = attributes.get("data-checked")
    if stated is None and "data-task" in attributes:
        stated = "true" if attributes["data-task"].strip() else "false"
    if stated is None and "data-inline-task-id" in attributes:
        stated = "true" if "checked" in attributes.get("class", "").split() else "false"
    if stated is None and "--en-checked" in (style := compact_style(attributes.get("style", ""))):
        stated = "true" if "--en-checked:true" in style else "false"
    if stated is None and attributes.get("class") in _WRITTEN and len(item) and item[0].tag == "code":
        stated = _WRITTEN[attributes["class"]].get(item[0].text or "")
    return stated


def _is_handle(first: Element) -> bool:
    """Whether the first thing in an item is an empty custom element, by which it is dragged in GitLab."""
    tag = first.tag
    return isinstance(tag, str) and "-" in tag and not len(first) and not first.text


def _folds(box: Element, item: Element) -> bool:
    """Whether a box is a switch by which a style sheet folds the item: it has a label without text."""
    name = box.get("id")
    if not name:
        return False
    labels = (label for label in islice(item.iter(), _MOST_AROUND) if label.tag == "label")
    own = next((label for label in labels if label.get("for") == name), None)
    return own is not None and not any(text.strip() for text in own.itertext())
