"""Controls beside the words of a heading: buttons, signs that it unfolds, and links to the heading itself."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import unquote

from articlex.page import Kind
from articlex.read.html.element_text import MOST_PIECES, first_text, text_below, text_up_to
from articlex.read.html.state import PLAIN, Plain, State
from articlex.read.html.tags import BLOCK, HEADING_LEVEL
from articlex.read.html.tree import Attributes, Element, begins_with_text, empty, has_tail, right_before
from articlex.read.html.unseen import is_unseen

if TYPE_CHECKING:
    from articlex.read.html.walk import Walker

#: Characters of the longest button or link beside a heading's words: "Copy link to this section".
MOST_BUTTON = 40
#: Signs that folded text unfolds.
_UNFOLDING = frozenset("+ - − – × ✕ > › » ∨ ∧ ⌄ ⌃ ˅ ˄ ▼ ▾ ▽ ▲ ▴ △ ▶ ▸ ► ⏷ ⏵ ↓ ↑ → ❯ ⌵ ＋ －".split())


def button_of_heading(walker: Walker, element: Element, attributes: Attributes, state: State) -> Plain | None:
    """A button behind the words of a heading or of a column's header is left out: it copies, edits or sorts.

    One that holds all of these words is read: it unfolds the section, or sorts by the column.
    """
    if "aria-expanded" in attributes or state.level or state.kind is Kind.TERM:
        drop_unfolding_sign(element)
    if not (state.level or walker.walks_around > 0) or has_tail(element):
        return PLAIN
    heading = next(element.iterancestors(*HEADING_LEVEL, "th", "td"), None)
    text = text_up_to(element, MOST_BUTTON)
    if heading is None or heading.tag == "td" or not text or len(text) > MOST_BUTTON:
        return PLAIN
    pieces = map(str.strip, map(str, islice(heading.itertext(), MOST_PIECES)))
    first = next(filter(None, pieces), "")
    return None if first and not text.startswith(first[: len(text)]) else PLAIN


def drop_unfolding_sign(element: Element) -> None:
    """Drop the sign behind the words of an element that unfolds more, or of a heading in it: "+", "▾"."""
    last = element[-1] if len(element) else None
    if last is not None and last.tag in HEADING_LEVEL and not has_tail(last):
        last = last[-1] if len(last) else None
    if last is None or last.tag in BLOCK or has_tail(last):
        return
    if first_text(last).strip() in _UNFOLDING:
        empty(last)


def is_beside_its_heading(link: Element, href: str) -> bool:
    """Whether a link right behind a heading leads to that heading."""
    before = right_before(link)
    if before is None or before.tag not in HEADING_LEVEL:
        return False
    return len(href) > 1 and before.get("id") == unquote(href[1:])


def is_for_hearers(link: Element) -> bool:
    """Whether all words of a link are for screen readers alone: "Link to this section"."""
    if begins_with_text(link):
        return False
    return all((is_unseen(child) or not text_below(child)) and not has_tail(child) for child in link)
