"""Unwrapping a page: from compression, HTTP heads, a mail or a mailbox, or the file that a browser saved."""

from __future__ import annotations

from io import BytesIO
from itertools import islice
from typing import NamedTuple

from articlex.errors import InputError
from articlex.options import FormName
from articlex.read.decoding.compression import decompress

#: Bytes searched for the header field that marks a mail or MHTML file. Each program that passes on a mail may
#: put a signature of a thousand bytes and more above it.
_HEAD, _MAIL_SIGN = 65_536, b"mime-version:"
#: The first bytes of an HTTP head, of a Safari web archive, and of a mailbox.
_RESPONSE, _ENVELOPE = b"HTTP/", b"From "
#: How Safari's file begins, and one that was made into XML; what the latter has in its first bytes.
_WEB_ARCHIVE, _MAIN_RESOURCE = (b"bplist00", b"<?xml"), b"<key>WebMainResource</key>"
#: The most mails that are read as one page, a thread.
_MOST_MAILS = 1000

#: (name, value) of the header fields of a mail that readers see.
Head = tuple[tuple[str, str], ...]


class Wrapped(NamedTuple):
    """A page as it came, with what the caller or a wrapping states of it: form, address, charset, and the
    header of the mail that holds it."""

    data: bytes
    form: FormName
    url: str | None
    charset: str | None
    #: The encoding that the caller is sure of; None once the data has become UTF-8.
    encoding: str | None = None
    head: Head = ()


def unwrap(page: Wrapped, max_bytes: int) -> Wrapped:
    """The page alone, with what its wrappings state. Raises InputError for a mailbox of unrelated mails, and
    what :func:`~articlex.read.decoding.compression.decompress` raises."""
    page = page._replace(data=decompress(page.data, max_bytes))
    if page.data.startswith(_RESPONSE):
        page = _without_http_heads(page, max_bytes)
    if page.data.startswith(_WEB_ARCHIVE) and (page.data[:1] == b"b" or _MAIN_RESOURCE in page.data[:_HEAD]):
        page = _out_of_web_archive(page)
    if page.form != "text" and page.data.startswith(_ENVELOPE):
        page = _out_of_mailbox(page, max_bytes)
    if page.form != "text" and page.data[:1].isalpha() and _MAIL_SIGN in page.data[:_HEAD].lower():
        page = _without_mail(page)
    return page


def _without_http_heads(page: Wrapped, max_bytes: int) -> Wrapped:
    from articlex.read.decoding.http_head import response_in

    response = response_in(page.data)
    if response is None:
        return page
    body = decompress(response.body, max_bytes)
    return page._replace(data=body, charset=response.charset or page.charset)


def _out_of_web_archive(page: Wrapped) -> Wrapped:
    from articlex.read.decoding.web_archive import main_resource

    main = main_resource(page.data)
    if main is None:
        return page
    address, charset = page.url or main.url, main.charset or page.charset
    return page._replace(data=main.data, url=address, charset=charset)


def _out_of_mailbox(page: Wrapped, max_bytes: int) -> Wrapped:
    """The only mail of a mailbox, or the text of a thread. A mailbox of old mails, which are not encoded, is
    returned as it is: it can be read as text."""
    from articlex.read.decoding.mailbox import is_mailbox, mails

    if not is_mailbox(page.data):
        return page
    found = [mail.data for mail in islice(mails(BytesIO(page.data), max_bytes), _MOST_MAILS + 1)]
    if len(found) == 1:
        return page._replace(data=found[0])
    if not any(_MAIL_SIGN in mail[:_HEAD].lower() for mail in found):
        return page
    from articlex.read.mail_thread import thread_text

    text = thread_text(found, page.encoding) if len(found) <= _MOST_MAILS else None
    if text is None:
        number = f"{len(found)}" if len(found) <= _MOST_MAILS else f"more than {_MOST_MAILS:,}"
        raise InputError(
            f"a mailbox of {number} mails, no thread; 'articlex batch --archive mbox' reads each"
        )
    return Wrapped(text.encode("utf-8", "replace"), "text", page.url, "utf-8")


def _without_mail(page: Wrapped) -> Wrapped:
    from articlex.read.decoding.saved_page import saved_page

    saved = saved_page(page.data, page.encoding)
    if saved is None:
        return page
    address, charset = page.url or saved.address, saved.charset or page.charset
    encoding = page.encoding if saved.form == "html" else None
    return Wrapped(saved.data, saved.form, address, charset, encoding, saved.head)
