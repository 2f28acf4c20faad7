"""Dates from <meta>: OpenGraph, Dublin Core, Highwire, Parsely, Sailthru, and plain names."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from articlex.metadata.evidence import Evidence, Source
from articlex.page import Fact, Field
from articlex.regex import regex

REASONS = {
    "meta-published": "A <meta> states when the article was published.",
    "meta-date": "A <meta> states a date without saying of what.",
    "meta-created": "A <meta> states when the page was created.",
    "meta-modified": "A <meta> states when the article was modified.",
    "meta-last-modified": "A <meta> states when the page was last modified, which may be any change.",
}

#: Names of <meta> by what they state, most reliable first.
_GROUPS = (
    (
        Field.DATE_PUBLISHED,
        "meta-published",
        0.95,
        """
        article:published_time og:article:published_time sailthru.date parsely-pub-date
        citation_publication_date citation_online_date citation_date dc.date.issued dc.date.issue dc.issued
        dcterms.issued dcterms.published dc.date.published datepublished date_published publishdate
        publish_date publish-date publication_date publication-date publicationdate published
        published_at published-date published_date published_time pubdate pub_date pub-date
        article:published article:publication_date article_date_original article:create_at
        originalpublicationdate cxenseparse:publishtime cxenseparse:recs:publishtime
        og:published_time og:pubdate og:publish_date og:release_date bt:pubdate prism.publicationdate
        rnews:datepublished shareaholic:article_published_time weibo:article:create_at
        bytedance:published_time analyticsattributes.articledate dcsext.articlefirstpublished
        article.published displaydate firstpublished first-published dc.date.firstpublished
        govuk:first-published-at
        """,
    ),
    (
        Field.DATE_PUBLISHED,
        "meta-date",
        0.88,
        "date dc.date dc:date dcterms.date dcterms.available pdate",
    ),
    (
        Field.DATE_PUBLISHED,
        "meta-created",
        0.75,
        "datecreated dc.created dcterms.created dc.date.created created date.created creation_date",
    ),
    (
        Field.DATE_MODIFIED,
        "meta-modified",
        0.92,
        """
        article:modified_time og:article:modified_time og:updated_time article:modified article:updated
        article:update_at datemodified date_modified date-modified modified_time dc.modified
        dc.date.modified dcterms.modified updated updated_time updated_at update_date
        bytedance:updated_time weibo:article:update_at cxenseparse:modifiedtime prism.modificationdate
        govuk:public-updated-at govuk:updated-at
        """,
    ),
    (
        Field.DATE_MODIFIED,
        "meta-last-modified",
        0.6,
        "last-modified last_modified lastmod lastmodified last-updated lastupdated revised",
    ),
)
_MEANING = {name: (field, reason, score) for field, reason, score, names in _GROUPS for name in names.split()}

#: Contents of one name that are tried: some templates state a date twice, the first time malformed.
_TRIED = 5

#: What separates the words of a name; the words for "date", and those for "published".
_SEPARATOR = regex(r"[._:-]")
_DATES = frozenset(("date", "time", "datetime", "timestamp"))
_PUBLISHED = frozenset(("published", "publish", "publication", "issued", "pub"))


def state(evidence: Evidence) -> Iterator[Fact]:
    """The first date of each name of <meta> that states one."""
    for name, contents in evidence.metas.items():
        meaning = _MEANING.get(name) or _by_words(name)
        if meaning:
            field, reason, score = meaning
            claim = evidence.claims(f"meta {name}", reason)
            stated = (fact for raw in contents[:_TRIED] for fact in claim.date(field, raw, score))
            yield from islice(stated, 1)


def _by_words(name: str) -> tuple[Field, str, float] | None:
    """The meaning of a name that some publisher has invented, by its words: "w-published-date", "ms.date"."""
    if "date" not in name and "time" not in name:
        return None
    words = _SEPARATOR.split(name)
    if _DATES.isdisjoint(words) or len(words) < 2:
        return None
    if not _PUBLISHED.isdisjoint(words):
        return Field.DATE_PUBLISHED, "meta-published", 0.9
    return (Field.DATE_PUBLISHED, "meta-date", 0.7) if words[-1] == "date" and len(words) == 2 else None


SOURCE = Source("dates-meta", state, REASONS)
