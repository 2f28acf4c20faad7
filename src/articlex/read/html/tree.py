"""The parsed tree: what lxml calls its elements, and the attributes of one."""

from __future__ import annotations

from lxml import etree

Element = etree._Element
Attributes = dict[str, str]


def is_only_child(element: Element) -> bool:
    """Whether an element has no other beside it. To ask for their number takes a step for each."""
    return element.getprevious() is None and element.getnext() is None
