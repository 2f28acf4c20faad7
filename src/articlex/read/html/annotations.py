"""Annotations: what markup (<time>, rel, itemprop, RDFa's property, a class) says that a text is.

They are stored for the readers of bylines, dates and other metadata.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from lxml import etree

from articlex.class_words import NAMING_WORDS, split_words, without_word
from articlex.dates.parse import find_dates, parse_date
from articlex.dates.relative import relative_start
from articlex.markup import Annotation
from articlex.memoize import memoized
from articlex.read.html.element_text import texts
from articlex.read.html.tags import NEVER_TEXT
from articlex.read.html.tree import Attributes, Element
from articlex.regex import DIGIT, LETTER, regex

if TYPE_CHECKING:
    from articlex.read.html.assembly import BlockAssembly
    from articlex.read.html.state import State

#: Characters of an annotated text that are kept. A name or a date is shorter.
_MOST_TEXT = 300
#: Elements below one that are searched for one whose text is not shown, or that parts no words. (One that
#: nothing closes holds the rest of the page.)
_MOST_INNER, _NO_PARTS = 50, NEVER_TEXT | {"wbr"}

#: Properties whose text is the article itself, which the blocks have already.
_LONG = frozenset(
    "articlebody text description reviewbody mainentity acceptedanswer mainentityofpage".split()
)

#: Values of rel, itemprop and property for the name of a person.
_PEOPLE = frozenset(("author", "creator", "name"))

#: The lowest level of heading that may be a headline, and the inline elements that set a part of it apart.
MAX_LEVEL = 2
PARTS = frozenset(("span", "small", "strong", "b", "em", "i", "time"))

#: Elements whose ``datetime`` states a time: HTML's, and the custom ones of github/relative-time-element,
#: which print "2 days ago" or the reader's local time.
TIMES = frozenset(("time", "relative-time", "time-ago", "local-time"))

#: Attributes with text that is shown when the mouse points at an element: HTML's own, and that of Tippy, by
#: which Lemmy has it.
TOOLTIPS = frozenset({"title", "data-tippy-content"})

#: Classes of the card that a formatted name ("fn") is part of, and how many elements up it is looked for:
#: http://microformats.org/wiki/hcard.
_CARDS, _MOST_AROUND = NAMING_WORDS | {"hcard"}, 8
#: How many elements up a section may be that an element is the heading of.
_MOST_LABELLED = 3
#: Classes of a card that do not say what kind of person it is about.
_ANY_CARD = frozenset(("vcard", "hcard"))

#: Characters of a tooltip that states a day, perhaps behind "See timeline at"; and of the longest text that
#: says how long ago that was.
_LEAST_DAY, _MOST_DAY, _MOST_AGE = 8, 60, 30
_TWO_FIGURES, _YEAR = regex(r"\d\d"), regex(r"\d{4}")

_RELS = frozenset("author tag category license bookmark canonical".split())


def annotate(
    walker: BlockAssembly, element: Element, attributes: Attributes, state: State, byline: str = ""
) -> None:
    """Store an annotation for each thing that ``element`` states.

    ``byline`` has those of its class words that speak of author or date; the scope of ``state`` is that in
    which the element stands, not one that it begins.
    """
    found = _stated(element, attributes, byline)
    if not found:
        return
    content = next((attributes[n] for n in ("content", "datetime", "href", "title") if n in attributes), "")
    once = "itemscope" in attributes and attributes.get("itemprop") == "author"
    text = _text(element, " " if _names(found) else "", once) if not _is_long(found) else ""
    scope, place = state.scope, len(walker.blocks)
    for name, value in found:
        typed = scope.typed if name == "property" else scope.item
        note = Annotation(name, value, text, place, content, typed, scope.article, scope.response)
        walker.markup.annotations.append(note)


def _stated(element: Element, attributes: Attributes, byline: str) -> list[tuple[str, str]]:
    """(attribute or tag, value) of each thing that an element states, as in an annotation."""
    found: list[tuple[str, str]] = []
    if element.tag in TIMES:
        found.append(("time", attributes.get("datetime", "")))
    if "itemprop" in attributes:
        found.append(("itemprop", attributes["itemprop"]))
    if "rel" in attributes and element.tag != "link":
        found += [("rel", rel) for rel in _rels(attributes["rel"])]
    if "property" in attributes and element.tag != "meta":
        found.append(("property", attributes["property"]))
    if "fn" in byline and not _is_of_card(element):
        byline = without_word("fn", byline)
    if "vcard" in byline and _is_about_subject(element):
        byline = without_word("vcard", byline)
    if byline and not _heads_section(element, attributes):
        found.append(("class", byline))
    return found


def _is_of_card(element: Element) -> bool:
    """Whether an element, or one around it, is by its classes a card about a person.

    Elsewhere "fn" is a function, as in manuals of programs, or the subject of the page.
    """
    around = (element, *islice(element.iterancestors(), _MOST_AROUND))
    card = next((each for each in around if not _CARDS.isdisjoint(_class_words(each))), None)
    return card is not None and not _is_about_subject(card)


def _heads_section(element: Element, attributes: Attributes) -> bool:
    """Whether an element is, by ``aria-labelledby``, the heading of one around it, and so no name: "Article
    information" above the names of the authors."""
    name = attributes.get("id", "")
    return bool(name) and any(
        name in (outer.get("aria-labelledby") or "").split()
        for outer in islice(element.iterancestors(), _MOST_LABELLED)
    )


