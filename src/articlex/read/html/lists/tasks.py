"""Check boxes of list items."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import islice, pairwise

from lxml import etree

from articlex.page import Container
from articlex.read.html.tree import Element
from articlex.regex import regex

#: A box in a list below the item belongs to an item of that list.
_LISTS = frozenset({"ul", "ol", "menu"})

#: Notion's boxes.
_DRAWN = frozenset({"checkbox-on", "checkbox-off"})

#: Org's items by their class, and the boxes in code at their start. What is half done is neither.
_WRITTEN = {"on": {"[X]": "true"}, "off": {"[ ]": "false", "[\xa0]": "false"}}

#: Attributes of an item with a box, whatever is in it; and those that may say whether it is checked.
_TASKS = frozenset({"data-task", "data-inline-task-id", "style"})
_STATING = _TASKS | {"data-checked", "class"}

#: Whether any box is drawn; most pages with the word in their source have but the class of a form. It takes a
#: fifth of what the parser does, and is asked where the source has such a class or role.
_BOX, _DRAWN_END, _ROLE = b"checkbox", b"-o", regex(rb"(?i)\brole\s*=\s*[\"']?\Z")
_MOST_BEFORE = 40
_IS_DRAWN = etree.XPath("boolean(//*[@role = 'checkbox' or contains(@class, 'checkbox-o')])")
#: What is an item of a list, or may be made one.
_ITEMS = frozenset({"li", "option", "dd", "tr"})

#: Elements around a box among which its item is.
_MOST_AROUND_BOX = 3

#: Elements of an item among which the label of its box is looked for.
_MOST_AROUND = 60


def has_boxes(root: Element, data: bytes) -> bool:
    """Whether an item of a page, whose source is ``data``, may have a box, a real one or one that is drawn.

    One of ten pages has any; to look for a box in each item of the others took 5 % of the walk.
    """
    if _may_be_drawn(data) and _IS_DRAWN(root):
        return True
    return any(map(_is_box_of_item, root.iter("input")))


def _may_be_drawn(data: bytes) -> bool:
    """Whether the source has the class of a drawn box, or states the role of one."""
    pieces = data.rsplit(_BOX)  # as split() has it, in half of the time
    return any(
        after.startswith(_DRAWN_END) or _ROLE.search(before[-_MOST_BEFORE:])
        for before, after in pairwise(pieces)
    )


def _is_box_of_item(field: Element) -> bool:
    if (field.get("type") or "").lower() != "checkbox":
        return False
    return any(around.tag in _ITEMS for around in islice(field.iterancestors(), _MOST_AROUND_BOX))


def may_have_box(item: Element, attributes: Mapping[str, str], boxes: Callable[[], bool]) -> bool:
    """Whether a box of a list item is worth looking for; ``boxes`` says whether the page has any."""
    if not _TASKS.isdisjoint(attributes):
        return True
    may = boxes() or "data-checked" in attributes or attributes.get("class") in _WRITTEN
    return may and len(item) > 0  # to count the elements of an item takes longer than all else


def with_box(container: Container, item: Element, attributes: Mapping[str, str]) -> Container:
    """The container of a list item, which says whether the item's box is checked."""
    checked = is_checked(item, attributes)
    return container if checked is None else container._replace(checked=checked)


def is_checked(item: Element, attributes: Mapping[str, str]) -> bool | None:
    """Whether the box at the start of a list item is checked; None if the item has none.

    The box may stand in the item's first paragraph or label; Confluence and Evernote draw it by style alone.
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
        if element.get("role") == "checkbox":
            return element.get("aria-checked") == "true"
    return None


def _stated(item: Element, attributes: Mapping[str, str]) -> str | None:
    """What attributes say of an item's box: "true", "false", or something else."""
    stated = attributes.get("data-checked")
    if stated is None and "data-task" in attributes:
        stated = "true" if attributes["data-task"].strip() else "false"
    if stated is None and "data-inline-task-id" in attributes:
        stated = "true" if "checked" in attributes.get("class", "").split() else "false"
    if stated is None and "--en-checked" in attributes.get("style", ""):
        stated = "true" if "--en-checked:true" in attributes["style"].replace(" ", "") else "false"
    if stated is None and attributes.get("class") in _WRITTEN and len(item) and item[0].tag == "code":
        stated = _WRITTEN[attributes["class"]].get(item[0].text or "")
    return stated


def _is_handle(first: Element) -> bool:
    """Whether the first thing in an item is an empty element of the page's own, as GitLab has it to drag."""
    tag = first.tag
    return isinstance(tag, str) and "-" in tag and not len(first) and not first.text


def _folds(box: Element, item: Element) -> bool:
    """Whether a box is a switch that a style sheet folds the item by: its label, elsewhere, has no text."""
    name = box.get("id")
    if not name:
        return False
    labels = (label for label in islice(item.iter(), _MOST_AROUND) if label.tag == "label")
    own = next((label for label in labels if label.get("for") == name), None)
    return own is not None and not any(text.strip() for text in own.itertext())
