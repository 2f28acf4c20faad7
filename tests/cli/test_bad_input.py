"""Every kind of bad input through the command line: one line, the right exit code."""

import gzip
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from command import articlex

SENTENCE = (
    "The cooper bent the last stave over the fire and hammered the hoop home before the wood could cool. "
)
BODY = f"<p>{SENTENCE * 3}</p><p>{SENTENCE * 2}</p>"
PAGE = f"<html><head><title>Staves</title></head><body><h1>Staves</h1>{BODY}</body></html>"


def pdf() -> bytes:
    return b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<</Type/Catalog>>\nendobj\n" + bytes(range(256)) * 8


def png() -> bytes:
    return b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 8


def elf() -> bytes:
    return b"\x7fELF\x02\x01\x01" + bytes(9) + bytes(range(256)) * 16


def archive() -> bytes:
    return b"PK\x03\x04\x14\x00\x00\x00\x08\x00" + bytes(range(256)) * 8


def truncated_gzip() -> bytes:
    return gzip.compress(PAGE.encode() * 50)[:-200]


def gzip_bomb() -> bytes:
    """A gigabyte of zeros in a megabyte: gzip members can stand one behind the other."""
    return gzip.compress(bytes(1 << 24)) * 64


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (pdf, "binary"),
        (png, "binary"),
        (elf, "binary"),
        (archive, "binary"),
        (truncated_gzip, "compression"),
        (gzip_bomb, "too-large"),
    ],
)
def test_what_is_no_page_is_one_line_and_the_others_go_on(
    make: Callable[[], bytes], code: str, tmp_path: Path
) -> None:
    bad, good = tmp_path / "bad", tmp_path / "good.html"
    bad.write_bytes(make())
    good.write_text(PAGE)
    result = articlex("-f", "txt", str(bad), str(good))
    assert result.exit_code == 3
    assert SENTENCE.strip() in result.stdout
    lines = result.stderr.splitlines()
    assert len(lines) == 1
    assert lines[0].startswith(f"articlex: {bad}: ")
    assert lines[0].endswith(f"[{code}]")


def crawl() -> bytes:
    record = f"WARC/1.0\r\nWARC-Type: conversion\r\nContent-Length: {len(PAGE)}\r\n\r\n{PAGE}\r\n\r\n"
    return record.encode() * 3


def test_a_crawl_is_known_whatever_its_name(tmp_path: Path) -> None:
    (tmp_path / "crawl").write_bytes(gzip.compress(crawl()))
    result = articlex(str(tmp_path / "crawl"))
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr.endswith(
        ": a WARC archive, not one page; 'articlex batch' reads each page [archive]\n"
    )


@pytest.mark.parametrize("name", ["a.warc", "a.wet.gz"])
@pytest.mark.parametrize("command", [[], ["explain"]])
def test_a_crawl_of_several_pages_is_for_batch(command: list[str], name: str, tmp_path: Path) -> None:
    data = crawl()
    (tmp_path / name).write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    result = articlex(*command, str(tmp_path / name))
    assert (result.exit_code, result.stdout) == (3, "")
    said = f"{name}: a WARC archive, not one page; 'articlex batch' reads each page [archive]\n"
    assert result.stderr.endswith(said)
    if name == "a.warc":
        result = articlex(*command, "--max-size", "100", str(tmp_path / name))
        assert result.stderr.endswith(f"{name}: is an archive; 'articlex batch' reads archives [archive]\n")


