"""Documents that hold a page but are neither HTML nor page text (feeds, notes, JSON), turned into HTML."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from articlex.errors import InputError
from articlex.read.markdown import html_between_elements
from articlex.regex import regex

#: Characters searched for the first sign of a document.
_BEGIN = 200
#: The signs of XML, and of JSON.
_XML, _JSON = ("<?xml", "<rss", "<feed", "<rdf:RDF", "<en-export"), ("{", "[")
#: How a whole HTML page begins; the names of fields with its address, and how an address begins.
_PAGE = regex(r"(?i)\ufeff?\s*(?:<\?xml[^<>]{0,200}>\s*|<!--[^<>]{0,2000}-->\s*){0,3}<(?:!doctype|html)\b")
_ADDRESSES, _WEB = ("url", "final_url", "link", "uri", "address"), ("http://", "https://")
#: Longest record in characters; no article has so many.
_LONGEST_RECORD = 20_000_000


class Document(NamedTuple):
    """The HTML of a document; ``is_whole`` if all of it is content, with no page around it, ``several`` if it
    is a list of articles."""

    html: str
    is_whole: bool = False
    several: bool = False


def document_html(text: str) -> Document | None:
    """The HTML of a feed, of exported notes, of a JSON record, or of Markdown between HTML elements; None for
    any other text. Raises InputError for several pages in JSON, in lines or in one record."""
    begin = text[:_BEGIN].lstrip()
    if begin.startswith(_JSON):
        return _record(text) if len(text) <= _LONGEST_RECORD else None
    if not begin.startswith("<"):
        return None
    if html := html_between_elements(text):
        return Document(html)
    return _feed(text) if begin.startswith(_XML) else None


def _feed(text: str) -> Document | None:
    from articlex.read.feeds import feed_entries, html_of
    from articlex.read.notes import notes_in

    entries, site = feed_entries(text)
    if entries:
        return Document(html_of(entries, site), several=len(entries) > 1)
    notes = notes_in(text)
    return Document(html_of(notes), is_whole=True, several=len(notes) > 1) if notes else None


def _are_lines(text: str, error: json.JSONDecodeError) -> bool:
    """Whether ``text`` is JSON Lines: parsing failed below the first line, and the first two are objects."""
    lines = text.lstrip().split("\n", 2)[:2]
    try:
        return error.lineno > 1 and all(isinstance(json.loads(line), dict) for line in lines)
    except (ValueError, RecursionError):
        return False


def _page_in(record: Any) -> Document | None:
    """The only whole HTML page in a field of a record, as crawlers write it, with the address from a field
    beside it; None without a page. Raises InputError for several pages."""
    pages: list[tuple[Any, str]] = []
    values: list[tuple[Any, Any]] = [(record, record)]
    while values:
        holder, value = values.pop()
        if isinstance(value, str) and _PAGE.match(value):
            pages.append((holder, value))
        elif isinstance(value, dict | list):
            values.extend((value, each) for each in (value.values() if isinstance(value, dict) else value))
    if len(pages) > 1:
        raise InputError(f"{len(pages)} pages in JSON, not a page; 'articlex batch' reads them as JSON Lines")
    if not pages:
        return None
    from articlex.read.shown_source import saved_as

    (holder, page), *_ = pages
    addresses = [holder.get(name) for name in _ADDRESSES] if isinstance(holder, dict) else []
    url = next((each for each in addresses if isinstance(each, str) and each.startswith(_WEB)), "")
    return Document(saved_as(page, url) if url else page)


def _records(record: Any) -> Document | None:
    from articlex.read.records import are_short, records_html, short_record_html

    if html := records_html(record):
        return Document(html, is_whole=are_short(record), several=True)
    short = short_record_html(record)
    return Document(short, is_whole=True) if short else None


def _record(text: str) -> Document | None:
    """The page, article or list in JSON, or else the record as the embedded state of an empty HTML page.

    "<" is escaped there, as JSON allows, because it could end the script element. Raises InputError for
    several pages.
    """
    try:
        record = json.loads(text)
    except json.JSONDecodeError as error:
        if _are_lines(text, error):
            raise InputError("JSON Lines, not a page; 'articlex batch --archive jsonl' reads each") from None
        return None
    except (ValueError, RecursionError):
        return None
    if not record:
        return None
    is_linked = isinstance(record, dict) and "@context" in record
    if not is_linked and (held := _page_in(record) or _records(record)):
        return held
    kind = "application/ld+json" if is_linked else "application/json"
    script = json.dumps(record, ensure_ascii=False).replace("<", "\\u003c")
    head = f'<script type="{kind}">{script}</script>'
    return Document(f"<html><head><title></title></head><body>{head}</body></html>")
