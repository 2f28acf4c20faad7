"""Dublin Core (``DC.title``, ``dcterms.creator``) and the <meta> of scholarly pages (``citation_title``)."""

from __future__ import annotations

from collections.abc import Iterator

from articlex.bylines.leads import is_east_asian
from articlex.bylines.persons import is_caseless
from articlex.data.bylines import byline_words
from articlex.metadata.evidence import Evidence, RawNames, Source
from articlex.page import Fact, Field
from articlex.regex import regex

REASONS = {"dublin-core": "A Dublin Core or citation element states it."}

NAME = "dublin-core"

#: How the names of such elements begin.
_STARTS = ("dc.", "dc:", "dcterms.", "dcterms:", "citation_")
#: Words of a surname without its particles, at most; an initial; a suffix of a name.
_MOST_SURNAMES = 2
_INITIAL = regex(r"\b\w\.|\s\w\Z")
_SUFFIX = regex(r"(?:Jr|Sr)\.?\Z|I{1,3}\Z|IV\Z")


def _names(element: str) -> tuple[str, ...]:
    return (f"dc.{element}", f"dc:{element}", f"dcterms.{element}", f"dcterms:{element}")


def _given_first(raw: str) -> str:
    """An author in the form of an index with the given name first; anything else as it is.

    >>> _given_first("García Márquez, Gabriel"), _given_first("Ann Example, Bo Sample")
    ('Gabriel García Márquez', 'Ann Example, Bo Sample')
    """
    surname, *rest = (part.strip() for part in raw.split(","))
    capital = sum(part.istitle() or _has_no_capitals(part) for part in surname.split())
    is_index = 1 <= len(rest) <= 2 and 0 < capital <= _MOST_SURNAMES
    if not is_index or rest[0].casefold().replace(".", "") in byline_words().credentials:
        return raw
    if " " in surname and len(rest[0].split()) > 1 and not _INITIAL.search(rest[0]):
        return raw
    if len(rest) == 2 and not _SUFFIX.match(rest[1]):
        return raw
    return " ".join((rest[0], surname, *rest[1:]))


def _has_no_capitals(word: str) -> bool:
    """Whether a word is in a script without capitals, but with spaces between words."""
    return word.isalpha() and is_caseless(word) and not is_east_asian(word[0])


def state(evidence: Evidence) -> Iterator[Fact]:
    """The facts of these elements."""
    # Most pages have none of them.
    if not any(name.startswith(_STARTS) for name in evidence.metas):
        return
    claim = evidence.claims(NAME, "dublin-core")
    yield from claim.title("citation_title", score=0.42)
    yield from claim.title(*_names("title"), score=0.35)
    one_each = [RawNames(_given_first(raw)) for raw in evidence.metas.get("citation_author", ())]
    yield from claim.stated_authors(one_each, 0.40)
    yield from claim.authors("citation_authors", score=0.40)
    yield from claim.authors(*_names("creator"), "dc.creator.name", *_names("contributor"), score=0.35)
    yield from claim.authors("dc.contributor.author", "dc.contributor.inventor", score=0.35)
    yield from claim.site_name("citation_journal_title", *_names("publisher"), score=0.5)
    yield from claim.text(Field.DESCRIPTION, *_names("description"), *_names("abstract"), score=0.6)
    yield from claim.language("dc.language", "dcterms.language", "citation_language", score=0.5)
    yield from claim.list(Field.TAGS, *_names("subject"), "citation_keywords", score=0.6, one=True)
    yield from claim.address(Field.LICENSE, *_names("license"), *_names("rights"), score=0.7)
    yield from claim.address(Field.URL, "citation_fulltext_html_url", score=0.3)


SOURCE = Source(NAME, state, REASONS)
