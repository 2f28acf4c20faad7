"""Text for screen readers, and names of icons that a font draws in their place."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING
from unicodedata import category

from articlex.page import Kind
from articlex.punctuation import COMMAS
from articlex.read.html.element_text import next_character, text_below, text_up_to
from articlex.read.html.state import PLAIN, Plain, State
from articlex.read.html.tags import BLOCK, HEADING_LEVEL
from articlex.read.html.tree import Attributes, Element, classes_of, has_tail, right_before
from articlex.read.html.widgets import UNSEEN

if TYPE_CHECKING:
    from articlex.read.html.walk import Walker

_PARENTHESES = frozenset((("(", ")"), ("（", "）"), ("[", "]")))
#: Characters of a text that are looked at.
_MOST_SAID = 1_000
#: Characters of the shortest text that may be what is shown of a longer one: "€9" of "Price: €9".
_LEAST_SHOWN = 2
#: How many elements up from a heading is the section of notes that it heads.
_MOST_AROUND_HEADING = 2
#: How many elements up from its text the header of a column is.
_MOST_TO_HEADER = 3
_LABEL_ENDS = (",", ":", "，", "：", "،")


def unseen(walker: Walker, element: Element, attributes: Attributes, state: State) -> Plain | None:
    """Text for screen readers: left out right beside what the page shows of it, as "Price: €9." behind a
    price, or "Read more about rain" behind "Read more"; elsewhere it is read, apart from the words beside it.

    Also left out are: a single symbol, such as the box to tick before an item; the heading of GitHub's
    footnotes, since Markdown's are a section of their own; a name for the caption that follows, "Image
    caption, "; what is said about a link behind its words, "(opens in a new tab)", or about sorting by a
    column; and the name of a button that shows nothing but an icon, or of a listing below a bar, "Terminal
    window".
    """
    if element.tag in HEADING_LEVEL and _heads_notes(element):
        return None
    if element.tag in BLOCK:
        return PLAIN
    text = text_up_to(element, _MOST_SAID)
    if _is_needless(element, text):
        return None
    if walker.runs.begun:
        if _is_said_of_link(element, text) or _is_said_of_sorting(element):
            return None
    elif state.kind is Kind.CAPTION and _is_label(element, text):
        return None
    walker.runs.space = walker.runs.space or text[:1].isalnum()
    _set_end_apart(element, text)
    return PLAIN


def _is_needless(element: Element, text: str) -> bool:
    """Whether what an element says, its ``text``, is shown beside it, by words, an icon or a bar; or is the
    box of a list to tick off, before each of its items."""
    around = element.getparent()
    if around is not None and _is_shown_without(around) and text_up_to(around, _MOST_SAID) == text:
        return True
    if len(text) == 1 and category(text) == "So":
        return True
    return _is_shown_before(element, text) or _is_unit(element, text) or _repeats(element, text)


def _set_end_apart(element: Element, text: str) -> None:
    """Write a blank between the last word of an element and a word or symbol right behind it."""
    following = next_character(element)
    begins = following != "" and (following.isalnum() or category(following) == "So")
    if text[-1:].isalnum() and not len(element) and begins:
        element.text = f"{element.text} "


def _heads_notes(heading: Element) -> bool:
    """Whether a heading, or what a theme wraps around it, is right inside GitHub's section of footnotes."""
    around = islice(heading.iterancestors(), _MOST_AROUND_HEADING)
    return any(each.get("data-footnotes") is not None for each in around)


def _is_shown_without(element: Element) -> bool:
    """Whether an element shows something other than words: a button its icon, the head of a listing a bar."""
    if element.tag == "button":
        return True
    following = element.getnext()
    return element.tag == "figcaption" and following is not None and following.tag == "pre"


def _is_shown_before(element: Element, text: str) -> bool:
    """Whether the element before, which is seen and not heard, shows what is heard as ``text``."""
    twin = right_before(element)
    if twin is None or twin.get("aria-hidden") != "true":
        return False
    shown = text_up_to(twin, len(text))
    return shown == text or (len(shown) >= _LEAST_SHOWN and shown in text)


def _is_unit(element: Element, text: str) -> bool:
    """Whether a word behind a figure is its unit, which is shown, and not heard, behind the two: "10 minutes"
    "mins", as on pages of recipes."""
    around = element.getparent()
    if around is None or not text.isalpha():
        return False
    shown = around.getnext()
    is_shown = shown is not None and shown.get("aria-hidden") == "true"
    return is_shown and (around.text or "").strip().isdigit()


def _repeats(element: Element, text: str) -> bool:
    """Whether a text begins or ends with all that is shown and heard right before or behind it."""
    around, before, after = element.getparent(), element.getprevious(), element.getnext()
    said: list[str] = []
    if before is not None:
        said += [] if before.tail else [_shown_of(before, len(text))]
    elif around is not None:
        said.append(" ".join((around.text or "")[: 2 * len(text)].split()))
    if has_tail(element):
        said += [] if after is not None else [" ".join((element.tail or "")[: 2 * len(text)].split())]
    elif after is not None:
        said.append(_shown_of(after, len(text)))
    return any(len(shown) >= _LEAST_SHOWN and _is_end_of(text, shown) for shown in said)


def _shown_of(element: Element, most: int) -> str:
    """The beginning of the text of an element that is both seen and heard; "" for any other element."""
    return "" if is_unseen(element) or element.get("aria-hidden") == "true" else text_up_to(element, most)


def _is_end_of(text: str, shown: str) -> bool:
    """Whether a text begins or ends with the words ``shown``, or consists of them."""
    if text.startswith(shown):
        return not text[len(shown) : len(shown) + 1].isalnum()
    return text.endswith(shown) and not text[-len(shown) - 1].isalnum()


def _is_label(element: Element, text: str) -> bool:
    """Whether a text ends as a label does, and something follows it."""
    return text.endswith(_LABEL_ENDS) and bool((element.tail or "").strip() or element.getnext() is not None)


def _is_said_of_link(element: Element, text: str) -> bool:
    """Whether a text in parentheses, or behind a comma, ends a link that has other words too."""
    around = element.getparent()
    is_aside = (text[:1], text[-1:]) in _PARENTHESES or text[:1] in COMMAS
    if not is_aside or around is None or around.tag != "a":
        return False
    is_last = element.getnext() is None and not has_tail(element)
    return is_last and len(text_below(around)) > len(text)


def _is_said_of_sorting(element: Element) -> bool:
    """Whether a text stands in the header of a column that states how rows are sorted by it."""
    return any("aria-sort" in around.attrib for around in islice(element.iterancestors(), _MOST_TO_HEADER))


def is_unseen(element: Element) -> bool:
    """Whether an element holds, by its classes, text for screen readers alone."""
    return not UNSEEN.isdisjoint(classes_of(element))


def is_said_before(element: Element) -> bool:
    """Whether an element that is not heard stands right behind one for screen readers that says as much."""
    twin = element.getprevious()
    if element.get("aria-hidden") != "true" or twin is None or twin.tail:
        return False
    if not is_unseen(twin):
        return False
    said = text_below(twin)
    return text_up_to(element, len(said)) in said


def icon(walker: Walker, element: Element, attributes: Attributes, state: State) -> Plain | None:
    """The name of an icon, which a font draws in its place: left out beside other text."""
    if element.tag in BLOCK or len(element):
        return PLAIN
    around, name = element.getparent(), text_below(element)
    is_alone = around is None or text_up_to(around, len(name)) == name
    return PLAIN if is_alone else None
