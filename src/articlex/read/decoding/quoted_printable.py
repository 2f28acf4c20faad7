"""Raw page text that is still quoted-printable, as in a mail ("=C3=BCber", lines that end in "=").

RFC 2045, section 6.7: "=" and any byte outside printable ASCII is written as "=" and two hexadecimal digits
in capitals; a line has at most 76 characters, and "=" at its end continues it. So no "=" in such a text
stands for itself, which is hardly ever true of other texts with several, and the bytes are valid in the
charset.
"""

from __future__ import annotations

import re
from binascii import a2b_qp

from articlex.read.decoding.charset import codec_of
from articlex.regex import regex

_PAIR = regex(r"=[0-9A-F]{2}")
#: An "=" that stands for itself.
_BARE = regex(r"=(?![0-9A-F]{2}|[ \t]*\r?$)")
_SOFT_BREAK = regex(r"=[ \t]*\r?$")
#: Encoded control bytes, which no text has, apart from white space.
_CONTROL = regex(r"=(?:0[0-8BCEF]|1[0-9A-F]|7F)")
#: Header fields of a mail or of one of its parts, which are not encoded.
_HEAD = regex(
    r"(?:Content-[\w-]+|MIME-Version|Subject|From|To):|\s+(?:charset|boundary|format)=", re.IGNORECASE
)
_CHARSET = regex(r"charset=[\"']?([\w.:-]{2,40})", re.IGNORECASE)

#: Longest line: Python's own encoder writes two characters more than allowed if a line ends in a blank.
_LONGEST = 78
#: Shortest continued line: encoders fill a line up to what they cannot divide.
_SHORTEST = 60
#: How many characters beyond ASCII or continued lines are no coincidence.
_LEAST_CHARACTERS = 3
_LEAST_BREAKS = 3


def without_quoted_printable(text: str) -> str | None:
    """The decoded text, or None if ``text`` is not quoted-printable."""
    rows = text.split("\n")
    body = [row for row in rows if "=" in row and not _is_head(row)]
    pairs = sum(map(len, map(_PAIR.findall, body)))
    breaks = sum(map(_goes_on, body))
    if (pairs < _LEAST_CHARACTERS and breaks < _LEAST_BREAKS) or any(map(_contradicts, body)):
        return None
    meant = _meant(rows, text)
    if meant is None:
        return None
    characters = sum(char > "\x7f" for char in meant) if text.isascii() else 0
    return meant if characters >= _LEAST_CHARACTERS or breaks >= _LEAST_BREAKS else None


def _goes_on(row: str) -> bool:
    """Whether a line of running text ends in the "=" that continues it."""
    if len(row) < _SHORTEST or not _SOFT_BREAK.search(row):
        return False
    return " " in row or _PAIR.search(row) is not None


def _is_head(row: str) -> bool:
    """Whether a line is a header field with an "=" that stands for itself."""
    return _HEAD.match(row) is not None and _BARE.search(row) is not None


def _contradicts(row: str) -> bool:
    """Whether a line is no valid quoted-printable."""
    return len(row.rstrip()) > _LONGEST or bool(_BARE.search(row)) or bool(_CONTROL.search(row))


def _meant(rows: list[str], text: str) -> str | None:
    """The text decoded as UTF-8 or else as the charset that it states; None if neither fits."""
    data = b"".join(map(_bytes, rows)).removesuffix(b"\n")
    try:
        return data.decode()
    except UnicodeDecodeError:
        label = _CHARSET.search(text)
        codec = codec_of(label[1]) if label and text.isascii() else None
    try:
        return data.decode(codec) if codec else None
    except UnicodeDecodeError:
        return None


def _bytes(row: str) -> bytes:
    """The decoded bytes of a line, with a line feed unless the line is continued."""
    if "=" not in row or _is_head(row):
        return row.encode() + b"\n"
    whole = _SOFT_BREAK.sub("", row)
    return a2b_qp(whole.encode()) + (b"\n" if whole == row else b"")
