"""The parsed tree: what lxml calls its elements, and the attributes of one."""

from __future__ import annotations

from lxml import etree

Element = etree._Element
Attributes = dict[str, str]


def take_out(element: Element) -> None:
    """Take an element out of the tree; the text behind it stays."""
    around = element.getparent()
    if around is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is None:
            around.text = (around.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
        element.tail = None
    around.remove(element)


def is_only_child(element: Element) -> bool:
    """Whether an element has no other beside it. To ask for their number takes a step for each."""
    return element.getprevious() is None and element.getnext() is None
