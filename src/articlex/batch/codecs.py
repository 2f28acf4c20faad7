"""Compression by the extension of a name: streams to read archives and to write one file."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import IO, Any, Literal, cast

from articlex.read.decoding.compression import zstd_module
from articlex.write.formats import ALIASES, FORMATS

#: Extensions of compressed files.
ENDINGS = (".gz", ".zst", ".bz2", ".xz")

#: Extensions that are short for two.
_SHORTHANDS = {".tgz": ".tar.gz", ".tbz2": ".tar.bz2", ".txz": ".tar.xz", ".tzst": ".tar.zst"}

#: Extensions of archives, and the kind of each.
ARCHIVES = {
    ".tar": "tar",
    ".zip": "zip",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".parquet": "parquet",
    ".warc": "warc",
    ".wet": "wet",
    ".mbox": "mbox",
    ".enex": "enex",
}

#: Extensions of formats that we do not write: an output with one would not be what the user expects.
FOREIGN = frozenset(
    ".pdf .doc .docx .odt .rtf .epub .mobi .azw3 .xls .xlsx .ods .ppt .pptx .odp .yaml .yml .toml .tsv "
    ".arrow .feather .avro .sqlite .db .tex .rst .adoc .org .ps .djvu .7z .rar .br .lz4".split()
) | {*ENDINGS, *_SHORTHANDS, *ARCHIVES} - {f".{name}" for name in (*FORMATS, *ALIASES)}


def split_ending(name: str) -> tuple[str, str]:
    """(name without the extension of its compression, that extension in lower case or "")."""
    lower = name.lower()
    for short, full in _SHORTHANDS.items():
        if lower.endswith(short):
            name, lower = name[: -len(short)] + full, lower[: -len(short)] + full
    for ending in ENDINGS:
        if lower.endswith(ending) and len(name) > len(ending):
            return name[: -len(ending)], ending
    return name, ""


def packed_stream(raw: IO[bytes], ending: str, mode: Literal["rb", "wb"]) -> IO[bytes]:
    """A stream that decompresses what it reads from ``raw``, or compresses what it writes to it, which then
    contains neither a time nor a name. ``ending`` is "" or one of ENDINGS."""
    match ending:
        case ".gz":
            import gzip

            return cast("IO[bytes]", gzip.GzipFile("", mode, 6, raw, mtime=0))
        case ".bz2":
            import bz2

            return cast("IO[bytes]", bz2.BZ2File(raw, mode))
        case ".xz":
            import lzma

            return cast("IO[bytes]", lzma.LZMAFile(raw, mode))
        case ".zst":
            return cast("IO[bytes]", zstd_module().ZstdFile(raw, mode))
    return raw


@contextmanager
def packed(raw: IO[bytes], ending: str) -> Iterator[IO[bytes]]:
    """A stream that compresses what it writes to ``raw``, and is closed while that is open: a stream of gzip
    that is left over writes its end when it is collected."""
    stream = packed_stream(raw, ending, "wb")
    try:
        yield stream
    except BaseException:
        with suppress(OSError):
            _close(stream, raw)
        raise
    _close(stream, raw)


def _close(stream: IO[bytes], raw: IO[bytes]) -> None:
    if stream is not raw:
        stream.close()


class ShortReads(io.RawIOBase):
    """A stream whose reads return what is available instead of waiting for all that was asked for; first the
    bytes that were read from it already, ``start``.

    A large read from a truncated gzip stream raises, and what came before the break is lost. With short reads
    the pages before the break come out.
    """

    def __init__(self, stream: IO[bytes], start: bytes = b"") -> None:
        self._start = start
        self._read = getattr(stream, "read1", stream.read)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        try:
            data = self._start[: len(buffer)] or self._read(len(buffer))
        except EOFError as error:
            # Some readers take an EOFError for the regular end.
            raise OSError(str(error)) from None
        self._start = self._start[len(data) :]
        buffer[: len(data)] = data
        return len(data)


def broken_stream() -> tuple[type[Exception], ...]:
    """The exceptions that a truncated or broken compressed stream raises."""
    import lzma
    import zlib

    return OSError, EOFError, ValueError, zlib.error, lzma.LZMAError, zstd_module().ZstdError
