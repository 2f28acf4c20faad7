"""Heads of HTTP responses above a page, as ``curl -i`` and ``wget --save-headers`` write them (RFC 9112, 4).

``Date`` there is the day on which the page was fetched; to a reader of text it would be that of the page.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from articlex.regex import regex

#: The line of the status, and the end of the head: an empty line.
_STATUS, _END = regex(rb"HTTP/\d(?:\.\d)? \d{3}(?: [^\r\n]{0,200})?\r?\n"), regex(rb"\r?\n\r?\n")
_CHARSET = regex(rb"^content-type:[^\r\n]{0,200}charset=[\"' ]?([\w.:-]{2,40})", re.IGNORECASE | re.MULTILINE)
#: Bytes of the longest head, and heads in a row: each place that a request is sent on from has one.
_LONGEST, _MOST = 65_536, 50


class Response(NamedTuple):
    """The body of a response, and the charset that the last head states, or None."""

    body: bytes
    charset: str | None


def response_in(data: bytes) -> Response | None:
    """The body below the heads that ``data`` begins with; None where it begins with none."""
    start, charset = 0, None
    for _ in range(_MOST):
        end = _END.search(data, start, start + _LONGEST) if _STATUS.match(data, start) else None
        if end is None:
            break
        stated = _CHARSET.search(data, start, end.start())
        start, charset = end.end(), stated[1].decode("ascii") if stated else None
    return Response(data[start:], charset) if start else None
