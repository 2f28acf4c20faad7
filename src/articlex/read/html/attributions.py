"""Who is quoted, said above the quotation by an element that a style sheet puts on a line of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlex.page import Wrap, stands_in
from articlex.read.html.element_text import text_up_to
from articlex.read.html.state import PLAIN, Plain, State
from articlex.read.html.tree import Attributes, Element

if TYPE_CHECKING:
    from articlex.read.html.walk import Walker

#: Characters of the longest sign of a link, and more.
_MOST_ARROW = 8


def cite(walker: Walker, element: Element, attributes: Attributes, state: State) -> State | Plain | None:
    """A <cite> at the head of a quotation, which the words that come next touch, as phpBB has it, is a block;
    any other is words in a line: PLAIN."""
    in_quote = stands_in(state.within, Wrap.QUOTE)
    for link in element.findall("a") if in_quote else ():
        if link.text and not any(map(str.isalnum, text_up_to(link, _MOST_ARROW))):
            link.text = None  # phpBB's arrow to the post that is quoted
    tail = element.tail or ""
    if walker.runs.begun or not tail[:1].isalnum():
        return PLAIN
    if not in_quote:
        return PLAIN
    return walker.open_block("cite", attributes, state, element)
