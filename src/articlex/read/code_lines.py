"""Code whose lines are elements in no <pre>, as those of Doxygen are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlex.page import Kind, Run
from articlex.read.code import code_text
from articlex.read.state import PLAIN, Plain, State
from articlex.read.tree import Attributes, Element

if TYPE_CHECKING:
    from articlex.read.walk import Walker


def fragment(walker: Walker, element: Element, attributes: Attributes, state: State) -> Plain | None:
    """An element called a fragment that holds lines and nothing else is code; any other is PLAIN."""
    if not len(element) or (element.text or "").strip():
        return PLAIN
    if any(line.get("class") != "line" or (line.tail or "").strip() for line in element):
        return PLAIN
    inner = walker.open_block("pre", {}, state, element)
    text = _without_gap(element, code_text(element))
    if inner is not None and text:
        walker.append(Kind.CODE, text, (Run(text),), inner)
        walker.close(inner)
    return None


def _without_gap(element: Element, text: str) -> str:
    """``text`` without the space that parts each line from its number."""
    lines = text.split("\n")
    is_numbered = all(line.find("span[@class='lineno']") is not None for line in element)
    if not is_numbered or any(line[:1] not in ("", " ") for line in lines):
        return text
    return "\n".join(line[1:] for line in lines)
