"""Links: references to footnotes and links back from these, permalinks beside headings, and all others."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, unquote

from articlex.page import Kind, Run, Style
from articlex.read.html.element_text import stands_in_line, text_up_to, texts
from articlex.read.html.footnotes import (
    MOST_SIGN,
    is_note_label,
    is_said_to_lead_back,
    leads_back,
    leads_there_and_back,
    name_of,
    note_target,
    shows_label,
    sign_of,
    within_page,
)
from articlex.read.html.heading_controls import MOST_BUTTON, is_beside_its_heading, is_for_hearers
from articlex.read.html.state import State
from articlex.read.html.tags import HEADING_LEVEL
from articlex.read.html.tree import Attributes, Element, has_tail, is_only_child

if TYPE_CHECKING:
    from articlex.read.html.walk import Walker

_REDIRECT = "https://www.google.com/url?"
#: Classes of links beside headings, definitions, captions and equations: Sphinx, MkDocs, Docusaurus, rustdoc,
#: GitHub, Hugo, VuePress.
_PERMALINKS = frozenset(
    """headerlink headeranchor-link hash-link anchor anchor-link doc-anchor header-anchor heading-anchor
    heading-link anchorjs-link permalink pilcrow""".split()
)
#: From a permalink up to the element that it leads to: a name, its group, its section; and from a heading,
#: term or caption that is a link, since each post of a forum may be headed by a link to itself named after
#: the thread.
_MOST_AROUND_SIGN, _MOST_AROUND_NAME = 4, 2
#: Kinds of blocks that name what they stand in. A link from the name to that leads nowhere; elsewhere it
#: leads to the head of a section.
_NAMES = frozenset({Kind.HEADING, Kind.TERM, Kind.CAPTION})
#: Words of the class of a link that is drawn as a button, and Bootstrap's class of those that are not.
_BUTTONS, _LINK = frozenset({"btn", "button"}), "btn-link"
#: Where Bootstrap 3, 4 and 5 state that a link is a switch; ARIA has an attribute for what unfolds.
_SWITCHES = ("data-toggle", "data-bs-toggle")
#: What the two of Bootstrap unfold or bring to the front.
_SWITCHED = frozenset({"collapse", "pill", "tab"})


def link(walker: Walker, element: Element, attributes: Attributes, state: State) -> State | None:
    """The state inside a link; None for one that is left out, or a footnote's mark, which is read."""
    href = attributes.get("href")
    if href is not None and "#" in href:
        return _link_with_fragment(walker, element, attributes, state)
    inner = _open(walker, element, attributes, state)
    return inner if href is None or inner is None else inner.linked(_without_redirect(href.strip()))


def _open(walker: Walker, element: Element, attributes: Attributes, state: State) -> State | None:
    """Begin a link: inline, or as a block of its own where it is drawn as a button beside the text."""
    if "class" in attributes and _is_button(walker, element, attributes["class"], state):
        return walker.open_block(element, attributes, state)
    return walker.open_inline(element, attributes, state)


def _is_button(walker: Walker, element: Element, classes: str, state: State) -> bool:
    """Whether a link is a button by its class, and in no table, heading or running text: "Add to cart"."""
    if _BUTTONS.isdisjoint(walker.looks[classes].words) or state.level or walker.walks_around > 0:
        return False
    return _LINK not in classes.split() and not stands_in_line(element)


def _without_redirect(href: str) -> str:
    """The address that a link leads to in the end: documents of Google have it lead by way of Google."""
    if not href.startswith(_REDIRECT):
        return href
    query = parse_qs(href[len(_REDIRECT) :])
    return next((each[0] for name in ("q", "url") if (each := query.get(name))), href)


def _link_with_fragment(
    walker: Walker, element: Element, attributes: Attributes, state: State
) -> State | None:
    """The state inside a link that may lead to a place in the page; None as :func:`link` has it."""
    address = "" if walker.markup.base else walker.whole.address
    href = attributes["href"] = within_page(attributes["href"].strip(), address)
    if walker.is_in_note(state) and is_said_to_lead_back(attributes, walker.notes):
        _drop_way_back(walker, element)
        return None
    heads_note = not walker.runs.begun and name_of(attributes) in walker.notes
    text = text_up_to(element, MOST_SIGN) if len(href) > 1 and href[0] == "#" else ""
    target = "" if heads_note else _note(walker, element, attributes, state, text)
    if target:
        walker.notes.add(target)
        _drop_brackets(walker, element)
        walker.add_run(Run(sign_of(element), Style.FOOTNOTE, href), state)
        return None
    inner = _open(walker, element, attributes, state)
    if inner is None:
        return None
    if href[:1] == "#":
        if _is_sign_of_place(walker, element, attributes, state, text):
            return None
        if _is_name_of_place(walker, element, attributes, state):
            return inner
    if walker.is_in_note(state) and leads_back(element, attributes, walker.notes):
        return None
    return inner.linked(href)


