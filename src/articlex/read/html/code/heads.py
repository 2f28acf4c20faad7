"""The head above a code block: the name of its language beside a button to copy the code."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from articlex.class_words import split_words
from articlex.read.html.code.blocks import COMMON, code_language
from articlex.read.html.element_text import text_up_to
from articlex.read.html.tags import BLOCK
from articlex.read.html.tree import Element, begins_with_text, has_tail, take_out
from articlex.read.html.widgets import COPY_WORDS, MOST_COPY_TEXT, role_of

#: How many steps, to the element before or out of one, are made from the code, and elements of a head.
_MOST_STEPS, _MOST_BELOW = 8, 40
#: Characters of the longest head: the name of a file or a language, and the texts of the buttons.
_MOST_HEAD = 100
#: What is never a head, nor in one.
_NEVER = ("pre", "code", "p", "li", "table", "input", "h1", "h2", "h3", "h4", "h5", "h6")


def take_code_heads(root: Element) -> None:
    """Take the buttons out of the heads of code in a tree, and whole heads that have nothing else but the
    language, which the code then states in an attribute.

    A head stands right before the code, or before the <code> in its <pre>: "python [Copy code]". (On MDN a
    script adds the button.)
    """
    for code in list(root.iter("pre")):
        inner = next(code.iterdescendants("code"), None)
        inside = [] if inner is None else list(_elements_before(inner, code))
        if all(element.tag in BLOCK for element in inside):
            for element in inside:
                if not _take_button(element):
                    _take_head(element, code, is_head=True)
        beside_button = False
        for element in list(_elements_before(code, None)):
            if not _take_button(element):
                _take_head(element, code, is_head=beside_button)
                break
            beside_button = True  # before it the name of the language may stand


def _elements_before(first: Element, end: Element | None) -> Iterator[Element]:
    """The elements right before one, or before what begins with it inside of ``end``, the nearest first."""
    for _ in range(_MOST_STEPS):
        before, around = first.getprevious(), first.getparent()
        if before is not None:
            if has_tail(before):
                return
            yield before
            first = before
        elif around is None or around is end or around.tag in ("body", "li") or begins_with_text(around):
            return
        else:
            first = around


def _take_button(element: Element) -> bool:
    """Take out an element if it is a button to copy; whether it is."""
    is_taken = _is_button(element) and _copies(element)
    if is_taken:
        take_out(element)
    return is_taken


def _take_head(element: Element, code: Element, is_head: bool) -> None:
    """Take the buttons, and the name of the language, out of an element if it is the head of code.

    ``is_head`` says that it is one even without a button: it stands in the <pre>, or beside a button to copy.
    """
    if _is_button(element):
        return
    parts = list(islice(element.iter(), _MOST_BELOW))
    buttons = [part for part in parts if _is_button(part)] if len(parts) < _MOST_BELOW else []
    if not _may_be_head(element, buttons):
        return
    label, known = _label(parts, buttons), code_language(code)
    names_language = label != "" and (label == known or (not known and label in COMMON))
    is_named = names_language and (buttons or (known and _begins_line(element)))
    if not (is_head or is_named or any(map(_copies, buttons))):
        return
    for button in buttons:
        take_out(button)
    if label and not names_language:
        return  # the name of a file
    if label and not known:
        code.set("data-lang", label)
    if next(element.iter("img"), None) is None:
        take_out(element)


def _may_be_head(head: Element, buttons: Sequence[Element]) -> bool:
    """Whether an element holds little text, nothing that heads never hold, and no text behind its buttons."""
    if head.tag in _NEVER or len(text_up_to(head, _MOST_HEAD)) > _MOST_HEAD:
        return False
    has_other = next(head.iterdescendants(*_NEVER), None) is not None
    return not has_other and not any(has_tail(button) for button in buttons)


def _begins_line(element: Element) -> bool:
    """Whether an element is a block, or stands in a line with no text before it."""
    before, around = element.getprevious(), element.getparent()
    if element.tag in BLOCK or around is None:
        return True
    return not (begins_with_text(around) if before is None else has_tail(before))


def _label(parts: Sequence[Element], buttons: Sequence[Element]) -> str:
    """The words in a head, which has these ``parts``, outside of its buttons; in small letters."""
    inside = {part for button in buttons for part in button.iter()}
    texts = [part.text for part in parts if part not in inside]
    tails = [part.tail for part in parts[1:] if part not in inside]
    return " ".join(" ".join(filter(None, (*texts, *tails))).split()).lower()


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
