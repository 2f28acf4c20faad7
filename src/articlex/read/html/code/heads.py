"""The head above a code block: the name of its language beside a button to copy the code."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from articlex.read.html.attributes import split_words
from articlex.read.html.code.blocks import COMMON, code_language
from articlex.read.html.element_text import text_up_to
from articlex.read.html.tags import BLOCK
from articlex.read.html.tree import Element, begins_with_text, has_tail, right_before, take_out
from articlex.read.html.widgets import COPY_WORDS, MOST_COPY_TEXT, role_of

#: How many elements up from the code its head may stand, and the most buttons in it.
_MOST_AROUND, _MOST_BUTTONS = 4, 4
#: Characters of the longest head: the name of a file or a language, and the texts of the buttons.
_MOST_HEAD = 100
#: Elements inside a <pre> that may be its head, and elements below a head.
_MOST_INSIDE, _MOST_BELOW = 3, 40
#: What is never a head, nor in one.
_NEVER = ("pre", "code", "p", "li", "table", "input", "h1", "h2", "h3", "h4", "h5", "h6")


class _Head(NamedTuple):
    """The buttons in the head of code, and the words beside them, in small letters."""

    buttons: list[Element]
    label: str


def take_code_heads(root: Element) -> None:
    """Take the buttons out of the heads of code in a tree, and whole heads that have nothing else but the
    language, which the code then states in an attribute.

    A head stands right before the code, or before the <code> in its <pre>: "python [Copy code]". (On MDN a
    script adds the button.)
    """
    for code in list(root.iter("pre")):
        for element in _heads_inside(code):
            if _is_button(element):
                _take_copying(element)
            else:
                _take_head(element, code, is_head=True)
        copies = False
        for element in list(_heads_before(code)):
            if _is_button(element):
                copies = _take_copying(element)
            else:
                _take_head(element, code, is_head=copies)


def _heads_inside(code: Element) -> list[Element]:
    """The blocks before the <code> in a <pre>, the nearest first; none if text is between or before them."""
    inner = next(code.iterdescendants("code"), None)
    heads: list[Element] = []
    while inner is not None and inner is not code and len(heads) < _MOST_INSIDE:
        before = inner.getprevious()
        around = inner.getparent()
        if before is not None:
            if has_tail(before):
                return []
            heads.append(before)
            inner = before
        elif around is None or begins_with_text(around):
            return []
        else:
            inner = around
    return heads if all(head.tag in BLOCK for head in heads) else []


def _heads_before(code: Element) -> Iterator[Element]:
    """The element right before code, or before what begins with it; before a button, the next one too."""
    first = code
    for _ in range(_MOST_AROUND):
        around, before = first.getparent(), first.getprevious()
        if before is not None:
            break
        if around is None or around.tag in ("body", "li") or begins_with_text(around):
            return
        first = around
    for _ in range(_MOST_BUTTONS):
        before = right_before(first)
        if before is None:
            return
        yield before
        if not _is_button(before):
            return
        first = before


def _take_copying(button: Element) -> bool:
    """Take out a button if it copies; whether it does."""
    copies = _copies(button)
    if copies:
        take_out(button)
    return copies


def _take_head(element: Element, code: Element, is_head: bool) -> None:
    """Take the buttons, and the name of the language, out of an element if it is the head of code.

    ``is_head`` says that it is one even without a button: it stands in the <pre>, or beside a button to copy.
    """
    head = _head_in(element)
    if head is None:
        return
    known = code_language(code)
    names_language = head.label == known or (not known and head.label in COMMON)
    is_named = names_language and (head.buttons or (known and element.tag in BLOCK))
    if not (is_head or is_named or any(map(_copies, head.buttons))):
        return
    for button in head.buttons:
        take_out(button)
    if head.label and not names_language:
        return  # the name of a file
    if head.label and not known:
        code.set("data-lang", head.label)
    if next(element.iter("img"), None) is None:
        take_out(element)


def _head_in(element: Element) -> _Head | None:
    """What an element holds that may be the head of code; None for any other."""
    below = list(islice(element.iterdescendants(), _MOST_BELOW))
    buttons = [child for child in below if _is_button(child)] if len(below) < _MOST_BELOW else []
    if len(buttons) > _MOST_BUTTONS or not _may_be_head(element, buttons):
        return None
    return _Head(buttons, " ".join(filter(None, map(str.strip, _outside(element, buttons)))).lower())


def _may_be_head(head: Element, buttons: list[Element]) -> bool:
    """Whether an element holds little text, nothing that heads never hold, and no text behind its buttons."""
    if head.tag in _NEVER or len(text_up_to(head, _MOST_HEAD)) > _MOST_HEAD:
        return False
    has_other = next(head.iterdescendants(*_NEVER), None) is not None
    return not has_other and not any(has_tail(button) for button in buttons)


def _outside(head: Element, buttons: list[Element]) -> Iterator[str]:
    """The pieces of a head's text outside of its buttons."""
    inside = {child for button in buttons for child in button.iter()}
    for child in head.iter():
        if child not in inside:
            yield child.text or ""
            yield (child is not head and child.tail) or ""


def _is_button(element: Element) -> bool:
    """Whether an element is a button by tag, role or class, and neither unfolds nor chooses a tab."""
    if len(text_up_to(element, MOST_COPY_TEXT)) > MOST_COPY_TEXT or "aria-expanded" in element.attrib:
        return False
    if element.tag in ("button", "clipboard-copy"):
        return role_of(element) in ("", "button")
    return role_of(element) == "button" or "copy" in split_words(element.get("class") or "")


def _copies(button: Element) -> bool:
    """Whether an attribute of a button, or its text, says that it copies."""
    said = " ".join([*map(str, button.attrib.values()), text_up_to(button, MOST_COPY_TEXT)])
    return button.tag == "clipboard-copy" or not COPY_WORDS.isdisjoint(split_words(said))
