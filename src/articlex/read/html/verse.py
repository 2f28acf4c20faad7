"""Verse whose lines are elements: a stanza is one block, with line breaks between its lines.

Project Gutenberg, docutils and Poetry Foundation write a <div> for each line, in one for the stanza or poem.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlex.read.html.attributes import split_words
from articlex.read.html.element_text import text_below
from articlex.read.html.state import PLAIN, Plain, State
from articlex.read.html.tags import BLOCK
from articlex.read.html.tree import (
    Attributes,
    Element,
    begins_with_text,
    classes_of,
    ends_in_break,
    has_tail,
)
from articlex.read.html.widgets import POEM_WORDS

if TYPE_CHECKING:
    from articlex.read.html.walk import Walker

#: Classes of a line.
_LINES = frozenset("l line verse verse-line poem-line poetry-line".split())
#: The class of a group of lines, and of a stanza that has such groups.
_GROUP = "line-block"
#: Words of the class of an element whose lines have no class.
_POEMS = POEM_WORDS | {"lg", "linegroup"}
#: Characters of the longest line; lines of the shortest poem whose lines have no class, and of the longest.
_MOST_IN_LINE, _FEWEST_LINES, _MOST_LINES = 200, 3, 2_000
#: How deep groups of lines may be nested.
_MOST_DEPTH = 8


def stanza(walker: Walker, element: Element, attributes: Attributes, state: State) -> Plain:
    """Make one block of a stanza, or of a poem without stanzas: its lines become inline. Always PLAIN."""
    if not len(element) or len(element) > _MOST_LINES or begins_with_text(element):
        return PLAIN
    lines, groups = _lines(element)
    if _are_verse(lines, attributes["class"]):
        for group in groups:
            group.tag = "span"
        for line in filter(text_below, lines):
            line.tag = "span"
            if not ends_in_break(line):
                line.append(line.makeelement("br"))
    return PLAIN


def _lines(element: Element) -> tuple[list[Element], list[Element]]:
    """The lines of a stanza, those in groups included, and the groups, by which docutils indents."""
    lines: list[Element] = []
    groups: list[Element] = []
    rest = [iter(element)]
    while rest and len(lines) <= _MOST_LINES:
        child = next(rest[-1], None)
        if child is None:
            rest.pop()
        elif len(rest) <= _MOST_DEPTH and _GROUP in classes_of(element) and _GROUP in classes_of(child):
            groups.append(child)
            rest.append(iter(child))
        else:
            lines.append(child)
    return lines, groups


def _are_verse(lines: list[Element], classes: str) -> bool:
    """Whether elements are lines by their classes, or by those of what holds them, and by what they hold."""
    if not 0 < len(lines) <= _MOST_LINES or any(has_tail(line) for line in lines):
        return False
    are_divisions = len(lines) >= _FEWEST_LINES and all(line.tag == "div" for line in lines)
    is_poem = are_divisions and not _POEMS.isdisjoint(split_words(classes))
    return (is_poem or all(map(_is_called_line, lines))) and all(map(_is_line, lines))


def _is_called_line(line: Element) -> bool:
    return any(name.lower() in _LINES for name in classes_of(line))


def _is_line(line: Element) -> bool:
    if line.tag not in ("div", "p", "span") or len(text_below(line)) > _MOST_IN_LINE:
        return False
    inside = [each for each in line.iterdescendants() if each.tag in BLOCK or each.tag == "br"]
    return not inside or (len(inside) == 1 and inside[0].tag == "br" and not (inside[0].tail or "").strip())
