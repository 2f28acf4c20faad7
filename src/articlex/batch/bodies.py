"""The bodies of HTTP responses as crawls keep them: as the server has packed them, or unpacked long ago."""

from __future__ import annotations

import zlib

from articlex.errors import DecompressionError
from articlex.read.decoding.compression import GZIP_BITS, inflated
from articlex.read.decoding.unsigned import is_zlib, without_brotli

#: Content encodings that leave a body as it is, or that the page's reader undoes itself.
_PASSED_ON = frozenset({"", "identity", "none", "zstd"})
_GZIP_MAGIC = b"\x1f\x8b"


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
        return _inflated(data, zlib.MAX_WBITS if is_zlib(data) else -zlib.MAX_WBITS, encoding, max_bytes)
    if encoding == "br":
        return without_brotli(data, max_bytes)
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
