"""Compression by the ending of a name: streams for reading archives, streams for writing one file."""

from __future__ import annotations

import io
import sys
from typing import IO, Any, Literal, cast

#: Compressions known by the ending of a name.
ENDINGS = (".gz", ".zst", ".bz2", ".xz")

#: Endings that stand for two.
SHORTHANDS = {".tgz": ".tar.gz", ".tbz2": ".tar.bz2", ".txz": ".tar.xz", ".tzst": ".tar.zst"}

#: Archives known by the ending of a name, and the kind of each.
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


def split_ending(name: str) -> tuple[str, str]:
    """(name without the compression's ending, that ending or ""); the ending in lower case."""
    lower = name.lower()
    for short, full in SHORTHANDS.items():
        if lower.endswith(short):
            name, lower = name[: -len(short)] + full, lower[: -len(short)] + full
    for ending in ENDINGS:
        if lower.endswith(ending) and len(name) > len(ending):
            return name[: -len(ending)], ending
    return name, ""


def open_stream(raw: IO[bytes], ending: str) -> IO[bytes]:
    """The bytes behind ``raw``, decompressed as they are read. ``ending`` is "" or one of ENDINGS."""
    return _stream(raw, ending, "rb")


def create_stream(raw: IO[bytes], ending: str) -> IO[bytes]:
    """A stream that compresses into ``raw``. The same bytes in give the same bytes out: no clock, no name."""
    return _stream(raw, ending, "wb")


def _stream(raw: IO[bytes], ending: str, mode: Literal["rb", "wb"]) -> IO[bytes]:
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
            return cast("IO[bytes]", _zstd_file()(raw, mode))
    return raw


def _zstd_file() -> Any:
    if sys.version_info >= (3, 14):
        from compression.zstd import ZstdFile
    else:
        from backports.zstd import ZstdFile
    return ZstdFile


class ShortReads(io.RawIOBase):
    """A stream that gives what is there instead of waiting for all that was asked for.

    A large read from a truncated gzip stream raises and loses what came before the break; so read, the
    pages before the break come out.
    """

    def __init__(self, stream: IO[bytes]) -> None:
        self._read = getattr(stream, "read1", stream.read)

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        try:
            data: bytes = self._read(size)
        except EOFError as error:
            # To some readers an EOFError is an end like any other.
            raise OSError(str(error)) from None
        return data


def broken_stream() -> tuple[type[Exception], ...]:
    """What a compressed stream raises when it is truncated or broken."""
    import lzma
    import zlib

    if sys.version_info >= (3, 14):
        from compression.zstd import ZstdError
    else:
        from backports.zstd import ZstdError
    return OSError, EOFError, ValueError, zlib.error, lzma.LZMAError, ZstdError
