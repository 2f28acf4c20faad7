"""Ruby: what a word is read as, small above its characters; here it stands in parentheses behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from articlex.page import Run, Style
from articlex.read.html.state import State
from articlex.read.html.tree import Attributes, Element

if TYPE_CHECKING:
    from articlex.read.html.walk import Walker

#: Elements between two readings: what closes one in brackets and opens the next.
_MOST_BRACKETS = 2


def reading(walker: Walker, element: Element, attributes: Attributes, state: State) -> None:
    """A reading in parentheses, as <rp> has it for those who see no ruby.

    The end tags of <rb>, <rt> and <rp> may be left out, and libxml2 then puts the next of them, and what the
    readings are of, into the one before.
    """
    part, text, joins = element.tag, "", _goes_on(element)
    for event, inner in etree.iterwalk(element, events=("start", "end")):
        if inner.tag in ("rb", "rt", "rp"):
            joins = _add_ruby(walker, part, text, state, joins)
            part, text = (inner.tag if event == "start" else "rb"), ""
        if event == "start":
            text += inner.text or ""
        elif inner is not element:
            text += inner.tail or ""
    _add_ruby(walker, part, text, state, joins)


def _goes_on(reading: Element) -> bool:
    """Whether a reading comes right behind another: that of the first character of the same word."""
    before = reading.getprevious()
    for _ in range(_MOST_BRACKETS):
        if before is None or before.tag != "rp" or (before.tail or "").strip():
            break
        before = before.getprevious()
    return before is not None and before.tag == "rt" and not (before.tail or "").strip()


def _add_ruby(walker: Walker, part: str, text: str, state: State, joins: bool) -> bool:
    """Add a part of a ruby; whether a reading that comes next joins the one before it."""
    text = " ".join(text.split())
    if not text or state.mute or part == "rp":
        return joins
    if part != "rt":
        walker.add_run(Run(text, state.style, state.href), state)
        return False
    before = walker.runs.runs[-1].text if joins and walker.runs.runs else ""
    if before[:1] == "(" and walker.runs.take_back(before):
        text = before[1:-1] + text
    walker.add_run(Run(f"({text})", state.style | Style.RUBY, state.href), state)
    return True
