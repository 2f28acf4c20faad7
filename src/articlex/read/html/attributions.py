"""Who is quoted, said above the quotation by an element that a style sheet puts on a line of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlex.page import Wrap, stands_in
from articlex.read.html.state import PLAIN, Plain, State
from articlex.read.html.tree import Attributes, Element

if TYPE_CHECKING:
    from articlex.read.html.walk import Walker


def cite(walker: Walker, element: Element, attributes: Attributes, state: State) -> State | Plain | None:
    """A <cite> at the head of a quotation, which the words that come next touch, as phpBB has it, is a block;
    any other is words in a line: PLAIN."""
    tail = element.tail or ""
    if walker.runs.begun or not tail[:1].isalnum():
        return PLAIN
    if not stands_in(state.within, Wrap.QUOTE):
        return PLAIN
    return walker.open_block("cite", attributes, state, element)
