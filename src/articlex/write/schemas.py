"""The record in the schema of another tool, for programs that were written for its output."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from articlex.write.json import article_record, blank_record, picked, requested
from articlex.write.options import DEFAULTS, RenderOptions

if TYPE_CHECKING:
    from articlex.article import Article

Record = dict[str, Any]

_OF_TRAFILATURA = tuple(
    """title author hostname date fingerprint id license comments raw_text text language image pagetype
    filedate source source-hostname excerpt categories tags""".split()
)


def record_for(article: Article, options: RenderOptions = DEFAULTS) -> Record:
    """The record of ``article`` in the schema of the options.

    ``options.fields`` are names in that schema. Raises UsageError for one that it does not have.
    """
    if options.schema == "articlex":
        return article_record(article, options)
    record = SCHEMAS[options.schema](article_record(article))
    return {name: record[name] for name in picked(tuple(record), options)}


def record_names(options: RenderOptions) -> tuple[str, ...]:
    """The names of the fields in a record with these options. Raises UsageError like :func:`record_for`."""
    if options.schema == "articlex":
        return requested(options)
    return picked(tuple(SCHEMAS[options.schema](blank_record())), options)


def _trafilatura(record: Record) -> Record:
    """``trafilatura --json --with-metadata``: joined lists, ``source`` is the address."""
    theirs = {
        "id": None,
        "comments": record["comments"] or "",
        "raw_text": " ".join((record["text"] or "").split()),
        "filedate": None,
        "source": record["url"],
        "source-hostname": record["sitename"],
        "excerpt": record["description"],
        "categories": ";".join(record["categories"]),
        "tags": ";".join(record["tags"]),
    }
    return {name: theirs[name] if name in theirs else record[name] for name in _OF_TRAFILATURA}


def _newspaper(record: Record) -> Record:
    """newspaper4k's ``Article.to_json()``."""
    image = record["image"]
    return {
        "url": record["url"],
        "read_more_link": "",
        "language": record["language"],
        "title": record["title"],
        "top_image": image,
        "meta_img": image,
        "images": [image] if image else [],
        "movies": [],
        "keywords": record["tags"],
        "meta_keywords": record["tags"],
        "tags": record["tags"],
        "authors": record["authors"],
        "publish_date": record["date_published"],
        "summary": "",
        "meta_description": record["description"],
        "meta_lang": record["language"],
        "meta_favicon": "",
        "meta_site_name": record["sitename"],
        "canonical_link": record["url"],
        "text": record["text"],
    }


def _schemaorg(record: Record) -> Record:
    """JSON-LD of type NewsArticle (https://schema.org/NewsArticle); a thread is a DiscussionForumPosting, of
    which the answers are the comments. ``articleBody`` has the text of all posts."""
    sections = record["categories"]
    posts = record["posts"] or []
    return {
        "@context": "https://schema.org",
        "@type": "DiscussionForumPosting" if posts else "NewsArticle",
        "headline": record["title"],
        "author": [{"@type": "Person", "name": name} for name in record["authors"]],
        "datePublished": record["date_published"],
        "dateModified": record["date_modified"],
        "publisher": {"@type": "Organization", "name": record["sitename"]} if record["sitename"] else None,
        "description": record["description"],
        "articleBody": record["text"],
        "articleSection": sections[0] if len(sections) == 1 else sections or None,
        "image": record["image"],
        "inLanguage": record["language"],
        "keywords": record["tags"],
        "url": record["url"],
        "mainEntityOfPage": record["url"],
        "license": record["license"],
        "isAccessibleForFree": {"free": True, "paywalled": False}.get(record["access"] or ""),
        "wordCount": record["word_count"],
        "comment": [_answer(post) for post in posts[1:]] or None,
    }


def _answer(post: Record) -> Record:
    """A post of a thread as https://schema.org/Comment."""
    author = {"@type": "Person", "name": post["author"]} if post["author"] else None
    return {"@type": "Comment", "author": author, "datePublished": post["date"], "text": post["text"]}


#: Schemas besides our own, as ``--schema`` takes them.
SCHEMAS: dict[str, Callable[[Record], Record]] = {
    "trafilatura": _trafilatura,
    "newspaper": _newspaper,
    "schemaorg": _schemaorg,
}
