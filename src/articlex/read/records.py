"""Records in JSON: of several articles, as an interface for programs lists them, and of a note or another
short text.

https://jsonfeed.org/version/1.1, and what other systems call the same fields. Of several the texts would come
out one below the other, and nothing would say where one ends; of the state of a page no short text is read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape, unescape
from typing import Any

from articlex.read.feeds import Entry, article_html, list_html
from articlex.read.html.embedded.bodies import LEAST, as_html
from articlex.regex import regex

#: Names of the fields of a record, the best first, and of what may hold the list of them.
_TITLE = ("title", "headline", "name")
_TEXT = (
    *("content_html", "content", "body", "text", "content_text", "articleBody", "html", "textContentHtml"),
    "textContent",
)
#: What says in short what a text is about. In a list it stands for the text; alone it is that of any thing.
_TEASER = ("description", "summary", "excerpt")
_AUTHOR = ("author", "authors", "byline", "published_by")
_DATE = ("date_published", "published_at", "publishedAt", "published", "datePublished", "date", "pubDate")
_ADDRESS = ("url", "link", "permalink", "canonical_url", "external_url", "href")
_LIST = frozenset("items entries articles posts results data docs stories news records nodes".split())
#: What may hold the one record, and what says of an item of a list of things to do that it is done.
_ONE = frozenset("data post article item entry note result page attributes".split())
_DONE, _THING = ("isChecked", "checked", "done", "completed"), ("text", "title", "name")
#: What a system puts a text or a name in ({"rendered": "..."}), and how deep in the record the list or the
#: one record stands at most.
_INNER, _DEEPEST = ("rendered", "html", "value", "raw", "name"), 3
#: The tags in a title, and what stands in the head of a page, which some systems hand on along with its text.
_TAG, _HEAD = regex(r"<[^<>]{1,400}>"), "<meta "
#: How much longer the same text may be in another form: with the headline above it, or as HTML.
_OTHER_FORM = 1.5
#: Records of a list, at least.
_LEAST = 2


def records_html(record: Any) -> str | None:
    """The HTML of a list of articles; None for a record of one, and for any other."""
    for listed in _lists(record, 0):
        entries = [entry for each in listed if (entry := _entry(each))]
        if _LEAST <= len(entries) == len(listed) and _hold_most(record, listed):
            return list_html(entries, _string(record, _TITLE) if isinstance(record, dict) else "")
    return None


def short_record_html(record: Any) -> str | None:
    """The HTML of a record that is one short text, or a list of things to do; None for any other."""
    one = _one(record, 0)
    found = _entry(one, one) if one else None
    # Longer ones are taken out of the record as out of the state of a page, whatever it calls them.
    return article_html(found, "") if found and _longest(record) < LEAST else None


def _one(value: Any, depth: int) -> Mapping[str, Any]:
    """The one record that a value is or holds; an empty one where there is none."""
    while isinstance(value, list) and len(value) == 1:
        value = value[0]
    if not isinstance(value, dict) or _entry(value, value) or depth > _DEEPEST:
        return value if isinstance(value, dict) else {}
    return next((_one(inner, depth + 1) for name, inner in value.items() if name.lower() in _ONE), {})


def _lists(value: Any, depth: int) -> Iterator[list[Any]]:
    """The lists of records in a record, the outermost first."""
    if isinstance(value, list):
        yield value
    elif isinstance(value, dict) and depth <= _DEEPEST:
        for name, inner in value.items():
            if name.lower() in _LIST:
                yield from _lists(inner, depth + 1)


def _hold_most(record: Any, listed: list[Any]) -> bool:
    """Whether the longest text of all is that of one in the list, perhaps in another form: else they are what
    an article links to."""
    texts = (_string(each, (*_TEXT, *_TEASER)) for each in listed)
    return _longest(record) <= _OTHER_FORM * max(map(len, texts), default=0)


def _longest(record: Any) -> int:
    """Characters of the longest text in a record."""
    values, longest = [record], 0
    while values:
        value = values.pop()
        if isinstance(value, str) and len(value) > longest and _is_text(value):
            longest = len(value)
        if isinstance(value, dict | list):
            values.extend(value.values() if isinstance(value, dict) else value)
    return longest


def _is_text(value: str) -> bool:
    """Whether a string is neither an address, a day, a key or a picture in ASCII, nor the head of a page."""
    return (not value.isascii() or len(value.split(None, 1)) > 1) and _HEAD not in value


def _entry(record: Any, untitled: object = None) -> Entry | None:
    """What a record says of an article; None where the text is missing, or the title of one that is not
    ``untitled``."""
    if not isinstance(record, dict):
        return None
    names = _TEXT if record is untitled else (*_TEXT, *_TEASER)
    title, text = _string(record, _TITLE), _string(record, names)
    html = as_html(text) if text else _things_to_do(record)
    if not html or not (title or record is untitled):
        return None
    author, day = _string(record, _AUTHOR), _string(record, _DATE)
    return Entry(unescape(_TAG.sub("", title)), author, day, html, _string(record, _ADDRESS))


def _things_to_do(record: Mapping[str, Any]) -> str:
    """The list of things to do that a record has in place of a text, as HTML."""
    for listed in record.values():
        items = [item for item in listed if isinstance(item, dict)] if isinstance(listed, list) else []
        done = [next((item[name] for name in _DONE if name in item), None) for item in items]
        if items and all(isinstance(each, bool) for each in done):
            boxes = (f'<input type="checkbox"{" checked" if each else ""}>' for each in done)
            texts = (escape(_string(item, _THING)) for item in items)
            return f"<ul><li>{'<li>'.join(map(' '.join, zip(boxes, texts, strict=True)))}</ul>"
    return ""


def _string(record: Mapping[str, Any], names: tuple[str, ...]) -> str:
    """The first of the fields that is a text, or holds one."""
    for name in names:
        value = record.get(name)
        value = value[0] if isinstance(value, list) and len(value) == 1 else value
        inner = [value.get(key) for key in _INNER] if isinstance(value, dict) else [value]
        if found := next((each for each in inner if isinstance(each, str) and each.strip()), ""):
            return found
    return ""
