"""WARC and WET: what of a crawl is a page, and what becomes of broken bodies and broken files."""

from __future__ import annotations

import gzip
import random
import re
import zlib
from pathlib import Path

import pytest

from articlex.batch.sources import Archive, Sources, read_sources
from articlex.batch.unit import Item, Job, process

pytest.importorskip("warcio")


def items(path: Path) -> list[Item]:
    """The pages in one file."""
    return [item for item in read_sources(Sources((str(path),)), {}) if isinstance(item, Item)]


def warc_record(kind: str, url: str, body: bytes) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\n"
        "WARC-Record-ID: <urn:uuid:12345678-1234-1234-1234-123456789012>\r\n"
        "WARC-Date: 2024-05-06T10:30:00Z\r\n"
        f"Content-Type: {'text/plain' if kind == 'conversion' else 'application/http; msgtype=response'}\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + body + b"\r\n\r\n", mtime=0)


def http(status: str, content_type: str, body: bytes, encoding: str = "") -> bytes:
    extra = f"Content-Encoding: {encoding}\r\n" if encoding else ""
    head = f"HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\n{extra}Content-Length: {len(body)}\r\n\r\n"
    return head.encode() + body


ADDRESS = "https://example.org/a"


@pytest.mark.parametrize(
    ("status", "content_type", "form"),
    [
        ("200 OK", "text/html", "html"),
        ("206 Partial Content", "text/html", "html"),
        ("226 IM Used", "Application/XHTML+XML; charset=utf-8", "html"),
        ("200 OK", "text/plain", "text"),
        ("200 OK", "", "auto"),
    ],
)
def test_a_response_with_text_is_a_page(status: str, content_type: str, form: str, tmp_path: Path) -> None:
    record = warc_record("response", ADDRESS, http(status, content_type, b"<p>a</p>"))
    (tmp_path / "x.warc.gz").write_bytes(record)
    assert [(item.data, item.url, item.form) for item in items(tmp_path / "x.warc.gz")] == [
        (b"<p>a</p>", ADDRESS, form)
    ]


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("response", http("301 Moved", "text/html", b"<p>a</p>")),
        ("response", http("404 Not Found", "text/html", b"<p>a</p>")),
        ("response", http("200 OK", "image/png", b"\x89PNG")),
        ("request", b"GET / HTTP/1.1\r\n\r\n"),
    ],
)
def test_what_is_no_page_is_passed_over(kind: str, content: bytes, tmp_path: Path) -> None:
    (tmp_path / "x.warc.gz").write_bytes(warc_record(kind, ADDRESS, content) + PAGE_RECORDS[0])
    assert [item.url for item in items(tmp_path / "x.warc.gz")] == ["https://example.org/0"]


def test_wet_is_raw_page_text(tmp_path: Path) -> None:
    (tmp_path / "x.warc.wet.gz").write_bytes(
        warc_record("conversion", "https://example.org", b"Rain\nIt rained.\n")
    )
    (found,) = items(tmp_path / "x.warc.wet.gz")
    assert (found.data, found.form) == (b"Rain\nIt rained.\n", "text")


PAGE_RECORDS = [
    warc_record("response", f"https://example.org/{n}", http("200 OK", "text/html", b"<p>%d" % n * 99))
    for n in range(5)
]


@pytest.mark.parametrize("compressed", [True, False])
def test_of_a_warc_that_is_cut_off_the_pages_before_are_read(compressed: bool, tmp_path: Path) -> None:
    data = b"".join(PAGE_RECORDS if compressed else map(gzip.decompress, PAGE_RECORDS))
    path = tmp_path / ("x.warc.gz" if compressed else "x.warc")
    path.write_bytes(data[:-60])
    *pages, last = items(path)
    assert [item.url for item in pages] == [f"https://example.org/{n}" for n in range(4)]
    assert last.code == "archive"


def body(data: bytes, encoding: str, tmp_path: Path) -> Item:
    """The page behind a response with ``data``, between two others that must come out whatever it is."""
    response = http("200 OK", "text/html", data, encoding)
    records = [PAGE_RECORDS[0], warc_record("response", "https://example.org/x", response), PAGE_RECORDS[1]]
    (tmp_path / "x.warc.gz").write_bytes(b"".join(records))
    first, item, last = items(tmp_path / "x.warc.gz")
    assert first.url == "https://example.org/0"
    assert last.url == "https://example.org/1"
    return item


PAGE = b"<p>" + b"".join(b"The bridge has %d pillars. " % number for number in range(9000))


def chunked(data: bytes) -> bytes:
    pieces = [data[at : at + 700] for at in range(0, len(data), 700)]
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


def test_what_was_packed_last_is_unpacked_first(tmp_path: Path) -> None:
    assert body(gzip.compress(zlib.compress(PAGE)), "deflate, gzip", tmp_path).data == PAGE


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br", "GZIP", "identity", ""])
@pytest.mark.parametrize("is_chunked", [True, False])
def test_a_body_is_read_as_it_was_sent(encoding: str, is_chunked: bool, tmp_path: Path) -> None:
    if encoding == "br":
        brotli = pytest.importorskip("brotli")
        data = brotli.compress(PAGE)
    else:
        data = {"gzip": gzip.compress, "deflate": zlib.compress}.get(encoding.lower(), bytes)(PAGE)
    header = f"{encoding}\r\nTransfer-Encoding: chunked" if is_chunked else encoding
    if is_chunked and not encoding:
        header = "identity\r\nTransfer-Encoding: chunked"
    item = body(chunked(data) if is_chunked else data, header, tmp_path)
    assert (item.data, item.error) == (PAGE, "")


