"""Code whose lines are elements in no <pre>, as those of Doxygen and Discuz are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlex.page import Kind, Run
from articlex.read.html.code import code_text, is_code
from articlex.read.html.state import PLAIN, Plain, State
from articlex.read.html.tree import Attributes, Element

if TYPE_CHECKING:
    from articlex.read.html.walk import Walker


def fragment(walker: Walker, element: Element, attributes: Attributes, state: State) -> Plain | None:
    """An element called a fragment that holds lines and nothing else is code; any other is PLAIN.

    Discuz has a list of lines, and a button behind it.
    """
    items = element.find(".//ol") if "blockcode" in attributes["class"].split() else None
    if items is not None and is_code(items):
        _append(walker, items, code_text(items), state)
        return None
    if not len(element) or (element.text or "").strip():
        return PLAIN
    if any(line.get("class") != "line" or (line.tail or "").strip() for line in element):
        return PLAIN
    _append(walker, element, _without_gap(element, code_text(element)), state)
    return None


def _append(walker: Walker, element: Element, text: str, state: State) -> None:
    inner = walker.open_block("pre", {}, state, element)
    if inner is not None and text:
        walker.append(Kind.CODE, text, (Run(text),), inner)
        walker.close(inner)


def _without_gap(element: Element, text: str) -> str:
    """``text`` without the space that parts each line from its number."""
    lines = text.split("\n")
    is_numbered = all(line.find("span[@class='lineno']") is not None for line in element)
    if not is_numbered or any(line[:1] not in ("", " ") for line in lines):
        return text
    return "\n".join(line[1:] for line in lines)
