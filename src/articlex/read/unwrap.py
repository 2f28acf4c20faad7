"""Unwrapping a page: from compression, the record of a crawl, HTTP heads, a mail or a mailbox, or the file
that a browser saved."""

from __future__ import annotations

from io import BytesIO
from itertools import islice

from articlex.errors import InputError
from articlex.read.decoding.compression import decompress
from articlex.read.decoding.wrapped import Wrapped

#: Bytes searched for the header field that marks a mail or MHTML file. Each program that passes on a mail may
#: put a signature of a thousand bytes and more above it.
_HEAD, _MAIL_SIGN = 65_536, b"mime-version:"
#: The first bytes of a record of a crawl, of an HTTP head, and of a mailbox.
_RECORD, _RESPONSE, _ENVELOPE = b"WARC/", b"HTTP/", b"From "
#: How Safari's file begins, and one that was made into XML; what the latter has in its first bytes.
_WEB_ARCHIVE, _MAIN_RESOURCE = (b"bplist00", b"<?xml"), b"<key>WebMainResource</key>"
#: The most mails that are read as one page, a thread.
_MOST_MAILS = 1000


def unwrap(page: Wrapped, max_bytes: int) -> Wrapped:
    """The page alone, with what its wrappings state. Raises InputError for a mailbox of unrelated mails and
    for a crawl of several pages, and what :func:`~articlex.read.decoding.compression.decompress` raises."""
    page = page._replace(data=decompress(page.data, max_bytes))
    if page.data.startswith(_RECORD):
        from articlex.read.decoding.warc_record import only_page

        page = only_page(page)
    if page.data.startswith(_RESPONSE):
        from articlex.read.decoding.http_head import without_heads

        page = without_heads(page)
        page = page._replace(data=decompress(page.data, max_bytes))
    if page.data.startswith(_WEB_ARCHIVE) and (page.data[:1] == b"b" or _MAIN_RESOURCE in page.data[:_HEAD]):
        from articlex.read.decoding.web_archive import main_resource

        page = main_resource(page)
    if page.form != "text" and page.data.startswith(_ENVELOPE):
        page = _out_of_mailbox(page, max_bytes)
    if page.form != "text" and page.data[:1].isalpha() and _MAIL_SIGN in page.data[:_HEAD].lower():
        from articlex.read.decoding.saved_page import saved_page

        page = saved_page(page)
    return page


def _out_of_mailbox(page: Wrapped, max_bytes: int) -> Wrapped:
    """The only mail of a mailbox, or the text of a thread; the page as it is if it is no mailbox."""
    from articlex.read.decoding.mailbox import is_mailbox, mails

    if not is_mailbox(page.data):
        return page
    found = [mail.data for mail in islice(mails(BytesIO(page.data), max_bytes), _MOST_MAILS + 1)]
    if len(found) == 1:
        return page._replace(data=found[0])
    from articlex.read.mail_thread import thread_text

    text = thread_text(found, page.encoding) if len(found) <= _MOST_MAILS else None
    if text is None:
        number = f"{len(found)}" if len(found) <= _MOST_MAILS else f"more than {_MOST_MAILS:,}"
        raise InputError(
            f"a mailbox of {number} mails, no thread; 'articlex batch --archive mbox' reads each"
        )
    return Wrapped(text.encode("utf-8", "replace"), "text", page.url, "utf-8")
