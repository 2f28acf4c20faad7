"""Handlers of the custom elements in Distill's template for papers: notes, citations, formulas and code."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from articlex.read.html.code.elements import pre
from articlex.read.html.formulas.sources import tex_run
from articlex.read.html.side_notes import note_in_line
from articlex.read.html.state import PLAIN, Plain, State
from articlex.read.html.tree import Attributes, Element, begins_with_text

if TYPE_CHECKING:
    from articlex.read.html.walk import Walker


def _math(walker: Walker, element: Element, attributes: Attributes, state: State) -> Plain | None:
    run = None if len(element) else tex_run(element.text or "", display="block" in attributes)
    if run is None:
        return PLAIN
    walker.add_run(run, state)
    return None


def _citation(walker: Walker, element: Element, attributes: Attributes, state: State) -> Plain | None:
    """A citation, left out if it is empty: a script puts a number there."""
    return PLAIN if len(element) or begins_with_text(element) else None


def _code(walker: Walker, element: Element, attributes: Attributes, state: State) -> State | Plain | None:
    """Code; an attribute says that it is a block."""
    if "block" not in attributes:
        return walker.open_inline("code", attributes, state, element)
    element.set("data-lang", attributes.get("language", ""))
    return pre(walker, element, attributes, state)


ELEMENTS: dict[str, Callable[[Walker, Element, Attributes, State], State | Plain | None]] = {
    "d-cite": _citation,
    "d-code": _code,
    "d-footnote": note_in_line,
    "d-math": _math,
}
