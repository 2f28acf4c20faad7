"""Ruby: the reading of a word, small above its characters. Here it stands behind them: "漢字(かんじ)"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from articlex.page import Run, Style
from articlex.read.html.state import State
from articlex.read.html.tree import Attributes, Element, right_before

if TYPE_CHECKING:
    from articlex.read.html.walk import Walker

#: Elements between two readings: the bracket that closes the one, and that which opens the next.
_MOST_BRACKETS = 2


def reading(walker: Walker, element: Element, attributes: Attributes, state: State) -> None:
    """An <rt> or <rp>, added as a reading in parentheses, which <rp> has for browsers without ruby.

    The end tags of <rb>, <rt> and <rp> may be left out. libxml2 then puts the elements that follow, and the
    characters that they are the readings of, into the one before.
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
    """Whether a reading stands right behind that of the character before in the same word."""
    before = right_before(reading)
    for _ in range(_MOST_BRACKETS):
        if before is not None and before.tag == "rp":
            before = right_before(before)
    return before is not None and before.tag == "rt"


def _add_ruby(walker: Walker, part: str, text: str, state: State, joins: bool) -> bool:
    """Add the ``text`` of a ``part`` (a tag); whether a reading that comes next joins one before it.

    ``joins`` is whether this one does: "(かん)" and "じ" become "(かんじ)".
    """
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
