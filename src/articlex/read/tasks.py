"""Check boxes of list items."""

from __future__ import annotations

from lxml import etree

from articlex.page import Wrap
from articlex.read.state import State

#: A box in a list below the item belongs to an item of that list.
_LISTS = frozenset({"ul", "ol", "menu"})

#: Notion's boxes.
_DRAWN = frozenset({"checkbox-on", "checkbox-off"})


def with_box(state: State, item: etree._Element) -> State:
    """The state inside a list item, whose container then says whether its box is checked."""
    if (
        (len(item) or item.get("data-task") is not None)
        and state.within
        and state.within[-1].wrap is Wrap.ITEM
    ):
        checked = is_checked(item)
        if checked is not None:
            container = state.within[-1]._replace(checked=checked)
            return state._replace(within=(*state.within[:-1], container))
    return state


def is_checked(item: etree._Element) -> bool | None:
    """Whether the box at the start of a list item is checked; None if the item has none.

    The box may stand in the item's first paragraph or label.
    """
    stated = item.get("data-checked")
    if stated is None and item.get("data-task") is not None:
        stated = "true" if (item.get("data-task") or "").strip() else "false"
    if stated in ("true", "false"):
        return stated == "true"
    element: etree._Element | None = item
    for _ in range(3):
        if (
            element is None
            or element.tag in _LISTS
            or (element.text and not element.text.isspace())
            or not len(element)
        ):
            return None
        element = element[0]
        if element.tag == "input":
            box = (element.get("type") or "").lower() == "checkbox"
            return element.get("checked") is not None if box else None
        drawn = _DRAWN.intersection((element.get("class") or "").split())
        if drawn:
            return "checkbox-on" in drawn
        if element.get("role") == "checkbox":
            return element.get("aria-checked") == "true"
    return None
