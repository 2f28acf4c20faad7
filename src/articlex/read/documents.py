"""Documents that hold a page and are neither HTML nor page text: made into HTML, then read like any page."""

from __future__ import annotations

import json

from articlex.read.markdown import html_between_elements

#: Characters in which the first sign of a document stands, and the signs of XML and of JSON.
_BEGIN, _XML, _JSON = 200, ("<?xml", "<rss", "<feed", "<rdf:RDF"), ("{", "[")
#: Characters of the longest record; an article has fewer.
_LONGEST_RECORD = 20_000_000


def document_html(text: str) -> str | None:
    """The HTML of a feed, of a record in JSON, or of Markdown between elements; None for any other text."""
    begin = text[:_BEGIN].lstrip()
    if begin.startswith(_JSON):
        return _record(text) if len(text) <= _LONGEST_RECORD else None
    if not begin.startswith("<"):
        return None
    return html_between_elements(text) or (_feed(text) if begin.startswith(_XML) else None)


def _feed(text: str) -> str | None:
    from articlex.read.feeds import feed_html

    return feed_html(text)


def _record(text: str) -> str | None:
    """What an interface for programs says of a page, as the state that a page holds for its script.

    What begins a tag is escaped, as JSON may have it: else it could end the script.
    """
    try:
        record = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not record:
        return None
    is_linked = isinstance(record, dict) and "@context" in record
    kind = "application/ld+json" if is_linked else "application/json"
    script = json.dumps(record, ensure_ascii=False).replace("<", "\\u003c")
    return f'<html><head><title></title></head><body><script type="{kind}">{script}</script></body></html>'
