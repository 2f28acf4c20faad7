"""The mails in a mailbox file (mbox, RFC 4155), read one by one from a stream.

An empty line and an envelope line, "From ann@example.org Mon Nov  2 10:00:00 2026", precede each mail.
Programs put ">" before such a line inside a mail, but some forget to; so an envelope line counts only if it
has a date or nothing behind "From", and if a header field follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO, NamedTuple

from articlex.regex import regex

_FROM = b"From "
#: The envelope line: a sender and the time as C's asctime writes it, perhaps with a time zone before or
#: behind the year; or next to nothing, as Thunderbird writes it.
_ENVELOPE = regex(rb"From (?:-? *|.{0,1000}?\d\d?:\d\d(?::\d\d)?[ ].{0,40}?\d{4}.{0,40})\r?\n?")
#: The first header field; some programs put the ">From " line of an older envelope above it.
_FIELD = regex(rb"[!-9;-~]{1,100}[ \t]*:|>From ")
_QUOTED = regex(rb"^>(?=>*From )", re.MULTILINE)
#: The last boundary of a multipart mail, below which some programs forget the empty line.
_LAST_BOUNDARY = regex(rb"--[^\r\n]{1,90}--\r?\n?")
_MESSAGE_ID = regex(rb"^message-id:\s{0,80}<\s*([^<>\r\n]{1,200}?)\s*>", re.IGNORECASE | re.MULTILINE)
_HEAD_END = regex(rb"\r?\n\r?\n")
#: Bytes read of a line at a time: the text of a mail may be one line.
_LINE = 1 << 16


class Mail(NamedTuple):
    """A mail without its envelope, and its ``size`` in bytes; over the limit, ``data`` is empty."""

    data: bytes
    size: int

    @property
    def message_id(self) -> str:
        """The Message-ID without its brackets; "" if there is none."""
        end = _HEAD_END.search(self.data)
        found = _MESSAGE_ID.search(self.data, 0, end.start() if end else len(self.data))
        return found[1].decode("utf-8", "replace") if found else ""


class NoMailboxError(ValueError):
    """The bytes are no mailbox."""


def is_mailbox(data: bytes) -> bool:
    """Whether ``data`` begins with an envelope line and a header field below it."""
    if not data.startswith(_FROM):
        return False
    line, _, rest = data[: 2 * _LINE].partition(b"\n")
    return _ENVELOPE.fullmatch(line) is not None and _FIELD.match(rest) is not None


def mails(stream: IO[bytes], max_bytes: int) -> Iterator[Mail]:
    """The mails in a mailbox. At most ``max_bytes`` of one are held in memory. Raises NoMailboxError if the
    stream does not begin with an envelope, and what the stream itself raises."""
    lines: list[bytes] = []
    size, begun = 0, False
    envelope, is_above = b"", True
    while line := stream.readline(_LINE):
        if envelope and _FIELD.match(line):
            if begun:
                yield _mail(lines, size)
            lines, size, begun, envelope = [], 0, True, b""
        elif is_above and line.startswith(_FROM) and _ENVELOPE.fullmatch(line):
            envelope, is_above = line, False
            continue
        is_empty = line.isspace()
        if not begun and (envelope or not is_empty):
            raise NoMailboxError("no envelope above the first mail")
        lines += (envelope, line)
        size += len(envelope) + len(line)
        if size > max_bytes:
            lines.clear()
        envelope = b""
        is_above = is_empty or _LAST_BOUNDARY.fullmatch(line) is not None
    if begun:
        yield _mail([*lines, envelope], size + len(envelope))


def _mail(lines: list[bytes], size: int) -> Mail:
    """The mail without the empty line below it, and without ">" before its own "From " lines."""
    data = b"".join(lines).removesuffix(b"\n").removesuffix(b"\r")
    return Mail(_QUOTED.sub(b"", data), size)
