"""The bodies of HTTP responses as crawls keep them: as the server has packed them, or unpacked long ago."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from articlex.errors import DecompressionError
from articlex.read.decoding.compression import GZIP_BITS, inflated

#: Content encodings that leave a body as it is, or that the page's reader undoes itself.
_PASSED_ON = frozenset({"", "identity", "none", "zstd"})
_GZIP_MAGIC = b"\x1f\x8b"
#: A few bytes of Brotli can stand for gigabytes: it is unpacked in pieces.
_PIECE = 1 << 10


def unpacked_body(data: bytes, encoding: str, max_bytes: int) -> bytes:
    """``data`` without the content encoding ``encoding`` (in lower case), at most a byte more than
    ``max_bytes`` of it. A body that is not packed as the header says is returned as it is.

    Raises ValueError for a stream that is cut off or broken, and for an encoding that nobody here knows.
    """
    if encoding in _PASSED_ON or not data:
        return data
    if encoding in ("gzip", "x-gzip"):
        return _inflated(data, GZIP_BITS, encoding, max_bytes) if data.startswith(_GZIP_MAGIC) else data
    if encoding == "deflate":
        # Servers send it with and without the header that the standard wants (RFC 1950, 2.2).
        is_zlib = data[0] & 15 == 8 and int.from_bytes(data[:2]) % 31 == 0
        return _inflated(data, zlib.MAX_WBITS if is_zlib else -zlib.MAX_WBITS, encoding, max_bytes)
    if encoding == "br":
        return _without_brotli(data, max_bytes)
    raise ValueError(f"packed as {encoding[:40]!r}, which cannot be unpacked")


def _inflated(data: bytes, bits: int, encoding: str, max_bytes: int) -> bytes:
    pieces: list[bytes] = []
    left = max_bytes + 1
    try:
        for piece in inflated(data, bits, encoding):
            pieces.append(piece[:left])
            left -= len(piece)
            if left <= 0:
                break
    except DecompressionError as error:
        raise ValueError(str(error)) from None
    return b"".join(pieces)


def _without_brotli(data: bytes, max_bytes: int) -> bytes:
    """A body without Brotli, at most a byte more than the limit; as it is where nothing of it unpacks."""
    try:
        import brotli
    except ImportError:
        raise ValueError("packed as 'br', which needs the package brotli") from None
    unpacker = brotli.Decompressor()
    pieces: list[bytes] = []
    left = max_bytes + 1
    try:
        for piece in map(unpacker.process, _cut(data)):
            pieces.append(piece)
            left -= len(piece)
            if left <= 0:
                return b"".join(pieces)[: max_bytes + 1]
    except brotli.error as error:
        if not any(pieces):
            return data
        raise ValueError(f"broken br stream ({error})") from None
    if not unpacker.is_finished():
        raise ValueError("truncated br stream")
    return b"".join(pieces)


def _cut(data: bytes) -> Iterator[bytes]:
    return (data[at : at + _PIECE] for at in range(0, len(data), _PIECE))
