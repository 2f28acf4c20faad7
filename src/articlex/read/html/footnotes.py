"""Footnotes: the mark in the text that refers to a note, the note, and the link back from it.

A mark, which the code calls a sign, is a link: "1", "[a]", "*". A note is whatever a mark links to, so there
is no need for patterns of ids. Marks come before their notes.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice

from lxml import etree

from articlex.page import Container, Style, Wrap, stands_in
from articlex.read.html.element_text import text_below, text_up_to
from articlex.read.html.tags import HEADING_LEVEL
from articlex.read.html.tree import Element, begins_with_text, right_before
from articlex.read.html.widgets import role_of
from articlex.regex import regex

#: The text of a mark: a number, "*1", "※1" or "注1", a letter or two, a Roman number, asterisks and daggers.
_MARK = r"[\[(]?(?:[*※注註]?\d{1,4}|[a-zA-Z]{1,2}|[ivxlc]{1,6}|[*†‡§¶#]{1,4}|note \d{1,3})[\])]?"
_SIGN = regex(_MARK)
#: The text of a mark with a word, where markup says that it is one: "[footnote 1]" on GOV.UK, "[lower-alpha
#: 1]" and "[注 1]" in MediaWiki.
_WORDED = regex(r"[\[(]?[^\W\d_]{1,12}(?:-[^\W\d_]{2,8})?\.? (\d{1,4})[\])]?")
_CITED = "#cite_note-"
#: How fragments to and from MediaWiki's notes begin. (Parsoid has the page's name before them.)
_PARSOID = ("cite_note-", "cite_ref-")
#: A mark as the note itself begins with it: "1.".
_LABEL = regex(_MARK + r"\.?")
#: No mark, with a word or without, and no link back has more characters.
MOST_SIGN = 60
_REFERENCE = regex(r"(?i)foot-?note-?(?:ref|anchor)|noteref|fn-?ref|footnote_?link|\bfootnote\b")
_BACK = regex(r"(?i)back-?(?:link|ref)|reversefootnote|footnote-?back|fn-?back|cite-backlink")
#: The id of a mark, as programs make it: "fnref:1", "cite_ref-smith_2-0", "_ftnref3", "footnote-ref-1". (Not
#: MediaWiki's of a work that notes name: "CITEREFSmith2007".)
_SIGN_ID = regex(r"(?i)#(?!citeref[^\W\d_])[\w:.-]*(?:ftn|fn|edn|cite|note)[\w]*?[-_:]?ref")
_NOTE_ID = regex(r"(?i)ftn|fn|edn|cite|note")
#: How deep inside a section its heading may stand.
_MOST_TO_HEADING = 3
_BACK_TEXT = regex(
    r"(?i)[\W_]*|[\W\d_]{1,6}|[\[(]?[a-z]{1,2}[\])]?|(?:back|return|jump|zurück|retour)\b.{0,30}"
)


def note_target(element: Element, attributes: Mapping[str, str], style: int, text: str) -> str:
    """The id of the note that a link refers to by its markup and its text; "" when it is no such mark.

    ``style`` is that of the text around the link; ``text`` is what the link shows, if it leads to a place in
    the page.
    """
    href = attributes.get("href", "").strip()
    if len(href) < 2 or href[0] != "#":
        return _named_target(element, attributes, href)
    stated = role_of(attributes) == "doc-noteref" or attributes.get("epub:type") == "noteref"
    stated = stated or attributes.get("rel") == "footnote" or "data-footnote-ref" in attributes
    stated = stated or href.startswith(_CITED)
    if len(text) > 10 or _SIGN.fullmatch(text) is None:
        return href[1:] if stated and _WORDED.fullmatch(text) else ""
    if stated or style & Style.SUP or _is_superscript(element, text):
        return href[1:]
    if _REFERENCE.search(attributes.get("class", "")):
        return href[1:]
    return _named_target(element, attributes, href)


def within_page(href: str, address: str) -> str:
    """``href``, or its fragment alone where the rest of it is the page's own ``address``: "/a#b" → "#b"."""
    whole, sign, fragment = href.partition("#")
    is_own = whole == address or (whole[:2] == "./" and fragment.startswith(_PARSOID))
    return sign + fragment if whole and is_own else href


def _named_target(element: Element, attributes: Mapping[str, str], href: str) -> str:
    """The id of the note, where the link's own name says that it is a mark: Word's "_ftnref1".

    The address may be a whole one, as on copied pages.
    """
    own = name_of(attributes)
    target = href.rpartition("#")[2]
    if not own or not target or _SIGN_ID.search("#" + own) is None or _SIGN_ID.search("#" + target):
        return ""
    return target if _SIGN.fullmatch(text_up_to(element, MOST_SIGN)) and _NOTE_ID.search(target) else ""


def name_of(attributes: Mapping[str, str] | etree._Attrib) -> str:
    """The id or name by which links reach an element; "" if it has neither."""
    return attributes.get("id") or attributes.get("name") or ""


