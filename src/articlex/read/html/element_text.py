"""The text of an element and of what stands beside it, for those who ask before or beside the walk."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from articlex.read.html.tags import BLOCK, INLINE_STYLE, is_block
from articlex.read.html.tree import Element

#: Elements around one whose end a word may follow.
_MOST_AROUND = 4
#: Characters of the longest button or element of the page's own that stands in running text.
_MOST_IN_LINE = 80
#: Pieces of an element's text that are looked at for what it begins with.
MOST_PIECES = 8


def texts(element: Element) -> Iterable[str]:
    """The pieces of text below ``element``.

    Most elements that are asked hold one and no element: lxml's iterator takes many times as long to begin.
    """
    if next(iter(element), None) is None:  # len() takes a step for each child, of the element around as well
        return (element.text,) if element.text else ()
    return map(str, element.itertext())


def text_below(element: Element) -> str:
    """All text below ``element``, white space collapsed."""
    return " ".join("".join(texts(element)).split())


def text_up_to(element: Element, most: int) -> str:
    """The text below ``element`` as :func:`text_below` has it; of one of more characters than ``most``, the
    beginning, which has more too.

    An element that nothing closes holds the rest of the page, and so do the next ones of its kind.
    """
    parts: list[str] = []
    size = 0
    for text in texts(element):
        words = text.split(None, most + 1)
        if len(words) > most + 1:  # the last one is the rest, which may be most of the page
            text = text[: -len(words[-1])]
        parts.append(text)
        size += sum(map(len, words))
        if size > most:
            break
    return " ".join("".join(parts).split())


def first_text(element: Element) -> str:
    """The first pieces of the text below ``element``, as they stand."""
    return "".join(islice(texts(element), MOST_PIECES))


def next_character(element: Element) -> str:
    """The character that follows ``element`` in its line, a drawing passed over; "" if none is near it."""
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
    """Whether a button, a link that is one, or an element of the page's own is a few words of running text.

    There is text before and after it; beside an element of the page's own in a <p> on one side at least, and
    that may hold a few elements of a line, as a word and what is said of it.
    """
    parent, before = element.getparent(), element.getprevious()
    if (
        parent is None
        or (len(element) and not _holds_line(element))
        or len(element.text or "") > _MOST_IN_LINE
    ):
        return False
    text_before = parent.text if before is None else before.tail
    sides = bool((text_before or "").strip()) + bool((element.tail or "").strip())
    is_line = parent.tag == "p" or parent.tag in INLINE_STYLE
    return sides == 2 or (sides == 1 and "-" in element.tag and is_line)


def _holds_line(element: Element) -> bool:
    """Whether an element of the page's own holds a few words and elements of a line."""
    below = list(islice(element.iterdescendants("*"), MOST_PIECES))
    if element.tag == "button" or len(below) == MOST_PIECES or any(is_block(each.tag) for each in below):
        return False
    return len(text_up_to(element, _MOST_IN_LINE)) <= _MOST_IN_LINE
