"""JSON records of several articles, as from a web API, and of one short text, such as a note, as HTML.

The field names are those of https://jsonfeed.org/version/1.1 and of other systems. (A record of one long text
needs no help: it is read like the embedded state of a page. But that keeps no articles apart, and drops short
texts.)
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from articlex.read.feeds import Entry, article_html, list_html, text_of
from articlex.read.html.embedded.bodies import LEAST, as_html

#: Names of the fields of a record, the best first, and of fields that hold the list of records.
_TITLE = ("title", "headline", "name")
_TEXT = (
    *("content_html", "content", "body", "text", "content_text", "articleBody", "html", "textContentHtml"),
    "textContent",
)
#: Fields with a summary. In a list it stands for the text; a single record may describe anything.
_TEASER = ("description", "summary", "excerpt")
_AUTHOR = ("author", "authors", "byline", "published_by")
_DATE = ("date_published", "published_at", "publishedAt", "published", "datePublished", "date", "pubDate")
_ADDRESS = ("url", "link", "permalink", "canonical_url", "external_url", "href")
_LIST = frozenset("items entries articles posts results data docs stories news records nodes".split())
#: Fields that hold the single record; and the check mark and the text of an item in a to-do list.
_ONE = frozenset("data post article item entry note result page attributes".split())
_DONE, _THING = ("isChecked", "checked", "done", "completed"), ("text", "title", "name")
#: Names of fields in which a text or a name may be wrapped ({"rendered": "..."}), and the greatest depth at
#: which the list or the single record is looked for.
_INNER, _DEEPEST = ("rendered", "html", "value", "raw", "name"), 3
#: A sign of the <head> of a page, which some systems deliver along with its text.
_HEAD = "<meta "
#: How many times longer a text may be in another field: as HTML, or with the headline above it.
_OTHER_FORM = 1.5
#: Records of a list, at least; authors of one, at most.
_LEAST, _MOST_AUTHORS = 2, 50


def records_html(record: Any) -> str | None:
    """The HTML of a list of several articles; None if ``record`` (parsed JSON) is anything else."""
    longest = _longest(record)
    for listed in _lists(record, 0):
        entries = [entry for each in listed if (entry := _entry(each))]
        if _LEAST <= len(entries) == len(listed) and _hold_most(listed, longest):
            return list_html(entries, _string(record, _TITLE) if isinstance(record, dict) else "")
    return None


def short_record_html(record: Any) -> str | None:
    """The HTML of a record of one short text or one to-do list; None if ``record`` is anything else."""
    one = _one(record, 0)
    found = _entry(one, one) if one else None
    # A long text is found as in the embedded state of a page, whatever its field is called.
    return article_html(found, "") if found and are_short(record) else None


def are_short(record: Any) -> bool:
    """Whether every text in a record is as short as that of a note, so that nothing in it is to be left
    out."""
    return _longest(record) < LEAST


def _one(value: Any, depth: int) -> Mapping[str, Any]:
    """The single record that ``value`` is or holds; an empty one if there is none."""
    while isinstance(value, list) and len(value) == 1:
        value = value[0]
    if not isinstance(value, dict) or _entry(value, value) or depth > _DEEPEST:
        return value if isinstance(value, dict) else {}
    return next(
        (_one(inner, depth + 1) for name, inner in value.items() if _holds_one(name.lower(), inner)), {}
    )


def _holds_one(name: str, value: Any) -> bool:
    """Whether a field of this name holds the single record, or a list of no other."""
    return name in _ONE or (name in _LIST and isinstance(value, list) and len(value) == 1)


def _lists(value: Any, depth: int) -> Iterator[list[Any]]:
    """The lists in a record, the outermost first."""
    if isinstance(value, list):
        yield value
    elif isinstance(value, dict) and depth <= _DEEPEST:
        for name, inner in value.items():
            if name.lower() in _LIST:
                yield from _lists(inner, depth + 1)


def _hold_most(listed: list[Any], longest: int) -> bool:
    """Whether the ``longest`` text of the whole record is one of ``listed``; else the article links to
    these."""
    texts = (_string(each, (*_TEXT, *_TEASER)) for each in listed)
    return longest <= _OTHER_FORM * max(map(len, texts), default=0)


def _longest(record: Any) -> int:
    """The length of the longest text anywhere in a record."""
    values, longest = [record], 0
    while values:
        value = values.pop()
        if isinstance(value, str) and len(value) > longest and _is_text(value):
            longest = len(value)
        if isinstance(value, dict | list):
            values.extend(value.values() if isinstance(value, dict) else value)
    return longest


def _is_text(value: str) -> bool:
    """Whether a string is a text: no head of a page, and no single word in ASCII (address, date, key,
    picture)."""
    return (not value.isascii() or len(value.split(None, 1)) > 1) and _HEAD not in value


def _entry(record: Any, untitled: object = None) -> Entry | None:
    """The article in a record; None without a text, or (unless it is ``untitled``) without a title."""
    if not isinstance(record, dict):
        return None
    names = _TEXT if record is untitled else (*_TEXT, *_TEASER)
    title, text = _string(record, _TITLE), _string(record, names)
    html = as_html(text) if text else _things_to_do(record)
    if not html or not (title or record is untitled):
        return None
    day, address = _string(record, _DATE), _string(record, _ADDRESS)
    return Entry(text_of(title), _authors(record), day, html, address)


def _authors(record: Mapping[str, Any]) -> str:
    """The authors as one text, as an entry has them."""
    for name in _AUTHOR:
        listed = record.get(name)
        each = listed[:_MOST_AUTHORS] if isinstance(listed, list) else [listed]
        if names := list(filter(None, map(_unwrapped, each))):
            return "; ".join(names)
    return ""


def _things_to_do(record: Mapping[str, Any]) -> str:
    """The to-do list that a record has in place of a text, as HTML; "" without one."""
    for listed in record.values():
        items = [item for item in listed if isinstance(item, dict)] if isinstance(listed, list) else []
        done = [next((item[name] for name in _DONE if name in item), None) for item in items]
        if items and all(isinstance(each, bool) for each in done):
            boxes = (f'<input type="checkbox"{" checked" if each else ""}>' for each in done)
            texts = (escape(_string(item, _THING)) for item in items)
            return f"<ul><li>{'<li>'.join(map(' '.join, zip(boxes, texts, strict=True)))}</ul>"
    return ""


def _string(record: Mapping[str, Any], names: tuple[str, ...]) -> str:
    """The first of the fields ``names`` that is a string or holds one; "" if none does."""
    for name in names:
        value = record.get(name)
        if found := _unwrapped(value[0] if isinstance(value, list) and len(value) == 1 else value):
            return found
    return ""


def _unwrapped(value: Any) -> str:
    """A string, or the one that an object holds ({"rendered": "..."}); "" for anything else."""
    inner = [value.get(key) for key in _INNER] if isinstance(value, dict) else [value]
    return next((each for each in inner if isinstance(each, str) and each.strip()), "")
