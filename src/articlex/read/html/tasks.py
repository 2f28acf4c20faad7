"""Check boxes of list items."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice

from articlex.page import Container
from articlex.read.html.tree import Element

#: A box in a list below the item belongs to an item of that list.
_LISTS = frozenset({"ul", "ol", "menu"})

#: Notion's boxes.
_DRAWN = frozenset({"checkbox-on", "checkbox-off"})

#: Org's items by their class, and the boxes in code at their start. What is half done is neither.
_WRITTEN = {"on": {"[X]": "true"}, "off": {"[ ]": "false", "[\xa0]": "false"}}

#: Elements of an item among which the label of its box is looked for.
_MOST_AROUND = 60


def with_box(container: Container, item: Element, attributes: Mapping[str, str]) -> Container:
    """The container of a list item, which says whether the item's box is checked."""
    checked = is_checked(item, attributes)
    return container if checked is None else container._replace(checked=checked)


def is_checked(item: Element, attributes: Mapping[str, str]) -> bool | None:
    """Whether the box at the start of a list item is checked; None if the item has none.

    The box may stand in the item's first paragraph or label; Confluence and Evernote draw it by style alone.
    """
    stated = _stated(item, attributes)
    if stated in ("true", "false"):
        return stated == "true"
    element = item
    for _ in range(3):
        text = element.text
        if (text and not text.isspace()) or element.tag in _LISTS or not len(element):
            return None
        element = element[_is_handle(element)]
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


def _is_handle(item: Element) -> bool:
    """Whether the first thing in an item is an empty element of the page's own, as GitLab has it to drag."""
    first = item[0]
    return (
        isinstance(first.tag, str)
        and "-" in first.tag
        and len(item) > 1
        and not len(first)
        and not first.text
    )


def _folds(box: Element, item: Element) -> bool:
    """Whether a box is a switch that a style sheet folds the item by: its label, elsewhere, has no text."""
    name = box.get("id")
    if not name:
        return False
    labels = (label for label in islice(item.iter(), _MOST_AROUND) if label.tag == "label")
    own = next((label for label in labels if label.get("for") == name), None)
    return own is not None and not any(text.strip() for text in own.itertext())
