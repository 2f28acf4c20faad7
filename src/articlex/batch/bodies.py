"""The bodies of HTTP responses in crawls: still compressed as the server sent them, or no longer."""

from __future__ import annotations

import zlib

from articlex.errors import DecompressionError
from articlex.read.decoding.compression import GZIP_BITS, inflated
from articlex.read.decoding.unsigned import is_zlib, joined, without_brotli

#: Content encodings that change nothing, or that the reader of pages decodes by itself.
_PASSED_ON = frozenset({"", "identity", "none", "zstd"})
_GZIP_MAGIC = b"\x1f\x8b"


def unpacked_body(data: bytes, encoding: str, max_bytes: int) -> bytes:
    """``data`` without the content encoding ``encoding`` (in lower case), cut to one byte more than
    ``max_bytes``. A body that is not encoded as the header says is returned unchanged.

    Raises ValueError for a stream that is truncated or broken, and for an unknown encoding.
    """
    if encoding in _PASSED_ON or not data:
        return data
    if encoding in ("gzip", "x-gzip"):
        return _inflated(data, GZIP_BITS, encoding, max_bytes) if data.startswith(_GZIP_MAGIC) else data
    if encoding == "deflate":
        # Servers send it with and without the zlib header that the standard requires (RFC 1950, 2.2).
        return _inflated(data, zlib.MAX_WBITS if is_zlib(data) else -zlib.MAX_WBITS, encoding, max_bytes)
    if encoding == "br":
        return without_brotli(data, max_bytes)
    raise ValueError(f"packed as {encoding[:40]!r}, which cannot be unpacked")


def _inflated(data: bytes, bits: int, encoding: str, max_bytes: int) -> bytes:
    """``data`` unpacked, cut to one byte more than ``max_bytes``."""
    try:
        return joined(inflated(data, bits, encoding), max_bytes)
    except DecompressionError as error:
        raise ValueError(str(error)) from None
