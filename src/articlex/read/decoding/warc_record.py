"""The only page of a WARC or WET file (ISO 28500), as a crawl of one page has it, or one cut out of a crawl.

A file of several pages is an archive, of which ``articlex batch`` reads each.
"""

from __future__ import annotations

import re

from articlex.errors import BinaryInputError
from articlex.read.decoding.wrapped import Wrapped
from articlex.regex import regex

#: How a record begins. The lengths that records state are not asked: a record that went through an editor or
#: the clipboard has another one.
_BEGINS = regex(rb"^WARC/1\.\d\r?\n(?=[A-Za-z-]{1,40}:)", re.MULTILINE)
_END_OF_HEAD = regex(rb"\r?\n\r?\n")
_FIELD = regex(rb"^(warc-type|warc-target-uri)[ \t]*:[ \t]*<?([^\r\n>]*)", re.IGNORECASE | re.MULTILINE)
#: Types of records that hold a page, and that of those which hold it as text.
_PAGES, _TEXT = frozenset({b"response", b"resource", b"conversion"}), b"conversion"
#: More records than this are an archive.
_MOST = 20
_SEVERAL = "a WARC archive, not one page; 'articlex batch' reads each page"


def only_page(page: Wrapped) -> Wrapped:
    """The page in the only record of ``page`` that holds one, with its address; ``page`` as it is without
    one. Raises BinaryInputError if several do."""
    starts = [found.start() for found in _BEGINS.finditer(page.data)]
    if len(starts) > _MOST:
        raise BinaryInputError(_SEVERAL, "archive")
    ends = [*starts[1:], len(page.data)]
    records = [_read(page, page.data[start:end]) for start, end in zip(starts, ends, strict=True)]
    pages = [record for record in records if record is not None]
    if len(pages) > 1:
        raise BinaryInputError(_SEVERAL, "archive")
    return pages[0] if pages else page


def _read(page: Wrapped, record: bytes) -> Wrapped | None:
    """The page that a record holds; None if it holds none."""
    end = _END_OF_HEAD.search(record)
    if end is None:
        return None
    fields = {name.lower(): value for name, value in _FIELD.findall(record, 0, end.start())}
    kind = fields.get(b"warc-type", b"").strip().lower()
    if kind not in _PAGES:
        return None
    address = fields.get(b"warc-target-uri", b"").decode("utf-8", "replace").strip()
    form = "text" if kind == _TEXT and page.form == "auto" else page.form
    return page._replace(data=record[end.end() :].rstrip(), form=form, url=page.url or address or None)
