"""The parsed tree: the types of an element and its attributes, and what is asked of and done to elements."""

from __future__ import annotations

from lxml import etree

Element = etree._Element
Attributes = dict[str, str]


def attributes_of(element: Element) -> Attributes:
    """The attributes of an element by name."""
    return dict(element.items())  # type: ignore[arg-type]  # no bytes in HTML


def classes_of(element: Element) -> list[str]:
    """The classes of an element, in the order of the page, which says nothing."""
    return (element.get("class") or "").split()


def take_out(element: Element) -> None:
    """Remove an element from its tree; the text behind it stays. Nothing happens to the root."""
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


def empty(element: Element) -> None:
    """Remove the content and the attributes of an element; the text behind it stays."""
    tail = element.tail
    element.clear()
    element.tail = tail


def begins_with_text(element: Element) -> bool:
    """Whether text stands in an element before any element inside of it; white space is none."""
    text = element.text
    return bool(text) and not str(text).isspace()


def has_tail(element: Element) -> bool:
    """Whether text stands right behind an element; white space is none."""
    tail = element.tail
    return bool(tail) and not str(tail).isspace()


def right_before(element: Element) -> Element | None:
    """The element before another one with no text between them; None if there is none."""
    before = element.getprevious()
    return None if before is None or has_tail(before) else before


def is_only_child(element: Element) -> bool:
    """Whether an element has no sibling. (To count the children of its parent takes a step for each.)"""
    return element.getprevious() is None and element.getnext() is None