def _is_about_subject(card: Element) -> bool:
    """Whether a card is a table of no further class: a wiki's infobox on the subject of the page."""
    return card.tag == "table" and _CARDS.intersection(_class_words(card)) <= _ANY_CARD


def _class_words(element: Element) -> list[str]:
    return split_words(element.get("class") or "")


@memoized(100)
def _rels(value: str) -> tuple[str, ...]:
    """The values of rel that are of use: of WordPress's "category tag" the first alone."""
    rels = [rel for rel in value.lower().split() if rel in _RELS]
    return tuple(rel for rel in rels if rel != "tag" or "category" not in rels)


def note_day(walker: BlockAssembly, element: Element, attributes: Attributes) -> None:
    """Store the day that the tooltip of an inline element states, as a <time> would.

    The element must print how long ago that was ("2 years ago", or "over 2 years" before "ago"), or the
    tooltip state the time of day as well.
    """
    title = attributes.get("title") or attributes.get("data-tippy-content", "")
    if not _LEAST_DAY <= len(title) <= _MOST_DAY or _TWO_FIGURES.search(title) is None:
        return
    text = _text(element, "")
    if not 0 < len(text) <= _MOST_AGE or _YEAR.search(text) or LETTER.search(text) is None:
        return
    found = parse_date(title)
    if found is None:
        dates = find_dates(title) if relative_start(text) >= 0 else []
        found = dates[0] if len(dates) == 1 else None
    if found and found.value.day and (found.value.seconds is not None or DIGIT.search(text)):
        walker.markup.annotations.append(Annotation("age", "", text, len(walker.blocks), found.raw))


def note_part(walker: BlockAssembly, element: Element) -> None:
    """Store the text of an inline element in a heading: a kicker, a subtitle, a date, the headline."""
    if text := _text(element, ""):
        walker.markup.annotations.append(Annotation("heading-part", "", text, len(walker.blocks)))


def _is_long(found: list[tuple[str, str]]) -> bool:
    return any(name == "itemprop" and value.lower() in _LONG for name, value in found)


def _names(found: list[tuple[str, str]]) -> bool:
    """Whether an element may hold names, whose parts style sheets set apart more often than spaces do."""
    return any(name == "class" or value.lower() in _PEOPLE for name, value in found)


def _shown_texts(element: Element) -> Iterable[str]:
    """The pieces of text below ``element``; if a script or a place to break a word is among its first
    elements, without those of scripts, and with words whole."""
    if len(element) and any(inner.tag in _NO_PARTS for inner in islice(element.iter(), _MOST_INNER)):
        return _without_scripts(element)
    return texts(element)


def _without_scripts(element: Element) -> Iterator[str]:
    """The pieces of text below ``element`` that are shown; those around a <wbr> are one piece."""
    shown = ""
    for event, inner in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            piece = None if inner.tag in NEVER_TEXT else inner.text
        else:
            piece = None if inner is element else inner.tail
        if piece and shown and (inner.tag != "wbr" or len(shown) > _MOST_TEXT):
            yield shown
            shown = ""
        shown += piece or ""
    if shown:
        yield shown


def _text(element: Element, between: str, once: bool = False) -> str:
    """The first words of an element, with ``between`` set between its pieces.

    With ``once``, a piece that comes twice in a row counts once: a name may be repeated for machines.
    """
    parts: list[str] = []
    size = 0
    for part in _shown_texts(element):
        if once and parts and part == parts[-1]:
            continue
        parts.append(part)
        size += len(part)
        if size > _MOST_TEXT * 2:
            break
    # (Split no further than into as many words as there may be characters: the rest may be most of the page.)
    return " ".join(between.join(parts).split(None, _MOST_TEXT))[:_MOST_TEXT]
