"""Raw page text in which the quoted-printable of a mail was left ("=C3=BCber", lines that end in "=").

RFC 2045, section 6.7: a byte that is no printable ASCII character is "=" and two capital hexadecimal digits,
"=" itself among them; lines have at most 76 characters, and one that goes on ends in "=". So in such a text
no "=" stands for itself, which other texts that have several hardly ever keep to, and the bytes are valid in
the charset.
"""

from __future__ import annotations

import re
from binascii import a2b_qp

from articlex.read.decoding.charset import codec_of
from articlex.regex import regex

PAIR = regex(r"=[0-9A-F]{2}")
#: An "=" that stands for itself.
BARE = regex(r"=(?![0-9A-F]{2}|[ \t]*\r?$)")
SOFT_BREAK = regex(r"=[ \t]*\r?$")
#: Bytes that no text has: controls but for tabs and line breaks.
CONTROL = regex(r"=(?:0[0-8BCEF]|1[0-9A-F]|7F)")
#: What is printed from the head of a mail, or of a part of it, and is not encoded.
HEAD = regex(
    r"(?:Content-[\w-]+|MIME-Version|Subject|From|To):|\s+(?:charset|boundary|format)=", re.IGNORECASE
)
CHARSET = regex(r"charset=[\"']?([\w.:-]{2,40})", re.IGNORECASE)

#: Characters of a line; Python's own encoder writes two more where one ends in a blank.
LONGEST = 78
#: The shortest line that goes on: an encoder fills a line but for what it cannot part.
SHORTEST = 60
#: Characters beyond ASCII, and lines that go on, from which on it is no chance.
LEAST_CHARACTERS = 3
LEAST_BREAKS = 3


def decoded(text: str) -> str | None:
    """The text that was meant; None where ``text`` is as it was written."""
    rows = text.split("\n")
    body = [row for row in rows if "=" in row and not _is_head(row)]
    pairs = sum(map(len, map(PAIR.findall, body)))
    breaks = sum(map(_goes_on, body))
    if (pairs < LEAST_CHARACTERS and breaks < LEAST_BREAKS) or any(map(_contradicts, body)):
        return None
    meant = _meant(rows, text)
    if meant is None:
        return None
    characters = sum(char > "\x7f" for char in meant) if text.isascii() else 0
    return meant if characters >= LEAST_CHARACTERS or breaks >= LEAST_BREAKS else None


def _goes_on(row: str) -> bool:
    """Whether a line of running text ends as one does that goes on."""
    if len(row) < SHORTEST or not SOFT_BREAK.search(row):
        return False
    return " " in row or PAIR.search(row) is not None


def _is_head(row: str) -> bool:
    """Whether a line is from the head of a mail, with an "=" that stands for itself."""
    return HEAD.match(row) is not None and BARE.search(row) is not None


def _contradicts(row: str) -> bool:
    """Whether a line cannot be one of quoted-printable."""
    return len(row.rstrip()) > LONGEST or bool(BARE.search(row)) or bool(CONTROL.search(row))


def _meant(rows: list[str], text: str) -> str | None:
    """The text in UTF-8, or in the charset that it states."""
    data = b"".join(map(_bytes, rows)).removesuffix(b"\n")
    try:
        return data.decode()
    except UnicodeDecodeError:
        label = CHARSET.search(text)
        codec = codec_of(label[1]) if label and text.isascii() else None
    try:
        return data.decode(codec) if codec else None
    except UnicodeDecodeError:
        return None


def _bytes(row: str) -> bytes:
    """The bytes of a line, with its end if that is one."""
    if "=" not in row or _is_head(row):
        return row.encode() + b"\n"
    whole = SOFT_BREAK.sub("", row)
    return a2b_qp(whole.encode()) + (b"\n" if whole == row else b"")
