"""The authors of a paper as LaTeXML writes them: names in a line, each with notes on that person.

Its style sheet has nothing but room between the names, and shows the notes when the mouse points at a name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from articlex.read.html.element_text import text_as_written
from articlex.read.html.state import PLAIN, Plain, State
from articlex.read.html.tree import (
    Attributes,
    Element,
    begins_with_text,
    classes_of,
    has_tail,
    right_before,
)

if TYPE_CHECKING:
    from articlex.read.html.walk import Walker

_AUTHOR, _NAME, _BETWEEN, _NOTES = "ltx_creator", "ltx_personname", "ltx_author_before", "ltx_author_notes"
_ROLES = (_AUTHOR, _NAME, _NOTES)
#: The class of the notes below the names. It must not be one that speaks of an author.
_CONTACT = "ltx_contact"
#: The room that TeX calls a quad.
_QUAD = "\u2003"


def paper_authors(walker: Walker, element: Element, attributes: Attributes, state: State) -> Plain:
    """Put commas between the names, and where the authors work and whom they thank below all of them."""
    spans = [(_role(span), span) for span in element.iterdescendants("span")]
    are_several = sum(role == _AUTHOR for role, _ in spans) > 1
    # From the last to the first, so that the notes follow in order: each is put right behind the names.
    for role, span in reversed(spans):
        if role == _AUTHOR:
            _part(span)
        elif role == _NAME:
            _part_by_room(span)
            if are_several:
                _set_lines_below(span, element)
            if span.text and not len(span):
                span.text = span.text.rstrip()
        elif role == _NOTES and not has_tail(span):
            _set_below(span, element)
    return PLAIN


def _role(span: Element) -> str:
    """Which of these roles an element has; "" for another one."""
    return next((name for name in classes_of(span) if name in _ROLES), "")


def _part(author: Element) -> None:
    """Put a comma before an author who is not the first, where nothing stands between the names."""
    before = right_before(author)
    if before is None:
        return
    if _BETWEEN in classes_of(before):
        if begins_with_text(before):
            return
        author.getparent().remove(before)  # type: ignore[union-attr]  # it stands beside another
        before = author.getprevious()
    if before is not None:
        before.tail = ", "


def _part_by_room(name: Element) -> None:
    """Put a comma for each quad between two names."""
    for piece in name.iterdescendants():
        if piece.tag == "br":
            return
        if piece.tail and _QUAD in piece.tail and piece.tail.isspace():
            piece.tail = ", "


def _set_lines_below(name: Element, authors: Element) -> None:
    """Make a block behind the ``authors`` of the lines below a name, those behind its first line break."""
    end = name.find("br")
    if end is not None:
        place = etree.Element("div", {"class": _CONTACT})
        place.text, end.tail = end.tail, None
        place.extend(list(end.itersiblings()))
        name.remove(end)
        authors.addnext(place)


def _set_below(notes: Element, authors: Element) -> None:
    """Make a block behind the ``authors`` of the notes on one of them.

    Notes without a letter are dropped: they are numbers, left by a document class that LaTeXML does not know.
    """
    if any(map(str.isalpha, text_as_written(notes))):
        notes.tag = "div"
        notes.set("class", _CONTACT)
        authors.addnext(notes)
    else:
        notes.clear()