def name_at_head(element: Element, notes: set[str]) -> str:
    """The name of the note that an element is, where that is the name of a link at its head; "" for others.

    The link may stand in the first paragraph, if the element is called a note. An element that holds several
    notes is none of them: each of their links heads what follows it, and no more.
    """
    if not len(element) or begins_with_text(element):
        return ""
    head = element[0]
    is_paragraph = head.tag == "p" and len(head) and not begins_with_text(head)
    if is_paragraph and _NOTE_ID.search(element.get("class") or ""):
        head = head[0]
    if head.tag != "a":
        return ""
    name = name_of(head.attrib)
    if name not in notes:
        return ""
    others = (name_of(link.attrib) for link in element.iterdescendants("a"))
    return "" if any(other in notes and other != name for other in others) else name


def begins_with_heading(element: Element) -> bool:
    """Whether an element begins with a heading, and is a section, to which the text may link as well."""
    for _ in range(_MOST_TO_HEADING):
        # Not len(): each of many links asks of the element around it, and to count its children takes long.
        first = next(iter(element), None)
        if first is None or begins_with_text(element):
            return False
        if first.tag in HEADING_LEVEL:
            return True
        element = first
    return False


def sign_of(element: Element) -> str:
    """The text of a mark, without the word in it: "[footnote 1]" → "1". MediaWiki's stay whole: notes of each
    word are numbered by themselves."""
    text = text_below(element)
    if (element.get("href") or "").startswith(_CITED):
        return text
    worded = _WORDED.fullmatch(text)
    return worded[1] if worded is not None else text


def is_note_label(element: Element) -> bool:
    """Whether an element shows nothing but a note's mark."""
    return shows_label(text_up_to(element, MOST_SIGN))


def shows_label(text: str) -> bool:
    """Whether a text is nothing but a note's mark."""
    return _LABEL.fullmatch(text) is not None


def names_and_targets(root: Element) -> frozenset[tuple[str, str]]:
    """For each link within a page, each of its names with the name of the place to which it leads.

    Links in headings are left out: they may lead back to the contents.
    """
    links = ((link, (link.get("href") or "").strip()) for link in root.iter("a"))
    inner = ((link, href) for link, href in links if href[:1] == "#")
    outside = (each for each in inner if next(each[0].iterancestors(*HEADING_LEVEL), None) is None)
    return frozenset((name, href[1:]) for link, href in outside for name in _names(link))


def leads_there_and_back(element: Element, href: str, pairs: frozenset[tuple[str, str]]) -> bool:
    """Whether a link and the place where it leads refer to each other; ``pairs`` is names_and_targets()."""
    names = _names(element)
    return href[1:] not in names and any((href[1:], name) in pairs for name in names)


def _names(link: Element) -> list[str]:
    """The names by which others reach a link: its own, those around it, that of an anchor before."""
    before = right_before(link)
    near = [link, *(each for each in islice(link.iterancestors(), 2) if not begins_with_heading(each))]
    if before is not None and before.tag == "a" and not before.get("href"):
        near.append(before)
    return [name for each in near if (name := name_of(each.attrib))]


def _is_superscript(element: Element, text: str) -> bool:
    inner = next(element.iterchildren("sup"), None)
    return inner is not None and text_up_to(inner, len(text)) == text


def is_said_to_lead_back(attributes: Mapping[str, str], notes: set[str]) -> bool:
    """Whether the attributes of a link inside a note say that it leads back to the note's mark.

    ``notes`` has the ids of all notes that the text has referred to so far.
    """
    href = attributes.get("href", "").strip()
    if "#" not in href or href.rpartition("#")[2] in notes:
        return False
    if role_of(attributes) == "doc-backlink" or "data-footnote-backref" in attributes:
        return True
    return _BACK.search(attributes.get("class", "")) is not None or _SIGN_ID.search(href) is not None


def leads_back(element: Element, attributes: Mapping[str, str], notes: set[str]) -> bool:
    """Whether a link inside a note leads back, by its attributes or its text, and not to a note."""
    if is_said_to_lead_back(attributes, notes):
        return True
    href = attributes.get("href", "").strip()
    if href[:1] != "#" or href[1:] in notes:
        return False
    return _BACK_TEXT.fullmatch(text_up_to(element, MOST_SIGN)) is not None


def within_note(within: tuple[Container, ...], note: Container) -> tuple[Container, ...]:
    """The structures around the blocks of a note: an item in a list of notes is not one of them."""
    if len(within) > 1 and within[-1].wrap is Wrap.ITEM and within[-2].wrap is Wrap.LIST:
        within = within[:-2]
    return (*within, note)


def in_note(within: tuple[Container, ...]) -> bool:
    """Whether a block stands in a footnote."""
    return stands_in(within, Wrap.FOOTNOTE)
