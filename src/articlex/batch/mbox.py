"""Mailboxes in one file (mbox): each mail is a page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from articlex.batch.member import Reading, too_large
from articlex.batch.names import is_plain_member
from articlex.batch.unit import Item
from articlex.read.decoding.mailbox import mails


def read_mbox(stream: IO[bytes], reading: Reading) -> Iterator[Item]:
    """The mails of a mailbox, each named by its Message-ID, so that it keeps its name when others are added
    or removed; one without a usable Message-ID is named by its number, from 1."""
    for number, mail in enumerate(mails(stream, reading.max_bytes), 1):
        name = mail.message_id
        name = name if is_plain_member(name) and " " not in name else f"{number:08}"
        is_small = mail.size <= reading.max_bytes
        yield Item(name, data=mail.data) if is_small else too_large(name, reading.max_bytes)
