"""Mailboxes of one file (mbox): each mail is a page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from articlex.batch.member import Member, Reading, too_large
from articlex.read.decoding.mailbox import mails
from articlex.regex import regex

#: What an identifier may hold that would lead into a folder, hide the name, or is no part of one: such a mail
#: goes by its number.
_ODD = regex(r"\A\.|[\x00-\x20/\\#\ufffd]")


def read_mbox(stream: IO[bytes], reading: Reading) -> Iterator[Member]:
    """The mails of a mailbox, named by what they are called in it wherever they stand (Message-ID), so that a
    mailbox that has grown or lost some has the others under their names; one without by its number, from 1.
    """
    for number, mail in enumerate(mails(stream, reading.max_bytes), 1):
        name = mail.message_id
        name = name if name and not _ODD.search(name) else f"{number:08}"
        yield Member(name, mail.data) if mail.size <= reading.max_bytes else too_large(name, mail.size)
