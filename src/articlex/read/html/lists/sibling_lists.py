"""Lists that a page writes as siblings: one for each item, one for each level, or paragraphs.

Notion and many editors end a list behind each item, and begin the next with its number; Google Docs writes
the levels of a list as lists behind each other; Word writes paragraphs that begin with the marker of an item.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from lxml import etree

from articlex.page import Container, Kind, Wrap
from articlex.read.html.attributes import compact_style, number_of
from articlex.read.html.element_text import text_below
from articlex.read.html.state import State
from articlex.read.html.tree import Element, right_before
from articlex.regex import regex

if TYPE_CHECKING:
    from articlex.read.html.walk import Walker

_GOOGLE = regex(r"\b(?P<list>lst-kix_\w+)-(?P<level>\d)\b")
_NUMBERED = regex(r"\(?(?:(?P<number>\d{1,9})|[a-zA-Z]{1,4})[.)]")
_LEVEL = regex(r"mso-list:\s*\w+\s+level(\d)")
_MARGIN = regex(r"(?i:margin-left):\s*+(\d{1,9}(?:\.\d{0,9})?|\.\d{1,9})(pt|in|cm|px)")
_POINTS = {"pt": 1.0, "in": 72.0, "cm": 28.35, "px": 0.75}
#: Points from one level of Word's lists to the next.
_STEP = 36.0
#: Levels of Word's lists.
_MOST_LEVELS = 9
#: Characters of the longest marker: "(viii)".
_MOST_MARKER = 7


def state_in_same_list(
    walker: Walker, element: Element, attributes: Mapping[str, str], state: State
) -> State | None:
    """The state in a list that continues the one before it, or stands in its last item; else None."""
    before = right_before(element)
    if before is None or before.tag not in ("ul", "ol"):
        return None
    level = _level(before, element, attributes)
    path = _last_path(walker, state)
    if level is None or not path:
        return None
    outer = path[: 2 * level]
    within = (*state.within, *outer)
    if len(path) > 2 * level:
        known = path[2 * level]
        if known.wrap is Wrap.LIST and known.ordered == (element.tag == "ol"):
            return state._replace(within=(*within, known), kind=Kind.PARAGRAPH, level=0)
    if not level:
        return None
    start = number_of(attributes.get("start"), 1)
    container = walker.container(Wrap.LIST, ordered=element.tag == "ol", number=start)
    walker.list_numbers[container.id] = start
    return state._replace(within=(*within, container), kind=Kind.PARAGRAPH, level=0)


def _level(before: Element, element: Element, attributes: Mapping[str, str]) -> int | None:
    """The level, from 0, at which a list continues the one ``before``; None if it does not."""
    classes = attributes.get("class", "")
    ours, theirs = _GOOGLE.search(classes), _GOOGLE.search(before.get("class") or "")
    if ours and theirs and ours["list"] == theirs["list"]:
        return int(ours["level"])
    if before.tag != element.tag:
        return None
    items = sum(1 for _ in before.iterchildren("li"))
    if element.tag == "ol":
        start = number_of(attributes.get("start"), 1)
        return 0 if start > 1 and start == number_of(before.get("start"), 1) + items else None
    one_each = items == 1 and sum(1 for _ in element.iterchildren("li")) == 1
    return 0 if one_each and classes and classes == before.get("class") else None


def _last_path(walker: Walker, state: State) -> tuple[Container, ...]:
    """The lists and items around the last block that are not around ``state``; () if not in these."""
    if not walker.blocks:
        return ()
    path = walker.blocks[-1].within
    outer = len(state.within)
    return path[outer:] if path[:outer] == state.within else ()


def list_before(walker: Walker, element: Element, state: State) -> Container | None:
    """For an item outside of any list, the list of the item right before it; None if there is none."""
    before = element.getprevious()
    while before is not None and before.tag == "br":
        before = before.getprevious()
    path = _last_path(walker, state) if before is not None and before.tag == element.tag else ()
    return path[0] if path and path[0].wrap is Wrap.LIST else None


def office_item(walker: Walker, element: Element, attributes: Mapping[str, str], state: State) -> State:
    """The state inside a paragraph of Word, which is an item of a list if it begins with a marker.

    The marker is taken out of the paragraph.
    """
    style = attributes.get("style", "")
    if not attributes.get("class", "").startswith("MsoListParagraph") and "mso-list:" not in style:
        return state
    marker = _take_marker(element)
    if not marker:
        return state
    numbered = _NUMBERED.fullmatch(marker)
    around = _office_lists(walker, state, _indent(style), ordered=numbered is not None)
    innermost = around[-1].id
    number = number_of(numbered["number"] if numbered else None, walker.list_numbers.get(innermost, 1))
    walker.list_numbers[innermost] = number + 1
    item = walker.container(Wrap.ITEM, number=number)
    return state._replace(within=(*state.within, *around, item), kind=Kind.LIST_ITEM)


def _office_lists(walker: Walker, state: State, indent: float, ordered: bool) -> tuple[Container, ...]:
    """The lists and items around an item of Word with this ``indent`` in points, its own list last.

    That is one of the lists around the item before, or a new one inside or behind these. The walker keeps the
    indent of each of them for the next item.
    """
    path = _last_path(walker, state)
    indents = walker.office_indents if path and path[0].id == walker.office_list else []
    while indents and indents[-1] > indent:
        indents = indents[:-1]
    if len(indents) == _MOST_LEVELS:
        indent = indents[-1]
    goes_on = bool(indents) and indents[-1] == indent
    depth = len(indents) - 1 if goes_on else len(indents)
    # In the path, lists and their items alternate.
    outer, inner = path[: 2 * depth], path[2 * depth :]
    own = inner[0] if goes_on and inner else None
    if own is None or own.ordered != ordered:
        own = walker.container(Wrap.LIST, ordered=ordered)
    walker.office_indents = [*indents[:depth], indent]
    walker.office_list = outer[0].id if outer else own.id
    return (*outer, own)


def _take_marker(paragraph: Element) -> str:
    """Take out the marker at the head of a paragraph and return it; "" if nothing there is marked as one."""
    last = next(filter(_ends_marker, paragraph.iterdescendants("span")), None)
    if last is None:
        return ""
    places: list[tuple[Element, str]] = []
    for event, element in etree.iterwalk(paragraph, events=("start", "end")):
        if event == "start":
            places.append((element, "text"))
        elif element is last:
            break
        else:
            places.append((element, "tail"))
    marker = " ".join("".join(getattr(element, name) or "" for element, name in places).split())
    if len(marker) > _MOST_MARKER or "." in marker[:-1]:  # "1.2.": Markdown has no such numbers
        return ""
    for element, name in places:
        setattr(element, name, None)
    return marker


def _ends_marker(span: Element) -> bool:
    """Whether a <span> is the marker, or the white space in another font behind it."""
    style = compact_style(span.get("style") or "")
    return "mso-list:ignore" in style or ("font:7.0pt" in style and not text_below(span))


def _indent(style: str) -> float:
    """The indent of an item in points: Word's for the level that is stated, else the margin."""
    level = _LEVEL.search(style)
    if level:
        return float(level[1]) * _STEP
    margin = _MARGIN.search(style)
    return float(margin[1]) * _POINTS[margin[2]] if margin else _STEP
