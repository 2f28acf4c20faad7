"""WARC and WET files: the pages of a crawl, each with the headers that came with it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import IO, Any

from articlex.batch.bodies import unpacked_body
from articlex.batch.codecs import ShortReads, broken_stream
from articlex.batch.member import Reading, package, too_large
from articlex.batch.unit import Item
from articlex.options import FormName
from articlex.read.limits import read_bounded

_CHARSET = re.compile(r"""charset\s*=\s*["']?([\w.:-]{2,40})""", re.IGNORECASE)


def read_warc(stream: IO[bytes], reading: Reading) -> Iterator[Item]:
    """The pages of a WARC or WET file, named by the number of their record, from 1.

    Pages are HTML and plain text in ``response`` records with a 2xx status and in ``resource`` records, and
    the raw page text of ``conversion`` records (WET). Redirects, errors, images and the like are skipped.
    """
    # fastwarc is twice as fast but native: 2.0.1 panics on a stream that is not seekable, and takes the run
    # with it.
    warcio = package("warcio.archiveiterator", "WARC")
    # The HTTP headers are parsed here, because warcio takes a file that breaks off within them for complete.
    records = warcio.ArchiveIterator(ShortReads(stream), no_record_parse=True)
    record = form = None
    for number, record in enumerate(records, 1):
        # warcio takes any line of five words for the head of an ARC record, which would swallow the file.
        if record.format != "warc":
            raise ValueError("no WARC record")
        length = record.rec_headers.get_header("Content-Length") or ""
        if record.rec_type is None or not length.isdigit():
            raise ValueError("the head of a record is cut off or broken")
        record.http_headers = _http_headers(record)
        form = _form(record)
        if form is not None:
            yield _member(f"{number:08}", record, form, reading)
    if record is not None and form is None and _is_cut_off(record):
        raise ValueError("the last record is cut off")
    if records.err_count:
        # After a wrong length warcio searches on from the next line; a page may have been lost.
        raise ValueError("a record has a wrong length")


def _http_headers(record: Any) -> Any:
    """The headers of an HTTP response; None for a record of another kind or without content."""
    from warcio.statusandheaders import StatusAndHeadersParser

    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    if record.rec_type != "response" or not record.length or not address.startswith(("http:", "https:")):
        return None
    try:
        return StatusAndHeadersParser([], verify=False).parse(record.raw_stream)
    except EOFError:
        return None


def _is_cut_off(record: Any) -> bool:
    """Whether the file ended before the record, which has been read, had the length that it states."""
    return getattr(record.raw_stream, "limit", 0) > 0


def _form(record: Any) -> FormName | None:
    """The form of the page in a record; None if the record is not a page."""
    if record.rec_type == "conversion":
        return "text"
    if record.rec_type not in ("response", "resource"):
        return None
    if record.http_headers and not record.http_headers.get_statuscode().startswith("2"):
        return None
    kind = _content_type(record).partition(";")[0].strip().lower()
    if kind in ("text/html", "application/xhtml+xml"):
        return "html"
    forms: dict[str, FormName] = {"text/plain": "text", "": "auto"}
    return forms.get(kind)


def _content_type(record: Any) -> str:
    return (record.http_headers or record.rec_headers).get_header("Content-Type") or ""


def _member(name: str, record: Any, form: FormName, reading: Reading) -> Item:
    """The page of a record, or why it cannot be read."""
    raw = read_bounded(record.raw_stream, reading.max_bytes)
    if len(raw) > reading.max_bytes:
        return too_large(name, reading.max_bytes)
    if _is_cut_off(record):
        return Item(name, code="archive", error="the record is cut off")
    # From here on a failure concerns the body of this page, not the archive.
    try:
        data = _body(record, raw, reading.max_bytes)
    except MemoryError:
        return Item(name, code="memory", error="over the memory limit when unpacked")
    except broken_stream() as error:
        return Item(name, code="archive", error=f"broken body: {error}")
    if len(data) > reading.max_bytes:
        return too_large(name, reading.max_bytes)
    charset = None if record.rec_type == "conversion" else _CHARSET.search(_content_type(record))
    address = record.rec_headers.get_header("WARC-Target-URI")
    return Item(name, "", data, address, form, charset and charset[1])


def _body(record: Any, raw: bytes, max_bytes: int) -> bytes:
    """The body ``raw`` without its transfer and content encodings. Raises what broken streams raise."""
    headers = record.http_headers
    if not headers:
        return raw
    if (headers.get_header("Transfer-Encoding") or "").strip().lower() == "chunked":
        from warcio.bufferedreaders import ChunkedDataReader

        raw = read_bounded(ChunkedDataReader(io.BytesIO(raw)), max_bytes)
    encodings = (headers.get_header("Content-Encoding") or "").lower().split(",")
    for encoding in reversed(encodings):
        raw = unpacked_body(raw, encoding.strip(), max_bytes)
    return raw
