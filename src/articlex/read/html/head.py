"""Elements that speak of the page as a whole: <title>, <meta>, <link>, <base>, <html>, scripts with data.

What they state is stored as written. All but the last are handlers (:mod:`articlex.read.html.elements`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlex.markup import Markup
from articlex.read.html.annotations import annotate
from articlex.read.html.element_text import text_below
from articlex.read.html.embedded.state_values import is_state
from articlex.read.html.state import PLAIN, Plain, State
from articlex.read.html.tree import Attributes, Element

if TYPE_CHECKING:
    from articlex.read.html.walk import Walker

#: Characters of embedded state that are kept at most; beyond that pages ship whole databases.
_MOST_STATE = 4_000_000

#: Attributes of <meta> that may hold several names, with spaces between them.
_LISTS = frozenset(("property", "itemprop"))

#: What the ``scheme`` of a <meta> of Dublin Core may add to its name, as on pages of patents: which date it
#: is, by the terms of DCMI, and what part somebody had in it. Other schemes name formats.
_QUALIFIED = {
    "dc.date": frozenset(
        "issue issued available created modified valid dateaccepted datecopyrighted datesubmitted".split()
    ),
    "dc.contributor": frozenset("author inventor assignee applicant editor".split()),
}


def title(walker: Walker, element: Element, attributes: Attributes, state: State) -> None:
    """The page's title: the first <title> with text, and not one in a drawing."""
    if not walker.markup.title and not state.mute:
        walker.markup.title = text_below(element)


def meta(walker: Walker, element: Element, attributes: Attributes, state: State) -> None:
    """A <meta>, stored once for each of its names: RDFa and microdata allow several in one attribute."""
    content = attributes.get("content")
    if content is not None:
        for key in ("name", "property", "itemprop", "http-equiv"):
            if name := attributes.get(key, "").lower():
                names = name.split() if key in _LISTS else (_qualified(name.strip(), attributes),)
                walker.markup.metas.extend([(each, content.strip()) for each in names])
    if "itemprop" in attributes:
        annotate(walker, element, attributes, state)


def _qualified(name: str, attributes: Attributes) -> str:
    """``name`` with the scheme that its element states: "dc.date" of the scheme "issue" → "dc.date.issue"."""
    if name not in _QUALIFIED:
        return name
    scheme = attributes.get("scheme", "").strip().lower()
    return f"{name}.{scheme}" if scheme in _QUALIFIED[name] else name


def link_element(walker: Walker, element: Element, attributes: Attributes, state: State) -> None:
    """A <link>, by its relation and by RDFa or microdata."""
    if href := attributes.get("href"):
        rel = attributes.get("rel", "").strip().lower()
        kind = attributes.get("hreflang") or attributes.get("type") or ""
        walker.markup.links.append((rel, href.strip(), kind))
    if "itemprop" in attributes or "property" in attributes:
        annotate(walker, element, attributes, state)


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


def read_script(markup: Markup, element: Element, attributes: Attributes) -> None:
    """Store a script that carries data: JSON-LD, or the state of the page. Programs are passed over."""
    kind = attributes.get("type", "").lower()
    if "ld+json" in kind:
        markup.json_ld.append(element.text or "")
    elif "src" not in attributes and (text := element.text):
        fits = markup.state_chars + len(text) <= _MOST_STATE
        if fits and ("json" in kind or is_state(text)):
            markup.states.append(text)
            markup.state_chars += len(text)
