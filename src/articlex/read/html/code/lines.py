"""Code outside of <pre> whose lines are elements, as in Doxygen, LaTeXML, Discuz and CodeMirror."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from articlex.read.html.code.blocks import code_language, code_text, is_code
from articlex.read.html.code.elements import add_code
from articlex.read.html.element_text import text_as_written
from articlex.read.html.state import PLAIN, Plain, State
from articlex.read.html.tree import Attributes, Element, begins_with_text, classes_of, has_tail

if TYPE_CHECKING:
    from articlex.read.html.walk import Walker

_LINES = frozenset(("cm-line", "line", "ltx_listingline"))
#: CodeMirror 5 has a <pre> for each line, behind its number; an empty line holds this.
_MIRROR, _NOTHING = "CodeMirror-code", "\u200b"
#: LaTeXML's link to all lines as a file, before them.
_FILE = "ltx_listing_data"


def fragment(walker: Walker, element: Element, attributes: Attributes, state: State) -> Plain | None:
    """An element that is a listing by its class is code if it holds nothing but lines; any other is PLAIN.

    Discuz has a list of lines, with a button behind it.
    """
    items = element.find(".//ol") if "blockcode" in attributes["class"].split() else None
    if items is not None and is_code(items):
        _append(walker, items, code_text(items), state)
        return None
    if not len(element) or begins_with_text(element):
        return PLAIN
    if _MIRROR in classes_of(element):
        written = "\n".join(
            text_as_written(line).replace(_NOTHING, "") for line in element.iterdescendants("pre")
        )
        _append(walker, element, written.strip("\n"), state)
        return None
    lines = [line for line in element if _FILE not in classes_of(line)]
    if any(_LINES.isdisjoint(classes_of(line)) or has_tail(line) for line in lines):
        return PLAIN
    text = "\n".join(code_text(line).rstrip("\n") for line in lines).strip("\n")
    _append(walker, element, _without_gap(lines, text), state)
    return None


def _append(walker: Walker, element: Element, text: str, state: State) -> None:
    add_code(walker, text, walker.open_block(element, {}, state, "pre"), code_language(element))


def _without_gap(elements: Sequence[Element], text: str) -> str:
    """``text`` without the space between the number of each line and the line, one of ``elements``."""
    lines = text.split("\n")
    is_numbered = all(line.find("span[@class='lineno']") is not None for line in elements)
    if not is_numbered or any(line[:1] not in ("", " ") for line in lines):
        return text
    return "\n".join(line[1:] for line in lines)
