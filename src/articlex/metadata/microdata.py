"""Microdata: ``itemprop`` inside an ``itemscope`` of an article (https://html.spec.whatwg.org/#microdata)."""

from __future__ import annotations

from collections.abc import Iterator

from articlex.markup import Annotation
from articlex.metadata.evidence import Claims, Evidence, RawNames, Source
from articlex.metadata.values import each_value, list_value, text_value
from articlex.page import Fact, Field
from articlex.read.html.embedded.item_types import WRITERS, is_article, type_names
from articlex.regex import regex

REASONS = {"microdata": "An itemprop attribute states it."}

NAME = "microdata"

#: Properties of the article, and elements that name authors, that are read at most.
_MOST_NOTES, _MOST_AUTHORS = 200, 10
#: Blocks from the beginning of an author's element to a name that still belongs to it, at most.
_NEAR = 3

_PEOPLE = regex(r"(?i)/(?:Person|Organization|NewsMediaOrganization)$")


def state(evidence: Evidence) -> Iterator[Fact]:
    """The facts of ``itemprop`` attributes of the page's article."""
    notes = evidence.own_notes("itemprop")
    if not notes:
        return
    articles = {scope for scope in {note.scope for note in notes} if is_article(type_names(scope))}
    in_article = [note for note in notes if note.scope in articles]
    claim = evidence.claims(NAME, NAME)
    for note in in_article[:_MOST_NOTES]:
        value = note.value.lower()
        if value in ("headline", "name") and note.text:
            yield from claim.stated_title(note.text, 0.40 if value == "headline" else 0.3, note.block)
            break
    yield from claim.stated_authors(_authors(_of_first_post(notes)), 0.40)
    yield from _rest(claim, in_article[:_MOST_NOTES])


def _of_first_post(notes: list[Annotation]) -> list[Annotation]:
    """The notes up to the second day of an item, if an author stands behind its first day.

    NodeBB states the authors and days of all posts of a thread as properties of one item.
    """
    days: dict[str, str] = {}
    signed = False
    for index, note in enumerate(notes):
        value = note.value.lower()
        if value == "datepublished" and days.setdefault(note.scope, note.content) != note.content and signed:
            return notes[:index]
        signed = signed or (value in WRITERS and bool(days))
    return notes


def _authors(notes: list[Annotation]) -> list[RawNames]:
    """The texts of authors' elements, or the names in the items inside them."""
    found: list[RawNames] = []
    last = -1
    for note in notes:
        value = note.value.lower()
        if value in WRITERS:
            text = note.text or (note.content if "/" not in note.content else "")
            found.append(RawNames(text, note.block))
        elif value == "name" and found and note.block <= last + _NEAR and _is_name_in(note, found[-1].raw):
            found[-1] = RawNames(note.text or note.content, note.block)
        else:
            continue
        last = note.block
    return [each for each in found if each.raw][:_MOST_AUTHORS]


def _is_name_in(note: Annotation, text: str) -> bool:
    """Whether a note is the name of a person or an organisation inside an author's element with ``text``: it
    comes without the words around it."""
    printed = note.text or note.content
    is_part = bool(printed) and (not text or printed in text)
    return is_part and _PEOPLE.search(note.scope) is not None


def _rest(claim: Claims, notes: list[Annotation]) -> Iterator[Fact]:
    """The facts of ``notes``, the properties of articles, but title, authors and dates."""
    tags: list[str] = []
    for note in notes:
        value, printed = note.value.lower(), note.text or note.content
        if value == "keywords":
            tags.append(printed)
        elif value == "articlesection" and (section := list_value([printed])):
            yield Fact(Field.CATEGORIES, section, NAME, printed, NAME, 0.7, note.block)
        elif value in ("image", "thumbnailurl"):
            yield from claim.stated_address(Field.IMAGE, note.content, 0.5, note.block)
        elif value == "license":
            yield from claim.stated_address(Field.LICENSE, note.content, 0.7, note.block)
        elif value == "description" and (text := text_value(note.content)):
            yield Fact(Field.DESCRIPTION, text, NAME, note.content, NAME, 0.5, note.block)
        elif value == "isaccessibleforfree" and printed.lower() in ("true", "false"):
            access = "free" if printed.lower() == "true" else "paywalled"
            yield Fact(Field.ACCESS, access, NAME, printed, NAME, 0.8, note.block)
    if values := each_value(tags):
        yield Fact(Field.TAGS, values, NAME, ", ".join(tags), NAME, 0.7)


SOURCE = Source(NAME, state, REASONS)
