"""Handlers of elements that speak of the page as a whole; see :mod:`articlex.read.html.elements`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlex.read.html.annotations import annotate
from articlex.read.html.element_text import text_below
from articlex.read.html.head import read_link, read_meta
from articlex.read.html.state import PLAIN, Plain, State
from articlex.read.html.tree import Attributes, Element

if TYPE_CHECKING:
    from articlex.read.html.walk import Walker


def title(walker: Walker, element: Element, attributes: Attributes, state: State) -> None:
    """The page's title: the first <title> with text, and not one in a drawing."""
    if not walker.markup.title and not state.mute:
        walker.markup.title = text_below(element)


def meta(walker: Walker, element: Element, attributes: Attributes, state: State) -> None:
    """What a <meta> states, by its name and by RDFa or microdata."""
    read_meta(walker.markup, attributes)
    if "itemprop" in attributes:
        annotate(walker.markup.annotations, element, attributes, "", len(walker.blocks), state.scope)


def link_element(walker: Walker, element: Element, attributes: Attributes, state: State) -> None:
    """What a <link> states, by its relation and by RDFa or microdata."""
    read_link(walker.markup, attributes)
    if "itemprop" in attributes or "property" in attributes:
        annotate(walker.markup.annotations, element, attributes, "", len(walker.blocks), state.scope)


def base(walker: Walker, element: Element, attributes: Attributes, state: State) -> None:
    """The address that those of the page are relative to: the first that is stated."""
    walker.markup.base = walker.markup.base or attributes.get("href", "").strip()


def root(walker: Walker, element: Element, attributes: Attributes, state: State) -> Plain:
    """The language and the direction of text that <html>, else <body>, states."""
    stated = (
        attributes.get("lang")
        or attributes.get("xml:lang")
        or attributes.get("{http://www.w3.org/XML/1998/namespace}lang")
    )
    walker.markup.lang = walker.markup.lang or (stated or "")
    walker.markup.dir = walker.markup.dir or attributes.get("dir", "").lower()
    return PLAIN
