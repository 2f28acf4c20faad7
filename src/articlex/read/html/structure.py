"""What block-level elements mean for the blocks inside them: headings, lists, quotations, figures.

Each function of :data:`STRUCTURES` takes the state inside an element as any block-level element has it, and
returns that state with the kind of its text, or the structure around it, that the tag stands for.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from typing import TYPE_CHECKING

from articlex.page import Hidden, Kind, Wrap
from articlex.read.html.attributes import number_of, numbering_of
from articlex.read.html.heading_controls import drop_unfolding_sign
from articlex.read.html.lists.item_markers import MARKER, first_item, take_markers, take_term_markers
from articlex.read.html.lists.sibling_lists import list_before, office_item, state_in_same_list
from articlex.read.html.lists.tasks import is_checked, may_have_box
from articlex.read.html.state import State
from articlex.read.html.tags import HEADING_LEVEL
from articlex.read.html.tree import Attributes, Element, begins_with_text
from articlex.regex import regex

if TYPE_CHECKING:
    from articlex.read.html.walk import Walker


# See articlex.page on members of enumerations.
_LIST, _ITEM, _LIST_ITEM, _PARAGRAPH = Wrap.LIST, Wrap.ITEM, Kind.LIST_ITEM, Kind.PARAGRAPH
_HEADING = Kind.HEADING

#: Tags that say what kind of text they hold, and nothing else.
_KINDS = {"caption": Kind.CAPTION, "dd": Kind.DEFINITION, "dt": Kind.TERM, "figcaption": Kind.CAPTION}
#: Characters of the longest heading whose text stands in paragraphs, and how many elements it has at most.
#: Three of 884 pages of the corpora have such headings, of 12 to 145 characters; the next has 231 and is a
#: menu.
_MOST_HEADING = 200
_MOST_IN_HEADING = 64
#: Classes of a <blockquote> around a whole post, as vBulletin 4 and 5, XenForo 1 and imageboards have it, or
#: around an abstract, as in arXiv.
_FRAME = regex(
    r"(?i)(?:post|message|entry|comment|reply|article)[-_]?(?:content|message|body|text)s?|abstract"
)


def heading(walker: Walker, element: Element, attributes: Attributes, state: State) -> State:
    """A heading; its tag states the level."""
    return state.of_kind(_HEADING, HEADING_LEVEL[element.tag])


def list_(walker: Walker, element: Element, attributes: Attributes, state: State) -> State:
    """A list: a new one, or the one before it where that goes on."""
    markers = take_markers(element, first_item(element), element.tag == "ol")
    same = state_in_same_list(walker, element, attributes, state)
    if same is not None:
        return same
    start = number_of(attributes.get("start"), 1)
    ordered = markers == "number" or (markers != "other" and element.tag == "ol")
    label = numbering_of(attributes) if ordered and attributes else ""
    container = walker.container(_LIST, ordered=ordered, number=start, label=label)
    walker.list_numbers[container.id] = start
    if "reversed" in attributes:
        walker.countdowns.add(container.id)
    return state.inside(container, _PARAGRAPH)


def item(walker: Walker, element: Element, attributes: Attributes, state: State) -> State:
    """An item of the list around it; outside of any it begins one, or continues the one before."""
    if not state.within or state.within[-1].wrap is not _LIST:
        known = list_before(walker, element, state) or walker.container(_LIST)
        state = state.inside(known, state.kind, state.level)
    parent = state.within[-1].id
    number = walker.list_numbers.get(parent, 1)
    if "value" in attributes:
        number = number_of(attributes["value"], number)
    walker.list_numbers[parent] = number + 1 if parent not in walker.countdowns else max(number - 1, 0)
    item = walker.container(_ITEM, number=number, label=attributes.get(MARKER, ""))
    if may_have_box(element, attributes, walker.whole.has_boxes):
        item = item._replace(checked=is_checked(element, attributes))
    return state.inside(item, _LIST_ITEM)


def paragraph(walker: Walker, element: Element, attributes: Attributes, state: State) -> State:
    """A paragraph. It may be text behind an unclosed heading, or a word processor's title or list item."""
    if state.kind is _HEADING and not _is_all_paragraphs(element):
        state = state.of_kind(_PARAGRAPH)
    if not attributes:
        return state
    if "itle" in attributes.get("class", "") and _is_title(attributes):
        return state.of_kind(_HEADING, 1)
    return office_item(walker, element, attributes, state)


