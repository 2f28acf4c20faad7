"""Records in JSON of several articles, as an interface for programs lists them: https://jsonfeed.org/version/1.1,
and what other systems call the same fields.

Without this the texts come out one below the other, and nothing says where one article ends.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any

from articlex.read.feeds import Entry, list_html
from articlex.read.html.embedded import as_html
from articlex.regex import regex

#: Names of the fields of a record, the best first, and of what may hold the list of them.
_TITLE = ("title", "headline", "name")
_TEXT = ("content_html", "content", "body", "text", "content_text", "articleBody", "html", "description")
_TEXT_IN_SHORT = ("summary", "excerpt")
_ADDRESS = ("url", "link", "permalink", "canonical_url", "external_url", "href")
_LIST = frozenset("items entries articles posts results data docs stories news records nodes".split())
#: What a system puts a text in ({"rendered": "..."}), and how deep in the record the list stands at most.
_INNER, _DEEPEST = ("rendered", "html", "value", "raw"), 3
#: The tags in a title, and what stands in the head of a page, which some systems hand on along with its text.
_TAG, _HEAD = regex(r"<[^<>]{1,400}>"), "<meta "
#: Records of a list, at least.
_LEAST = 2


def records_html(record: Any) -> str | None:
    """The HTML of a list of articles; None for a record of one, and for any other."""
    for listed in _lists(record, 0):
        entries = [entry for each in listed if (entry := _entry(each))]
        if _LEAST <= len(entries) == len(listed) and _holds_longest(record, listed):
            return list_html(entries, _string(record, _TITLE) if isinstance(record, dict) else "")
    return None


def _lists(value: Any, depth: int) -> Iterator[list[Any]]:
    """The lists of records in a record, the outermost first."""
    if isinstance(value, list):
        yield value
    elif isinstance(value, dict) and depth <= _DEEPEST:
        for name, inner in value.items():
            if name.lower() in _LIST:
                yield from _lists(inner, depth + 1)


def _holds_longest(record: Any, listed: list[Any]) -> bool:
    """Whether the longest text of all is that of one in the list: else they are what an article links to."""
    texts = (_string(each, (*_TEXT, *_TEXT_IN_SHORT)) for each in listed)
    longest = max(map(len, texts), default=0)
    values = [record]
    while values:
        value = values.pop()
        if isinstance(value, str) and len(value) > longest and _HEAD not in value:
            return False
        if isinstance(value, dict | list):
            values.extend(value.values() if isinstance(value, dict) else value)
    return True


def _entry(record: Any) -> Entry | None:
    """What a record says of an article; None where title or text is missing."""
    if not isinstance(record, dict):
        return None
    title, text = _string(record, _TITLE), _string(record, (*_TEXT, *_TEXT_IN_SHORT))
    if not title or not text:
        return None
    return Entry(unescape(_TAG.sub("", title)), "", "", as_html(text), _string(record, _ADDRESS))


def _string(record: Mapping[str, Any], names: tuple[str, ...]) -> str:
    """The first of the fields that is a text, or holds one."""
    for name in names:
        value = record.get(name)
        inner = [value.get(key) for key in _INNER] if isinstance(value, dict) else [value]
        if found := next((each for each in inner if isinstance(each, str) and each.strip()), ""):
            return found
    return ""
