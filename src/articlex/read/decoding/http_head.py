"""Heads of HTTP responses above a page, as ``curl -i`` and ``wget --save-headers`` write them (RFC 9112, 4).

They are removed because their ``Date``, the day of the download, would pass for the date of a page of text.
"""

from __future__ import annotations

import re

from articlex.read.decoding.wrapped import Wrapped
from articlex.regex import regex

#: The status line, and the empty line that ends a head.
_STATUS, _END = regex(rb"HTTP/\d(?:\.\d)? \d{3}(?: [^\r\n]{0,200})?\r?\n"), regex(rb"\r?\n\r?\n")
_CHARSET = regex(rb"^content-type:[^\r\n]{0,200}charset=[\"' ]?([\w.:-]{2,40})", re.IGNORECASE | re.MULTILINE)
#: Bytes of the longest head, and the most heads in a row: each redirect adds one.
_LONGEST, _MOST = 65_536, 50


def without_heads(page: Wrapped) -> Wrapped:
    """The body below the heads at the start of ``page``, with the charset that the last one states."""
    data, start, charset = page.data, 0, None
    for _ in range(_MOST):
        end = _END.search(data, start, start + _LONGEST) if _STATUS.match(data, start) else None
        if end is None:
            break
        stated = _CHARSET.search(data, start, end.start())
        start, charset = end.end(), stated[1].decode("ascii") if stated else None
    return page._replace(data=data[start:], charset=charset or page.charset) if start else page
