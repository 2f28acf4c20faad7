"""Attributions: a <cite> above the words of a quotation, which a style sheet puts on a line of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlex.page import Wrap, stands_in
from articlex.read.html.element_text import text_up_to
from articlex.read.html.state import PLAIN, Plain, State
from articlex.read.html.tree import Attributes, Element

if TYPE_CHECKING:
    from articlex.read.html.walk import Walker

#: No arrow that is the text of a link has more characters.
_MOST_ARROW = 8


def cite(walker: Walker, element: Element, attributes: Attributes, state: State) -> State | Plain | None:
    """A <cite> at the head of a quotation is a block where the quoted words follow without a blank, as in
    phpBB; any other is words in a line: PLAIN."""
    if not stands_in(state.within, Wrap.QUOTE):
        return PLAIN
    for link in element.findall("a"):
        if link.text and not any(map(str.isalnum, text_up_to(link, _MOST_ARROW))):
            link.text = None  # phpBB's arrow to the post that is quoted
    if walker.runs.begun or not (element.tail or "")[:1].isalnum():
        return PLAIN
    return walker.open_block(element, attributes, state)
