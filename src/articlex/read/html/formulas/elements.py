"""Handlers of elements that hold a formula; see :mod:`articlex.read.html.elements`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlex.read.html.formulas.sources import has_script, math_run, rendered_run, renderer_run
from articlex.read.html.state import PLAIN, Plain, State
from articlex.read.html.tree import Attributes, Element

if TYPE_CHECKING:
    from articlex.read.html.walk import Walker


def math(walker: Walker, element: Element, attributes: Attributes, state: State) -> None:
    """MathML."""
    run = math_run(element)
    if run is not None:
        walker.add_run(run, state)


def math_renderer(walker: Walker, element: Element, attributes: Attributes, state: State) -> Plain | None:
    """GitHub's <math-renderer> around a formula in TeX."""
    run = renderer_run(element)
    if run is None:
        return PLAIN
    walker.add_run(run, state)
    return None


def rendered(walker: Walker, element: Element, attributes: Attributes, state: State) -> State | Plain | None:
    """A formula as a script has rendered it, which is read from its source, if the page has that."""
    if has_script(element):
        return None
    run = rendered_run(element, attributes.get("class", "").split())
    if run is None:
        return PLAIN
    walker.add_run(run, state)
    return None
