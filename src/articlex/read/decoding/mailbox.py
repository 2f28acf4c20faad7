"""The mails in a mailbox of one file (mbox, RFC 4155), one after the other as a stream gives them.

Above each mail stands a line of the envelope, "From ann@example.org Mon Nov  2 10:00:00 2026", and an empty
line above that. Programs put ">" before such a line within a mail, and some forget to: so the line of the
envelope counts only with a date in it, or without a word, and with a field of a head right below.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO, NamedTuple

from articlex.regex import regex

#: What each mail begins with.
_FROM = b"From "
#: The whole line: an address or a sign for it and the day with the time, as C's asctime writes it and
#: with a zone on either side of the year; or next to nothing, as Thunderbird has it.
_ENVELOPE = regex(rb"From (?:-? *|.{0,1000}?\d\d?:\d\d(?::\d\d)?[ ].{0,40}?\d{4}.{0,40})\r?\n?")
#: The first line of a head; some programs put ">From " lines of an older envelope above it.
_FIELD = regex(rb"[!-9;-~]{1,100}[ \t]*:|>From ")
_QUOTED = regex(rb"^>(?=>*From )", re.MULTILINE)
#: The end of the last part of a mail, where a program has forgotten the empty line below it.
_LAST_BOUNDARY = regex(rb"--[^\r\n]{1,90}--\r?\n?")
_MESSAGE_ID = regex(rb"^message-id:\s{0,80}<\s*([^<>\r\n]{1,200}?)\s*>", re.IGNORECASE | re.MULTILINE)
_HEAD_END = regex(rb"\r?\n\r?\n")
#: Bytes of a line that is read at once: the text of a mail may be one line.
_LINE = 1 << 16


class Mail(NamedTuple):
    """A mail as it was sent, without its envelope. ``size`` is how many bytes it had in the mailbox; of one
    that is over the limit ``data`` is empty."""

    data: bytes
    size: int

    @property
    def message_id(self) -> str:
        """The identifier in its head, without brackets; "" where there is none."""
        end = _HEAD_END.search(self.data)
        found = _MESSAGE_ID.search(self.data, 0, end.start() if end else len(self.data))
        return found[1].decode("utf-8", "replace") if found else ""


class NoMailboxError(ValueError):
    """The bytes are no mailbox."""


class _Lines:
    """The lines of a mail, as long as they are not more than the limit."""

    def __init__(self, max_bytes: int) -> None:
        self._lines: list[bytes] = []
        self._size, self._max_bytes = 0, max_bytes

    def add(self, line: bytes) -> None:
        self._size += len(line)
        if self._size > self._max_bytes:
            self._lines.clear()
        else:
            self._lines.append(line)

    def mail(self) -> Mail:
        """The mail without the empty line above the next envelope, and with what was put before its own
        lines taken off."""
        data = b"".join(self._lines).removesuffix(b"\n").removesuffix(b"\r")
        return Mail(_QUOTED.sub(b"", data), self._size)


def is_mailbox(data: bytes) -> bool:
    """Whether ``data`` begins as a mailbox does: an envelope, and the head of a mail below it."""
    if not data.startswith(_FROM):
        return False
    line, _, rest = data[: 2 * _LINE].partition(b"\n")
    return _ENVELOPE.fullmatch(line) is not None and _FIELD.match(rest) is not None


def mails(stream: IO[bytes], max_bytes: int) -> Iterator[Mail]:
    """The mails in a mailbox, of which no more than ``max_bytes`` of one are held. Raises NoMailboxError
    where the stream begins otherwise, and what it raises itself."""
    mail: _Lines | None = None
    envelope, is_above = b"", True
    while line := stream.readline(_LINE):
        if envelope and _FIELD.match(line):
            if mail:
                yield mail.mail()
            mail, envelope = _Lines(max_bytes), b""
        elif is_above and line.startswith(_FROM) and _ENVELOPE.fullmatch(line):
            if mail and envelope:
                mail.add(envelope)
            envelope, is_above = line, False
            continue
        is_empty = line.isspace()
        if mail:
            mail.add(envelope)
            mail.add(line)
        elif envelope or not is_empty:
            raise NoMailboxError("no envelope above the first mail")
        envelope = b""
        is_above = is_empty or _LAST_BOUNDARY.fullmatch(line) is not None
    if mail:
        mail.add(envelope)
        yield mail.mail()