def _is_title(attributes: Attributes) -> bool:
    """Whether a paragraph has the style in which word processors set the title of a document: Word's, or that
    of Google Docs, which also gives it the anchor of a heading."""
    classes = attributes["class"].split()
    return "MsoTitle" in classes or ("title" in classes and attributes.get("id", "").startswith("h."))


def _is_all_paragraphs(paragraph: Element) -> bool:
    """Whether the heading around a paragraph is short, and its text stands in elements.

    (Bounded: below a heading that nothing closed is the rest of the page, and each paragraph of that asks.)
    """
    heading = next(paragraph.iterancestors(*HEADING_LEVEL), None)
    if heading is None or begins_with_text(heading):
        return False
    is_small = next(islice(heading.iter(), _MOST_IN_HEADING, None), None) is None
    return is_small and sum(map(len, heading.itertext())) <= _MOST_HEADING


def quote(walker: Walker, element: Element, attributes: Attributes, state: State) -> State:
    """A quotation, unless it holds, by its class, what its author writes, and not what they quote."""
    if any(map(_FRAME.fullmatch, attributes.get("class", "").split())):
        return state
    container = walker.container(Wrap.QUOTE, label=attributes.get("cite", ""))
    return state.inside(container, state.kind, state.level)


def definitions(walker: Walker, element: Element, attributes: Attributes, state: State) -> State:
    """A list of definitions; or an ordinary list, whose markers are its terms."""
    if take_term_markers(element):
        return state.inside(walker.container(_LIST, ordered=True), _PARAGRAPH)
    return state.inside(walker.container(Wrap.DEFINITIONS), state.kind, state.level)


def of_kind(walker: Walker, element: Element, attributes: Attributes, state: State) -> State:
    """A term, its definition, or the caption of a figure or a table: what the tag says."""
    return state.of_kind(_KINDS[element.tag], state.level)


def figure(walker: Walker, element: Element, attributes: Attributes, state: State) -> State:
    """A figure, with its caption."""
    return state.inside(walker.container(Wrap.FIGURE), state.kind, state.level)


def details(walker: Walker, element: Element, attributes: Attributes, state: State) -> State:
    """Content that unfolds; it is flagged as collapsed unless it is open."""
    hidden = state.hidden if "open" in attributes else state.hidden | Hidden.COLLAPSED
    return state.inside(walker.container(Wrap.DETAILS), state.kind, state.level)._replace(hidden=hidden)


def dialog(walker: Walker, element: Element, attributes: Attributes, state: State) -> State:
    """A window that a script opens, and flagged as such, unless it is open."""
    return state if "open" in attributes else state.flagged(Hidden.DIALOG)


def summary(walker: Walker, element: Element, attributes: Attributes, state: State) -> State:
    """The line that is seen of folded details, without the sign at its end that they unfold."""
    drop_unfolding_sign(element)
    return state._replace(hidden=state.hidden & ~Hidden.COLLAPSED)


STRUCTURES: dict[str, Callable[[Walker, Element, Attributes, State], State]] = {
    "blockquote": quote,
    "details": details,
    "dialog": dialog,
    "dir": list_,
    "dl": definitions,
    "figure": figure,
    "li": item,
    "menu": list_,
    "ol": list_,
    "option": item,
    "p": paragraph,
    "summary": summary,
    "ul": list_,
    **dict.fromkeys(HEADING_LEVEL, heading),
    **dict.fromkeys(_KINDS, of_kind),
}


def aria_level(tag: str, attributes: Attributes) -> int:
    """The level of an element with role=heading: what it states, within 1 to 6, else its tag's, else 2."""
    return min(max(number_of(attributes.get("aria-level"), HEADING_LEVEL.get(tag, 2)), 1), 6)
