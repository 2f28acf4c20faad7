"""Verses whose lines are elements, by class: a stanza is one paragraph with line breaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from articlex.read.html.element_text import text_up_to
from articlex.read.html.state import PLAIN, Plain, State
from articlex.read.html.tags import is_block
from articlex.read.html.tree import Attributes, Element, begins_with_text, classes_of, has_tail

if TYPE_CHECKING:
    from articlex.read.html.walk import Walker

#: Classes of elements that hold lines and no more, whatever these are called; those of lines elsewhere.
_STANZAS = frozenset({"stanza", "strophe"})
_BLOCK_OF_LINES = "line-block"
_LINES = frozenset({"line", "verse", "verse-line"})
_LINE_TAGS = frozenset({"div", "p", "span"})
#: Lines of the shortest stanza and the longest, and characters of the longest line: more are paragraphs.
_FEWEST, _MOST, _LONGEST = 2, 100, 120


def verse(walker: Walker, element: Element, attributes: Attributes, state: State) -> Plain:
    """The lines of a stanza become one paragraph; an element of that class with anything else is as any."""
    lines = _lines_of(element)
    if _FEWEST <= len(lines) <= _MOST:
        for line in lines[:-1]:
            line.addnext(etree.Element("br"))
        for line in element.iterdescendants("div", "p"):
            line.tag = "span"
    return PLAIN


def _lines_of(element: Element) -> list[Element]:
    """The lines of a stanza, and of the blocks of lines in it that set them in; [] if it holds more than
    lines, or parts of a block that a browser would show."""
    if begins_with_text(element):
        return []
    are_called = not _STANZAS.isdisjoint(classes_of(element))
    found: list[Element] = []
    for child in element:
        if child.tag not in _LINE_TAGS or has_tail(child) or len(found) > _MOST:
            return []
        classes = classes_of(child)
        if _BLOCK_OF_LINES in classes:
            inner = _lines_of(child)
            if not inner:
                return []
            found += inner
        elif (are_called or not _LINES.isdisjoint(classes)) and _is_line(child):
            found.append(child)
        else:
            return []
    return found


def _is_line(element: Element) -> bool:
    """Whether an element holds a few words and no block."""
    is_short = len(text_up_to(element, _LONGEST)) <= _LONGEST
    return is_short and not any(is_block(str(each.tag)) for each in element.iterdescendants())
