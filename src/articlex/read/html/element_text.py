"""The text of an element and of what stands beside it, for code that looks ahead of the walk."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from articlex.read.html.tags import BLOCK, INLINE_STYLE, is_block
from articlex.read.html.tree import Element, has_tail

#: Elements that may end right behind an element, before the next character.
_MOST_AROUND = 4
#: Characters of the longest button or custom element that stands in running text.
_MOST_IN_LINE = 80
#: What no paragraph begins with.
_GOES_ON = ",.;:!?)"
#: How many pieces of an element's text are looked at for how it begins.
MOST_PIECES = 8
#: An element with more pieces of text than this, all white space perhaps, counts as one of long text.
_MANY_PIECES = 500


def texts(element: Element) -> Iterable[str]:
    """The pieces of text below ``element``, as they are written."""
    # Most have no children, and lxml's iterator of texts takes long to begin. (len() counts child by child.)
    if next(iter(element), None) is None:
        return (element.text,) if element.text else ()
    return map(str, element.itertext())


def text_as_written(element: Element) -> str:
    """All text below ``element``."""
    return "".join(texts(element))


def text_below(element: Element) -> str:
    """All text below ``element``, with white space collapsed and none at the ends."""
    return " ".join(text_as_written(element).split())


def text_up_to(element: Element, most: int) -> str:
    """The text below ``element`` as :func:`text_below` has it, or its beginning if it is longer than ``most``
    characters: what comes back is longer than ``most`` if the whole text is.

    An element that nothing closes holds the rest of the page, and so does each one of its kind behind it.
    """
    parts: list[str] = []
    size = 0
    for count, text in enumerate(texts(element)):
        if count == _MANY_PIECES:
            parts.append("…" * (most + 1))
            break
        words = text.split(None, most + 1)
        if len(words) > most + 1:  # the last piece is all the rest, which may be most of the page
            text = text[: -len(words[-1])]
        parts.append(text)
        size += sum(map(len, words))
        if size > most:
            break
    return " ".join("".join(parts).split())


def first_text(element: Element) -> str:
    """The first pieces of the text below ``element``, as they are written."""
    return "".join(islice(texts(element), MOST_PIECES))


def next_character(element: Element) -> str:
    """The character right behind ``element`` in its line, past any drawing; "" if there is none."""
    for _ in range(_MOST_AROUND):
        if element.tail:
            return str(element.tail[0])
        following = element.getnext()
        if following is not None and following.tag == "svg":
            element = following
            continue
        if following is not None:
            return (following.text or "")[:1]
        around = element.getparent()
        if around is None or around.tag in BLOCK:
            break
        element = around
    return ""


def stands_in_line(element: Element) -> bool:
    """Whether a button, a link drawn as one, or a custom element is a few words of running text.

    It has text right before and right behind it. For a custom element in a <p>, an inline element or a link
    in a line one of the two will do. It may hold a few inline elements, such as a word with its explanation.
    A custom element, or a button, which may be empty, also stands in the line that a comma or a stop right
    behind it goes on with.
    """
    parent, before = element.getparent(), element.getprevious()
    if parent is None or len(element.text or "") > _MOST_IN_LINE:
        return False
    if element.tag != "a" and (next_character(element) or " ") in _GOES_ON and is_short(element):
        return True
    if len(element) and not is_short(element):
        return False
    text_before = parent.text if before is None else before.tail
    sides = bool((text_before or "").strip()) + has_tail(element)
    is_line = parent.tag == "p" or parent.tag in INLINE_STYLE or (parent.tag == "a" and has_tail(parent))
    return sides == 2 or (sides == 1 and "-" in element.tag and is_line)


def is_short(element: Element) -> bool:
    """Whether an element holds nothing but a few words and inline elements."""
    below = list(islice(element.iterdescendants("*"), MOST_PIECES))
    if len(below) == MOST_PIECES or any(is_block(each.tag) for each in below):
        return False
    return len(text_up_to(element, _MOST_IN_LINE)) <= _MOST_IN_LINE