def test_a_body_that_is_not_packed_as_it_says_is_read(tmp_path: Path) -> None:
    assert body(PAGE, "gzip", tmp_path).data == PAGE


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br"])
def test_a_body_that_is_cut_off_is_one_failed_page(encoding: str, tmp_path: Path) -> None:
    if encoding == "br":
        packed = pytest.importorskip("brotli").compress(PAGE)
    else:
        packed = gzip.compress(PAGE) if encoding == "gzip" else zlib.compress(PAGE)
    item = body(packed[:-200], encoding, tmp_path)
    assert (item.code, item.error) == ("archive", f"broken body: truncated {encoding} stream")


def test_a_body_with_a_broken_byte_is_one_failed_page(tmp_path: Path) -> None:
    noise = random.Random(1).randbytes(60_000).hex().encode()
    packed = bytearray(gzip.compress(b"<p>" + noise))
    packed[40_000:40_100] = bytes(100)
    assert body(bytes(packed), "gzip", tmp_path).code == "archive"


def test_a_bomb_is_over_the_limit(tmp_path: Path) -> None:
    zeros = bytes(80 << 20)
    assert body(gzip.compress(zeros, 1), "gzip", tmp_path).code == "too-large"
    brotli = pytest.importorskip("brotli")
    assert body(brotli.compress(zeros, quality=1), "br", tmp_path).code == "too-large"


def test_deflate_without_its_header_is_read(tmp_path: Path) -> None:
    packer = zlib.compressobj(wbits=-15)
    assert body(packer.compress(PAGE) + packer.flush(), "deflate", tmp_path).data == PAGE


def test_a_packing_that_nobody_knows_is_named(tmp_path: Path) -> None:
    assert "packed as 'exi'" in body(PAGE, "exi", tmp_path).error


def test_a_wrong_length_of_a_record_is_told(tmp_path: Path) -> None:
    plain = [gzip.decompress(record) for record in PAGE_RECORDS]
    length = plain[1].split(b"Content-Length: ")[1].split(b"\r\n")[0]
    wrong = b"Content-Length: %d" % (int(length) + len(plain[2]) - 20)
    plain[1] = plain[1].replace(b"Content-Length: " + length, wrong, 1)
    (tmp_path / "x.warc").write_bytes(b"".join(plain))
    *pages, last = items(tmp_path / "x.warc")
    assert [item.url for item in pages] == [f"https://example.org/{n}" for n in (0, 1, 3, 4)]
    assert last.error == "broken warc: a record has a wrong length"


def test_a_file_without_a_record_is_no_archive(tmp_path: Path) -> None:
    (tmp_path / "x.warc").write_bytes(b"this is no warc at all\n" * 100)
    (found,) = read_sources(Sources((str(tmp_path / "x.warc"),)), {})
    assert isinstance(found, Item)
    assert found.error == "broken warc: no WARC record"


def test_an_empty_file_is_an_archive_without_pages(tmp_path: Path) -> None:
    (tmp_path / "x.warc").write_bytes(b"")
    (found,) = read_sources(Sources((str(tmp_path / "x.warc"),)), {})
    assert isinstance(found, Archive)


@pytest.mark.parametrize(
    ("label", "codec", "text"),
    [
        ("windows-1251", "cp1251", "Мост"),
        ('"ISO-8859-2"', "iso8859-2", "Stary most w Łodzi będzie otwarty jeszcze jedną zimę"),
        ("Shift_JIS", "cp932", "橋は古い"),
        ("tis-620", "cp874", "สะพาน"),
        ("windows-1256", "cp1256", "جسر قديم"),
    ],
)
def test_the_charset_in_the_header_is_evidence(label: str, codec: str, text: str, tmp_path: Path) -> None:
    page = f"<h1>{text}</h1><p>{text} 1. {text} 2. {text} 3.".encode(codec)
    response = http("200 OK", f"text/html; charset={label}", page)
    (tmp_path / "x.warc.gz").write_bytes(warc_record("response", "https://example.org", response))
    (item,) = items(tmp_path / "x.warc.gz")
    output = process(item, Job(format="json", keep_empty=True)).output
    assert output is not None
    assert text in output.decode()


def test_wherever_a_file_ends_every_page_is_read_or_told_to_be_missing(tmp_path: Path) -> None:
    image = warc_record("response", "https://example.org/x", http("200 OK", "image/png", b"\x89PNG" * 9))
    whole = gzip.decompress(PAGE_RECORDS[0] + image + PAGE_RECORDS[1])
    starts = [0, *(match.end() for match in re.finditer(rb"\r\n\r\n(?=WARC/)", whole)), len(whole)]
    ends_between_records = {start - blank for start in starts for blank in range(5)}
    for end in range(2, len(whole), 7):
        (tmp_path / "x.warc").write_bytes(whole[:end])
        found = items(tmp_path / "x.warc")
        pages = (end >= starts[1] - 4) + (end >= starts[3] - 4)
        assert len([item for item in found if not item.error]) == pages
        assert any(item.error for item in found) == (end not in ends_between_records), end


def test_what_is_wrong_is_told_in_a_line_that_can_be_read(tmp_path: Path) -> None:
    """warcio quotes the first line, which in a file of another kind may be all of it."""
    (tmp_path / "x.warc").write_bytes(b"a" * 1_000_000)
    (found,) = read_sources(Sources((str(tmp_path / "x.warc"),)), {})
    assert isinstance(found, Item)
    assert found.error.startswith("broken warc: Unknown archive format, first line: ['aaa")
    assert len(found.error) < 400