@pytest.mark.parametrize("name", ["a.parquet", "a.jsonl", "a.NDJSON.zst", "a.tgz", "a.zip"])
@pytest.mark.parametrize("command", [[], ["explain"]])
def test_an_archive_is_for_batch(command: list[str], name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text('{"html": "<p>Rain."}\n')
    result = articlex(*command, str(tmp_path / name))
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr.endswith(f"{name}: is an archive; 'articlex batch' reads archives [archive]\n")


def test_a_directory_is_one_line(tmp_path: Path) -> None:
    result = articlex(str(tmp_path))
    assert result.exit_code == 3
    assert (
        result.stderr
        == f"articlex: {tmp_path}: is a directory; 'articlex batch' reads folders [is-directory]\n"
    )


def test_a_file_that_may_not_be_read_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "secret.html"
    path.write_text(PAGE)
    path.chmod(0)
    if os.access(path, os.R_OK):
        # A superuser may read everything; the system's answer is all that there is to simulate.
        def refuse(*_: object) -> bytes:
            raise PermissionError(13, "Permission denied", str(path))

        monkeypatch.setattr("articlex.cli.inputs._read_file", refuse)
    result = articlex(str(path))
    assert result.exit_code == 3
    assert result.stderr == f"articlex: {path}: permission denied [permission]\n"


@pytest.mark.parametrize("content", [b"", b"\n \n", b"<html></html>", b"\xef\xbb\xbf"])
def test_an_empty_page_is_a_verdict(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "empty.html"
    path.write_bytes(content)
    result = articlex(str(path))
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == f"articlex: {path}: the page is empty [empty]\n"


def nul_bytes() -> bytes:
    return PAGE.replace("cooper", "coo\0per").encode()


def utf_16_without_bom() -> bytes:
    return PAGE.encode("utf-16-le")


def utf_16_big_endian_without_bom() -> bytes:
    return PAGE.encode("utf-16-be")


def invalid_utf_8() -> bytes:
    return PAGE.replace("<h1>", '<meta charset="utf-8"><h1>').encode().replace(b"cool.", b"cool.\xff\xfe\xc3")


def nested() -> bytes:
    return ("<html><body>" + "<div>" * 10_000 + BODY + "</div>" * 10_000).encode()


def nested_inline() -> bytes:
    return ("<html><body><p>" + "<b>" * 10_000 + SENTENCE * 4 + "</b>" * 10_000 + BODY).encode()


def endless_colspan() -> bytes:
    table = (
        "<table><tr><th colspan=9007199254740991>Wood<td rowspan=9007199254740991>Oak<tr><td>1<td>2</table>"
    )
    return PAGE.replace("</h1>", "</h1>" + table).encode()


def one_line() -> bytes:
    return ("<p>" + SENTENCE * 10_500).encode()


def one_line_of_text() -> bytes:
    return (SENTENCE * 10_500).encode()


def one_word() -> bytes:
    return b"<p>" + b"x" * 1_000_000 + b"<p>" + BODY.encode()


def many_small_blocks() -> bytes:
    return ("<ul>" + "<li><a href=/>x</a>" * 20_000 + "</ul>" + BODY).encode()


@pytest.mark.parametrize(
    "make",
    [
        nul_bytes,
        utf_16_without_bom,
        utf_16_big_endian_without_bom,
        invalid_utf_8,
        nested,
        nested_inline,
        endless_colspan,
        one_line,
        one_line_of_text,
        one_word,
        many_small_blocks,
    ],
)
def test_a_strange_page_is_read_all_the_same(make: Callable[[], bytes], tmp_path: Path) -> None:
    path = tmp_path / "page"
    path.write_bytes(make())
    result = articlex("-f", "txt", str(path))
    assert (result.exit_code, result.stderr) == (0, "")
    assert "hammered the hoop home before the wood could cool." in result.stdout
    assert "\0" not in result.stdout


@pytest.mark.parametrize("form", ["md", "json", "txt"])
@pytest.mark.parametrize("kind", ["html", "text"])
def test_what_a_terminal_would_obey_does_not_come_out(form: str, kind: str, tmp_path: Path) -> None:
    evil = "\x1b]0;owned\x07\x1b[2J\x9b31m\x08\x7f\u202e"
    path = tmp_path / "page"
    text = PAGE.replace("Staves", f"St{evil}aves").replace("stave", f"st{evil}ave")
    if kind == "text":
        text = f"Menu\n\nSt{evil}aves\n\n{SENTENCE.replace('stave', f'st{evil}ave') * 3}\n"
    path.write_text(text)
    result = articlex("-f", form, "-v", str(path))
    assert "hammered the hoop home" in result.stdout
    for char in "\x1b\x07\x9b\x08\x7f":
        assert char not in result.stdout
        assert char not in result.stderr


def test_a_page_of_50_megabytes_over_the_limit_says_how_to_raise_it(tmp_path: Path) -> None:
    path = tmp_path / "large.html"
    with path.open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    result = articlex("--max-size", "20M", str(path))
    assert result.exit_code == 3
    assert "--max-size (max_bytes) raises it [too-large]" in result.stderr


def test_a_page_that_is_too_large_when_unpacked_says_so_too(tmp_path: Path) -> None:
    (tmp_path / "page.html.gz").write_bytes(gzip.compress(PAGE.encode() * 50))
    result = articlex("--max-size", "1K", str(tmp_path / "page.html.gz"))
    assert "--max-size (max_bytes) raises it [too-large]" in result.stderr