def _is_sign_of_place(
    walker: Walker, element: Element, attributes: Mapping[str, str], state: State, text: str
) -> bool:
    """Whether a link is no more than a permalink for the place where it stands, or one for screen readers.

    ``text`` is the beginning of what it shows.
    """
    href = attributes["href"]
    if _is_permalink(walker, element, attributes, state, text) or is_beside_its_heading(element, href):
        return True
    if not any(map(str.isalnum, text)):  # as few
        return _leads_to_itself(element, href, _MOST_AROUND_SIGN) and _is_sign(element)
    is_behind_name = state.kind in _NAMES and walker.runs.begun and is_for_hearers(element)
    return is_behind_name and _leads_to_itself(element, href, _MOST_AROUND_NAME)


def _is_name_of_place(walker: Walker, element: Element, attributes: Mapping[str, str], state: State) -> bool:
    """Whether the text of a link is the name of the place where it stands, and the link of no use: a heading
    that leads to itself, or back to the contents, as in Docutils, or unfolds its section."""
    if state.kind is Kind.HEADING and is_said_to_lead_back(attributes, walker.notes):
        return True
    if state.kind in _NAMES and _leads_to_itself(element, attributes["href"], _MOST_AROUND_NAME):
        return True
    if not _is_switch(attributes):
        return False
    return state.level > 0 or next(element.iter(*HEADING_LEVEL), None) is not None


def _is_switch(attributes: Mapping[str, str]) -> bool:
    """Whether a link does not lead to its place in the page but unfolds it, as a question does its answer."""
    if "aria-expanded" in attributes:
        return True
    return any(attributes.get(name) in _SWITCHED for name in _SWITCHES)


def _drop_way_back(walker: Walker, element: Element) -> None:
    """Leave out a link back. At the head of a note it is the note's mark, with a full stop: "1. "."""
    if not walker.runs.begun and element.tail and is_note_label(element):
        element.tail = element.tail.lstrip(" .")


def _note(walker: Walker, element: Element, attributes: Mapping[str, str], state: State, text: str) -> str:
    """The id of the footnote that a link refers to; "" for any other link.

    ``text`` is what it shows, "" if it leads to no place in the page.
    """
    target = note_target(element, attributes, state.style, text)
    if target or not shows_label(text) or state.kind is Kind.HEADING or walker.is_in_note(state):
        return target
    if not walker.runs.begun:  # an exercise, or its answer, that begins with its number
        return ""
    href = attributes["href"]
    return href[1:] if leads_there_and_back(element, href, walker.whole.links()) else ""


def _drop_brackets(walker: Walker, sign: Element) -> None:
    """Drop the brackets around a footnote's mark where the superscript holds nothing else: "[1]" → "1"."""
    around = sign.getparent()
    if around is None or around.tag != "sup" or not is_only_child(sign):
        return
    brackets = ((around.text or "").strip(), (sign.tail or "").strip())
    if brackets in (("[", "]"), ("(", ")")) and walker.runs.take_back(brackets[0]):
        sign.tail = None


def _is_permalink(
    walker: Walker, element: Element, attributes: Mapping[str, str], state: State, text: str
) -> bool:
    """Whether a link is by its class the permalink of documentation beside headings: "¶", "#", "§", or words
    behind those of the heading: "Copy link".

    ``text`` is the beginning of what it shows.
    """
    classes = attributes.get("class")
    if classes is None or _PERMALINKS.isdisjoint(classes.split()) or attributes.get("href", "")[:1] != "#":
        return False
    if _is_sign(element):
        return True
    # (Behind a number or a letter stands the heading itself.)
    is_behind = state.level > 0 and walker.runs.last_text()[-2:].isalpha() and not has_tail(element)
    return is_behind and len(text) <= MOST_BUTTON and element.getnext() is None


def _is_sign(element: Element) -> bool:
    """Whether a link shows neither letters or digits nor a picture."""
    has_words = any(any(map(str.isalnum, text)) for text in texts(element))
    return not has_words and element.find(".//img") is None


def _leads_to_itself(element: Element, href: str, most: int) -> bool:
    """Whether a link leads to itself, or to one of the ``most`` nearest elements around it."""
    if len(href) == 1:
        return False
    target = unquote(href[1:])
    return element.get("id") == target or any(
        around.get("id") == target for around in islice(element.iterancestors(), most)
    )
