"""Controls amid the words of a sentence: a button that is a word of it or only a sign, a choice, a field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlex.read.html.element_text import first_text, is_short
from articlex.read.html.heading_controls import button_of_heading
from articlex.read.html.state import PLAIN, Plain, State
from articlex.read.html.tags import INLINE_STYLE
from articlex.read.html.tree import Attributes, Element, has_tail, right_before
from articlex.read.html.widgets import COPY_WORDS

if TYPE_CHECKING:
    from articlex.read.html.walk import Walker

#: Types of <input> that show their value as text; "" is none stated.
_SHOWN_FIELDS = frozenset({"", "number", "text"})
#: Inline elements that words of a sentence stand in.
_WORDS = frozenset({*INLINE_STYLE, "a", "abbr", "span"})


def button(walker: Walker, element: Element, attributes: Attributes, state: State) -> Plain | None:
    """A button that is no word of the sentence around it is left out: one that shows a sign alone, or copies
    the code in front of it. For those of headings see :mod:`articlex.read.html.heading_controls`."""
    if state.level == 0 and walker.runs.begun and walker.walks_around == 0:
        if _is_sign(element):
            return None
        if _copies(walker, element, attributes):
            return None
    return button_of_heading(walker, element, attributes, state)


def _is_sign(element: Element) -> bool:
    """Whether a button shows neither words nor a picture."""
    has_words = any(map(str.isalnum, first_text(element)))
    return not has_words and is_short(element) and element.find(".//img") is None


def _copies(walker: Walker, element: Element, attributes: Attributes) -> bool:
    """Whether a button copies the code of the line that it stands right behind: by its class, or as nothing
    else touches code in a line."""
    before = right_before(element)
    if before is None or before.tag not in ("code", "kbd", "samp") or not is_short(element):
        return False
    if before.tag == "code" and not before.tail:
        return True
    return not COPY_WORDS.isdisjoint(walker.looks.of(attributes).words)


def choice(walker: Walker, element: Element, attributes: Attributes, state: State) -> Plain | None:
    """A <select> amid a sentence is the option that a browser shows of it."""
    if not (walker.runs.begun and goes_on(element)):
        return PLAIN
    options = [each for each in element.iterdescendants() if each.tag == "option"]
    if any(has_tail(each) for each in options) or not options:
        return PLAIN  # nothing closes the <select>, and what it holds is no choice
    shown = next((each for each in options if each.get("selected") is not None), options[0])
    _add_words(walker, first_text(shown), state)
    return None


def field(walker: Walker, element: Element, attributes: Attributes, state: State) -> Plain | None:
    """A field of a form amid a sentence is the value that it holds: "Serves [4] people"."""
    value = attributes.get("value", "")
    if not value or not (walker.runs.begun and goes_on(element)):
        return PLAIN
    is_shown = attributes.get("type", "").strip().lower() in _SHOWN_FIELDS and "hidden" not in attributes
    if is_shown and has_words_before(element):
        _add_words(walker, value, state)
    return PLAIN


def _add_words(walker: Walker, text: str, state: State) -> None:
    """Add what a control of the line shows, apart from the words beside it."""
    walker.runs.space = True
    walker.add_text(text, state)
    walker.runs.space = True


def is_word_of_sentence(walker: Walker, element: Element) -> bool:
    """Whether a <button> of few words stands amid those of a paragraph, text or emphasis on both sides."""
    around = element.getparent()
    if around is None or not (around.tag == "p" or around.tag in INLINE_STYLE) or not walker.runs.begun:
        return False
    return not walker.runs.broken and has_words_before(element) and goes_on(element) and is_short(element)


def has_words_before(element: Element) -> bool:
    """Whether words, in an inline element perhaps, stand right before an element."""
    around, before = element.getparent(), element.getprevious()
    if before is None:
        return around is not None and bool((around.text or "").strip())
    return has_tail(before) or before.tag in _WORDS


def goes_on(element: Element) -> bool:
    """Whether the line goes on right behind an element with words, in an inline element perhaps."""
    following = element.getnext()
    return has_tail(element) or (following is not None and following.tag in _WORDS)
